"""The fallback face for rare characters, IPAmj Mincho: too large to ship with a checkout."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop import paths
from renkei_desktop.setup.machine import Machine
from renkei_desktop.setup.packages import install, request

_PACKAGE = ("fonts-ipamj-mincho",)


def mincho(machine: Machine) -> Path | None:
    """Where IPAmj Mincho lies on this machine, None where it is missing."""
    places = paths.fallback_font_places(machine.system, machine.environ, machine.home, machine.top)
    return next((place for place in places if place.is_file()), None)


def provide_mincho(machine: Machine, log: Path | None) -> None:
    """Installs IPAmj Mincho where it is missing and the machine allows it."""
    if mincho(machine) is None:
        install(machine, [_PACKAGE], log)


def missing_mincho(machine: Machine) -> str:
    """The sentence about the missing face and how to get it; empty where it is there."""
    if mincho(machine) is not None:
        return ""
    what = "字体「IPAmj明朝」が見つかりません。「𠮷」などのめずらしい字が印刷できません。"
    if machine.windows:
        return what + "文字情報技術促進協議会の配布する ipamjm.ttf を入れてください。"
    return what + request(machine, [_PACKAGE])
