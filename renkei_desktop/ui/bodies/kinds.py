"""What the three kinds say of themselves: their words, their columns, their deeds in the office."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, ClassVar

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.wire import Json
from renkei_desktop.office import bodies, recipients
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.shown import recalled
from renkei_desktop.ui.bodies import columns
from renkei_desktop.ui.forms.sections import ASSOCIATION, COMMISSIONER, RECIPIENT
from renkei_desktop.ui.pieces.row_model import Column

_ENDED = "これからは一覧に出ません。これまでの記録は残り、元に戻すこともできます。"


class BodyKind:
    """A kind of record with a list and a form of its own; deeds run on the desk thread."""

    noun: ClassVar[str]
    form: ClassVar[str]
    """The form, and the kind of record that it is made of."""
    told_by: ClassVar[tuple[str, ...]]
    """The kinds of record that the list tells of."""
    empty: ClassVar[str]
    titles: ClassVar[tuple[Column, ...]]
    ending: ClassVar[str]
    """What stays and what goes when one is ended."""

    def id_of(self, line: Any) -> RecordId:
        """The record behind a line of the list."""
        raise NotImplementedError

    def lines(self, desk: Desk) -> Sequence[Any]:
        """Everything that stands, on the desk thread."""
        raise NotImplementedError

    def card(self, desk: Desk, record: RecordId) -> Any:
        """One of them with what stands around it, on the desk thread."""
        raise NotImplementedError

    def record_of(self, card: Any) -> Record:
        """The record that the form of this card changes."""
        raise NotImplementedError

    def as_shown(self, card: Any, kept: Json) -> Any:
        """The card as a half-typed form had shown it, from what its draft kept."""
        before = recalled(kept, card.card)
        record = self.record_of(card)
        shown = {record.KIND: before.helds[record.id].record}
        return dataclasses.replace(card, card=before, **shown)

    def blank(self, record: RecordId) -> Record:
        """A new one under this id."""
        raise NotImplementedError

    def add(self, desk: Desk, record: Any) -> Changes:
        """Enters a new one, on the desk thread."""
        raise NotImplementedError

    def correct(self, desk: Desk, card: Any, record: Any) -> Changes:
        """Saves a changed one, on the desk thread."""
        raise NotImplementedError

    def end(self, desk: Desk, card: Any) -> Changes:
        """Ends one, on the desk thread."""
        raise NotImplementedError

    def hindrance(self, _card: Any) -> RenkeiError | None:
        """Why it cannot be ended yet."""
        return None

    def caution(self, _card: Any) -> str:
        """What to think of before it is ended."""
        return ""


class AssociationKind(BodyKind):
    noun = "町内会"
    form = ASSOCIATION
    told_by = ("association", "commissioner")
    empty = "町内会を一つずつ足すか、まとめて貼り付けて入れてください。"
    titles = columns.ASSOCIATIONS
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


class CommissionerKind(BodyKind):
    noun = "民生委員"
    form = COMMISSIONER
    told_by = ("commissioner", "association")
    empty = "民生委員を一人ずつ足すか、まとめて貼り付けて入れてください。"
    titles = columns.COMMISSIONERS
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


class RecipientKind(BodyKind):
    noun = "渡す相手"
    form = RECIPIENT
    told_by = ("recipient", "association", "commissioner")
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
