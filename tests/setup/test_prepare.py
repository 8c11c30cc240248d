"""From nothing to a standing environment, on computers of every sort."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.setup.environment import State, places, read
from renkei_desktop.setup.start import prepare
from tests.setup.fake import NOBLE, Computer


@pytest.fixture
def debian(tmp_path: Path) -> Computer:
    """A fresh Debian 12 with everything that Debian's Python can have, and the rights."""
    return Computer(tmp_path, administrator=True)


def noted(computer: Computer) -> State:
    state = read(places(computer.start(), computer.root)[0])
    assert state is not None
    return state


def test_a_fresh_debian_gets_everything(debian: Computer) -> None:
    python = prepare(debian.start(), debian.root)
    assert python == debian.root / ".venv/bin/python"
    assert {"libnss3", "libasound2", "libegl1", "libxcb-cursor0"} < debian.installed
    assert "fonts-ipamj-mincho" in debian.installed
    [pip] = debian.ran("install", "--require-hashes")
    assert pip[-1] == str(debian.root / "requirements.lock")
    assert not noted(debian).building


def test_a_second_start_runs_nothing_and_says_nothing(debian: Computer) -> None:
    prepare(debian.start(), debian.root)
    debian.commands.clear()
    debian.said.clear()
    prepare(debian.start(), debian.root)
    assert debian.commands == []
    assert debian.said == []


def test_the_tests_are_added_to_a_program_that_stands(debian: Computer) -> None:
    prepare(debian.start(), debian.root)
    debian.commands.clear()
    prepare(debian.start(), debian.root, tests=True)
    [pip] = debian.ran("install", "--require-hashes")
    assert pip[-1] == str(debian.root / "tests/requirements.lock")
    debian.commands.clear()
    prepare(debian.start(), debian.root)
    prepare(debian.start(), debian.root, tests=True)
    assert debian.commands == []


def test_another_lock_file_makes_the_environment_anew(debian: Computer) -> None:
    prepare(debian.start(), debian.root)
    left_over = debian.root / ".venv/lib/old.py"
    left_over.touch()
    (debian.root / "requirements.lock").write_text("another")
    prepare(debian.start(), debian.root)
    assert not left_over.exists()
    assert len(debian.ran("--require-hashes")) == 2


def test_an_interpreter_that_went_away_makes_it_anew(debian: Computer) -> None:
    prepare(debian.start(), debian.root)
    (debian.root / ".venv/bin/python").unlink()
    prepare(debian.start(), debian.root)
    assert len(debian.ran("venv")) == 2


def test_a_damaged_note_makes_it_anew(debian: Computer) -> None:
    prepare(debian.start(), debian.root)
    (debian.root / ".venv/setup.json").write_text('{"program": "half')
    prepare(debian.start(), debian.root)
    assert len(debian.ran("venv")) == 2


def test_libraries_are_tried_again_only_when_the_packages_have_changed(debian: Computer) -> None:
    prepare(debian.start(), debian.root)
    debian.commands.clear()
    debian.installed.discard("libnss3")
    prepare(debian.start(), debian.root)
    assert "libnss3" in debian.installed
    assert debian.ran("--require-hashes") == []


def test_debian_without_venv_but_with_rights_installs_it(tmp_path: Path) -> None:
    computer = Computer(tmp_path, administrator=True, modules={"venv"}, lists_fetched=False)
    prepare(computer.start(), computer.root)
    assert "python3.11-venv" in computer.installed
    assert computer.ran("update"), "empty package lists are fetched first"
    assert computer.ran("venv")[-1][-1] == str(computer.root / ".venv")


def test_sudo_without_a_password_is_a_right(tmp_path: Path) -> None:
    computer = Computer(tmp_path, sudo=True)
    prepare(computer.start(), computer.root)
    assert "libnss3" in computer.installed
    assert all(c[:2] == ("sudo", "-n") for c in computer.ran("apt-get"))


def test_without_venv_and_rights_an_installed_virtualenv_serves(tmp_path: Path) -> None:
    computer = Computer(tmp_path, modules={"venv", "virtualenv"})
    computer.installed |= {"libnss3", "libasound2", "libegl1"}
    prepare(computer.start(), computer.root)
    assert computer.ran("virtualenv")


def test_without_venv_and_rights_an_installed_pip_serves(tmp_path: Path) -> None:
    computer = Computer(tmp_path, modules={"venv", "pip"})
    computer.installed |= {"libnss3", "libasound2", "libegl1"}
    prepare(computer.start(), computer.root)
    [pip] = computer.ran("--require-hashes")
    assert pip[:4] == (str(computer.python), "-m", "pip", "--python")


def test_without_venv_pip_and_rights_one_sentence_names_the_package(tmp_path: Path) -> None:
    computer = Computer(tmp_path, modules={"venv"})
    with pytest.raises(RenkeiError, match=r"sudo apt-get install python3\.11-venv"):
        prepare(computer.start(), computer.root)


def test_windows_without_ensurepip_gets_a_sentence(tmp_path: Path) -> None:
    computer = Computer(tmp_path, administrator=True, modules={"venv"}, system="win32", apt=False)
    with pytest.raises(RenkeiError, match="ensurepip"):
        prepare(computer.start(), computer.root)


def test_without_rights_one_sentence_names_the_missing_packages(tmp_path: Path) -> None:
    computer = Computer(tmp_path, environ={"DISPLAY": ":0"})
    with pytest.raises(RenkeiError) as caught:
        prepare(computer.start(), computer.root)
    for package in ("libnss3", "libasound2", "libegl1", "libxcb-cursor0"):
        assert f" {package}" in caught.value.sentence


