"""What every editor of one field has in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.text.fold import my_number_like
from renkei_desktop.domain.wire import Json

MY_NUMBER = "マイナンバーらしい12けたの番号は保存できません。消してください。"


class Editor(QObject):
    """Edits one value in the widget `field`.

    Subclasses give `value`, `show_value`, `draft` and `resume`. `edited` is emitted whenever the
    clerk changes something, never by `show_value` or `resume`.
    """

    edited = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.field = field

    def value(self) -> Any:
        """The value as it would be stored; while `trouble` says something it may be None."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Shows a stored value; None for an empty field."""
        raise NotImplementedError

    def trouble(self) -> str:
        """What is wrong with what was typed, as one sentence for the screen; empty if nothing."""
        return ""

    def gloss(self) -> str:
        """What the typed text means, shown quietly under the field; empty if it needs no words."""
        return ""

    def draft(self) -> Json:
        """What was typed, finished or not, so that it survives a phone call and a crash."""
        raise NotImplementedError

    def resume(self, draft: Json) -> None:
        """Shows again what `draft` kept."""
        raise NotImplementedError


def refused(text: str) -> str:
    """The sentence for a text that must never be stored; empty for any other text."""
    return MY_NUMBER if my_number_like(text) else ""
