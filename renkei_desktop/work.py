"""Long work: how it reports its progress and how it is asked to stop."""

from __future__ import annotations

from typing import Protocol


class Stopped(Exception):
    """Raised inside a piece of work when the clerk has asked it to stop.

    A write that is stopped rolls back; an export that is stopped leaves no file.
    """


class Progress(Protocol):
    """What long work calls as it goes on.

    `done` and `total` count whatever the work counts (rows, pages, bytes); `total` is None while
    it is unknown; `label` is a short Japanese phrase for the progress window.
    Raises `Stopped` when the clerk has pressed «やめる».
    """

    def __call__(self, done: int, total: int | None, label: str) -> None: ...


def unwatched(done: int, total: int | None, label: str) -> None:
    """Progress that nobody looks at and nobody stops."""
