"""The unlock view: who it is, and her password. Light: it is the first thing after a start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from renkei_desktop.ui.pieces.buttons import button, primary, quiet
from renkei_desktop.ui.pieces.centre import centred
from renkei_desktop.ui.pieces.frames import card, columns
from renkei_desktop.ui.pieces.labels import label, quiet_text, restyle
from renkei_desktop.ui.pieces.password_line import CAPS, PasswordLine


class UnlockView(QWidget):
    """`unlock(clerk, password)` is said when the clerk wants to come in.

    `clerks` are shown as big choices; `locked` says that the office was open a moment ago.
    In a throw-away practice town (`practice`) no password is asked.
    """

    unlock = Signal(str, str)
    by_code = Signal()
    elsewhere = Signal()

    def __init__(
        self,
        folder: Path,
        clerks: tuple[str, ...],
        *,
        clerk: str = "",
        locked: bool = False,
        practice: bool = False,
    ) -> None:
        super().__init__()
        self._practice = practice
        self._group = QButtonGroup(self)
        self.password = PasswordLine(moves_on=False)
        self.sentence = label("", "error", wrap=True)
        self.open_button = primary("開く", self._try)
        self._lay_out(folder.stem, clerks, locked)
        self.say("")
        self.password.entered.connect(self._try)
        self.password.caps.connect(self._say_caps)
        self.password.textChanged.connect(lambda _text: self._typed())
        self._choose(clerk if clerk in clerks else clerks[0] if len(clerks) == 1 else "")

    def _lay_out(self, town: str, clerks: tuple[str, ...], locked: bool) -> None:
        heading = "画面をロックしています" if locked else f"{town} の台帳"
        secret = () if self._practice else (label("合言葉", "label"), self.password)
        column = card(
            label(heading, "title"),
            quiet_text(self._explanation(clerks, locked)),
            *map(self._clerk, clerks),
            *secret,
            self.sentence,
            columns(self.open_button, *self._ways(locked), 1),
            padding=28,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(column, 520))

    def _explanation(self, clerks: tuple[str, ...], locked: bool) -> str:
        if self._practice:
            return "練習の町です。合言葉は要りません。"
        kept = "書きかけの内容は、暗号にして残してあります。" if locked else ""
        who = "名前を選んで、" if len(clerks) > 1 else ""
        return f"{kept}{who}合言葉を入れてください。"

    def _ways(self, locked: bool) -> tuple[QPushButton, ...]:
        if self._practice:
            return ()
        code = quiet("紙の合言葉で開く", self.by_code.emit)
        return (code,) if locked else (code, quiet("ほかの台帳を開く", self.elsewhere.emit))

    def _clerk(self, name: str) -> QPushButton:
        made = button(name, "big")
        made.setCheckable(True)
        self._group.addButton(made)
        made.clicked.connect(lambda _checked: self.password.setFocus())
        return made

    def _choose(self, clerk: str) -> None:
        for made in self._group.buttons():
            if made.text() == clerk:
                made.setChecked(True)

    @property
    def clerk(self) -> str:
        """The name that is chosen, or an empty text."""
        chosen = self._group.checkedButton()
        return chosen.text() if chosen else ""

    def take_focus(self) -> None:
        """Puts the cursor where the clerk goes on."""
        if self._practice:
            self.open_button.setFocus()
        elif self.clerk:
            self.password.setFocus()
        else:
            self._group.buttons()[0].setFocus()

    def _try(self) -> None:
        if not self.open_button.isEnabled():
            return
        if not self.clerk:
            self.say("だれが使うのか、名前を選んでください。")
        elif not self.password.text() and not self._practice:
            self.say("合言葉を入れてください。")
            self.password.setFocus()
        else:
            self._wait(True)
            self.unlock.emit(self.clerk, self.password.text())

    def refused(self, sentence: str) -> None:
        """The way in was refused: says why and lets the clerk try again."""
        self._wait(False)
        self.password.clear()
        self.say(sentence)
        self.password.setFocus()

    def say(self, sentence: str, role: str = "error") -> None:
        """A sentence above the button."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        restyle(self.sentence, "role", role)

    def _wait(self, waiting: bool) -> None:
        self.open_button.setEnabled(not waiting)
        self.open_button.setText("開いています" if waiting else "開く")
        self.password.setEnabled(not waiting)
        if waiting:
            self.say("")

    def _typed(self) -> None:
        if self.password.text() and self.sentence.property("role") == "error":
            self.say("")

    def _say_caps(self, on: bool) -> None:
        self.say(CAPS if on else "", "remark")