def test_without_rights_and_screen_the_window_s_libraries_are_not_missed(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.installed |= {"libnss3", "libasound2", "libegl1"}
    prepare(computer.start(), computer.root)
    computer.environ["WAYLAND_DISPLAY"] = "wayland-0"
    (computer.top / "var/lib/dpkg/status").write_text("changed")
    with pytest.raises(RenkeiError, match="libxcb-cursor0"):
        prepare(computer.start(), computer.root)


def test_ubuntu_24_04_gets_its_own_package_names(tmp_path: Path) -> None:
    computer = Computer(tmp_path, administrator=True, version=(3, 12), known=NOBLE)
    prepare(computer.start(), computer.root)
    assert "libasound2t64" in computer.installed
    assert "libasound2" not in computer.installed


def test_without_a_package_manager_the_sentence_names_what_is_missing(tmp_path: Path) -> None:
    computer = Computer(tmp_path, apt=False, administrator=True)
    with pytest.raises(RenkeiError, match="libasound2t64またはlibasound2"):
        prepare(computer.start(), computer.root)


def test_a_missing_font_warns_the_program_at_every_start(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.installed |= {"libnss3", "libasound2", "libegl1"}
    for _ in range(2):
        computer.said.clear()
        prepare(computer.start(), computer.root)
        assert "IPAmj明朝" in computer.said[-1]


def test_a_missing_font_fails_the_tests(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.installed |= {"libnss3", "libasound2", "libegl1"}
    with pytest.raises(RenkeiError, match="fonts-ipamj-mincho"):
        prepare(computer.start(), computer.root, tests=True)
    computer.have_font()
    prepare(computer.start(), computer.root, tests=True)


def test_no_network_ends_in_a_sentence_and_the_next_start_goes_on(debian: Computer) -> None:
    debian.offline = True
    with pytest.raises(RenkeiError, match="インターネット") as caught:
        prepare(debian.start(), debian.root)
    assert str(debian.root / ".venv/setup.log") in caught.value.sentence
    debian.offline = False
    prepare(debian.start(), debian.root)
    assert not noted(debian).building


def test_a_checkout_that_cannot_be_written_to_builds_in_the_user_s_folder(tmp_path: Path) -> None:
    computer = Computer(tmp_path, administrator=True, writable=False)
    python = prepare(computer.start(), computer.root)
    assert python.is_relative_to(tmp_path / "home/.local/share/renkei-desktop")
    assert not (computer.root / ".venv").exists()
    computer.commands.clear()
    assert prepare(computer.start(), computer.root) == python
    assert computer.commands == []


def test_a_finished_environment_is_shared_even_where_it_cannot_be_written_to(
    debian: Computer,
) -> None:
    prepare(debian.start(), debian.root)
    debian.writable = False
    (debian.top / "var/lib/dpkg/status").write_text("changed")
    note = (debian.root / ".venv/setup.json").read_bytes()
    assert prepare(debian.start(), debian.root) == debian.root / ".venv/bin/python"
    assert (debian.root / ".venv/setup.json").read_bytes() == note


def test_somebody_else_s_environment_is_added_to_and_never_emptied(debian: Computer) -> None:
    machine = debian.start()
    theirs = debian.root / ".venv"
    machine.run(("python3", "-m", "venv", str(theirs)))
    (theirs / "their.txt").touch()
    prepare(machine, debian.root)
    (debian.root / "requirements.lock").write_text("another")
    prepare(debian.start(), debian.root)
    assert (theirs / "their.txt").exists()
    assert len(debian.ran("venv")) == 1
    assert len(debian.ran("--require-hashes")) == 2
    assert noted(debian).adopted


def test_somebody_else_s_environment_that_is_of_no_use_is_left_alone(debian: Computer) -> None:
    theirs = debian.root / ".venv"
    theirs.mkdir(parents=True)
    (theirs / "pyvenv.cfg").touch()
    debian.found_environment = "3.8.18"
    with pytest.raises(RenkeiError, match="中身には触れていません"):
        prepare(debian.start(), debian.root)
    assert not (theirs / "setup.json").exists()
    assert debian.ran("--require-hashes") == []


def test_windows_has_its_own_places_and_no_package_manager(tmp_path: Path) -> None:
    computer = Computer(tmp_path, system="win32", apt=False, version=(3, 12))
    python = prepare(computer.start(), computer.root)
    assert python == computer.root / ".venv/Scripts/python.exe"
    assert computer.ran("ldd") == computer.ran("apt-get") == []
    assert "ipamjm.ttf" in computer.said[-1]
    computer.have_font()
    computer.commands.clear()
    computer.said.clear()
    prepare(computer.start(), computer.root)
    assert computer.commands == computer.said == []


def test_windows_whose_python_was_replaced_builds_anew(tmp_path: Path) -> None:
    computer = Computer(tmp_path, system="win32", apt=False)
    prepare(computer.start(), computer.root)
    config = computer.root / ".venv/pyvenv.cfg"
    config.write_text(f"home = {tmp_path / 'Python-gone'}\n")
    prepare(computer.start(), computer.root)
    assert len(computer.ran("venv")) == 2


def test_windows_without_a_writable_checkout_uses_the_local_data_folder(tmp_path: Path) -> None:
    computer = Computer(tmp_path, system="win32", apt=False, writable=False)
    computer.environ["LOCALAPPDATA"] = str(tmp_path / "Local")
    python = prepare(computer.start(), computer.root)
    assert python.is_relative_to(tmp_path / "Local/renkei-desktop")
    assert python.name == "python.exe"


def test_the_note_holds_no_secret_and_no_surprise(debian: Computer) -> None:
    prepare(debian.start(), debian.root, tests=True)
    note = json.loads((debian.root / ".venv/setup.json").read_text())
    assert set(note) == {"building", "adopted", "base", "program", "tests", "system"}
