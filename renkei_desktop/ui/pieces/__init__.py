"""The building blocks of every page; they look alike because they are made in one place.

Each is loaded when it is first asked for: the unlock window needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from renkei_desktop.ui.pieces.buttons import button, danger, primary, quiet, secondary, tab
    from renkei_desktop.ui.pieces.chip import Chip, Tone
    from renkei_desktop.ui.pieces.empty import EmptyState
    from renkei_desktop.ui.pieces.field_row import FieldRow, Fields
    from renkei_desktop.ui.pieces.frames import card, columns, rule, scrolled, stack
    from renkei_desktop.ui.pieces.header import PageHeader
    from renkei_desktop.ui.pieces.labels import (
        group,
        label,
        name,
        quiet_text,
        remark,
        restyle,
        title,
    )
    from renkei_desktop.ui.pieces.line import Line, Lines

__all__ = [
    "Chip",
    "EmptyState",
    "FieldRow",
    "Fields",
    "Line",
    "Lines",
    "PageHeader",
    "Tone",
    "button",
    "card",
    "columns",
    "danger",
    "group",
    "label",
    "name",
    "primary",
    "quiet",
    "quiet_text",
    "remark",
    "restyle",
    "rule",
    "scrolled",
    "secondary",
    "stack",
    "tab",
    "title",
]

_PLACES = {
    "buttons": "button danger primary quiet secondary tab",
    "frames": "card columns rule scrolled stack",
    "chip": "Chip Tone",
    "empty": "EmptyState",
    "field_row": "FieldRow Fields",
    "header": "PageHeader",
    "labels": "group label name quiet_text remark restyle title",
    "line": "Line Lines",
}
_MODULES = {name: module for module, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """A building block by its name, from the module that holds it."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
