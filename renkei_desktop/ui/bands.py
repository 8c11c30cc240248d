"""The bands over the page: «練習», and deep red «災害時»."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.theme import px

PRACTICE = "練習　つくりものの町です。何をしても、ほんとうの台帳には届きません。"
DISASTER = (
    "災害時　同意がなくても、避難を助けるために必要な範囲で名簿を渡せます。渡した記録は残ります。"
)


class Bands(QWidget):
    """Both bands; each is shown only while it holds."""

    def __init__(self, *, practice: bool) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._practice = _band("practice", PRACTICE)
        self._disaster = _band("disaster", DISASTER)
        layout.addWidget(self._disaster)
        layout.addWidget(self._practice)
        self._practice.setVisible(practice)
        self._disaster.setVisible(False)

    def show_disaster(self, disaster: bool) -> None:
        self._disaster.setVisible(disaster)


def _band(kind: str, words: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "band")
    frame.setProperty("band", kind)
    row = QHBoxLayout(frame)
    row.setContentsMargins(px(20), px(5), px(20), px(5))
    line = label(words)
    line.setWordWrap(True)
    line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(line)
    return frame
