"""The paper code: shown once, printed or written down, and typed back to be sure."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from renkei_desktop.ui import theme
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import card
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.plain_sheet import PlainSheet
from renkei_desktop.ui.sheet_printer import SheetPrinter
from renkei_desktop.ui.theme import px

_A_LINE = 4
_BY_HAND = "このパソコンにはプリンターがないので、紙に大きく書き写してください。"
_MEANT = str.maketrans("OIL", "011")


class PaperCode(QWidget):
    """`confirmed` is said once the code was typed back as it stands on the paper."""

    confirmed = Signal()

    def __init__(self, town: str) -> None:
        super().__init__()
        self._town = town
        self._code = ""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(10))
        self.typed = Line(hint="紙を見て、ここに打ち直してください", moves_on=False)
        self.printer = SheetPrinter("紙に印刷する", self._sheet, without=_BY_HAND)
        fields = Fields(label_width=132)
        self._row = fields.add("打ち直し", self.typed, must=True)
        frame = card(role="panel", padding=20)
        inner = frame.layout()
        if isinstance(inner, QVBoxLayout):
            inner.addLayout(self._grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(frame)
        layout.addWidget(self.printer)
        layout.addWidget(fields)
        self.typed.textChanged.connect(lambda _text: self._judge())

    def show_code(self, code: str) -> None:
        """Shows a new code; an empty one takes it away from the screen."""
        self._code = code
        self.typed.clear()
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for number, group in enumerate(_groups(code)):
            self._grid.addWidget(_cell(number + 1, group), number // _A_LINE, number % _A_LINE)

    @property
    def is_confirmed(self) -> bool:
        """Whether what was typed back is the code, however it was written."""
        return bool(self._code) and letters(self.typed.text()) == letters(self._code)

    def _judge(self) -> None:
        wrong = first_wrong_group(self.typed.text(), self._code)
        self._row.wrong(f"{wrong}番目のまとまりが違います。" if wrong else "")
        self._row.remark("紙と同じです。" if self.is_confirmed else "")
        if self.is_confirmed:
            self.confirmed.emit()

    def _sheet(self) -> PlainSheet:
        return PlainSheet(
            f"紙の合言葉　{self._town}",
            (
                "職員の合言葉が分からなくなったとき、この紙で台帳を開き、新しい合言葉を決められます。",
                "封筒に入れて封をし、金庫など、鍵のかかるところにしまってください。",
                "この紙を写真に撮ったり、パソコンに写したりしないでください。",
            ),
            tuple(_groups(self._code)),
        )


def letters(text: str) -> str:
    """A code without dashes and spaces, in one width and case, with look-alikes as meant."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_MEANT)
    return "".join(c for c in plain if c.isascii() and c.isalnum())


def first_wrong_group(typed: str, code: str) -> int:
    """The number of the first group that cannot be right any more, 0 where there is none yet."""
    given, wanted = letters(typed), letters(code)
    if wanted.startswith(given):
        return 0
    at = next(i for i, c in enumerate(given) if i >= len(wanted) or wanted[i] != c)
    return min(at // _A_LINE + 1, 8)


def _groups(code: str) -> list[str]:
    return [group for group in code.split("-") if group]


def _cell(number: int, group: str) -> QWidget:
    holder = QWidget()
    row = QVBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(label(str(number), "reading"), alignment=Qt.AlignmentFlag.AlignHCenter)
    row.addWidget(_large(group), alignment=Qt.AlignmentFlag.AlignHCenter)
    return holder


def _large(group: str) -> QLabel:
    """Fixed-width type in which 0 and 8, 5 and S are told apart."""
    made = label(group)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(px(theme.now().sizes.title))
    font.setBold(True)
    made.setFont(font)
    made.setProperty("role", "code")
    return made
