"""The end of the day: a verified backup, then the office is closed, then the window goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renkei_desktop.office import leaving, offices
from renkei_desktop.ui.background import Leave
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.work import Progress

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window


def last_work(window: Window, *, throwaway: bool) -> Leave:
    """The order that closes the office. Whatever happens to the backup, the window goes after it.

    «やめる» leaves the backup out; what was saved is saved.
    """

    def work(desk: Any, progress: Progress) -> Any:
        if throwaway:
            from renkei_desktop.office import practice_town

            return practice_town.leave_practice(desk)
        return offices.close(desk, progress)

    return Leave(
        work,
        then=lambda closed: _closed(window, closed),
        fail=lambda error: _tell(window, error.sentence),
        label="控えを取って閉じています",
        stopped=window.gone,
    )


def _closed(window: Window, closed: Any) -> None:
    trouble = getattr(closed, "trouble", None)
    if trouble:
        _tell(window, trouble)
    else:
        window.gone()


def _tell(window: Window, sentence: str) -> None:
    panel = Panel(window, "控えを取れませんでした。", "warning")
    panel.say("台帳そのものは保存してあります。")
    panel.say(sentence)
    panel.offer(primary("閉じて終わる", panel.accept), default=True)
    panel.finished.connect(lambda _result: window.gone())
    panel.open()


def remove_throwaway(window: Window) -> None:
    """A locked practice town has no desk any more: only its folder is left to remove."""
    if window.seated is not None and window.seated.throwaway:
        leaving.remove_practice(window.seated.folder)
