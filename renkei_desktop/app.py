"""The window, put together: the one place where machine, theme and views meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from renkei_desktop.office.machine import Machine
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.this_pc import clock, this_machine
from renkei_desktop.ui import theme
from renkei_desktop.ui.background import Background
from renkei_desktop.ui.broadcast import Broadcast
from renkei_desktop.ui.map.scheme import prepare_application
from renkei_desktop.ui.preferences import Preferences
from renkei_desktop.ui.unforeseen import catch_the_unforeseen, keep_log
from renkei_desktop.ui.window import Window
from renkei_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

NAME = "renkei-desktop"


def application() -> QApplication:
    """The one QApplication, speaking Japanese before its first widget."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    prepare_application()
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setQuitOnLastWindowClosed(True)
    _speak_japanese(app)
    return app


def _speak_japanese(app: QApplication) -> None:
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_ja", folder):
        raise FileNotFoundError("qtbase_ja.qm")
    app.installTranslator(translator)


def workplace(machine: Machine, *, warms: bool = True) -> Workplace:
    """The desk thread and what goes with it, for one window."""
    broadcast = Broadcast()
    preferences = Preferences(machine.state)
    return Workplace(machine, Background(broadcast), broadcast, preferences, warms)


def window(machine: Machine, *, warms: bool = True) -> Window:
    """A window of this application in the size of type that this PC remembers.

    Unless it `warms`, nothing is loaded before it is used.
    """
    place = workplace(machine, warms=warms)
    theme.apply(application(), place.preferences.scale)
    return Window(place)


def run(*, practice: bool = False) -> int:
    """Opens the window and stays until it is closed; 0 when all went well."""
    app = application()
    shown = window(this_machine())
    catch_the_unforeseen(shown.broken)
    shown.begin()
    shown.show()
    QTimer.singleShot(0, lambda: keep_log(shown.workplace.machine.state))
    if practice:
        shown.threshold.practise()
    result = app.exec()
    shown.workplace.background.finish()
    return result


def screenshot(file: Path, page: str | None = None) -> int:
    """Draws one page of the practice town, or a view before it, into a PNG file; 0 when done.

    Raises RenkeiError for a page that there is not.
    """
    from renkei_desktop.ui import scenes
    from renkei_desktop.ui.studio import studio

    with studio(_invented, file.parent) as album:
        scenes.one(album, page or "home", file.name)
    return 0


def pictures(folder: Path, scales: tuple[float, ...] = (1.0, 1.5)) -> list[Path]:
    """Draws every view, page and wizard step into `folder`, in ordinary and in large type."""
    from renkei_desktop.ui import scenes
    from renkei_desktop.ui.studio import studio

    taken: list[Path] = []
    for scale in scales:
        for scene in scenes.ALL:
            with studio(_invented, folder, scale) as album:
                scene(album)
            taken += album.taken
    return taken


def map_lives() -> bool:
    """Whether this PC can show a map at all."""
    application()
    from renkei_desktop.ui.map.trial import map_lives as lives

    return lives()


def _invented(state: Path) -> Window:
    """A window that knows nothing of this PC and whose keys cost next to nothing."""
    return window(Machine(state, clock, KdfCost.practice()), warms=False)
