"""The views before an office is open, and the ways that lead from them into one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import entrance
from renkei_desktop.ui.unlock import UnlockView

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window

_OPENING = "台帳を開いています"


class Threshold:
    """Start page, unlock view, paper code, backup, practice, for one window.

    Code is loaded when its view is first shown: the unlock window has to be light.
    """

    def __init__(self, window: Window) -> None:
        self._window = window

    def begin(self) -> None:
        """The unlock view where an office was open last on this PC, otherwise the start page."""
        last = entrance.last_office(self._window.workplace.machine)
        if last is None:
            self.show_start()
        else:
            self.show_unlock(last)

    def show_start(self) -> None:
        """What to do where no office was open last, or another one is wanted."""
        from renkei_desktop.ui.start import StartView

        view = StartView(begun=bool(self._window.workplace.preferences.begun()))
        view.practise.connect(self.practise)
        view.begin.connect(self._window.show_wizard)
        view.restore.connect(self.show_restore)
        view.open_folder.connect(self._pick_folder)
        self._window.show_view(view)

    def show_unlock(self, folder: Path, *, clerk: str = "", locked: bool = False) -> None:
        """Asks for clerk and password; back to the start page where the folder is no office."""
        try:
            clerks = entrance.clerks(folder)
        except RenkeiError as error:
            self.show_start()
            self._window.troubled(error)
            return
        practice = locked and self._window.is_throwaway
        view = UnlockView(folder, clerks, clerk=clerk, locked=locked, practice=practice)
        view.unlock.connect(lambda name, word: self._unlock(view, folder, name, word, practice))
        view.by_code.connect(lambda: self.show_recover(folder, locked=locked))
        view.elsewhere.connect(self.show_start)
        self._window.show_view(view)

    def _unlock(
        self, view: UnlockView, folder: Path, clerk: str, password: str, practice: bool
    ) -> None:
        from renkei_desktop.ui import arriving

        machine = self._window.workplace.machine
        if practice:
            work = arriving.practising_again(folder, clerk, machine)
        else:
            work = arriving.by_password(folder, clerk, password, machine)
        self._window.arrive(work, view, _OPENING)

    def show_recover(self, folder: Path, *, locked: bool = False) -> None:
        """Opens with the paper code and a new password."""
        from renkei_desktop.ui import arriving
        from renkei_desktop.ui.recover import RecoverView

        view = RecoverView(folder, entrance.clerks(folder))
        machine = self._window.workplace.machine

        def recover(code: str, clerk: str, password: str) -> None:
            work = arriving.by_code(folder, code, clerk, password, machine)
            self._window.arrive(work, view, _OPENING)

        view.recover.connect(recover)
        view.back.connect(lambda: self.show_unlock(folder, locked=locked))
        self._window.show_view(view)

    def show_restore(self) -> None:
        """Comes back from a backup."""
        from renkei_desktop.ui.restoring import restore_view

        self._window.show_view(restore_view(self._window))

    def practise(self) -> None:
        """Opens a throw-away practice town; a second click does not open a second one."""
        from renkei_desktop.ui import arriving

        view = self._window.centralWidget()
        if view is not None:
            view.setEnabled(False)
        work = arriving.practising(self._window.workplace.machine)
        self._window.arrive(work, view, "練習の町をつくっています")

    def _pick_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        found = QFileDialog.getExistingDirectory(
            self._window, "台帳のフォルダーを選ぶ", str(Path.home())
        )
        if found:
            self.show_unlock(Path(found))
