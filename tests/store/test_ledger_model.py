"""The ledger against a simple model: what somebody wrote stands until somebody who saw it writes.

The model keeps, for every register, which writes stand, and knows of superseding only what the
forms had shown. It never asks the stamps' own arithmetic.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from renkei_desktop.domain.field import EXISTS
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.stamp import Stamp
from renkei_desktop.store import soundness
from renkei_desktop.store.state import load
from tests.store.offices import CLERK, Place, held

NAMES = st.sampled_from(["一", "二", "三"])
READINGS = st.sampled_from([None, "いち", "に"])
REGISTERS = (EXISTS, "name", "reading")

Standing = dict[Stamp, Any]
Everything = dict[tuple[RecordId, str], Standing]


@dataclass(frozen=True)
class Form:
    """An open form: the record as shown, and what the model knows to be on the screen."""

    held: Held[Person]
    shown: dict[str, set[Stamp]]
    everything: dict[str, set[Stamp]]


class LedgerAgainstModel(RuleBasedStateMachine):
    forms = Bundle("forms")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.place = Place(self.root)
        self.office = self.place.create()
        self.people: list[RecordId] = []
        self.model: Everything = {}
        self.before: dict[str, Everything] = {}
        self.deeds: list[str] = []
        self.author: dict[Stamp, str] = {}
        self.undos: set[str] = set()
        self.undone: set[str] = set()

    def teardown(self) -> None:
        report = soundness.check(self.office)
        assert report.sound, report.lines
        self.place.close()
        shutil.rmtree(self.root)

    # what stands in the vault, read from the sheets

    def found(self, person: RecordId, register: str) -> Standing:
        state = load(self.office.database, "person", person)
        assert state is not None
        siblings = state.registers[register].siblings if register in state.registers else ()
        return {stamp: s.value for s in siblings for stamp in s.stamps}

    def everything(self) -> Everything:
        return {(p, r): self.found(p, r) for p in self.people for r in REGISTERS}

    def took(self, deed: str) -> None:
        """Notes a deed together with what stood before it."""
        self.before[deed] = self.model
        self.deeds.append(deed)

    def sign(self, deed: str, now: Everything) -> None:
        """Notes that every stamp which is new here was written by this deed."""
        for standing in now.values():
            for stamp in standing:
                self.author.setdefault(stamp, deed)

    def wrote(self, person: RecordId, values: dict[str, Any], seen: dict[str, set[Stamp]]) -> None:
        """The law: new writes stand, what they had seen falls, everything else stays."""
        expected = dict(self.model)
        for register, value in values.items():
            old = expected.get((person, register), {})
            new = set(self.found(person, register)) - set(old)
            assert len(new) == 1
            kept = {s: v for s, v in old.items() if s not in seen.get(register, set())}
            expected[person, register] = {**kept, new.pop(): value}
        for register in REGISTERS:
            expected.setdefault((person, register), {})
        self.model = expected
        self.sign(self.deeds[-1], expected)

    @precondition(lambda self: len(self.people) < 3)
    @rule(name=NAMES, reading=READINGS)
    def create(self, name: str, reading: str | None) -> None:
        person = Person(id=new_id(), name=name, reading=reading)
        with self.office.ledger.writing("登録", clerk=CLERK) as book:
            book.put(person, None)
        self.took(book.changes.deed)
        self.people.append(person.id)
        values = {EXISTS: True, "name": name, "reading": reading}
        self.wrote(person.id, {r: v for r, v in values.items() if v is not None}, {})

    @precondition(lambda self: self.people)
    @rule(target=forms, which=st.integers(0, 2))
    def open_form(self, which: int) -> Form:
        return self.form(which)

    def form(self, which: int) -> Form:
        person = self.people[which % len(self.people)]
        record = held(self.office, Person, person)
        shown, everything = {}, {}
        for register in REGISTERS:
            standing = self.model[person, register]
            on_screen = record.exists if register == EXISTS else getattr(record.record, register)
            shown[register] = {s for s, v in standing.items() if v == on_screen}
            everything[register] = set(standing)
        return Form(record, shown, everything)

    @precondition(lambda self: self.people)
    @rule(which=st.integers(0, 2), name=NAMES, reading=READINGS)
    def correct(self, which: int, name: str, reading: str | None) -> None:
        self.put(self.form(which), name, reading)

    @rule(form=forms, name=NAMES, reading=READINGS)
    def save(self, form: Form, name: str, reading: str | None) -> None:
        self.put(form, name, reading)

    def put(self, form: Form, name: str, reading: str | None) -> None:
        before = form.held.record
        values: dict[str, Any] = {}
        if name != before.name:
            values["name"] = name
        if reading != before.reading:
            values["reading"] = reading
        with self.office.ledger.writing("訂正", clerk=CLERK) as book:
            book.put(replace(before, name=name, reading=reading), form.held)
        if not values:
            assert not book.changes
            return
        self.took(book.changes.deed)
        ended_unseen = form.held.exists and not self.stands(before.id)
        if ended_unseen and not set(self.model[before.id, EXISTS]) <= form.shown[EXISTS]:
            values[EXISTS] = True
        self.wrote(before.id, values, form.shown)

    def stands(self, person: RecordId) -> bool:
        return True in self.model[person, EXISTS].values()

    @rule(form=forms, exists=st.booleans())
    def end_or_revive(self, form: Form, exists: bool) -> None:
        person = form.held.record.id
        with self.office.ledger.writing("削除", clerk=CLERK) as book:
            (book.revive if exists else book.end)(form.held)
        standing = self.model[person, EXISTS]
        if set(standing) <= form.everything[EXISTS] and self.stands(person) is exists:
            assert not book.changes
            return
        self.took(book.changes.deed)
        self.wrote(person, {EXISTS: exists}, form.everything)

    @rule(form=forms, name=NAMES)
    def settle(self, form: Form, name: str) -> None:
        with self.office.ledger.writing("決める", clerk=CLERK) as book:
            book.settle(form.held, "name", name)
        self.took(book.changes.deed)
        self.wrote(form.held.record.id, {"name": name}, form.everything)

    @rule(form=forms, name=NAMES)
    def fail(self, form: Form, name: str) -> None:
        try:
            with self.office.ledger.writing("訂正", clerk=CLERK) as book:
                book.put(Person(id=new_id(), name=name), None)
                book.settle(form.held, "name", name)
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    @precondition(lambda self: self.deeds)
    @rule(back=st.integers(0, 3))
    def undo(self, back: int) -> None:
        deed = self.deeds[-1 - min(back, len(self.deeds) - 1)]
        if deed in self.undone:
            return
        was_last = deed == self.deeds[-1]
        touched = {(c.record, c.register) for c in self.lines_of(deed)}
        undone = self.office.ledger.undo(deed, clerk=CLERK)
        now = self.everything()
        kept = {(record, register) for _, record, register in undone.kept}
        for key, standing in now.items():
            if key in kept or key not in touched or self.is_somebody_elses(key, deed):
                assert standing == self.model[key]
        if was_last:
            assert not kept
            self.is_as_before(deed, now)
        if not undone.changes:
            return
        self.took(undone.changes.deed)
        self.undone.add(deed)
        self.undos.add(undone.changes.deed)
        self.sign(undone.changes.deed, now)
        self.model = now

    def is_somebody_elses(self, key: tuple[RecordId, str], deed: str) -> bool:
        """Whether all that stands was typed by other deeds, none of them an undo."""
        authors = {self.author[stamp] for stamp in self.model[key]}
        return bool(authors) and deed not in authors and not authors & self.undos

    def lines_of(self, deed: str) -> list[Any]:
        return [c for c in self.office.ledger.history(self.people) if c.deed == deed]

    def is_as_before(self, deed: str, now: Everything) -> None:
        """Nothing came between: every register holds the values that it held before the deed."""
        for key, standing in now.items():
            before = self.before[deed].get(key)
            if before:
                assert set(standing.values()) == set(before.values())
            elif key[1] == EXISTS:
                assert set(standing.values()) == {False}

    @rule()
    def reopen(self) -> None:
        seat = self.office.seat
        self.office.close()
        self.office = self.place.open()
        assert self.office.seat == seat
        assert self.office.chain.is_sound

    @invariant()
    def nothing_unseen_vanishes(self) -> None:
        assert self.everything() == self.model

    @invariant()
    def lists_and_conflicts_tell_the_same(self) -> None:
        standing = {person for person in self.people if self.stands(person)}
        assert {row.person for row in self.office.rows.people()} == standing
        several = {key for key, values in self.model.items() if len(set(values.values())) > 1}
        assert {key[1:] for key in self.office.rows.conflicts()} == several


LedgerAgainstModel.TestCase.settings = settings(max_examples=50, stateful_step_count=35)
test_ledger_against_model = LedgerAgainstModel.TestCase


class LedgerAgainstModelAllNight(LedgerAgainstModel):
    """The same for as long as a night has room for."""


LedgerAgainstModelAllNight.TestCase.settings = settings(max_examples=3000, stateful_step_count=60)
test_ledger_against_model_all_night = pytest.mark.nightly(LedgerAgainstModelAllNight.TestCase)
