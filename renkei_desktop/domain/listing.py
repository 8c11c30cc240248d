"""Light rows for lists, maps and the search box: read by one query, never written."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.domain.choice import Answer, ResourceClass, Sex
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.domain.text.wareki import PartialDate


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; `resident` is None for somebody who is known but not registered.

    `reasons` and `care_level` are words. `consent` is the most restrictive answer in force for
    the roster to the person's 民生委員 and 町内会, whichever is stricter; None if not registered.
    """

    person: RecordId
    resident: RecordId | None
    name: str
    reading: str
    sort_key: str
    birth: PartialDate | None
    sex: Sex | None
    address: str
    association: RecordId | None
    association_name: str
    household: RecordId | None
    yago: str
    phones: tuple[str, ...]
    care_level: str
    reasons: str
    power: str
    consent: Answer | None
    latitude: float | None
    longitude: float | None
    accuracy: Accuracy | None
    folded: str
    """All that the search box looks into, folded, parts separated by a newline."""


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One entry of the directory with its first contact person."""

    resource: RecordId
    name: str
    reading: str
    sort_key: str
    resource_class: ResourceClass | None
    type: str
    address: str
    phone: str
    fax: str
    helps_with: str
    contact: str
    avoid_hours: str
    latitude: float | None
    longitude: float | None
    accuracy: Accuracy | None
    folded: str
