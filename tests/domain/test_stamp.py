"""The laws of stamps: what nobody has seen never vanishes, and the order of meeting is nothing."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from renkei_desktop.domain.stamp import NONE, Register, Seen, Stamp, Stamps, union, write

SEATS = ("1", "2", "3")


@dataclass(frozen=True)
class Step:
    """Somebody writes after seeing part of what stands at a seat, or takes in another seat."""

    seat: int
    other: int | None
    unseen: int
    value: int


@dataclass
class History:
    """Three seats with one register each, and an independent note of who had seen what."""

    registers: list[Register]
    had_seen: dict[Stamp, Stamps]


steps = st.builds(
    Step,
    seat=st.integers(0, 2),
    other=st.none() | st.integers(0, 2),
    unseen=st.integers(0, 3),
    value=st.integers(0, 1),
)


def play(run: list[Step]) -> History:
    """Plays the run from a register that all three seats begin with."""
    first = Stamp("0", 1)
    start = write(None, "start", first, NONE)
    history = History([start] * 3, {first: NONE})
    for number, step in enumerate(run, start=1):
        here = history.registers[step.seat]
        if step.other is not None:
            history.registers[step.seat] = union([here, history.registers[step.other]])
            continue
        stamp = Stamp(SEATS[step.seat], number)
        # The newest comers stand last: a form that was opened before has not shown them.
        seen = stamps_shown(here, max(1, len(here.siblings) - step.unseen))
        history.had_seen[stamp] = seen
        history.registers[step.seat] = write(here, step.value, stamp, seen)
    return history


def stamps_shown(register: Register, count: int) -> Stamps:
    """The stamps of the first siblings of a register."""
    return NONE.union(*(sibling.stamps for sibling in register.siblings[:count]))


def settled_by_causes(history: History, stamp: Stamp) -> Stamps:
    """All writes that this one had seen, directly or through what it saw."""
    seen: set[Stamp] = set()
    waiting = set(history.had_seen[stamp])
    while waiting:
        one = waiting.pop()
        seen.add(one)
        waiting |= history.had_seen[one] - seen
    return frozenset(seen)


runs = st.lists(steps, max_size=16)


def standing(register: Register) -> tuple[object, ...]:
    """Which values stand, by which writes, and what is known, in no order."""
    values = frozenset((sibling.value, sibling.stamps) for sibling in register.siblings)
    return values, register.known


@given(runs)
def test_union_does_not_depend_on_the_order(run: list[Step]) -> None:
    one, two, three = play(run).registers
    assert standing(union([one, two])) == standing(union([two, one]))
    assert standing(union([one, two, three])) == standing(union([three, one, two]))


@given(runs)
def test_union_may_be_taken_in_any_grouping(run: list[Step]) -> None:
    one, two, three = play(run).registers
    left = union([union([one, two]), three])
    right = union([one, union([two, three])])
    assert standing(left) == standing(right) == standing(union([one, two, three]))


@given(runs)
def test_taking_in_the_same_twice_changes_nothing(run: list[Step]) -> None:
    one, two, _ = play(run).registers
    both = union([one, two])
    assert union([one, one]) == one
    assert union([both, two]) == both


@given(runs)
def test_a_seat_goes_on_showing_its_own_value_while_it_stands(run: list[Step]) -> None:
    one, two, _ = play(run).registers
    both = union([one, two])
    assert both.shown.value == one.shown.value or one.shown.stamps <= two.known - two.stamps


@settings(max_examples=400)
@given(runs)
def test_nothing_that_nobody_has_seen_vanishes(run: list[Step]) -> None:
    history = play(run)
    everywhere = union(history.registers)
    settled = NONE.union(*(settled_by_causes(history, s) for s in history.had_seen))
    assert everywhere.stamps == history.had_seen.keys() - settled


@given(runs)
def test_every_seat_keeps_what_it_has_not_seen_superseded(run: list[Step]) -> None:
    history = play(run)
    for register in history.registers:
        gone = register.known - register.stamps
        overwritten = NONE.union(*(settled_by_causes(history, s) for s in register.known))
        assert gone <= overwritten


@given(runs, st.integers(0, 3))
def test_a_write_settles_what_was_seen_and_nothing_else(run: list[Step], unseen: int) -> None:
    before = union(play(run).registers)
    seen = stamps_shown(before, max(0, len(before.siblings) - unseen))
    after = write(before, "new", Stamp("9", 1), seen)
    kept = [sibling for sibling in before.siblings if not sibling.stamps <= seen]
    assert after.shown.value == "new"
    assert after.stamps == (before.stamps - seen) | {Stamp("9", 1)}
    assert list(after.siblings[1:]) == kept


def test_a_write_that_saw_one_of_two_equal_writes_leaves_the_other() -> None:
    one, two, three = Stamp("1", 1), Stamp("2", 1), Stamp("1", 2)
    both = union([write(None, "same", one, NONE), write(None, "same", two, NONE)])
    assert [sibling.stamps for sibling in both.siblings] == [{one, two}]
    after = write(both, "new", three, frozenset({one}))
    assert [(s.value, s.stamps) for s in after.siblings] == [("new", {three}), ("same", {two})]


def test_true_and_1_are_different_values() -> None:
    one = write(None, True, Stamp("1", 1), NONE)
    assert union([one, write(None, 1, Stamp("2", 1), NONE)]).in_conflict


@given(runs)
def test_a_write_that_saw_all_leaves_one_value(run: list[Step]) -> None:
    before = union(play(run).registers)
    after = write(before, "new", Stamp("9", 1), before.stamps)
    assert not after.in_conflict
    assert union([after, before]) == after


def test_a_form_that_showed_nothing_settles_nothing() -> None:
    seen = Seen({"phone": frozenset({Stamp("1", 4)})})
    assert seen.of("phone") == {Stamp("1", 4)}
    assert seen.of("name") == NONE
