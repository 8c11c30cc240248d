"""The shared libraries: what is missing, and in which package it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.setup.environment import Environment
from renkei_desktop.setup.libraries import packages_for, provide
from renkei_desktop.setup.machine import this_machine
from renkei_desktop.setup.start import prepare
from tests.setup import fake
from tests.setup.fake import Computer


def test_one_package_for_several_libraries_is_named_once() -> None:
    assert packages_for(["libnss3.so", "libnssutil3.so"]) == [("libnss3",)]


def test_a_library_that_nobody_knows_is_named_in_the_sentence_and_hinders_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(tmp_path, administrator=True)
    monkeypatch.setitem(fake.NEEDED, "libQt6WebEngineCore.so.6", ("libnss3.so", "libodd.so.4"))
    monkeypatch.setitem(fake.CARRIER, "libodd.so.4", set())
    with pytest.raises(RenkeiError, match=r"libodd\.so\.4"):
        prepare(computer.start(), computer.root)
    assert "libnss3" in computer.installed


def test_this_machine_has_what_the_tests_need() -> None:
    machine = this_machine()
    provide(machine, Environment(machine.prefix, machine.windows))
