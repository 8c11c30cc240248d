"""The directory: social resources of all three classes, as records."""

from __future__ import annotations

from collections.abc import Iterator

from renkei_desktop.domain.choice import PublishLevel, ResourceClass
from renkei_desktop.domain.place import Accuracy, Place
from renkei_desktop.domain.resource import Resource
from renkei_desktop.practice.directory.resource_list import Listing, listings
from renkei_desktop.practice.folk.calling import AREA_CODE, Exchange
from renkei_desktop.practice.stream import Seed, Stream
from renkei_desktop.practice.terrain.layout import Layout
from renkei_desktop.practice.terrain.plane import Spot

OFFICE_PHONE = f"{AREA_CODE}-20-2111"
OFFICE_FAX = f"{AREA_CODE}-20-2112"

_DAY = ("月〜金 8:30–17:15", "月〜金 8:45–17:30", "月〜金 9:00–17:00")
_HOURS = {
    "hospital": ("月〜金 8:45–11:30、13:30–16:30",),
    "dental": ("月〜金 9:00–18:00、土 9:00–12:00",),
    "pharmacy": ("月〜金 9:00–18:00、土 9:00–13:00",),
    "visiting_nurse": ("月〜金 8:45–17:30（夜間は電話）",),
    "home_help": ("毎日 7:00–20:00", "月〜土 8:00–19:00"),
    "day_care": ("月〜土 8:30–17:00",),
    "day_rehab": ("月〜金 9:30–15:30",),
    "short_stay": ("毎日（送迎 9:00–16:00）",),
    "special_home": ("面会 毎日 10:00–16:00",),
    "health_facility": ("面会 毎日 13:00–16:30",),
    "group_home": ("毎日",),
    "fire": ("毎日 24時間",),
    "police": ("毎日 24時間",),
    "oxygen_dealer": ("月〜金 9:00–17:30（急ぎは24時間）",),
    "salon": ("第2・第4水曜 10:00–12:00", "毎週火曜 13:30–15:30", "第3木曜 10:00–13:30"),
    "meals": ("月・水・金 16:00–18:00",),
    "transport": ("月〜金 9:00–15:00",),
    "senior_club": ("第1月曜 10:00–12:00", "第2金曜 13:00–15:00"),
    "snow": ("12月〜3月 雪の降った朝", "12月〜3月 土曜の午前"),
    "volunteer": ("第2・第4金曜 13:30–15:30", "水曜 19:00–20:30"),
    "family_group": ("第3土曜 13:30–15:30",),
    "association_hall": ("使う時に開ける（鍵は会長）",),
    "disaster_group": ("集まりは年4回",),
    "shop": ("9:00–18:00（日曜休み）", "8:00–18:30（水曜休み）", "10:00–18:00（不定休）"),
    "barber": ("8:30–18:30（月曜休み）", "9:00–18:00（月曜・第3火曜休み）"),
    "cafe": ("11:00–19:00（木曜休み）", "10:00–17:00（日曜休み）", "17:00–22:00（日曜休み）"),
    "temple": ("いつでも", "日の出から日の入りまで"),
    "bench": ("いつでも", "雪のない間", "8:00–17:00"),
    "newspaper": ("配達 4:30–6:30",),
    "post_office": ("月〜金 9:00–17:00",),
    "bank": ("月〜金 9:00–15:00",),
    "bath": ("10:00–21:00（第2火曜休み）", "14:00–20:00（金曜休み）"),
    "gas_station": ("7:30–19:00", "8:00–18:00（日曜休み）"),
    "taxi": ("6:30–22:00", "一日3便"),
    "field": ("5月〜10月の朝", "雪のない間"),
    "other": ("朝", "毎日", "夕方"),
}
_WITHOUT_PHONE = frozenset({"bench", "field", "other", "temple"})
_NOTES = (
    "担当の人が春に替わった。",
    "駐車は裏に2台。",
    "冬は時間が短くなる。",
    "年度末に内容を確かめること。",
    "災害の時は代表の携帯へ。",
)


def resources(seed: Seed, layout: Layout) -> Iterator[Resource]:
    """All entries of the directory, the formal ones first."""
    chance, exchange, places = seed.stream("resources"), Exchange(30), _Places(seed, layout)
    for number, listing in enumerate(listings()):
        phone = None if _silent(listing, chance) else exchange.fixed()
        fax = exchange.fixed() if phone and _has_fax(listing, chance) else None
        if listing.where == "town_hall" and listing.resource_class is ResourceClass.FORMAL:
            phone, fax = OFFICE_PHONE, OFFICE_FAX
        yield Resource(
            id=seed.record_id("resource", number),
            name=listing.name,
            reading=listing.reading,
            resource_class=listing.resource_class,
            type=listing.type,
            place=places.of(listing, chance),
            phone=phone,
            fax=fax,
            hours=chance.choice(_HOURS.get(listing.type, _DAY)),
            helps_with=listing.helps_with,
            publish=_publish(listing, chance),
            note=chance.choice(_NOTES) if chance.heads(0.12) else None,
        )


def _silent(listing: Listing, chance: Stream) -> bool:
    informal = listing.resource_class is ResourceClass.INFORMAL
    return listing.type in _WITHOUT_PHONE or (informal and chance.heads(0.2))


def _has_fax(listing: Listing, chance: Stream) -> bool:
    return chance.heads(0.92 if listing.resource_class is ResourceClass.FORMAL else 0.25)


def _publish(listing: Listing, chance: Stream) -> PublishLevel:
    """Who watches over whom in the neighbourhood is not for everybody's eyes."""
    if listing.resource_class is ResourceClass.FORMAL:
        return PublishLevel.PUBLIC
    if listing.resource_class is ResourceClass.INFORMAL:
        return PublishLevel.PUBLIC if chance.heads(0.8) else PublishLevel.PARTNERS
    levels = ((PublishLevel.PUBLIC, 3), (PublishLevel.PARTNERS, 5), (PublishLevel.OFFICE, 2))
    return chance.weighted(levels)


class _Places:
    """Where each resource stands: at a landmark, in a hall, in the open, or in a shop."""

    def __init__(self, seed: Seed, layout: Layout) -> None:
        self._layout = layout
        self._halls = dict(zip((q.name for q in layout.quarters), layout.halls, strict=True))
        self._stores = iter(seed.stream("stores in use").shuffled(layout.stores))

    def of(self, listing: Listing, chance: Stream) -> Place:
        spot, address = self._found(listing, chance)
        if listing.where == "near":
            if chance.heads(0.15):
                return Place(address=address)
            accuracy = chance.choice((Accuracy.TOWN_PART, Accuracy.ROUGH, Accuracy.SURVEYED))
        else:
            accuracy = Accuracy.SURVEYED if chance.heads(0.3) else Accuracy.HOUSE
        return Place(address=address, point=self._layout.land.plane.point(spot), accuracy=accuracy)

    def _found(self, listing: Listing, chance: Stream) -> tuple[Spot, str]:
        if listing.where == "store":
            store = next(self._stores)
            return store.door, store.lot.address
        if listing.where in ("hall", "near"):
            hall = self._halls[listing.association]
            near = listing.where == "near"
            return self._beside(hall.door, chance) if near else hall.door, hall.lot.address
        landmark = self._layout.landmark(listing.where)
        return landmark.spot, landmark.address

    def _beside(self, spot: Spot, chance: Stream) -> Spot:
        return spot[0] + chance.uniform(-28, 28), spot[1] + chance.uniform(-28, 28)
