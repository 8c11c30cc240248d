"""What taking a list in would do, row by row: counted, with reasons, doubtful rows to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.office.own_list import PlannedRow, Preview, Verdict
from renkei_desktop.ui.intake.lines_table import LinesTable
from renkei_desktop.ui.pieces.buttons import tab
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.theme import px

_TITLES = ("行", "氏名", "生年月日", "住所", "どうなるか", "理由・変わるところ")
_SHARES = (6, 15, 16, 20, 13, 30)
_ORDER = (Verdict.DOUBTFUL, Verdict.WRONG, Verdict.NEW, Verdict.CHANGED, Verdict.SAME)


class PreviewBox(QWidget):
    """`changed` is said when another row is ticked; `accepted` are the rows to be taken in."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._accepted: set[int] = set()
        self._shown: tuple[PlannedRow, ...] = ()
        self._group = QButtonGroup(self)
        self.tabs: dict[Verdict, QPushButton] = {v: tab("") for v in _ORDER}
        self._unknown = label("", "error", wrap=True)
        self.table = LinesTable(_TITLES, _SHARES)
        self.table.setMinimumHeight(px(240))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(columns(*self.tabs.values(), 1, spacing=4))
        layout.addWidget(self.table, 1)
        told = label("", "remark", wrap=True)
        self.table.told.connect(told.setText)
        layout.addWidget(told)
        layout.addWidget(self._unknown)
        for verdict, button in self.tabs.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on, verdict=verdict: self.show_verdict(verdict))
        self.table.lines.dataChanged.connect(lambda *_: self._ticked())

    def show_preview(self, preview: Preview, safe: tuple[int, ...]) -> None:
        """A plan; its safe rows are accepted, doubtful ones wait for a tick."""
        self._preview = preview
        self._accepted = set(safe)
        for verdict, count in preview.counts.items():
            self.tabs[verdict].setText(f"{verdict.label} {count:,}")
            self.tabs[verdict].setEnabled(count > 0)
        self._say_unknown(preview)
        counts = preview.counts
        first = next((v for v in _ORDER if counts[v]), Verdict.NEW)
        self.tabs[first].setChecked(True)
        self.show_verdict(first)

    def clear(self) -> None:
        """Forgets the plan."""
        self._preview, self._accepted, self._shown = None, set(), ()
        self.table.show_rows(())
        self._unknown.setText("")

    def show_verdict(self, verdict: Verdict) -> None:
        """Only the rows with this verdict."""
        self._shown = self._preview.of(verdict) if self._preview else ()
        doubtful = verdict is Verdict.DOUBTFUL
        ticked = [
            row.incoming.row_number in self._accepted if doubtful else None for row in self._shown
        ]
        self.table.show_rows([_cells(row) for row in self._shown], ticked)

    @property
    def accepted(self) -> frozenset[int]:
        """The numbers of the rows that will be taken in."""
        return frozenset(self._accepted)

    @property
    def doing(self) -> int:
        """How many people will be new or changed."""
        rows = self._preview.rows if self._preview else ()
        return sum(
            r.verdict is not Verdict.SAME and r.incoming.row_number in self._accepted for r in rows
        )

    def _ticked(self) -> None:
        for row, tick in zip(self._shown, self.table.lines.ticked, strict=True):
            if tick is not None:
                (self._accepted.add if tick else self._accepted.discard)(row.incoming.row_number)
        self.changed.emit()

    def _say_unknown(self, preview: Preview) -> None:
        names = [f"{name}（{n}人）" for name, n in preview.unknown_associations.items()]
        words = f"まだ登録していない町内会: {'、'.join(names)}。町内会は空けて取り込みます。"
        self._unknown.setText(words if names else "")
        self._unknown.setVisible(bool(names))


def _cells(row: PlannedRow) -> tuple[str, ...]:
    person = row.incoming
    changes = [f"{c.target.label}: {c.old or 'なし'} → {c.new}" for c in row.changes]
    return (
        f"{person.row_number}",
        person.name,
        wareki(person.birth) if person.birth else "",
        person.address or "",
        row.verdict.label,
        "　".join((*row.reasons, *changes)),
    )
