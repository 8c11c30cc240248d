"""Where an office lies unless the clerk says otherwise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from renkei_desktop.office import entrance


def usual() -> Path:
    """The first of the usual places on this PC that may hold an office."""
    place = QStandardPaths.StandardLocation
    found = (
        QStandardPaths.writableLocation(place.DocumentsLocation),
        QStandardPaths.writableLocation(place.HomeLocation),
    )
    folders = [Path(folder) for folder in found if folder]
    good = (f for f in folders if f.is_dir() and entrance.location_doubt(f) is None)
    return next(good, Path.home())


def free(parent: Path, stem: str) -> Path:
    """A folder that is not there yet: 見本町.renkei, 見本町（2）.renkei …"""
    stem = stem.removesuffix(".renkei") or "台帳"
    names = (f"{stem}.renkei", *(f"{stem}（{n}）.renkei" for n in range(2, 100)))
    return next((parent / n for n in names if not (parent / n).exists()), parent / names[-1])
