"""The one window of the program, which shows one view at a time: start, unlock, office …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import theme
from renkei_desktop.ui.program import PROGRAM
from renkei_desktop.ui.threshold import Threshold
from renkei_desktop.ui.unlock import UnlockView
from renkei_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from renkei_desktop.ui.arriving import Seated
    from renkei_desktop.ui.background import Leave
    from renkei_desktop.ui.idle import IdleWatch
    from renkei_desktop.ui.office_view import OfficeView
    from renkei_desktop.ui.session import Session

_WIDTH, _HEIGHT = 1366, 768
_MINUTE = 60_000
_WARM_AFTER_MS = 300
_GIVEN_UP = "開くのをやめました。何も変えていません。"


class Window(QMainWindow):
    """Shows views and leads from one to the next; what a view does is its own affair.

    `entered` is said when the office or the wizard is in view, `left` when nothing is open any
    more. Nothing about a person ever stands in the title.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.threshold = Threshold(self)
        self.seated: Seated | None = None
        self.session: Session | None = None
        self._last_page = ("", "home")
        self._closing = False
        self.setWindowTitle(PROGRAM)
        self.resize(_WIDTH, _HEIGHT)
        self.idle: IdleWatch | None = None
        workplace.background.troubled.connect(self.troubled)
        workplace.background.broken.connect(self.broken)
        workplace.background.slow.connect(self._slow)

    def _slow(self, order: Any) -> None:
        from renkei_desktop.ui.dialogs.progress import show_progress

        show_progress(self, self.workplace.background, order)

    def begin(self) -> None:
        """The first view: unlock where an office was open last, otherwise the start page."""
        QTimer.singleShot(_WARM_AFTER_MS, self, self._warm)
        self.threshold.begin()

    def _warm(self) -> None:
        """Loads on the desk thread, while the clerk types, what opening an office needs."""
        from renkei_desktop.ui import arriving
        from renkei_desktop.ui.background import Aside

        self.workplace.background.run(Aside(arriving.warming, label=""))

    # --- into an office

    def arrive(self, work: Any, view: Any, label: str) -> None:
        """Has the desk thread open an office; the view hears of it where it is `refused`."""
        from renkei_desktop.ui import arriving

        def back(sentence: str) -> None:
            if not isValid(view):
                return
            view.setEnabled(True)
            if hasattr(view, "refused"):
                view.refused(sentence)

        def refused(error: RenkeiError) -> None:
            back(error.sentence)
            if not hasattr(view, "refused"):
                self.troubled(error)

        order = arriving.open_work(work, self.arrived, refused, lambda: back(_GIVEN_UP), label)
        self.workplace.background.run(order)

    def arrived(self, seated: Seated) -> None:
        """A clerk is at a desk: the wizard goes on where it was left, or the office is shown."""
        from renkei_desktop.ui.session import Session

        place = self.workplace
        self.seated = seated
        self.session = Session(
            place.background,
            place.broadcast,
            place.machine.clock,
            seated.clerk,
            seated.practice,
            workplace=place,
            folder=seated.folder,
        )
        self._watch_for_idleness()
        if seated.wizard is not None:
            place.preferences.note_begun({})
            self.show_wizard()
        else:
            self.show_office()

    def show_wizard(self) -> None:
        from renkei_desktop.ui.wizard.wizard import WizardView

        view = WizardView(self.workplace, self.session, self.seated)
        view.found.connect(self._found)
        view.finished.connect(self.show_office)
        view.given_up.connect(self.threshold.show_start)
        view.lock.connect(self.lock)
        self.show_view(view)
        self.entered.emit()

    def _found(self, work: Any) -> None:
        self.arrive(work, self.centralWidget(), "台帳をつくっています")

    def show_office(self) -> None:
        """Rail, pages and status bar for the clerk at the desk."""
        from renkei_desktop.ui.office_view import OfficeView

        assert self.session is not None
        assert self.seated is not None
        view = OfficeView(self.session, self.seated.standing)
        view.lock.connect(self.lock)
        view.sized.connect(self.restyle)
        view.locks_after.connect(self._lock_after)
        self.show_view(view)
        clerk, page = self._last_page
        view.go(page if clerk == self.seated.clerk else "home")
        view.take_up_drafts()
        # How it stood at the door may be old: after the wizard, after another size of the type.
        view.refresh()
        self.entered.emit()

    @property
    def office(self) -> OfficeView | None:
        """The open office, if that is what is in view."""
        from renkei_desktop.ui.office_view import OfficeView

        view = self.centralWidget()
        return view if isinstance(view, OfficeView) else None

    def restyle(self, scale: float) -> None:
        """Another size of the type: the view is built anew, what was typed is kept."""
        self.workplace.preferences.scale = scale
        view = self.office
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if view is not None and self.seated is not None:
            self._last_page = (self.seated.clerk, view.current)
            view.cleared()
        theme.apply(app, scale)
        if view is not None:
            self.show_office()

    # --- lock and leave

    def _lock_after(self, minutes: int) -> None:
        self.workplace.preferences.lock_minutes = minutes
        self._watch_for_idleness()

    def _watch_for_idleness(self) -> None:
        from renkei_desktop.ui.idle import IdleWatch

        if self.idle is None:
            self.idle = IdleWatch()
            self.idle.idle.connect(self._nobody_there)
            self.idle.watch(self.windowHandle())
        self.idle.set_milliseconds(self.workplace.preferences.lock_minutes * _MINUTE)

    def _nobody_there(self) -> None:
        if self.workplace.background.busy and self.idle is not None:
            self.idle.alive()
        else:
            self.lock()

    def lock(self) -> None:
        """Nothing readable stays in window, pages, clipboard; the key leaves the memory."""
        from renkei_desktop.ui.locking import lock

        if self.seated is None or self.session is None:
            return
        if self.office is not None:
            self._last_page = (self.seated.clerk, self.office.current)
        lock(self, self.session)
        self.session = None
        if self.idle is not None:
            self.idle.rest()
        self.threshold.show_unlock(self.seated.folder, clerk=self.seated.clerk, locked=True)

    @property
    def is_throwaway(self) -> bool:
        """Whether what is open is a practice town that is removed when it is left."""
        return self.seated is not None and self.seated.throwaway

    def locked_up(self, closed: Any) -> None:
        """The office is closed behind the locked screen; says where the backup failed."""
        trouble = getattr(closed, "trouble", None)
        view = self.centralWidget()
        if trouble and isinstance(view, UnlockView):
            view.say(f"控えを取れませんでした。{trouble}")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing makes the backup first, with a progress window; then the window goes."""
        if self.session is None or self._closing:
            if not self._closing:
                self._remove_throwaway()
            self.left.emit()
            event.accept()
            return
        event.ignore()
        self._leave()

    def _remove_throwaway(self) -> None:
        if self.seated is not None:
            from renkei_desktop.ui.closing import remove_throwaway

            remove_throwaway(self)

    def _leave(self) -> None:
        from renkei_desktop.ui.closing import last_work

        view: Any = self.centralWidget()
        if hasattr(view, "cleared"):
            view.cleared()
        work: Leave = last_work(self, throwaway=self.is_throwaway)
        view.setEnabled(False)
        self.workplace.background.run(work)

    def gone(self) -> None:
        """The office is closed: the window may go."""
        self._closing = True
        self.close()

    # --- showing

    def show_view(self, view: QWidget) -> None:
        """Puts this view in the place of the one before, which is destroyed."""
        view.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(view)
        if hasattr(view, "take_focus"):
            QTimer.singleShot(0, view, view.take_focus)

    def troubled(self, error: RenkeiError) -> None:
        """A refusal that no view has taken."""
        from renkei_desktop.ui.dialogs.trouble import show_trouble

        show_trouble(self, error)

    def broken(self, error: BaseException) -> None:
        """Something nobody foresaw, on whichever thread: shown with a report that can be copied."""
        from renkei_desktop.ui.dialogs.trouble import show_broken

        show_broken(self, error)
