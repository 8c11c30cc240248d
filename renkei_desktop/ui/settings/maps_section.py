"""設定: the map files of the town; without one the map page shows an empty ground with a grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.office import basemaps
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.pieces.buttons import quiet, secondary
from renkei_desktop.ui.pieces.chip import Chip, Tone
from renkei_desktop.ui.pieces.frames import card, columns
from renkei_desktop.ui.pieces.labels import group, label, quiet_text
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.theme import px

_FILES = "地図のファイル (*.mbtiles *.pmtiles *.geojson *.json *.zip);;すべてのファイル (*)"
_NONE = "地図はまだありません。なくても始められます。位置は、方眼の上に置けます。"


class MapsSection(Section):
    name = "maps"
    title = "地図"
    explanation = (
        "町が持っている地図のファイル（MBTiles、PMTiles、GeoJSON、z/x/y のフォルダー）を加えます。"
        "出典は、画面にも紙にも必ず出ます。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self.fill(
            self._list,
            columns(secondary("地図のファイルを加える", self._pick_file), 1),
            columns(secondary("地図のフォルダーを加える", self._pick_folder), 1),
        )

    def shown(self) -> None:
        self.session.read(basemaps.listed, self._show, owner=self)

    def _show(self, lines: tuple[Any, ...]) -> None:
        self._empty()
        for line in lines:
            self._list.addWidget(self._line(line))
        if not lines:
            self._list.addWidget(quiet_text(_NONE))

    def _empty(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()

    def _line(self, line: Any) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(group(line.name))
        about = f"出典: {line.source_line}" if line.source_line else "出典の記載がありません"
        words.addWidget(
            label(line.trouble or about, "error" if line.trouble else "remark", wrap=True)
        )
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        if line.chosen:
            row.addWidget(Chip("使っています", Tone.GOOD))
        elif not line.trouble:
            row.addWidget(quiet("この地図を使う", lambda: self._choose(line.file)))
        row.addWidget(quiet("外す", lambda: self._ask_removal(line)))
        return card(row, role="panel", padding=14)

    def _pick_file(self) -> None:
        found, _kind = QFileDialog.getOpenFileName(
            self, "地図のファイルを選ぶ", str(Path.home()), _FILES
        )
        if found:
            self.add(Path(found))

    def _pick_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "地図のフォルダーを選ぶ", str(Path.home()))
        if found:
            self.add(Path(found))

    def add(self, path: Path) -> None:
        """Copies the map into the office and takes it into use."""
        self.say("")
        self.session.read(
            lambda desk, progress: basemaps.add(desk, path, progress),
            self._added,
            self.refuse,
            watched=True,
            label="地図を加えています",
            owner=self,
        )

    def _added(self, line: Any) -> None:
        self.say(f"地図「{line.name}」を加えました。")
        self._tell()
        self.done.emit()

    def _choose(self, file: str) -> None:
        self.session.read(
            lambda desk: basemaps.choose(desk, file), lambda _none: self._tell(), owner=self
        )

    def _ask_removal(self, line: Any) -> None:
        ask(
            self.window(),
            f"地図「{line.name}」を外しますか。",
            "台帳の中に写した分だけを消します。もとのファイルと、住民の位置はそのままです。",
            "外す",
            lambda: self._remove(line.file),
            ends_something=True,
        )

    def _remove(self, file: str) -> None:
        self.session.read(
            lambda desk: basemaps.remove(desk, file), lambda _none: self._tell(), owner=self
        )

    def _tell(self) -> None:
        """Maps are files and no records; the map page hears of them by their own kind."""
        self.shown()
        self.session.changed(Changes("", "地図", frozenset({("basemap", "")})))

    def cleared(self) -> None:
        self._empty()
        self.say("")
