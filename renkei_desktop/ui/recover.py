"""Opening with the paper code: which clerk, the code from the paper, a new password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.pieces.centre import centred
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import card, columns
from renkei_desktop.ui.pieces.labels import label, quiet_text
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.pieces.password import NewPassword
from renkei_desktop.ui.theme import px


class RecoverView(QWidget):
    """`recover(code, clerk, password)` when all of it is typed, `back` to the unlock view."""

    recover = Signal(str, str, str)
    back = Signal()

    def __init__(self, folder: Path, clerks: tuple[str, ...]) -> None:
        super().__init__()
        self.code = Line(hint="例: 7K2M-9QXD-…（32文字）")
        self.clerk = QComboBox()
        self.clerk.addItems(list(clerks))
        self.sentence = label("", "error", wrap=True)
        self.open_button = primary("新しい合言葉で開く", self._try)
        fields = Fields(label_width=132)
        self._code_row = fields.add("紙の合言葉", self.code, must=True)
        fields.add("だれの合言葉か", self.clerk)
        self.password = NewPassword(fields, lambda: (folder.stem, *clerks))
        self.say("")
        self._lay_out(fields)
        self.password.second.entered.connect(self._try)

    def _lay_out(self, fields: Fields) -> None:
        column = card(
            label("紙の合言葉で開く", "title"),
            quiet_text(
                "封筒に入れて金庫などにしまった紙を出してください。大文字と小文字、半角と全角は"
                "区別しません。開くと同時に、新しい合言葉を決めます。"
            ),
            fields,
            self.sentence,
            columns(self.open_button, secondary("もどる", self.back.emit), 1),
            padding=28,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(0))
        outer.addWidget(centred(column, 620))

    def take_focus(self) -> None:
        self.code.setFocus()

    def _try(self) -> None:
        if not self.code.text().strip():
            self.say("紙の合言葉を入れてください。")
            self.code.setFocus()
        elif not self.password.ready:
            self.say(self.password.trouble)
            self.password.first.setFocus()
        else:
            self._wait(True)
            self.recover.emit(self.code.text(), self.clerk.currentText(), self.password.text)

    def refused(self, sentence: str) -> None:
        """The code was refused: what was typed stays, so that one group can be mended."""
        self._wait(False)
        self.say(sentence)
        self.code.setFocus()

    def say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def _wait(self, waiting: bool) -> None:
        self.open_button.setEnabled(not waiting)
        if waiting:
            self.say("")
