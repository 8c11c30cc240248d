"""The columns of the directory, and its tabs."""

from __future__ import annotations

from renkei_desktop.domain.choice import ResourceClass
from renkei_desktop.domain.listing import ResourceRow
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.row_model import Column, Look

TONES = {
    ResourceClass.FORMAL: Tone.BLUE,
    ResourceClass.INFORMAL: Tone.GOOD,
    ResourceClass.NATURAL: Tone.WARNING,
}


def class_words(row: ResourceRow) -> str:
    return row.resource_class.label if row.resource_class else ""


def class_tone(row: ResourceRow) -> Tone:
    return TONES[row.resource_class] if row.resource_class else Tone.PLAIN


COLUMNS = (
    Column("name", "名前", 0, lambda r: r.name, look=Look.NAME, tone=lambda _r: Tone.GOOD),
    Column("class", "区分", 108, class_words, gives_way=2, look=Look.CHIP, tone=class_tone),
    Column("type", "種別", 92, lambda r: r.type, gives_way=3),
    Column("phone", "電話", 146, lambda r: r.phone, gives_way=1),
    Column("contact", "担当者", 88, lambda r: r.contact, gives_way=4),
    Column("address", "住所", 150, lambda r: r.address, False, 6),
    Column("fax", "FAX", 118, lambda r: r.fax, False, 5),
)
