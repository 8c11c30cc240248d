"""What is to be given to whom, and why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from renkei_desktop.domain.choice import Purpose, RecipientClass, Situation
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.ui.forms.choice_editors import ComboEditor, Option, SegmentEditor
from renkei_desktop.ui.forms.text_editors import TextEditor
from renkei_desktop.ui.pieces import FieldRow, Fields, columns, group, quiet, stack
from renkei_desktop.ui.pieces.flow import FlowRow
from renkei_desktop.ui.theme import px

_PAUSE_MS = 350
_NO_RECIPIENT = "渡す相手がまだありません。"
_SIZES = (Option(1.0, "ふつう"), Option(1.25, "大きく"), Option(1.5, "とても大きく"))


class RequestCard(QFrame):
    """The questions; `asked` comes after a short pause in answering them.

    `recipient_wanted` when the one to be given to is not among those that can be chosen; `lonely`
    while there is nobody at all.
    """

    asked = Signal()
    recipient_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._situation = Situation.ORDINARY
        self._recipients: dict[RecordId, Recipient] = {}
        self.lonely = False
        self.paper = SegmentEditor(Option(paper, paper.label) for paper in Paper)
        self.recipient = ComboEditor((), empty="（渡す相手を選ぶ）")
        self.purpose = ComboEditor(Option(p, p.label) for p in Purpose)
        self.reason = TextEditor("例: 冬の見守りに使うため")
        self.decided_by = TextEditor("例: 町長 山田 太郎")
        self.type_size = SegmentEditor(_SIZES)
        self.with_care = QCheckBox("要介護度と要点も載せる")
        self.areas = _Areas()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self._lay_out()
        self.paper.show_value(Paper.ROSTER)
        self.purpose.show_value(Purpose.ROSTER)
        self.type_size.show_value(1.0)
        self._fit_to_paper()

    def _lay_out(self) -> None:
        fields = Fields(108)
        fields.add("書類", self.paper.field)
        self.add_button = quiet("渡す相手を足す", self.recipient_wanted.emit)
        self._recipient_row = fields.add("渡す相手", self.recipient.field, must=True)
        fields.add("", _at_the_left(self.add_button))
        self._purpose_row = fields.add("目的", self.purpose.field)
        self._reason_row = fields.add("渡す理由", self.reason.field, must=True)
        self._decided_row = fields.add("決めた人", self.decided_by.field, must=True)
        self._areas_row = fields.add("町内会", self.areas)
        self._care_row = fields.add("項目", self.with_care)
        fields.add("字の大きさ", self.type_size.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, px(6), 0)
        layout.setSpacing(px(10))
        layout.addWidget(group("渡すもの"))
        layout.addWidget(fields)
        for editor in self._editors():
            editor.edited.connect(self._edited)
        self.paper.edited.connect(self._fit_to_paper)
        self.recipient.edited.connect(self._offer_areas)
        self.with_care.toggled.connect(lambda _on: self._edited())
        self.areas.turned.connect(self._edited)

    def _editors(self):  # type: ignore[no-untyped-def]
        return (
            self.paper,
            self.recipient,
            self.purpose,
            self.reason,
            self.decided_by,
            self.type_size,
        )

    def offer(
        self,
        recipients: Iterable[Recipient],
        associations: Iterable[NeighbourhoodAssociation],
        situation: Situation,
    ) -> None:
        """The recipients and bodies to choose from; at 災害時 somebody must have decided."""
        chosen = self.recipient.value()
        self._recipients = {r.id: r for r in recipients}
        self.lonely = not self._recipients
        self._situation = situation
        self.recipient.offer(Option(i, r.name or "") for i, r in self._recipients.items())
        self.recipient.show_value(chosen if chosen in self._recipients else None)
        self._recipient_row.remark("" if self._recipients else _NO_RECIPIENT)
        self.areas.hold(associations)
        self._offer_areas()
        self._fit_to_paper()

    @property
    def request(self) -> Request | None:
        """What is asked for; None without a recipient."""
        if self.recipient.value() is None:
            return None
        return Request(
            paper=self.paper.value() or Paper.ROSTER,
            recipient=self.recipient.value(),
            reason=self.reason.value() or "",
            purpose=self.purpose.value() or Purpose.ROSTER,
            associations=self.areas.chosen if self._bound else None,
            with_care=self.with_care.isChecked(),
            decided_by=self.decided_by.value() or "",
            scale=self.type_size.value() or 1.0,
        )

    @property
    def _bound(self) -> bool:
        return self.paper.value() is Paper.ROSTER and not self.areas.isHidden()

    def show_paper(self, paper: Paper) -> None:
        """Another page asked for this paper."""
        self.paper.show_value(paper)
        self._fit_to_paper()
        self._edited()

    def begin(self) -> None:
        """The cursor goes to the first question that is not answered."""
        first = self.recipient if self.recipient.value() is None else self.reason
        first.field.setFocus()

    def _edited(self) -> None:
        self._pause.start()

    def _fit_to_paper(self) -> None:
        """A directory needs no purpose and no 町内会; only a disaster needs who decided."""
        roster = self.paper.value() is not Paper.WINDOWS
        rows: tuple[tuple[FieldRow, bool], ...] = (
            (self._purpose_row, roster),
            (self._care_row, roster),
            (self._areas_row, roster and self.areas.offered),
            (self._decided_row, self._situation is Situation.DISASTER),
        )
        for row, shown in rows:
            row.show(shown)

    def _offer_areas(self) -> None:
        """A 町内会 or 民生委員 gets its own area; anybody else may get a part of the town."""
        recipient = self._recipients.get(self.recipient.value() or "")
        own = (RecipientClass.ASSOCIATION, RecipientClass.COMMISSIONER)
        self.areas.offer(recipient is not None and recipient.recipient_class not in own)
        self._fit_to_paper()


def _at_the_left(button: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(columns(button, 1))
    return holder


class _Areas(QWidget):
    """Which 町内会 are on the list: all of them, or those that are ticked."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[RecordId, QCheckBox] = {}
        self.offered = False
        self.which = SegmentEditor((Option(False, "すべて"), Option(True, "選ぶ")))
        self.which.show_value(False)
        self._flow = FlowRow(px(10))
        self._flow.hide()
        self.setLayout(stack(self.which.field, self._flow, spacing=4))
        self.setFocusProxy(self.which.field)
        self.which.edited.connect(self._turn)

    def _turn(self) -> None:
        self._flow.setVisible(bool(self.which.value()))
        self.turned.emit()

    def hold(self, associations: Iterable[NeighbourhoodAssociation]) -> None:
        known = {a.id: a.name or "" for a in associations}
        if known.keys() == self._boxes.keys():
            return
        for box in self._boxes.values():
            self._flow.flow.removeWidget(box)
            box.deleteLater()
        self._boxes = {i: self._box(name) for i, name in known.items()}

    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox(name)
        box.toggled.connect(lambda _on: self.turned.emit())
        self._flow.flow.addWidget(box)
        return box

    def box(self, association: RecordId) -> QCheckBox:
        """The box of one 町内会."""
        return self._boxes[association]

    def offer(self, offered: bool) -> None:
        """Whether there is anything to choose for this recipient."""
        self.offered = offered and bool(self._boxes)

    @property
    def chosen(self) -> tuple[RecordId, ...] | None:
        """The ticked ones; None where everything is wanted."""
        if not self.which.value():
            return None
        return tuple(i for i, box in self._boxes.items() if box.isChecked())
