"""A decision: what will happen, and two buttons with verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from renkei_desktop.ui import theme
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces.buttons import danger, primary, secondary


def ask(
    parent: QWidget | None,
    heading: str,
    sentence: str,
    verb: str,
    then: Callable[[], object],
    *,
    ends_something: bool = False,
    otherwise: str = "やめる",
) -> Panel:
    """Asks before a deed; `then` runs once the clerk has pressed the verb.

    Where something ends, the harmless button has the focus.
    """
    colours = theme.now().colours
    tone = colours.danger if ends_something else colours.accent
    panel = Panel(parent, heading, "warning" if ends_something else "", tone)
    panel.say(sentence)
    panel.offer(secondary(otherwise, panel.reject), default=ends_something)
    deed = danger(verb, panel.accept) if ends_something else primary(verb, panel.accept)
    panel.offer(deed, default=not ends_something)
    panel.accepted.connect(then)
    panel.open()
    return panel
