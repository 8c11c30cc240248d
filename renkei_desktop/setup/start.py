"""From a bare Python into the environment: what both commands do before their own work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.setup.environment import (
    PROGRAM_LOCK,
    Environment,
    State,
    Wanted,
    holds,
    note,
    packages_state,
    places,
    read,
    wanted,
)
from renkei_desktop.setup.machine import Machine, this_machine

CHECKOUT = Path(__file__).resolve().parents[2]
"""The folder above the package; a checkout only where a lock file lies in it."""

Deed = Callable[[list[str]], int]


def run(
    module: str,
    arguments: list[str],
    deed: Deed,
    *,
    tests: bool = False,
    machine: Machine | None = None,
    root: Path = CHECKOUT,
) -> int:
    """Does the deed inside the environment and returns its exit code.

    Started outside of it, makes it ready and goes on as `python -m module` inside; what cannot be
    made ready ends in one sentence and exit code 1. A program installed from a wheel has its
    libraries already and just goes on.
    """
    machine = machine or this_machine()
    if not (root / PROGRAM_LOCK).exists() or _inside(machine, root):
        return deed(arguments)
    try:
        python = prepare(machine, root, tests=tests)
    except RenkeiError as error:
        machine.say(error.sentence)
        return 1
    except OSError:
        machine.say(
            "準備の途中でファイルを書けなくなりました。空きと書き込みの許可を確かめてください。"
        )
        return 1
    except KeyboardInterrupt:
        machine.say("準備を途中でやめました。次の起動でやり直します。")
        return 130
    return machine.enter((str(python), "-m", module, *arguments))


def _inside(machine: Machine, root: Path) -> bool:
    return any(
        environment.folder.exists() and environment.folder.samefile(machine.prefix)
        for environment in places(machine, root)
    )


def prepare(machine: Machine, root: Path, *, tests: bool = False) -> Path:
    """Makes the environment of the checkout at `root` ready and returns its Python.

    Does nothing where it is ready. Raises RenkeiError where this machine cannot get there: for
    the program when a library is missing, for the tests also when a font is.
    """
    goal = wanted(root, tests=tests)
    environment = _place(machine, root, goal)
    if not _ready(machine, environment, read(environment), goal):
        _make_ready(machine, environment, root, goal)
    # Asked at every start: cheap, and a missing face may come or go without a package manager.
    _warn_of_missing_font(machine, fatal=tests)
    return environment.python


def _place(machine: Machine, root: Path, goal: Wanted) -> Environment:
    """In the checkout if it stands there or can be built there, else in the user's folder."""
    here, own = places(machine, root)
    if holds(here, read(here), goal) or machine.writable(root):
        return here
    own.folder.mkdir(parents=True, exist_ok=True)
    return own


def _ready(machine: Machine, environment: Environment, state: State | None, goal: Wanted) -> bool:
    return (
        state is not None
        and holds(environment, state, goal)
        and state.system == packages_state(machine)
    )


def _make_ready(machine: Machine, environment: Environment, root: Path, goal: Wanted) -> None:
    # Only a start that has work to do pays for these.
    from renkei_desktop.setup.building import build
    from renkei_desktop.setup.fonts import provide_mincho
    from renkei_desktop.setup.libraries import provide
    from renkei_desktop.setup.turn import turn

    if holds(environment, read(environment), goal) and not machine.writable(environment.folder):
        # Another user's, complete: nothing to build, and nothing can be noted there.
        provide(machine, environment)
        return
    environment.folder.mkdir(exist_ok=True)
    with turn(environment.turn_file, machine.say):
        state = read(environment)
        if _ready(machine, environment, state, goal):
            return
        fresh = not holds(environment, state, goal)
        if fresh:
            state = build(machine, environment, state, root, goal)
            machine.say("この機械に要るものがそろっているか確かめています。")
        provide(machine, environment)
        provide_mincho(machine, environment.log)
        note(environment, replace(state or State(), system=packages_state(machine)))
        if fresh:
            machine.say("準備ができました。")


def _warn_of_missing_font(machine: Machine, *, fatal: bool) -> None:
    from renkei_desktop.setup.fonts import missing_mincho

    sentence = missing_mincho(machine)
    if sentence and fatal:
        raise RenkeiError(sentence, todo="試験はこの字体がないと動かしません。")
    if sentence:
        machine.say(sentence)
