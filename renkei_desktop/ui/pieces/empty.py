"""What an empty page says: what belongs here, and what to do first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.theme import px


class EmptyState(QWidget):
    """An icon, one sentence, and the button that begins. `say` changes the sentence."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        verb: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, theme.now().colours.secondary, 48))
        self.sentence = label(sentence, "quiet", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(px(16))
        layout.addStretch(2)
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.sentence)
        if verb:
            layout.addWidget(primary(verb, pressed), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
