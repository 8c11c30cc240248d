"""The building blocks of every page; they look alike because they are made in one place."""

from renkei_desktop.ui.pieces.buttons import button, danger, primary, quiet, secondary, tab
from renkei_desktop.ui.pieces.card import card, columns, rule, scrolled, stack
from renkei_desktop.ui.pieces.chip import Chip, Tone
from renkei_desktop.ui.pieces.empty import EmptyState
from renkei_desktop.ui.pieces.field_row import FieldRow, Fields
from renkei_desktop.ui.pieces.header import PageHeader
from renkei_desktop.ui.pieces.labels import group, label, name, quiet_text, remark, restyle, title
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
