"""Editors for names, notes, readings and phone numbers."""

from __future__ import annotations

from renkei_desktop.domain.text.kana import is_reading, to_hiragana
from renkei_desktop.domain.text.phone import split_phone
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.editor import Editor, refused
from renkei_desktop.ui.pieces.line import Line, Lines
from renkei_desktop.ui.theme import px


class TextEditor(Editor):
    """One line of text; the very characters that were typed are kept."""

    def __init__(self, hint: str = "", *, width: int | None = None) -> None:
        self._line = Line(hint=hint)
        super().__init__(self._line)
        if width is not None:
            self._line.setMaximumWidth(px(width))
        self._line.textEdited.connect(self.edited)

    @property
    def line(self) -> Line:
        return self._line

    def value(self) -> str | None:
        return self._line.text().strip() or None

    def show_value(self, value: str | None) -> None:
        self._line.setText(value or "")

    def trouble(self) -> str:
        return refused(self._line.text())

    def draft(self) -> Json:
        return self._line.text()

    def resume(self, draft: Json) -> None:
        self._line.setText(draft if isinstance(draft, str) else "")


class NoteEditor(Editor):
    """Several lines of free text."""

    def __init__(self, hint: str = "") -> None:
        self._lines = Lines(hint=hint)
        super().__init__(self._lines)
        self._lines.textChanged.connect(self._changed)
        self._silent = False

    def _changed(self) -> None:
        if not self._silent:
            self.edited.emit()

    def value(self) -> str | None:
        return self._lines.toPlainText().strip() or None

    def show_value(self, value: str | None) -> None:
        self._silent = True
        self._lines.setPlainText(value or "")
        self._silent = False

    def trouble(self) -> str:
        return refused(self._lines.toPlainText())

    def draft(self) -> Json:
        return self._lines.toPlainText()

    def resume(self, draft: Json) -> None:
        self.show_value(draft if isinstance(draft, str) else "")


class KanaEditor(TextEditor):
    """A reading: kept in hiragana, with single spaces. It may follow the name beside it."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint, width=320)
        self._own = False
        self._line.textEdited.connect(self._typed_by_hand)

    def follow(self, name: TextEditor) -> None:
        """Takes the reading from the input method while the name is typed, unless typed by hand."""
        name.line.heard.connect(self._hear)
        name.line.textEdited.connect(self._keep_step)

    def value(self) -> str | None:
        return " ".join(to_hiragana(self._line.text()).split()) or None

    def show_value(self, value: str | None) -> None:
        super().show_value(value)
        self._own = bool(value)

    def trouble(self) -> str:
        reading = self.value()
        if reading is None or is_reading(reading):
            return ""
        return refused(reading) or "よみは、ひらがなで入力してください。"

    def resume(self, draft: Json) -> None:
        super().resume(draft)
        self._own = bool(draft)

    def _hear(self, kana: str) -> None:
        if self._own:
            return
        self._line.setText(self._line.text() + kana)
        self.edited.emit()

    def _typed_by_hand(self, text: str) -> None:
        self._own = bool(text)

    def _keep_step(self, name: str) -> None:
        """A name that is emptied empties its reading; a space between the parts stands in both."""
        if self._own:
            return
        reading = self._line.text()
        if not name and reading:
            self._line.clear()
            self.edited.emit()
        elif name[-1:].isspace() and reading and not reading[-1].isspace():
            self._line.setText(reading + " ")


class PhoneEditor(TextEditor):
    """A phone number in one spelling, with the town's area code; doubted, never refused."""

    def __init__(self, area_code: str = "", hint: str = "") -> None:
        super().__init__(hint, width=240)
        self._area_code = area_code
        self._line.editingFinished.connect(self._write_out)

    def value(self) -> str | None:
        return split_phone(self._line.text(), self._area_code).number or None

    def gloss(self) -> str:
        return split_phone(self._line.text(), self._area_code).doubt or ""

    def _write_out(self) -> None:
        read = split_phone(self._line.text(), self._area_code)
        # What was written beside the number stays in sight; it is the clerk's to move.
        if not read.note and not read.doubt:
            self._line.setText(read.number)
