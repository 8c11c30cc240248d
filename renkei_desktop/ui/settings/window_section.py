"""設定: size of the type and minutes until locking; they belong to this PC, not to the office."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from renkei_desktop.ui.forms.choice_editors import Combo
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import stack
from renkei_desktop.ui.preferences import LOCK_MINUTES
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.theme import SCALES

_SIZES = ("ふつう", "大きい（1.25倍）", "もっと大きい（1.5倍）", "とても大きい（2倍）")


class WindowSection(Section):
    """`sized(scale)` and `locks_after(minutes)` are said when another choice is made."""

    name = "window"
    title = "文字の大きさ・ロック"
    explanation = "このパソコンだけの設定です。"

    sized = Signal(float)
    locks_after = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._group = QButtonGroup(self)
        self.sizes = {scale: QRadioButton(w) for scale, w in zip(SCALES, _SIZES, strict=True)}
        self.minutes = Combo()
        for minutes in LOCK_MINUTES:
            self.minutes.addItem(f"{minutes}分", minutes)
        fields = Fields(label_width=132)
        fields.add("文字の大きさ", self._list())
        fields.add(
            "自動のロック",
            self.minutes,
            hint="この間、だれも触らなければ画面をロックします。いますぐなら Ctrl+L です。",
        )
        self.fill(fields)
        self.minutes.activated.connect(
            lambda _at: self.locks_after.emit(self.minutes.currentData())
        )

    def _list(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(stack(*self.sizes.values(), spacing=2))
        for scale, choice in self.sizes.items():
            self._group.addButton(choice)
            choice.clicked.connect(lambda _on, scale=scale: self.sized.emit(scale))
        return holder

    def shown(self) -> None:
        place = self.session.workplace
        if place is not None:
            self.sizes[place.preferences.scale].setChecked(True)
            self.minutes.setCurrentIndex(LOCK_MINUTES.index(place.preferences.lock_minutes))
