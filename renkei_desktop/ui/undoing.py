"""Taking a deed back by name; what has changed since stays and is said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.change import DeedLine, Undone
from renkei_desktop.domain.field import EXISTS, record_kinds
from renkei_desktop.domain.wire import by_wire
from renkei_desktop.office import deeds
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.ui.session import Session

_MOST_LINES = 8


def take_back(window: QWidget, session: Session, deed: DeedLine) -> None:
    """Undoes a deed; somebody else's only after asking."""

    def run() -> None:
        session.write(
            lambda desk: deeds.undo(desk, deed.deed),
            lambda undone: _tell(window, undone),
            label="元に戻しています",
        )

    if deed.clerk == session.clerk:
        run()
        return
    sentence = f"これは{deed.clerk}さんの操作です。本人に確かめてから戻してください。"
    ask(window, f"「{deed.label}」を元に戻しますか。", sentence, "元に戻す", run)


def _tell(window: QWidget, undone: Undone) -> None:
    if not undone.kept:
        return
    panel = Panel(window, "一部は元に戻していません。", "warning")
    panel.say("その後に変わったので、次の項目はいまのままにしました。")
    counted = _counted(undone)
    for line in counted[:_MOST_LINES]:
        panel.say(f"・{line}")
    if len(counted) > _MOST_LINES:
        panel.say(f"ほかに{len(counted) - _MOST_LINES}項目")
    panel.offer(primary("閉じる", panel.accept), default=True)
    panel.open()


def _counted(undone: Undone) -> list[str]:
    """The names of the registers, each with how many records it concerns."""
    counts: dict[str, int] = {}
    for kind, _record, register in undone.kept:
        words = field_words(kind, register)
        counts[words] = counts.get(words, 0) + 1
    return [words if n == 1 else f"{words}（{n}件）" for words, n in counts.items()]


def field_words(kind: str, register: str) -> str:
    """«人の電話» for a register by its wire name; the kind alone for one that is not known here."""
    cls = record_kinds().get(kind)
    if cls is None:
        return "ほかの記録"
    if register == EXISTS:
        return f"{cls.LABEL}があること"
    known = by_wire(cls).get(register)
    return f"{cls.LABEL}の{known.field.label}" if known else cls.LABEL
