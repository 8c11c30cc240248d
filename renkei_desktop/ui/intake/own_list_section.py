"""The office's own list in: file, columns, preview, and one deed that one undo takes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import own_list
from renkei_desktop.office.own_list import Preview, Table
from renkei_desktop.ui.forms.choice_editors import Option, Segments
from renkei_desktop.ui.intake.encoding_panel import ask_encoding
from renkei_desktop.ui.intake.mapping_table import MappingTable
from renkei_desktop.ui.intake.preview_box import PreviewBox
from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label, quiet_text
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.theme import px

_FILES = "一覧表 (*.csv *.xlsx *.xlsm *.txt);;すべてのファイル (*)"

_FILE, _MAPPING, _PREVIEW = range(3)


class OwnListSection(Section):
    name = "own_list"
    title = "役場の一覧の取り込み"
    explanation = (
        "いま使っている一覧表（Excel または CSV）から取り込みます。列の順番や見出しの言い方は"
        "自由です。取り込む前に、一人ずつどうなるかを確かめられ、あとから一度で元に戻せます。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._table: Table | None = None
        self._preview: Preview | None = None
        self._taking = False
        self.mapping = MappingTable()
        self.preview = PreviewBox()
        self.as_residents = Segments(
            [Option(True, "登録住民にする"), Option(False, "人としてだけ入れる")]
        )
        self.as_residents.show_value(True)
        self._notes = label("", "remark", wrap=True)
        self._stages = (self._file_stage(), self._mapping_stage(), self._preview_stage())
        self.body.addWidget(self.said)
        for stage in self._stages:
            self.body.addWidget(stage, 1)
        self._show_stage(_FILE)
        self.mapping.changed.connect(self._mapping_changed)
        self.preview.changed.connect(self._count)

    # --- the three stages

    def _show_stage(self, wanted: int) -> None:
        """Only this stage is there; a stack would be as high as its highest page."""
        for number, stage in enumerate(self._stages):
            stage.setVisible(number == wanted)

    def _file_stage(self) -> QWidget:
        return _stage(
            quiet_text("マイナンバーの列があっても、読み込みません。"),
            columns(primary("一覧のファイルを選ぶ", self._pick), 1),
            None,
        )

    def _mapping_stage(self) -> QWidget:
        self._look_button = primary("どうなるかを見る", self._look)
        return _stage(
            self._notes,
            self.mapping,
            columns(self._look_button, secondary("ほかのファイルにする", self._again), 1),
        )

    def _preview_stage(self) -> QWidget:
        self._take_button = primary("取り込む", self._take)
        return _stage(
            self.preview,
            self.as_residents,
            columns(self._take_button, secondary("列を見直す", self._back), 1),
        )

    # --- the file

    def _pick(self) -> None:
        found, _kind = QFileDialog.getOpenFileName(
            self, "一覧のファイルを選ぶ", str(Path.home()), _FILES
        )
        if found:
            self.read_file(Path(found))

    def read_file(self, path: Path, encoding: str | None = None) -> None:
        """Reads a list and shows what its columns seem to be."""
        self.say("")

        def refused(error: RenkeiError) -> None:
            previews = getattr(error, "previews", None)
            if previews:
                ask_encoding(self.window(), previews, lambda chosen: self.read_file(path, chosen))
            else:
                self.refuse(error)

        self.session.read(
            lambda _desk, progress: own_list.read(path, encoding, progress),
            self._show_table,
            refused,
            watched=True,
            label="一覧を読んでいます",
            owner=self,
        )

    def _show_table(self, table: Table) -> None:
        self._table = table
        self.mapping.show_table(table, own_list.guess(table))
        self._notes.setText("\n".join((f"{len(table.rows):,}行あります。", *table.notes)))
        self._mapping_changed()
        self._show_stage(_MAPPING)

    def _mapping_changed(self) -> None:
        mapping = self.mapping.mapping
        has_name = mapping is not None and mapping.has_name
        self._look_button.setEnabled(has_name)
        self.say("" if has_name else "氏名の列を選んでください。", wrong=not has_name)

    # --- the preview

    def _look(self) -> None:
        table, mapping = self._table, self.mapping.mapping
        if table is None or mapping is None:
            return
        self.session.read(
            lambda desk, progress: own_list.preview(desk, table, mapping, progress),
            self._show_preview,
            self.refuse,
            watched=True,
            label="一人ずつ見くらべています",
            owner=self,
        )

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self.preview.show_preview(preview, own_list.safe_rows(preview))
        self._count()
        self._show_stage(_PREVIEW)

    def _count(self) -> None:
        number = self.preview.doing
        self._take_button.setEnabled(number > 0)
        self._take_button.setText(f"{number:,}人を取り込む" if number else "取り込む人がいません")

    def _take(self) -> None:
        preview, accepted, number = self._preview, self.preview.accepted, self.preview.doing
        register = bool(self.as_residents.value)
        if preview is None:
            return
        self._taking = True
        self.session.write(
            lambda desk, progress: own_list.take_in(
                desk, preview, accepted, register=register, progress=progress
            ),
            lambda _changes: self._taken(number),
            self._not_taken,
            watched=True,
            label="一覧を取り込んでいます",
            owner=self,
        )

    def _not_taken(self, error: RenkeiError) -> None:
        self._taking = False
        self.refuse(error)

    def _taken(self, number: int) -> None:
        self._taking = False
        self._again()
        self.say(f"{number:,}人を取り込みました。あとから「元に戻す」で、まとめて取り消せます。")
        self.done.emit()

    def changed(self, changes: Changes) -> None:
        """Somebody was changed meanwhile: the plan is worked out anew."""
        if self._preview is not None and not self._taking and changes.of("person"):
            self._look()

    def _back(self) -> None:
        self.preview.clear()
        self._preview = None
        self._show_stage(_MAPPING)

    def _again(self) -> None:
        self._table, self._preview = None, None
        self.mapping.clear()
        self.preview.clear()
        self._notes.setText("")
        self.say("")
        self._show_stage(_FILE)

    def cleared(self) -> None:
        self._again()


def _stage(*parts: Any) -> QWidget:
    """Parts below each other; the one in the middle takes the room that is left."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(10))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return holder
