"""What a row would change about a person: field by field, never clearing and never respelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.known import code_key, digits_of, reading_key
from renkei_desktop.intake.plan import Change, KnownPerson
from renkei_desktop.intake.residents import IncomingPerson


def differences(
    person: KnownPerson,
    incoming: IncomingPerson,
    association_id: RecordId | None,
    association_names: Mapping[RecordId, str],
) -> Iterator[Change]:
    """The changes that a row asks for. What the row does not say stays as it is."""
    if "".join(incoming.name.split()) != "".join(person.name.split()):
        yield Change(Target.NAME, person.name, incoming.name)
    if incoming.reading and reading_key(incoming.reading) != reading_key(person.reading):
        yield Change(Target.READING, person.reading or "", incoming.reading)
    yield from _birth(person, incoming)
    if incoming.address and fold(incoming.address) != fold(person.address or ""):
        yield Change(Target.ADDRESS, person.address or "", incoming.address)
    yield from _phones(person, incoming)
    if association_id is not None and association_id != person.association_id:
        old = association_names.get(person.association_id or "", "")
        yield Change(Target.ASSOCIATION, old, association_names[association_id])
    if incoming.external_code and code_key(incoming.external_code) != code_key(
        person.external_code
    ):
        yield Change(Target.EXTERNAL_CODE, person.external_code or "", incoming.external_code)


def _birth(person: KnownPerson, incoming: IncomingPerson) -> Iterator[Change]:
    """A birth that is known more exactly than in the list stays."""
    old, new = person.birth, incoming.birth
    if new is None or new == old:
        return
    if old is not None and old.agrees_with(new) and len(old.iso) >= len(new.iso):
        return
    yield Change(Target.BIRTH, "" if old is None else wareki(old), wareki(new))


def _phones(person: KnownPerson, incoming: IncomingPerson) -> Iterator[Change]:
    """Numbers are only added: one that the list lacks may still be right."""
    known = {digits_of(number) for number in person.phones}
    added = [phone.number for phone in incoming.phones if phone.digits not in known]
    if added:
        yield Change(Target.PHONE, "、".join(person.phones), "、".join(added))
