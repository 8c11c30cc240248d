"""The lines of the office's own list, out of the records of the practice town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.practice.folk.calling import Exchange
from renkei_desktop.practice.folk.family import Member, born
from renkei_desktop.practice.folk.naming import common_name
from renkei_desktop.practice.stream import Seed, Stream
from renkei_desktop.practice.town import PracticeTown

_NEWCOMERS = 12
_MOVED = 3
_OLD_AND_UNREGISTERED = 40
_NO_DATES = ("平成33年4月1日", "昭和14年2月30日")


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the list; `birth` is the text that stands there where it is no date."""

    code: str
    household: str
    name: str
    reading: str
    birth: PartialDate | str
    sex: Sex
    address: str
    association: str
    phones: tuple[str, ...]
    yago: str
    note: str = ""


def lines(town: PracticeTown) -> list[Line]:
    """All lines, by association and reading.

    Nearly all who are thought to need support, some other old people, a few newcomers; some stand
    there with an address of old, two with a date that never was.
    """
    chance = Seed(0).stream("office list", town.records[1].id)
    known = _Known(town)
    listed = [line for person in known.wanted() if (line := known.line(person))]
    found = [*_blemished(listed, chance), *_newcomers(listed, chance)]
    return sorted(found, key=lambda line: (line.association, sort_key(line.reading)))


def _blemished(listed: Sequence[Line], chance: Stream) -> list[Line]:
    found = list(listed)
    places = chance.sample(range(len(found)), min(len(found), _MOVED + len(_NO_DATES)))
    for place in places[:_MOVED]:
        other = chance.choice(listed)
        found[place] = replace(found[place], address=other.address, association=other.association)
    for place, text in zip(places[_MOVED:], _NO_DATES, strict=False):
        found[place] = replace(found[place], birth=text)
    return found


class _Known:
    """The town's records, looked up by what refers to them."""

    def __init__(self, town: PracticeTown) -> None:
        records = town.records
        self._town = town
        self._people = [record for record in records if isinstance(record, Person)]
        self._associations = {
            r.id: r.name or "" for r in records if isinstance(r, NeighbourhoodAssociation)
        }
        self._households = {r.id: r for r in records if isinstance(r, Household)}
        self._registered = {
            r.person for r in records if isinstance(r, Resident) and r.ending is None
        }
        self._phones: dict[str, list[str]] = {}
        for phone in records:
            if isinstance(phone, Phone) and phone.person and phone.number:
                self._phones.setdefault(phone.person, []).append(phone.number)

    def wanted(self) -> Iterator[Person]:
        """All in need, and some of the oldest besides; not everybody who is registered."""
        others = _OLD_AND_UNREGISTERED
        for count, person in enumerate(self._people):
            if person.id in self._town.in_need:
                if person.id not in self._registered or count % 12:
                    yield person
            elif others and person.birth and person.birth.year < 1948 and count % 7 == 0:
                others -= 1
                yield person

    def line(self, person: Person) -> Line | None:
        """The line of a person; None for one whose record lacks what a list cannot lack."""
        if not (person.name and person.reading and person.birth and person.sex and person.place):
            return None
        household = self._households.get(person.household or "")
        return Line(
            code=person.external_code or "",
            household=household.code or "" if household else "",
            name=person.name,
            reading=person.reading,
            birth=person.birth,
            sex=person.sex,
            address=person.place.address or "",
            association=self._associations.get(person.association or "", ""),
            phones=tuple(self._phones.get(person.id, ())),
            yago=household.yago or "" if household else "",
        )


def _newcomers(listed: Sequence[Line], chance: Stream) -> Iterator[Line]:
    """People who moved in last month: the register does not know them."""
    exchange = Exchange(85, mobile_from=6_000_000)
    for number in range(min(_NEWCOMERS, len(listed))):
        sex = chance.choice((Sex.FEMALE, Sex.MALE))
        member = Member(sex, born(chance.triangular(66, 94, 80), chance))
        name, beside = common_name(member, chance), chance.choice(listed)
        yield Line(
            code=str(99_000_000 + number), household=str(9_900_000 + number), name=name.written,
            reading=name.reading, birth=PartialDate.of(member.birth), sex=sex,
            address=beside.address, association=beside.association, phones=(exchange.fixed(),),
            yago="", note="令和8年10月に転入",
        )  # fmt: skip
