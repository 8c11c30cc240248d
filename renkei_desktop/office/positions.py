"""«位置を直す»: a pin that a clerk has put in its right place by hand."""

from __future__ import annotations

import dataclasses

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.resource import Resource
from renkei_desktop.office.desk import Desk

_PLACED: dict[str, type[Person] | type[Resource]] = {
    Person.KIND: Person,
    Resource.KIND: Resource,
}


def set_right(
    desk: Desk, kind: str, record_id: RecordId, latitude: float, longitude: float
) -> Changes:
    """Puts a person's or a resource's pin where the clerk has put it (degrees); 手置き from now on.

    Raises RenkeiError where the record is gone or the point is not on the earth.
    """
    held = desk.rows.get(_PLACED[kind], record_id)
    if held is None or not held.exists:
        raise RenkeiError(
            "この記録は見つかりません。",
            kept="位置は変えていません。",
            todo="一覧から開きなおしてください。",
        )
    try:
        point = Point(latitude, longitude)
    except ValueError:
        raise RenkeiError(
            "その位置は地図の外です。",
            kept="位置は変えていません。",
            todo="もう一度、地図の上で選んでください。",
        ) from None
    place = held.record.place or Place()
    right = dataclasses.replace(place, point=point, accuracy=Accuracy.SURVEYED)
    with desk.writing("位置を直す") as book:
        book.put(dataclasses.replace(held.record, place=right), held)
    return book.changes
