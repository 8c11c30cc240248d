"""Of several values side by side, which one is in force."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from renkei_desktop.domain.field import Conflict
from renkei_desktop.domain.stamp import Register, Sibling, Stamp
from renkei_desktop.domain.standing import existing_first, in_order


def register(*values: Any) -> Register:
    siblings = (Sibling(v, frozenset({Stamp("a", n)})) for n, v in enumerate(values, start=1))
    return Register(tuple(siblings))


def answer(name: str) -> dict[str, str]:
    return {"answer": name}


@pytest.mark.parametrize(
    "values", list(itertools.permutations([answer("given"), answer("withdrawn"), None]))
)
def test_the_most_restrictive_answer_is_in_force(values: tuple[Any, ...]) -> None:
    ordered = in_order(register(*values), Conflict.RESTRICTIVE)
    assert ordered.values == (answer("withdrawn"), None, answer("given"))


@pytest.mark.parametrize("values", list(itertools.permutations([{"reason": "death"}, None])))
def test_an_ending_wins(values: tuple[Any, ...]) -> None:
    assert in_order(register(*values), Conflict.ENDING).shown.value == {"reason": "death"}


def test_a_surveyed_point_wins_only_at_the_same_address() -> None:
    rough = {"address": "緑町1", "accuracy": "rough"}
    surveyed = {"address": "緑町1", "accuracy": "surveyed"}
    moved = {"address": "緑町2", "accuracy": "rough"}
    assert in_order(register(rough, surveyed), Conflict.SURVEYED).shown.value == surveyed
    assert in_order(register(moved, surveyed), Conflict.SURVEYED).shown.value == moved
    assert in_order(register(None, surveyed), Conflict.SURVEYED).shown.value is None


def test_without_a_rule_and_without_a_conflict_the_order_stays() -> None:
    assert in_order(register("b", "a"), Conflict.BOTH).values == ("b", "a")
    assert in_order(register(None), Conflict.ENDING).values == (None,)


def test_existing_beats_ending() -> None:
    assert existing_first(register(False, True)).values == (True, False)
    assert existing_first(register(True, False)).values == (True, False)


@pytest.mark.parametrize("rule", list(Conflict))
def test_no_rule_drops_a_value(rule: Conflict) -> None:
    before = register(answer("given"), None, answer("refused"))
    after = in_order(before, rule)
    assert set(map(str, after.values)) == set(map(str, before.values))
    assert after.stamps == before.stamps
