"""設定: size of the type and minutes until locking; they belong to this PC, not to the office."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from renkei_desktop.ui.forms.choice_editors import Option, Segments
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.preferences import LOCK_MINUTES
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.theme import SCALES

_SIZES = ("ふつう", "大きい", "もっと大きい", "とても大きい")


class WindowSection(Section):
    """`sized(scale)` and `locks_after(minutes)` are said when another choice is made."""

    name = "window"
    title = "文字の大きさ・ロック"
    explanation = "このパソコンだけの設定です。"

    sized = Signal(float)
    locks_after = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.size_choice = Segments([Option(s, w) for s, w in zip(SCALES, _SIZES, strict=True)])
        self.lock_choice = Segments([Option(m, f"{m}分") for m in LOCK_MINUTES])
        fields = Fields(label_width=132)
        fields.add("文字の大きさ", self.size_choice)
        fields.add(
            "自動のロック",
            self.lock_choice,
            hint="この間、だれも触らなければ画面をロックします。いますぐなら Ctrl+L です。",
        )
        self.fill(fields)
        self.size_choice.chosen.connect(self._told(self.size_choice, self.sized.emit))
        self.lock_choice.chosen.connect(self._told(self.lock_choice, self.locks_after.emit))

    def _told(self, choice: Segments, say: Callable[[object], None]) -> Callable[[], None]:
        def run() -> None:
            if choice.value is None:
                self.shown()
            else:
                say(choice.value)

        return run

    def shown(self) -> None:
        place = self.session.workplace
        if place is not None:
            self.size_choice.show_value(place.preferences.scale)
            self.lock_choice.show_value(place.preferences.lock_minutes)
