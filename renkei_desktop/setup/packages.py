"""Debian's and Ubuntu's package manager, where it is there and where one may use it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from renkei_desktop.setup.machine import Machine

Names = tuple[str, ...]
"""The names that one package goes by, the newest system's first (libasound2t64, libasound2)."""

_APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300")


def rights(machine: Machine) -> tuple[str, ...] | None:
    """The words in front of `apt-get` that make it work here; None where nothing does."""
    if machine.which("apt-get") is None:
        return None
    if machine.administrator:
        return ()
    if machine.which("sudo") and machine.run(("sudo", "-n", "true")).code == 0:
        return ("sudo", "-n")
    return None


def install(machine: Machine, packages: Sequence[Names], log: Path | None) -> bool:
    """Installs the packages; False where that is not allowed, not possible, or failed.

    Lists that are empty or out of date are fetched first.
    """
    prefix = rights(machine)
    if prefix is None or not packages:
        return False
    lists = machine.top / "var/lib/apt/lists"
    fetched = any(lists.glob("*Packages*"))
    if not fetched:
        _update(machine, prefix, log)
    if _install(machine, prefix, packages, log):
        return True
    if fetched:
        _update(machine, prefix, log)
        return _install(machine, prefix, packages, log)
    return False


def _update(machine: Machine, prefix: tuple[str, ...], log: Path | None) -> None:
    machine.run((*prefix, *_APT, "update", "-q"), log)


def _install(
    machine: Machine, prefix: tuple[str, ...], packages: Sequence[Names], log: Path | None
) -> bool:
    names = [chosen(machine, names) for names in packages]
    rest = f" など{len(names)}個" if len(names) > 1 else ""
    machine.say(f"足りない部品をこの機械に入れています: {names[0]}{rest}")
    command = (*prefix, *_APT, "install", "-q", "-y", "--no-install-recommends", *names)
    return machine.run(command, log).code == 0


def chosen(machine: Machine, names: Names) -> str:
    """The name that this system's lists know; the last one where they know none."""
    for name in names[:-1]:
        if machine.run(("apt-cache", "show", name)).code == 0:
            return name
    return names[-1]


def spoken(packages: Sequence[Names]) -> str:
    """The packages as a sentence lists them."""
    return "、".join("または".join(names) for names in packages)


def request(machine: Machine, packages: Sequence[Names]) -> str:
    """What to ask an administrator for, as the command that he or she types."""
    if machine.which("apt-get") is None:
        return f"この機械の管理者に {spoken(packages)} を入れてもらってください。"
    names = " ".join(chosen(machine, names) for names in packages)
    return f"この機械の管理者に「sudo apt-get install {names}」を実行してもらってください。"
