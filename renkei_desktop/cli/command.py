"""`main`: reads the words, does the deed, answers with 0, 1 or 2."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence

from renkei_desktop.cli.arguments import parser
from renkei_desktop.cli.ending import in_a_sentence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. 0: done; 1: refused, one sentence on standard error; 2: wrong usage."""
    words = parser().parse_args(argv)
    return in_a_sentence(lambda: _deed(words)(words))


def _deed(words: Namespace) -> Callable[[Namespace], int]:
    """The function behind the words; loaded here, so that each command loads only its own."""
    if words.deed is None:
        from renkei_desktop.cli import window

        return window.run
    if words.deed in ("practice", "import", "map"):
        from renkei_desktop.cli import filling

        return filling.DEEDS[words.deed]
    if words.deed == "print":
        from renkei_desktop.cli import giving

        return giving.print_paper
    from renkei_desktop.cli import keeping

    return keeping.DEEDS[words.deed]
