"""The desk thread: one piece of work after the other, never in the way of the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from renkei_desktop.domain.change import Changes, Undone
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui.background import Aside, Background, Leave, Open, Read, Write
from renkei_desktop.ui.broadcast import Broadcast
from renkei_desktop.work import Progress
from tests.ui.house import wait

CHANGES = Changes("d1", "電話の変更", frozenset({("phone", "p1")}))


class Desk:
    """Stands for an open office and notes on which threads it is touched."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.done: list[str] = []

    def do(self, what: str) -> str:
        self.threads.add(threading.get_ident())
        self.done.append(what)
        return what


class Place:
    def __init__(self) -> None:
        self.broadcast = Broadcast()
        self.background = Background(self.broadcast)
        self.desk = Desk()
        self.told: list[Any] = []
        self.troubled: list[Any] = []
        self.broken: list[Any] = []
        self.broadcast.changed.connect(self.told.append)
        self.background.troubled.connect(self.troubled.append)
        self.background.broken.connect(self.broken.append)
        self.background.run(Open(lambda _progress: self.desk))

    def settle(self) -> None:
        wait(lambda: not self.background.busy)


@pytest.fixture
def place(qapp: QApplication) -> Iterator[Place]:
    made = Place()
    yield made
    made.background.stop_all()
    assert made.background.finish(10_000)


def test_work_is_done_in_order_on_one_other_thread(place: Place) -> None:
    answers: list[str] = []
    for what in "abc":
        place.background.run(Read(lambda desk, what=what: desk.do(what), answers.append))
    assert answers == [], "the window waited for the answer"
    place.settle()
    assert answers == place.desk.done == ["a", "b", "c"]
    assert len(place.desk.threads) == 1
    assert threading.get_ident() not in place.desk.threads


def test_a_deed_is_told_once_and_before_its_answer(place: Place) -> None:
    order: list[str] = []
    place.broadcast.changed.connect(lambda _changes: order.append("told"))
    place.background.run(Write(lambda _desk: CHANGES, lambda _changes: order.append("then")))
    place.settle()
    assert order == ["told", "then"]
    assert place.told == [CHANGES]


def test_reading_tells_nobody(place: Place) -> None:
    place.background.run(Read(lambda _desk: CHANGES))
    place.settle()
    assert place.told == []


def test_the_changes_inside_an_answer_are_told(place: Place) -> None:
    place.background.run(Write(lambda _desk: Undone(CHANGES)))
    place.settle()
    assert place.told == [CHANGES]


def test_answers_are_dropped_once_the_window_is_locked(place: Place) -> None:
    answers: list[str] = []
    place.background.run(Read(lambda desk: desk.do("a"), answers.append))
    place.background.run(Write(lambda _desk: CHANGES, answers.append))
    place.background.forget()
    place.settle()
    assert place.desk.done == ["a"], "the work itself is still done"
    assert (answers, place.told) == ([], [])


def test_an_answer_for_a_page_that_is_gone_is_dropped(place: Place) -> None:
    answers: list[str] = []
    owner = QWidget()
    place.background.run(Read(lambda desk: desk.do("a"), answers.append, owner=owner))
    shiboken6.delete(owner)
    place.settle()
    assert answers == []


def test_a_refusal_goes_to_whoever_asked(place: Place) -> None:
    heard: list[RenkeiError] = []

    def refuse(_desk: Desk) -> None:
        raise RenkeiError("だめです。")

    place.background.run(Read(refuse, fail=heard.append))
    place.background.run(Read(refuse))
    place.settle()
    assert [e.what for e in heard] == ["だめです。"]
    assert [e.what for e in place.troubled] == ["だめです。"]


def test_an_unforeseen_error_is_logged_without_its_message(
    place: Place, expect_message: Any, caplog: pytest.LogCaptureFixture
) -> None:
    expect_message("unexpected ValueError on the desk thread")

    def fall(_desk: Desk) -> None:
        raise ValueError("佐藤 花子")

    place.background.run(Read(fall))
    place.settle()
    assert len(place.broken) == 1
    assert "佐藤" not in caplog.text


def test_watched_work_hears_of_the_wish_to_stop(place: Place) -> None:
    seen: list[Any] = []
    place.background.slow.connect(seen.append)
    stopped: list[str] = []
    answers: list[Any] = []

    def count(_desk: Desk, progress: Progress) -> str:
        for number in range(500):
            progress(number, 500, "数えています")
            time.sleep(0.01)
        return "終わり"

    work = Read(count, answers.append, watched=True, stopped=lambda: stopped.append("stopped"))
    place.background.run(work)
    wait(lambda: bool(seen))
    assert seen[0].can_stop
    seen[0].stop.set()
    place.settle()
    assert (answers, stopped) == ([], ["stopped"])
    assert place.troubled == []


@pytest.mark.parametrize(("seconds", "shown"), [(0.1, False), (0.6, True)])
def test_only_work_of_more_than_400_ms_counts_as_slow(
    place: Place, seconds: float, shown: bool
) -> None:
    seen: list[Any] = []
    place.background.slow.connect(seen.append)
    place.background.run(Read(lambda _desk: time.sleep(seconds)))
    place.settle()
    assert bool(seen) is shown


def test_work_without_a_label_never_shows_a_window(place: Place) -> None:
    seen: list[Any] = []
    place.background.slow.connect(seen.append)
    place.background.run(Read(lambda _desk: time.sleep(0.6), label=""))
    place.settle()
    assert seen == []


def test_after_leaving_there_is_no_desk(place: Place) -> None:
    answers: list[Any] = []
    place.background.run(Leave(lambda desk, _progress: desk.do("closed"), answers.append))
    place.background.run(Read(lambda desk: desk.do("late"), answers.append))
    place.background.run(Aside(lambda _progress: "aside", answers.append))
    place.settle()
    assert answers == ["closed", "aside"]
    assert place.desk.done == ["closed"]


def test_the_window_goes_on_while_the_desk_thread_works(place: Place) -> None:
    ticks: list[float] = []
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    place.background.run(Read(lambda _desk: time.sleep(0.5)))
    place.settle()
    gaps = [b - a for a, b in pairwise(ticks)]
    assert len(ticks) > 15
    assert max(gaps) < 0.3
