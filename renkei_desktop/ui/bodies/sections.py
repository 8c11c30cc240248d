"""The three sections: 町内会, 民生委員, 渡す相手."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.office import bodies, recipients
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.bodies import columns
from renkei_desktop.ui.bodies.body_section import BodySection
from renkei_desktop.ui.intake.paste_section import AssociationsSection, CommissionersSection

_ENDED = "これからは一覧に出ません。これまでの記録は残り、元に戻すこともできます。"


class AssociationList(BodySection):
    name = "associations"
    title = noun = "町内会"
    explanation = (
        "会長や担当の民生委員が替わったら、ここで直します。町内会は、自分の区域の名簿を"
        "渡す相手としても登録されます。"
    )
    kinds = ("association", "commissioner")
    empty = "町内会を一つずつ足すか、まとめて貼り付けて入れてください。"
    titles = columns.ASSOCIATIONS
    pasting = AssociationsSection
    ending = _ENDED

    def id_of(self, line: Any) -> RecordId:
        return line.association

    def lines(self, desk: Desk) -> Sequence[Any]:
        return bodies.association_lines(desk)

    def card(self, desk: Desk, record: RecordId) -> Any:
        return bodies.association_card(desk, record)

    def record_of(self, card: Any) -> Record:
        return card.association

    def blank(self, record: RecordId) -> Record:
        return NeighbourhoodAssociation(id=record)

    def add(self, desk: Desk, record: Any) -> Changes:
        return bodies.add_association(desk, record)

    def correct(self, desk: Desk, card: Any, record: Any) -> Changes:
        return bodies.save_association(desk, card, record)

    def end(self, desk: Desk, card: Any) -> Changes:
        return bodies.end_association(desk, card)

    def hindrance(self, card: Any) -> RenkeiError | None:
        return bodies.hindrance(card)


class CommissionerList(BodySection):
    name = "commissioners"
    title = noun = "民生委員"
    explanation = (
        "新しい民生委員を足すと、名簿を渡す相手としても登録されます。"
        "どの町内会の担当かは、町内会の票で選びます。"
    )
    kinds = ("commissioner", "association")
    empty = "民生委員を一人ずつ足すか、まとめて貼り付けて入れてください。"
    titles = columns.COMMISSIONERS
    pasting = CommissionersSection
    ending = _ENDED

    def id_of(self, line: Any) -> RecordId:
        return line.commissioner

    def lines(self, desk: Desk) -> Sequence[Any]:
        return bodies.commissioner_lines(desk)

    def card(self, desk: Desk, record: RecordId) -> Any:
        return bodies.commissioner_card(desk, record)

    def record_of(self, card: Any) -> Record:
        return card.commissioner

    def blank(self, record: RecordId) -> Record:
        return WelfareCommissioner(id=record)

    def add(self, desk: Desk, record: Any) -> Changes:
        return bodies.add_commissioner(desk, record)

    def correct(self, desk: Desk, card: Any, record: Any) -> Changes:
        return bodies.save_commissioner(desk, card, record)

    def end(self, desk: Desk, card: Any) -> Changes:
        return bodies.end_commissioner(desk, card)

    def hindrance(self, card: Any) -> RenkeiError | None:
        return bodies.hindrance(card)


class RecipientList(BodySection):
    name = "recipients"
    title = noun = "渡す相手"
    explanation = (
        "消防署、警察署、社会福祉協議会など、名簿や一覧を渡す相手です。"
        "町内会と民生委員は、足したときにここにも入ります。"
    )
    kinds = ("recipient", "association", "commissioner")
    empty = "渡す相手がまだありません。消防署や警察署など、名簿を渡す相手を足してください。"
    titles = columns.RECIPIENTS
    ending = "これからは渡す相手に選べません。これまでに渡した記録は残ります。"

    def id_of(self, line: Any) -> RecordId:
        return line.recipient

    def lines(self, desk: Desk) -> Sequence[Any]:
        return recipients.recipient_lines(desk)

    def card(self, desk: Desk, record: RecordId) -> Any:
        return recipients.recipient_card(desk, record)

    def record_of(self, card: Any) -> Record:
        return card.recipient

    def blank(self, record: RecordId) -> Record:
        return Recipient(id=record)

    def add(self, desk: Desk, record: Any) -> Changes:
        return recipients.add_recipient(desk, record)

    def correct(self, desk: Desk, card: Any, record: Any) -> Changes:
        return recipients.save_recipient(desk, card, record)

    def end(self, desk: Desk, card: Any) -> Changes:
        return recipients.end_recipient(desk, card)

    def caution(self, card: Any) -> str:
        out = card.not_returned
        return f"まだ返っていない写しが{out}部あります。返してもらってください。" if out else ""
