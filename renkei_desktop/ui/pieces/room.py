"""Whether there is room: with very large type an ordinary screen shows half as much."""

from __future__ import annotations

from renkei_desktop.ui import theme

_LARGE = 1.5


def cramped() -> bool:
    """Whether things that usually stand side by side stand below each other."""
    return theme.now().scale >= _LARGE
