"""The columns of the three lists; the least needed step aside in large type."""

from __future__ import annotations

from renkei_desktop.office.recipients import RecipientLine
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.row_model import Column, Look


def _class_words(line: RecipientLine) -> str:
    return line.recipient_class.label if line.recipient_class else ""


def _calm(_line: object) -> Tone:
    return Tone.GOOD


ASSOCIATIONS = (
    Column("name", "町内会", 0, lambda r: r.name, look=Look.NAME, tone=_calm, least=150),
    Column("reading", "よみ", 160, lambda r: r.reading, gives_way=4),
    Column("head", "会長", 130, lambda r: r.head, gives_way=2),
    Column("phone", "会長の電話", 150, lambda r: r.phone, gives_way=3),
    Column("commissioner", "担当の民生委員", 136, lambda r: r.commissioner, gives_way=1),
)
COMMISSIONERS = (
    Column("name", "氏名", 150, lambda r: r.name, look=Look.NAME, tone=_calm),
    Column("reading", "よみ", 170, lambda r: r.reading, gives_way=3),
    Column("phone", "電話", 150, lambda r: r.phone, gives_way=2),
    Column("associations", "担当の町内会", 0, lambda r: "・".join(r.associations), least=200),
)
RECIPIENTS = (
    Column("name", "名前", 0, lambda r: r.name, look=Look.NAME, tone=_calm, least=190),
    Column("class", "区分", 190, _class_words, gives_way=1),
    Column("bound", "結びつき", 140, lambda r: r.bound, gives_way=2),
    Column("phone", "電話", 150, lambda r: r.phone, gives_way=3),
)
