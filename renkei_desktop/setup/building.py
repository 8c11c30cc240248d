"""Building the environment: a virtual environment by whatever way this Python has, then pip."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.setup.environment import (
    PROGRAM_LOCK,
    TESTS_LOCK,
    Environment,
    State,
    Wanted,
    base,
    holds,
    note,
)
from renkei_desktop.setup.machine import Machine
from renkei_desktop.setup.packages import install, request

_AGAIN = "そのあと、同じ命令をもう一度出してください。"


def build(
    machine: Machine, environment: Environment, state: State | None, root: Path, goal: Wanted
) -> State:
    """Makes the environment answer to the lock files and returns its noted state.

    What an earlier build left unfinished or out of date is made anew; test libraries are added to
    a program that stands already. Raises RenkeiError where the machine cannot do it.
    """
    if state is not None and holds(environment, state, replace(goal, tests="")):
        return _finish(machine, environment, state, root, goal)
    adopted = environment.foreign or (state is not None and state.adopted)
    if adopted:
        _accept(machine, environment)
    else:
        machine.say("はじめの準備をします。数分かかります。止めても、次の起動でやり直します。")
        _clear(environment)
    note(environment, State(building=True, adopted=adopted))
    if not adopted:
        machine.say(f"仮想環境を作っています: {environment.folder}")
        _create(machine, environment)
    return _finish(machine, environment, State(adopted=adopted), root, goal)


def _finish(
    machine: Machine, environment: Environment, state: State, root: Path, goal: Wanted
) -> State:
    note(environment, replace(state, building=True))
    if state.program != goal.program:
        machine.say("プログラムの部品を取り込んでいます（約300MB）。")
        _install(machine, environment, root / PROGRAM_LOCK)
    if goal.tests:
        machine.say("試験の部品を取り込んでいます。")
        _install(machine, environment, root / TESTS_LOCK)
    done = replace(
        state,
        building=False,
        base=base(environment),
        program=goal.program,
        tests=goal.tests,
        system="",
    )
    note(environment, done)
    return done


def _accept(machine: Machine, environment: Environment) -> None:
    """Checks an environment that somebody else made. Raises RenkeiError where it is of no use."""
    said = machine.run((str(environment.python), "--version")).said.split()
    fitting = ("3.11", "3.12", "3.13")
    if len(said) == 2 and said[0] == "Python" and said[1].rpartition(".")[0] in fitting:
        machine.say(f"前からある仮想環境に部品を足します: {environment.folder}")
        return
    raise RenkeiError(
        f"前からある仮想環境 {environment.folder} は使えません。",
        kept="中身には触れていません。",
        todo="名前を変えるか消してください。" + _AGAIN,
    )


def _clear(environment: Environment) -> None:
    """Empties the folder except for what the running set-up holds open and the old log."""
    kept = (environment.turn_file, environment.log)
    try:
        for child in environment.folder.iterdir():
            if child.is_dir() and not child.is_symlink():
                shutil.rmtree(child)
            elif child not in kept:
                child.unlink()
    except OSError as error:
        raise RenkeiError(
            "前の部品を片付けられません。プログラムが別の窓で開いているかもしれません。",
            kept="台帳には触れていません。",
            todo="窓をすべて閉じてください。" + _AGAIN,
        ) from error


def _create(machine: Machine, environment: Environment) -> None:
    """Makes the virtual environment: with pip inside where possible, else without."""
    python, folder = str(machine.python), str(environment.folder)
    if not machine.has("ensurepip"):
        _install_venv(machine, environment)
    ways = {
        "ensurepip": (python, "-m", "venv", folder),
        "virtualenv": (python, "-m", "virtualenv", "-q", folder),
        "pip": (python, "-m", "venv", "--without-pip", folder),
    }
    for module, command in ways.items():
        if machine.has(module) and machine.run(command, environment.log).code == 0:
            return
    raise RenkeiError(
        "この Python には、仮想環境を作る部品がありません。", todo=_venv_request(machine) + _AGAIN
    )


def _is_debians(machine: Machine) -> bool:
    return machine.python.parent == machine.top / "usr/bin" and machine.which("apt-get") is not None


def _venv_package(machine: Machine) -> tuple[str]:
    return (f"python{machine.version[0]}.{machine.version[1]}-venv",)


def _install_venv(machine: Machine, environment: Environment) -> None:
    if _is_debians(machine):
        install(machine, [_venv_package(machine)], environment.log)


def _venv_request(machine: Machine) -> str:
    if _is_debians(machine):
        return request(machine, [_venv_package(machine)])
    return "venv と ensurepip（または pip）の付いた Python を入れてください。"


def _install(machine: Machine, environment: Environment, lock: Path) -> None:
    command = (
        *_pip(machine, environment),
        "install",
        "--require-hashes",
        "--only-binary=:all:",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar=off",
        "--requirement",
        str(lock),
    )
    if machine.run(command, environment.log).code != 0:
        raise RenkeiError(
            "部品を取り込めませんでした。",
            kept="台帳には触れていません。",
            todo="インターネットにつながっているか、空きが2GBあるかを確かめて、同じ命令を"
            f"もう一度出してください。くわしい記録: {environment.log}",
        )


def _pip(machine: Machine, environment: Environment) -> tuple[str, ...]:
    """The environment's own pip; where it has none, that of the Python underneath."""
    inside = (str(environment.python), "-m", "pip")
    if machine.run((*inside, "--version")).code == 0:
        return inside
    if machine.has("pip"):
        return (str(machine.python), "-m", "pip", "--python", str(environment.python))
    raise RenkeiError(
        f"仮想環境 {environment.folder} に pip がありません。",
        kept="中身には触れていません。",
        todo="名前を変えるか消してください。" + _AGAIN,
    )
