"""The face of a contact person: chosen from a file, cut to 3:4, kept in the register only."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.pieces import columns, quiet, secondary, stack
from renkei_desktop.ui.resources.face import Face

SIZE = QSize(480, 640)
_LARGEST_SIDE = 12_000
_QUALITY = 88


class PhotoEditor(Editor):
    """The SHA-256 of a picture; `picture` has its bytes (JPEG) while they are not stored yet."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self._face = Face(units=72)
        self._choose = secondary("写真を選ぶ", self._open)
        self.drop_button = quiet("写真を外す", self._remove)
        buttons = stack(self._choose, self.drop_button, 1)
        self.field.setLayout(columns(self._face, buttons, 1, spacing=12))
        self.field.setFocusProxy(self._choose)
        self._sha: str | None = None
        self._trouble = ""
        self.picture: bytes | None = None
        self._tell()

    def value(self) -> str | None:
        return self._sha

    def show_value(self, value: str | None) -> None:
        self._sha, self.picture, self._trouble = value, None, ""
        self._tell()

    def show_picture(self, picture: bytes) -> None:
        """The stored face behind the value, as it came from the register."""
        self._face.show_picture(picture)

    def trouble(self) -> str:
        return self._trouble

    def draft(self) -> Json:
        new = None if self.picture is None else base64.b64encode(self.picture).decode("ascii")
        return {"stored": self._sha, "new": new}

    def resume(self, draft: Json) -> None:
        kept = draft if isinstance(draft, dict) else {}
        self.show_value(kept.get("stored"))
        if kept.get("new"):
            self.picture = base64.b64decode(kept["new"])
            self._tell()

    def take_file(self, file: Path) -> None:
        """Reads a picture file; what is no picture is said beside the field."""
        image = read_face(file)
        self._trouble = "" if image else "この写真は読めません。JPEGかPNGの写真を選んでください。"
        if image is not None:
            self.picture = as_jpeg(image)
            self._sha = hashlib.sha256(self.picture).hexdigest()
        self._tell()
        self.edited.emit()

    def _open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.field.window(), "写真を選ぶ", "", "写真 (*.jpg *.jpeg *.png)"
        )
        if chosen:
            self.take_file(Path(chosen))

    def _remove(self) -> None:
        self.show_value(None)
        self.edited.emit()

    def _tell(self) -> None:
        self.drop_button.setVisible(self._sha is not None)
        self._face.show_picture(self.picture)


def read_face(file: Path) -> QImage | None:
    """The picture cut to 3:4 around its middle; None for a file that holds none."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST_SIDE:
        return None
    image = reader.read()
    return None if image.isNull() else _cut(image)


def _cut(image: QImage) -> QImage:
    width = min(image.width(), image.height() * 3 // 4)
    height = min(image.height(), width * 4 // 3)
    # Faces stand in the upper part of a portrait.
    left, top = (image.width() - width) // 2, (image.height() - height) // 3
    return image.copy(QRect(left, top, width, height)).scaled(
        SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def as_jpeg(image: QImage) -> bytes:
    """The picture as JPEG bytes, made in memory."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload]
    buffer.close()
    return bytes(kept.data())
