"""Fields for passwords: a word on Caps Lock, and how strong a new one is, in words."""

from __future__ import annotations

from collections.abc import Callable

from renkei_desktop.ui.pieces.field_row import FieldRow, Fields
from renkei_desktop.ui.pieces.password_line import CAPS, PasswordLine

SHORTEST = 10


def strength(password: str, known: tuple[str, ...] = ()) -> tuple[bool, str]:
    """Whether a new password will do, and a sentence about it. `known` are words anybody guesses.

    Length counts, because the one attack is guessing at a stolen file: kinds of characters do not.
    """
    if not password:
        return False, f"{SHORTEST}文字以上。みじかい文のように長いものが、強くて覚えやすいです。"
    if len(password) < SHORTEST:
        return False, f"あと{SHORTEST - len(password)}文字いります。"
    if len(set(password.casefold())) < 5:
        return False, "同じ文字のくり返しは、すぐに当てられます。"
    plain = password.casefold()
    if any(
        word and len(word) > 1 and plain.strip("0123456789") == word.casefold() for word in known
    ):
        return False, "町や人の名前だけでは、すぐに当てられます。"
    if len(password) < 14:
        return True, "使えます。もう少し長いと、もっと安心です。"
    return True, "強い合言葉です。"


class NewPassword:
    """Two rows of `Fields`: a new password and the same again. `changed` is called as one types."""

    def __init__(self, fields: Fields, known: Callable[[], tuple[str, ...]] = tuple) -> None:
        self.first = PasswordLine()
        self.second = PasswordLine()
        self._known = known
        self._caps = False
        self._rows = self._add(fields)
        for line in (self.first, self.second):
            line.textChanged.connect(lambda _text: self.judge())
            line.caps.connect(self._say_caps)
        self.judge()

    def _add(self, fields: Fields) -> tuple[FieldRow, FieldRow]:
        first = fields.add("合言葉", self.first, must=True)
        second = fields.add("もう一度", self.second, must=True)
        return first, second

    @property
    def ready(self) -> bool:
        """Whether both are typed, alike, and strong enough."""
        return not self.trouble

    @property
    def trouble(self) -> str:
        """What is missing, in one sentence; an empty text where nothing is."""
        good, sentence = strength(self.first.text(), self._known())
        if not good:
            return "合言葉を決めてください。" if not self.first.text() else sentence
        return "" if self.alike else "合言葉を、もう一度同じに入れてください。"

    @property
    def alike(self) -> bool:
        return self.first.text() == self.second.text()

    @property
    def text(self) -> str:
        return self.first.text()

    def judge(self) -> None:
        """Says under the fields what is missing; in red only what has been typed already."""
        good, sentence = strength(self.first.text(), self._known())
        self._rows[0].remark(CAPS if self._caps else sentence)
        begun = bool(self.second.text())
        differs = begun and not self.first.text().startswith(self.second.text())
        self._rows[1].wrong("上の合言葉と違います。" if differs else "")
        self._rows[1].remark("同じです。" if begun and self.alike and good else "")

    def clear(self) -> None:
        self.first.clear()
        self.second.clear()

    def _say_caps(self, on: bool) -> None:
        self._caps = on
        self.judge()
