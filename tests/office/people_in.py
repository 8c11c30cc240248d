"""Puts fictional people into an office, the way a form would."""

from __future__ import annotations

from renkei_desktop.domain.choice import Answer, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.person import Person, Phone
from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.resident import Resident, SupportReason
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.residents import PersonSheet, register


def sheet(
    key: str, name: str, *, association: str | None = None, answer: Answer | None = None
) -> PersonSheet:
    """A filled form under ids that start with `key`."""
    resident = Resident(id=f"r-{key}", person=f"p-{key}", usual="新聞は7時")
    consents = tuple(
        Consent(
            id=consent_id(resident.id, Purpose.ROSTER, recipient),
            resident=resident.id,
            purpose=Purpose.ROSTER,
            recipient_class=recipient,
            answer=ConsentAnswer(answer=answer),
        )
        for recipient in (RecipientClass if answer else ())
    )
    return PersonSheet(
        person=Person(
            id=f"p-{key}",
            name=name,
            association=association,
            place=Place(
                address="旭町一丁目3-12", point=Point(43.8, 141.9), accuracy=Accuracy.HOUSE
            ),
        ),
        phones=(Phone(id=f"ph-{key}", person=f"p-{key}", number="0999-35-2111"),),
        resident=resident,
        reasons=(SupportReason(id=f"re-{key}", resident=f"r-{key}", note="独居"),),
        consents=consents,
    )


def enter(desk: Desk, key: str, name: str, **more: object) -> PersonSheet:
    """Registers somebody and gives back the sheet."""
    filled = sheet(key, name, **more)  # type: ignore[arg-type]
    register(desk, filled)
    return filled
