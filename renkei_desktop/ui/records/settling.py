"""«どうなりましたか»: asked right after a copy was made; «あとで» leaves it open on ホーム."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces import primary, quiet, secondary

Settle = Callable[[ProvisionState], object]


def ask_what_became(parent: QWidget, number: str, recipient: str, settle: Settle) -> Panel:
    """Asks what became of a copy; closing the panel means later."""
    panel = Panel(parent, f"控え {number} はどうなりましたか", "paper")
    panel.say(
        f"{recipient}に渡したら「渡した」、渡さないことにしたら「取りやめた」を押してください。"
    )
    panel.say("あとで決めるものは、ホームと記録に残ります。", "remark")

    def choose(state: ProvisionState) -> None:
        panel.accept()
        settle(state)

    panel.offer(quiet("あとで", panel.reject))
    panel.offer(secondary("取りやめた", lambda: choose(ProvisionState.CANCELLED)))
    panel.offer(primary("渡した", lambda: choose(ProvisionState.HANDED)), default=True)
    panel.open()
    return panel
