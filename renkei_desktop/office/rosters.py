"""The words of a roster: a plan turned into rows, 町内会 by 町内会."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import WelfareCommissioner
from renkei_desktop.domain.person import EmergencyContact, Person, Phone
from renkei_desktop.domain.resident import Resident, Supporter, SupportReason
from renkei_desktop.domain.text.age import birthday_age
from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.plans import PlanLine, ProvisionPlan
from renkei_desktop.printing.paper import Handling, SheetHead
from renkei_desktop.printing.roster import Roster, RosterSection
from renkei_desktop.printing.roster_row import RosterRow

_Child = TypeVar("_Child", Phone, EmergencyContact, SupportReason, Supporter)

NO_ASSOCIATION = "町内会の分からない人"


def roster(desk: Desk, plan: ProvisionPlan, sheet: SheetHead, handling: Handling) -> Roster:
    """The roster of a plan, one section for each 町内会 that the recipient may see."""
    writer = _Writer(desk, plan.request.with_care)
    names = {c.id: c.name or "" for c in desk.rows.all(WelfareCommissioner)}
    bodies = {a.id: a for a in town.associations(desk)}
    sections = []
    for association in plan.associations:
        body = bodies[association]
        rows = [line for line in plan.included if line.row.association == association]
        commissioner = names.get(body.commissioner or "", "")
        sections.append(
            RosterSection(body.name or "", body.head or "", commissioner, writer.rows(rows))
        )
    strays = [line for line in plan.included if line.row.association is None]
    if strays:
        sections.append(RosterSection(NO_ASSOCIATION, None, None, writer.rows(strays)))
    return Roster(sheet, handling, tuple(sections))


class _Writer:
    """Writes rows; what hangs on people is read once for all of them."""

    def __init__(self, desk: Desk, with_care: bool) -> None:
        self._today = desk.today
        self._with_care = with_care
        self._residents = {r.id: r for r in desk.rows.all(Resident)}
        self._names = {p.id: p.name or "" for p in desk.rows.all(Person)}
        self._phones = _by(desk.rows.all(Phone), "person")
        self._contacts = _by(desk.rows.all(EmergencyContact), "person")
        self._reasons = _by(desk.rows.all(SupportReason), "resident")
        self._supporters = _by(desk.rows.all(Supporter), "resident")
        self._terms = {t.code: t.label or "" for t in town.terms(desk, "support_reason")}
        self._levels = {t.code: t.label or "" for t in town.terms(desk, "care_level")}

    def rows(self, lines: Iterable[PlanLine]) -> tuple[RosterRow, ...]:
        return tuple(self._row(line) for line in lines)

    def _row(self, line: PlanLine) -> RosterRow:
        person, resident = line.row, self._residents[line.row.resident or ""]
        birth = person.birth
        return RosterRow(
            code=line.row_code,
            name=person.name,
            reading=person.reading,
            birth_text=wareki(birth, short=True) if birth else "",
            age=birthday_age(birth, self._today) if birth else None,
            sex=person.sex.label if person.sex else "",
            address=person.address,
            yago=person.yago,
            phones=tuple(map(_phone, self._phones.get(person.person, ()))),
            contacts=tuple(map(_contact, self._contacts.get(person.person, ()))),
            reasons=tuple(map(self._reason, self._reasons.get(resident.id, ()))),
            supporters=tuple(map(self._supporter, self._supporters.get(resident.id, ()))),
            care=self._level(resident) if self._with_care else None,
            note=_note(resident) if self._with_care else None,
        )

    def _reason(self, reason: SupportReason) -> str:
        word = self._terms.get(reason.term or "", "")
        # The note may name an illness: it goes only where care is in scope.
        note = reason.note if self._with_care else None
        return f"{word}（{note}）" if word and note else word or note or ""

    def _supporter(self, supporter: Supporter) -> str:
        name = self._names.get(supporter.person or "") or supporter.organisation or ""
        return f"{name}（{supporter.relation}）" if supporter.relation else name

    def _level(self, resident: Resident) -> str:
        return self._levels.get(resident.care_level or "", "")


def _by(records: Iterable[_Child], attribute: str) -> dict[RecordId, list[_Child]]:
    """The children of each owner, in their order."""
    found: dict[RecordId, list[_Child]] = {}
    for record in records:
        found.setdefault(getattr(record, attribute) or "", []).append(record)
    for children in found.values():
        children.sort(key=lambda child: child.order)
    return found


def _phone(phone: Phone) -> str:
    return f"{phone.number or ''}（{phone.whose}）" if phone.whose else phone.number or ""


def _contact(contact: EmergencyContact) -> str:
    who = f"{contact.name or ''}（{contact.relation}）" if contact.relation else contact.name or ""
    return f"{who} {contact.number}" if contact.number else who


def _note(resident: Resident) -> str:
    parts = (resident.power, resident.usual, resident.care_note)
    return "。".join(part.rstrip("。") for part in parts if part)
