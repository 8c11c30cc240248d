"""Asks in which encoding a list reads right, by showing how it would read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.pieces.frames import card
from renkei_desktop.ui.pieces.labels import label

_LINES = 4


def ask_encoding(
    parent: QWidget, previews: Mapping[str, tuple[str, ...]], then: Callable[[str], object]
) -> Panel:
    """`then(encoding)` once the clerk has said which sample reads right."""
    panel = Panel(parent, "正しく読めるほうを選んでください。")
    panel.say("ファイルに、文字の種類が書かれていません。")
    group = QButtonGroup(panel)
    choices: dict[int, str] = {}
    for number, (encoding, lines) in enumerate(previews.items(), start=1):
        choice = QRadioButton(f"見本{number}")
        group.addButton(choice, number)
        choices[number] = encoding
        panel.body.addWidget(choice)
        sample = label("\n".join(lines[:_LINES]), wrap=True)
        panel.body.addWidget(card(sample, padding=12))
    first = group.button(1)
    if first is not None:
        first.setChecked(True)
    panel.offer(secondary("やめる", panel.reject))
    panel.offer(primary("この読み方にする", panel.accept), default=True)
    panel.accepted.connect(lambda: then(choices[group.checkedId()]))
    panel.open()
    return panel
