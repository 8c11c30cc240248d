"""設定: looking through the whole office, file, chain, backups and maps."""

from __future__ import annotations

from typing import Any

from renkei_desktop.office import checks
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.ui.pieces.chip import Chip, Tone
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section


class CheckSection(Section):
    name = "check"
    title = "台帳の点検"
    explanation = (
        "台帳のファイル、記録のつながり、控え、地図がこわれていないかを、はじめから終わりまで"
        "確かめます。何も書きかえません。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.verdict = Chip()
        self.lines = label("", wrap=True)
        self.fill(
            columns(primary("点検する", self._check), 1), columns(self.verdict, 1), self.lines
        )

    def _check(self) -> None:
        self.session.read(
            checks.check, self._show, self.refuse, watched=True, label="点検しています", owner=self
        )

    def _show(self, report: Any) -> None:
        self.say("")
        if report.sound:
            self.verdict.say("こわれたところはありません", Tone.GOOD)
        else:
            self.verdict.say("こわれたところがあります", Tone.DANGER)
        self.lines.setText("\n".join(f"・{line}" for line in report.lines))

    def cleared(self) -> None:
        self.lines.setText("")
        self.verdict.say("")
        self.say("")
