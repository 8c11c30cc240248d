"""Which column of a list holds what: the guess, open to correction, with examples beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from renkei_desktop.office.own_list import ColumnMapping, Table, Target
from renkei_desktop.ui.forms.choice_editors import Combo
from renkei_desktop.ui.pieces.chip import Chip, Tone
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.theme import px

_LEFT_OUT = "取り込まない"
_EXAMPLE_LENGTH = 24


class MappingTable(QWidget):
    """`changed` is said when the clerk has chosen another meaning for a column."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mapping: ColumnMapping | None = None
        self._combos: dict[int, Combo] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)

    def show_table(self, table: Table, mapping: ColumnMapping) -> None:
        """One line for each column of the list."""
        self.clear()
        self.mapping = mapping
        for at, words in enumerate(("一覧の見出し", "中身の例", "何として取り込むか")):
            self._grid.addWidget(label(words, "reading"), 0, at)
        for column, heading in enumerate(table.headers):
            self._add(column, heading or "（見出しなし）", table.examples(column))
        self._grid.setRowStretch(len(table.headers) + 1, 1)
        self._show_choices()

    def clear(self) -> None:
        """Forgets the list and its examples."""
        self.mapping = None
        self._combos = {}
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()

    def _add(self, column: int, heading: str, examples: tuple[str, ...]) -> None:
        row = column + 1
        shown = "、".join(text[:_EXAMPLE_LENGTH] for text in examples)
        self._grid.addWidget(label(heading, "group"), row, 0)
        self._grid.addWidget(label(shown, "remark", wrap=True), row, 1)
        assert self.mapping is not None
        if column in self.mapping.refused:
            refused = Chip("読みません（マイナンバー）", Tone.DANGER)
            self._grid.addWidget(refused, row, 2, Qt.AlignmentFlag.AlignLeft)
            return
        combo = self._combos[column] = Combo()
        combo.setMinimumWidth(px(200))
        combo.addItem(_LEFT_OUT, None)
        for target in Target:
            combo.addItem(target.label, target)
        combo.activated.connect(lambda _at, column=column: self._choose(column))
        self._grid.addWidget(combo, row, 2)

    def _choose(self, column: int) -> None:
        assert self.mapping is not None
        chosen = self._combos[column].currentData()
        target = None if chosen is None else Target(chosen)
        self.mapping = self.mapping.with_column(column, target)
        self._show_choices()
        self.changed.emit()

    def _show_choices(self) -> None:
        assert self.mapping is not None
        targets = {m.column: m.target for m in self.mapping.mapped}
        for column, combo in self._combos.items():
            target = targets.get(column)
            at = 0 if target is None else list(Target).index(target) + 1
            combo.setCurrentIndex(at)
