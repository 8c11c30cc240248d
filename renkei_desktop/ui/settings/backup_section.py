"""設定: a backup on a stick, and what has to be checked after coming back from one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.office import backups
from renkei_desktop.office.standing import standing
from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.pieces.frames import card, columns
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section


class BackupSection(Section):
    name = "backup"
    title = "控え"
    explanation = (
        "控えは、窓を閉じるときに自動で取ります。パソコンがこわれたときのために、番号をつけた"
        "USBメモリーにも取り、金庫にしまってください。控えも暗号になっていて、合言葉がないと"
        "開けません。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._last = label("", "group")
        self._restored = label("", wrap=True)
        self._notice = card(
            self._restored,
            columns(secondary("紙で確かめました", self._tick), 1),
            role="notice",
            padding=16,
        )
        self._notice.hide()
        self.fill(self._last, self._notice, columns(primary("控えを取る", self._pick), 1))

    def shown(self) -> None:
        self.session.read(_state, self._show, owner=self)

    def _show(self, state: tuple[date | None, str | None]) -> None:
        last, restored = state
        words = wareki(last) if last else "まだありません"
        self._last.setText(f"最後の控え: {words}")
        self._restored.setText(restored or "")
        self._notice.setVisible(bool(restored))

    def _pick(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "控えを置くところ（USBメモリー）を選ぶ")
        if found:
            self.back_up(Path(found))

    def back_up(self, folder: Path) -> None:
        """Writes a verified backup into that folder, under a name with the day and no person."""
        stem = self.session.folder.stem if self.session.folder else "台帳"
        file = folder / f"控え-{self.session.clock():%Y%m%d-%H%M%S}-{stem}.renkei-backup"
        self.say("")
        self.session.read(
            lambda desk, progress: backups.back_up(desk, file, progress),
            self._made,
            self.refuse,
            watched=True,
            label="控えを取っています",
            owner=self,
        )

    def _made(self, file: Any) -> None:
        self.say(f"控えを取り、読み返して確かめました: {Path(file).name}")
        self.shown()
        self.done.emit()

    def _tick(self) -> None:
        self.session.read(backups.tick_restored, lambda _none: self.shown(), owner=self)

    def cleared(self) -> None:
        self._last.setText("")
        self.say("")


def _state(desk: Any) -> tuple[date | None, str | None]:
    return standing(desk).last_backup, backups.restored_notice(desk)
