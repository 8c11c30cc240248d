"""The one exception that carries a sentence for the clerk."""

from __future__ import annotations


class RenkeiError(Exception):
    """Something the clerk should read about in plain Japanese.

    `what` says what happened, `kept` that nothing was lost (or what was), `todo` what to do next.
    No personal data in any of them: the text may end in a log or on standard error.
    """

    def __init__(self, what: str, *, kept: str = "", todo: str = "") -> None:
        self.what = what
        self.kept = kept
        self.todo = todo
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The three parts as one line of text."""
        return "".join(part for part in (self.what, self.kept, self.todo) if part)
