"""The form of a person: the records behind it and the sheet that it hands back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum, auto

from renkei_desktop.domain.field import Record
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.resident import Resident, Supporter, SupportReason
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.office.residents import PersonCard, PersonSheet
from renkei_desktop.office.sheets import Card
from renkei_desktop.ui.forms.sections import PERSON
from renkei_desktop.ui.forms.sheet_form import SheetForm
from renkei_desktop.ui.forms.surroundings import Surroundings

_OF_PERSON = frozenset({"person", "household", "phone", "emergency_contact"})


class Purpose(Enum):
    """What the form is for."""

    NEW = auto()
    """Registers somebody who is not known yet."""
    KNOWN = auto()
    """Registers somebody who is known."""
    CHANGE = auto()
    """Corrects what is there."""

    @property
    def verb(self) -> str:
        return "変更する" if self is Purpose.CHANGE else "登録する"


class PersonForm:
    """A `SheetForm` for one person, together with the card that it was opened from."""

    def __init__(
        self,
        purpose: Purpose,
        around: Surroundings,
        card: PersonCard | None = None,
        person: RecordId = "",
    ) -> None:
        self.purpose = purpose
        self.opened = card
        self.card = _card_for(purpose, card)
        self._sheet = _sheet_for(purpose, card, around, person)
        self.form = SheetForm(
            PERSON, around, _singles(self._sheet), _children(self._sheet), self._blanks()
        )
        self._untouched = self.sheet

    @property
    def person(self) -> RecordId:
        return self._sheet.person.id

    @property
    def title(self) -> str:
        if self.opened is None:
            return "住民を登録する"
        name = self.opened.sheet.person.name or ""
        what = "さんの票を変更する" if self.purpose is Purpose.CHANGE else "さんを登録する"
        return f"{name}{what}"

    def _blanks(self) -> dict[str, Callable[[], Record]]:
        person, resident = self._sheet.person.id, self._sheet.resident
        blanks: dict[str, Callable[[], Record]] = {
            "phone": lambda: Phone(id=new_id(), person=person),
            "emergency_contact": lambda: EmergencyContact(id=new_id(), person=person),
        }
        if resident is not None:
            blanks["support_reason"] = lambda: SupportReason(id=new_id(), resident=resident.id)
            blanks["supporter"] = lambda: Supporter(id=new_id(), resident=resident.id)
        return blanks

    @property
    def sheet(self) -> PersonSheet:
        """All records as they would be saved."""
        person, household = self._person_and_household()
        resident = self.form.record("resident") if self._sheet.resident else None
        assert resident is None or isinstance(resident, Resident)
        return PersonSheet(
            person=person,
            household=household,
            phones=self.form.listed("phone"),
            contacts=self.form.listed("emergency_contact"),
            resident=resident,
            reasons=self.form.listed("support_reason"),
            supporters=self.form.listed("supporter"),
            consents=self.form.consents,
        )

    def _person_and_household(self) -> tuple[Person, Household | None]:
        """A household is made when something is typed about it and the person has none."""
        person, household = self.form.record("person"), self.form.record("household")
        assert isinstance(person, Person) and isinstance(household, Household)
        stored = self._sheet.household
        if person.household != self._sheet.person.household:
            # Another household was chosen: the fields on the form tell of the old one.
            return person, stored
        if stored is None and self.form.parts["household"].empty:
            return person, None
        return dataclasses.replace(person, household=household.id), household

    @property
    def touched(self) -> bool:
        """Whether saving would change anything."""
        return self.sheet != self._untouched


def _card_for(purpose: Purpose, card: PersonCard | None) -> Card:
    """What the form displays: a new registration leaves an ended one as it is."""
    if card is None:
        return Card()
    if purpose is Purpose.CHANGE:
        return card.card
    kept = (held for held in card.card.helds.values() if held.record.KIND in _OF_PERSON)
    return Card.of(kept)


def _sheet_for(
    purpose: Purpose, card: PersonCard | None, around: Surroundings, person: RecordId
) -> PersonSheet:
    sheet = card.sheet if card else PersonSheet(person=Person(id=person or new_id()))
    if purpose is Purpose.CHANGE:
        return sheet
    today = PartialDate.of(around.today)
    fresh = Resident(id=new_id(), person=sheet.person.id, registered_on=today)
    return dataclasses.replace(sheet, resident=fresh, reasons=(), supporters=(), consents=())


def _singles(sheet: PersonSheet) -> list[Record]:
    household = sheet.household or Household(id=new_id())
    singles: list[Record] = [sheet.person, household]
    return [*singles, sheet.resident] if sheet.resident else singles


def _children(sheet: PersonSheet) -> list[Record]:
    return [
        *sheet.phones,
        *sheet.contacts,
        *sheet.reasons,
        *sheet.supporters,
        *sheet.consents,
    ]
