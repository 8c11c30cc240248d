"""What is the matter with a row of somebody's list, in words for the clerk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How far a problem keeps a row from being taken in."""

    WRONG = "wrong"
    """The row is not taken in."""
    DOUBTFUL = "doubtful"
    """The row is taken in only after a clerk has looked at it."""
    REMARK = "remark"
    """The row is taken in; this is what was noticed or put in order."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding with its reason in Japanese.

    The reason may repeat what stands in the file, so it belongs on the screen and not into a log;
    what looks like a マイナンバー is never repeated.
    """

    severity: Severity
    reason: str


def wrong(reason: str) -> Problem:
    return Problem(Severity.WRONG, reason)


def doubtful(reason: str) -> Problem:
    return Problem(Severity.DOUBTFUL, reason)


def remark(reason: str) -> Problem:
    return Problem(Severity.REMARK, reason)


def worst(problems: Iterable[Problem]) -> Severity | None:
    """The most serious severity among the problems; None where there is none."""
    found = {problem.severity for problem in problems}
    return next((severity for severity in Severity if severity in found), None)
