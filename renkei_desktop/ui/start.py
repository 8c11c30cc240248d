"""The start page: practise, begin with this town, come back from a backup, open an office."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.ui.pieces.centre import centred
from renkei_desktop.ui.pieces.choice_button import ChoiceButton
from renkei_desktop.ui.pieces.labels import label, quiet_text
from renkei_desktop.ui.program import PROGRAM
from renkei_desktop.ui.theme import px


class StartView(QWidget):
    """What can be done is shown; receiving data from another office comes with bundles."""

    practise = Signal()
    begin = Signal()
    restore = Signal()
    open_folder = Signal()

    def __init__(self, *, begun: bool = False) -> None:
        super().__init__()
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(label(PROGRAM, "title"))
        layout.addWidget(
            quiet_text(
                "支えの要る住民と、町の助け合いの力を、一冊の台帳に。どこへもつながず、この机の上だけで使います。"
            )
        )
        layout.addSpacing(px(8))
        for button in self._choices(begun):
            layout.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(column, 640))

    def _choices(self, begun: bool) -> tuple[ChoiceButton, ...]:
        town = "はじめる準備の続き" if begun else "この町で始める"
        detail = (
            "前に入れたところから続けます。"
            if begun
            else "町の名前から順に、一つずつ整えます。途中でやめても、続きから始められます。"
        )
        return (
            ChoiceButton(
                "practice",
                "練習する",
                "つくりものの町「見本町」で、気がねなく試せます。合言葉は要りません。閉じると消えます。",
                self.practise.emit,
            ),
            ChoiceButton("town", town, detail, self.begin.emit),
            ChoiceButton(
                "restore",
                "控えから戻す",
                "USBメモリーなどに取った控えのファイルから、台帳を作り直します。",
                self.restore.emit,
            ),
            ChoiceButton(
                "folder",
                "このパソコンの台帳を開く",
                "名前が「.renkei」で終わるフォルダーを選びます。",
                self.open_folder.emit,
            ),
        )
