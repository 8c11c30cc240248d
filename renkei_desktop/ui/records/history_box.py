"""«変更の記録» on a card: who changed what, and when."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.domain.change import ChangeLine
from renkei_desktop.ui.forms.section_box import SectionBox
from renkei_desktop.ui.pieces import label, remark
from renkei_desktop.ui.records.change_words import Names, change_words, moment_words
from renkei_desktop.ui.theme import px

_MOST = 30


def history_box(lines: Iterable[ChangeLine], names: Names) -> SectionBox | None:
    """The newest changes, one heading for each deed; None where there is nothing to tell."""
    told = [(line, words) for line in lines if (words := change_words(line, names))][:_MOST]
    if not told:
        return None
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(px(14), 0, 0, 0)
    layout.setSpacing(px(3))
    deed = ""
    for line, words in told:
        if line.deed != deed:
            deed = line.deed
            layout.addWidget(remark(f"{moment_words(line.at)}　{line.clerk}　{line.label}"))
        layout.addWidget(label(words, wrap=True))
    return SectionBox("変更の記録", holder, folded=True, ruled=False)
