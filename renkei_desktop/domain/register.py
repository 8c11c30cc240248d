"""All kinds of record in one place; importing this module declares them."""

from __future__ import annotations

from renkei_desktop.domain.consent import Consent
from renkei_desktop.domain.neighbourhood import Area, NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.provision import Provision, Recipient, Town
from renkei_desktop.domain.resident import Resident, Supporter, SupportReason
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.domain.vocabulary import Term

__all__ = [
    "Area",
    "Consent",
    "Contact",
    "EmergencyContact",
    "Household",
    "NeighbourhoodAssociation",
    "Person",
    "Phone",
    "Provision",
    "Recipient",
    "Resident",
    "Resource",
    "SupportReason",
    "Supporter",
    "Term",
    "Town",
    "WelfareCommissioner",
]
