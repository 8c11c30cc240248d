"""The people to talk to at the resources, with their drawn faces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renkei_desktop.domain.choice import ResourceClass, Sex
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.practice.directory.contact_list import (
    ANY_AVOID_HOURS,
    ANY_ROLE,
    AVOID_HOURS,
    BEST_WAYS,
    ROLES,
)
from renkei_desktop.practice.folk.calling import Exchange
from renkei_desktop.practice.folk.family import Member, born
from renkei_desktop.practice.folk.naming import common_name
from renkei_desktop.practice.portrait.drawing import draw
from renkei_desktop.practice.portrait.look import Dress, a_look
from renkei_desktop.practice.stream import Seed, Stream, order_key

_COUNT = 40
_INFORMAL = 9


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contact persons, and their photographs by SHA-256."""

    contacts: tuple[Contact, ...]
    photos: dict[str, bytes]


def contacts(seed: Seed, resources: Sequence[Resource]) -> Contacts:
    """Forty contact persons: every formal resource has one, some have two."""
    exchange, photos, found = Exchange(35, mobile_from=4_000_000), {}, []
    for resource, place in _places(resources, seed.stream("contact places")):
        chance = seed.stream("contact", resource.id, place)
        roles = ROLES.get(resource.type or "", ANY_ROLE)
        role, dress = roles[place % len(roles)]
        sex = Sex.FEMALE if chance.heads(_women_share(dress)) else Sex.MALE
        age = round(chance.triangular(*_ages(resource)))
        face = draw(a_look(sex, age, dress, chance))
        digest = hashlib.sha256(face).hexdigest()
        photos[digest] = face
        member = Member(sex, born(age, chance))
        found.append(_contact(seed, resource, place, member, role, digest, exchange, chance))
    return Contacts(tuple(found), photos)


def _women_share(dress: Dress) -> float:
    shares = {Dress.SUIT: 0.3, Dress.UNIFORM: 0.2, Dress.JACKET: 0.35, Dress.TUNIC: 0.75}
    return shares.get(dress, 0.65)


def _ages(resource: Resource) -> tuple[float, float, float]:
    """Youngest, oldest and commonest age of those who answer for it."""
    return (24, 63, 42) if resource.resource_class is ResourceClass.FORMAL else (38, 78, 66)


def _places(resources: Sequence[Resource], chance: Stream) -> Iterator[tuple[Resource, int]]:
    """Which resource has a contact, and whether it is its first or second one."""
    formal = [r for r in resources if r.resource_class is ResourceClass.FORMAL]
    informal = [r for r in resources if r.resource_class is ResourceClass.INFORMAL]
    natural = [r for r in resources if r.resource_class is ResourceClass.NATURAL and r.phone]
    two = [r for r in formal if len(ROLES.get(r.type or "", ())) > 1]
    some = chance.sample(informal, _INFORMAL)
    rest = chance.sample(natural, _COUNT - len(formal) - len(two) - len(some))
    chosen = {*(r.id for r in formal), *(r.id for r in some), *(r.id for r in rest)}
    for resource in resources:
        if resource.id in chosen:
            yield resource, 0
        if resource in two:
            yield resource, 1


def _contact(
    seed: Seed, resource: Resource, place: int, member: Member, role: str, photo: str,
    exchange: Exchange, chance: Stream,
) -> Contact:  # fmt: skip
    name = common_name(member, chance)
    avoid = AVOID_HOURS.get(resource.type or "", ANY_AVOID_HOURS)
    phone = exchange.mobile() if chance.heads(0.5) else exchange.fixed()
    return Contact(
        id=seed.record_id("contact", resource.id, place), resource=resource.id,
        name=name.written, reading=name.reading, role=role,
        phone=phone if chance.heads(0.8) else None, photo=photo,
        avoid_hours=chance.choice(avoid) if chance.heads(0.85) else None,
        best_way=chance.choice(BEST_WAYS), order=order_key(place),
    )  # fmt: skip
