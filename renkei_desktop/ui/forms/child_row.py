"""One child record in a row: its fields side by side, up, down, remove."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from renkei_desktop.domain.field import Kind, Record
from renkei_desktop.ui.forms.choice_editors import ComboEditor
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.forms.editors import editor_for
from renkei_desktop.ui.forms.field_line import FieldLine, mark
from renkei_desktop.ui.forms.record_part import RecordPart
from renkei_desktop.ui.forms.sections import Section, field_named
from renkei_desktop.ui.forms.surroundings import Surroundings, label_width
from renkei_desktop.ui.forms.text_editors import KanaEditor, TextEditor
from renkei_desktop.ui.pieces import Fields, columns, label, quiet, restyle
from renkei_desktop.ui.pieces.room import cramped
from renkei_desktop.ui.theme import px

_SIDE_BY_SIDE = 3
"""Children with more fields get a labelled line for each."""
_NO_LIMIT = 16_777_215


class ChildRow(QWidget):
    """The fields of one child and the three buttons that every child has."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, section: Section, record: Record, around: Surroundings) -> None:
        super().__init__()
        self.part = RecordPart(record)
        self._words = section.title
        self._around = around
        self._tall = cramped() or len(section.fields) > _SIDE_BY_SIDE
        self._number = label("", "label")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setFixedHeight(px(38))
        if not self._tall:
            self._number.setFixedWidth(px(label_width()))
        self.buttons = self._deeds()
        self.setLayout(self._all_below(section) if self._tall else self._in_a_row(section))
        let_reading_follow(self.part)

    def _in_a_row(self, section: Section) -> QGridLayout:
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(px(8))
        row.addWidget(self._number, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.setColumnMinimumWidth(0, px(label_width() + 4))
        for place, name in enumerate(section.fields, start=1):
            row.addLayout(self._cell(name), 0, place)
            row.setColumnStretch(place, _share(name))
        buttons = columns(*self.buttons, spacing=2)
        row.addLayout(buttons, 0, len(section.fields) + 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _cell(self, name: str) -> QGridLayout:
        _, item = field_named(name)
        editor = editor_for(item, self._around)
        editor.field.setAccessibleName(item.field.label)
        editor.field.setMaximumWidth(_NO_LIMIT)
        _say_what_belongs_here(editor, item.field.label, item.field.hint)
        under = _Under(editor)
        self._take(FieldLine(item, editor, under.remark, under.wrong))
        cell = QGridLayout()
        cell.setVerticalSpacing(px(2))
        cell.addWidget(editor.field, 0, 0)
        cell.addWidget(under.label, 1, 0)
        return cell

    def _all_below(self, section: Section) -> QGridLayout:
        fields = Fields(label_width())
        for name in section.fields:
            _, item = field_named(name)
            editor = editor_for(item, self._around)
            row = fields.add(item.field.label, editor.field, must=item.field.required)
            self._take(FieldLine(item, editor, row.remark, row.wrong))
        whole = QGridLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(columns(self._number, 1, *self.buttons, spacing=2), 0, 0)
        whole.addWidget(fields, 1, 0)
        return whole

    def _take(self, line: FieldLine) -> None:
        self.part.take(line)
        line.editor.edited.connect(self.edited)

    def _deeds(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        up = quiet("↑", lambda: self.moved.emit(-1))
        down = quiet("↓", lambda: self.moved.emit(1))
        out = quiet("消す", self.removed.emit)
        for made, words, width in ((up, "上へ", 30), (down, "下へ", 30), (out, "消す", 52)):
            made.setProperty("compact", True)
            made.setFixedWidth(px(width))
            made.setToolTip(f"{self._words}: {words}")
            made.setAccessibleName(f"{self._words}: {words}")
        return up, down, out

    def stands_at(self, place: int, count: int) -> None:
        """The row shows its place in the list and which ways it can move."""
        self._number.setText(f"{self._words} {place + 1}" if self._tall else str(place + 1))
        up, down, _ = self.buttons
        up.setEnabled(place > 0)
        down.setEnabled(place < count - 1)
        for mover in (up, down):
            mover.setVisible(count > 1)

    def begin(self) -> None:
        """Puts the cursor into the first field."""
        first = next(iter(self.part.lines.values()))
        first.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_focus(self, by: int) -> None:
        """After a move the same button is still under the finger, or its neighbour."""
        up, down, _ = self.buttons
        wanted, other = (up, down) if by < 0 else (down, up)
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)


class _Under:
    """The line under a field in a row."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self.label: QLabel = label("", "remark", wrap=True)
        self.label.hide()

    def remark(self, text: str) -> None:
        self._say(text, "remark")

    def wrong(self, text: str) -> None:
        mark(self._editor, bool(text))
        self._say(text or self._editor.gloss(), "error" if text else "remark")

    def _say(self, text: str, role: str) -> None:
        self.label.setText(text)
        restyle(self.label, "role", role)
        self.label.setVisible(bool(text))


def _share(name: str) -> int:
    """How much of the row a field gets, by what it holds."""
    _, item = field_named(name)
    return {Kind.PHONE: 5, Kind.TERM: 5}.get(item.field.kind, 4)


def _say_what_belongs_here(editor: Editor, words: str, hint: str) -> None:
    if isinstance(editor, TextEditor):
        editor.line.setPlaceholderText(f"{words}（例: {hint}）" if hint else words)
    elif isinstance(editor, ComboEditor):
        editor.call_empty(f"（{words}を選ぶ）")


def let_reading_follow(part: RecordPart) -> None:
    """The reading is taken from the input method while the name beside it is typed."""
    name, reading = part.lines.get("name"), part.lines.get("reading")
    if name is None or reading is None:
        return
    if isinstance(name.editor, TextEditor) and isinstance(reading.editor, KanaEditor):
        reading.editor.follow(name.editor)
