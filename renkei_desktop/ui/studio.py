"""Where the pictures are taken: a window in a folder that is thrown away afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from renkei_desktop.ui import theme
from renkei_desktop.ui.pictures import Album, wait_until_quiet

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window


@contextmanager
def studio(make: Callable[[Path], Window], folder: Path, scale: float = 1.0) -> Iterator[Album]:
    """An album of a new window. `make` gets the folder for what the PC would remember.

    Pictures go into `folder`; everything else is removed in the end.
    """
    with TemporaryDirectory(prefix="renkei-pictures-") as room:
        shown = make(Path(room) / "state")
        theme.apply(_application(), scale)
        shown.show()
        try:
            yield Album(shown, folder, Path(room), "" if scale == 1.0 else f"-{scale:g}")
        finally:
            shown.close()
            wait_until_quiet(shown)
            shown.workplace.background.finish()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
