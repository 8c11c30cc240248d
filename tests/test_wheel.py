"""`pip install .` gives the whole program: command, resources, migrations."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from renkei_desktop.setup.start import CHECKOUT

FOLDERS = ("resources", "db")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    (file,) = WheelBuilder(str(CHECKOUT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(file)


def test_every_module_and_every_shipped_file_is_inside(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    shipped = {
        f"renkei_desktop/{file.relative_to(CHECKOUT).as_posix()}"
        for folder in FOLDERS
        for file in (CHECKOUT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    modules = {
        file.relative_to(CHECKOUT).as_posix()
        for file in (CHECKOUT / "renkei_desktop").rglob("*.py")
    }
    assert shipped | modules <= inside
    assert not [name for name in inside if name.startswith("tests/")]


def test_it_brings_the_command(wheel: zipfile.ZipFile) -> None:
    name = next(n for n in wheel.namelist() if n.endswith("entry_points.txt"))
    entries = ConfigParser()
    entries.read_string(wheel.read(name).decode())
    assert entries["console_scripts"]["renkei-desktop"] == "renkei_desktop.cli:main"


def test_resources_are_found_where_the_wheel_puts_them(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    """An unpacked wheel finds its fonts and migrations without the checkout."""
    wheel.extractall(tmp_path)
    code = (
        "from renkei_desktop import paths; print(paths.resources(), paths.migrations(), sep='\\n')"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    places = [Path(line) for line in found.stdout.splitlines()]
    assert places == [tmp_path / "renkei_desktop" / name for name in FOLDERS]
    assert list((places[0] / "fonts").glob("*.ttf"))
