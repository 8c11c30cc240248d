"""Putting other things into a layout; what was in it is gone at once, readable or not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget


def refill(layout: QLayout, widgets: Iterable[QWidget] = ()) -> None:
    """Takes everything out of a layout and puts these widgets in."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            refill(inner)
            inner.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
