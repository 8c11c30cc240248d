"""Coming back from a backup: the file, where the office shall lie, who it is, her password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from renkei_desktop.ui.folders import free
from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.pieces.centre import centred
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import card, columns
from renkei_desktop.ui.pieces.labels import label, quiet_text
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.pieces.password_line import PasswordLine


class RestoreView(QWidget):
    """`chosen(file)` asks for the names in a backup (`show_clerks` answers); `restore(file, folder,
    clerk, password)` when all of it is there; `doubt` judges the folder."""

    chosen = Signal(object)
    restore = Signal(object, object, str, str)
    back = Signal()

    def __init__(self, doubt: Callable[[Path], str | None], parent_folder: Path) -> None:
        super().__init__()
        self._doubt = doubt
        self._parent = parent_folder
        self.file: Path | None = None
        self.file_line = _told("まだ選んでいません")
        self.folder_line = Line()
        self.clerk = QComboBox()
        self.password = PasswordLine(moves_on=False)
        self.sentence = label("", "error", wrap=True)
        self.restore_button = primary("控えから戻す", self._try)
        self.say("")
        self._lay_out()
        self.folder_line.textChanged.connect(lambda _text: self._judge())
        self.password.entered.connect(self._try)

    def _lay_out(self) -> None:
        fields = Fields(label_width=132)
        pick = secondary("控えを選ぶ", self._pick_file)
        fields.add("控えのファイル", _beside(self.file_line, pick))
        self._folder_row = fields.add(
            "戻す場所", _beside(self.folder_line, secondary("選ぶ", self._pick_folder))
        )
        fields.add("職員", self.clerk)
        fields.add("合言葉", self.password, hint="控えを取ったときの合言葉です。")
        column = card(
            label("控えから戻す", "title"),
            quiet_text(
                "いまある台帳は消えません。別のフォルダーに、控えの日の台帳を作ります。"
                "その日からあとの同意と渡した部数は、紙で確かめてください。"
            ),
            fields,
            self.sentence,
            columns(self.restore_button, secondary("もどる", self.back.emit), 1),
            padding=28,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(column, 680))

    def _pick_file(self) -> None:
        found, _kind = QFileDialog.getOpenFileName(self, "控えを選ぶ", str(self._parent))
        if found:
            self.take_file(Path(found))

    def take_file(self, file: Path) -> None:
        """This backup: its names are asked for, a place is proposed."""
        self.file = file
        self.file_line.setText(file.name)
        self.folder_line.setText(str(free(self._parent, file.stem.split("_")[0])))
        self.say("")
        self.chosen.emit(file)

    def show_clerks(self, clerks: tuple[str, ...]) -> None:
        self.clerk.clear()
        self.clerk.addItems(list(clerks))
        self.password.setFocus()

    def _pick_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "台帳を置くフォルダー", str(self._parent))
        if found:
            stem = Path(self.folder_line.text()).stem or "台帳"
            self.folder_line.setText(str(free(Path(found), stem)))

    def _judge(self) -> None:
        text = self.folder_line.text().strip()
        self._folder_row.wrong(self._doubt(Path(text)) or "" if text else "")

    def _try(self) -> None:
        folder = self.folder_line.text().strip()
        if self.file is None:
            self.say("控えのファイルを選んでください。")
        elif not folder or self._folder_row.is_wrong:
            self.say("戻す場所を確かめてください。")
        elif not self.password.text():
            self.say("合言葉を入れてください。")
        else:
            self.restore_button.setEnabled(False)
            self.say("")
            self.restore.emit(
                self.file, Path(folder), self.clerk.currentText(), self.password.text()
            )

    def refused(self, sentence: str) -> None:
        self.restore_button.setEnabled(True)
        self.password.clear()
        self.say(sentence)

    def say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def take_focus(self) -> None:
        self.setFocus()


def _told(words: str) -> Line:
    line = Line(words)
    line.setReadOnly(True)
    return line


def _beside(line: Line, button: QPushButton) -> QWidget:
    holder = QWidget()
    row = columns(line, button)
    row.setStretch(0, 1)
    holder.setLayout(row)
    holder.setFocusProxy(line)
    return holder
