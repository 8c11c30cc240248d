"""The lock files: they answer to pyproject.toml, and every file in them has its hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from renkei_desktop.setup.environment import PROGRAM_LOCK, TESTS_LOCK
from renkei_desktop.setup.start import CHECKOUT

_ENTRY = re.compile(r"^(\S+)==(\S+?)(?: ; (.+?))? \\$", re.MULTILINE)
MACHINES = [
    (system, version) for system in ("linux", "win32") for version in ("3.11", "3.12", "3.13")
]


def locked(file: str, system: str, version: str) -> dict[str, str]:
    """Name and version of what the lock file installs on such a machine."""
    place = default_environment() | {
        "sys_platform": system,
        "os_name": "nt" if system == "win32" else "posix",
        "platform_system": "Windows" if system == "win32" else "Linux",
        "python_version": version,
        "python_full_version": f"{version}.0",
    }
    found: dict[str, str] = {}
    for name, exact, marker in _ENTRY.findall((CHECKOUT / file).read_text("utf-8")):
        if not marker or Requirement(f"x ; {marker}").marker.evaluate(place):  # type: ignore
            assert name not in found
            found[canonicalize_name(name)] = exact
    return found


def unmet(requirements: list[str], versions: dict[str, str]) -> list[str]:
    """The requirements that the locked versions do not answer to."""
    wanted = [Requirement(text) for text in requirements]
    return [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(
            versions.get(canonicalize_name(requirement.name), "0")
        )
        or canonicalize_name(requirement.name) not in versions
    ]


def declared() -> tuple[list[str], list[str]]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    return project["dependencies"], project["optional-dependencies"]["test"]


@pytest.mark.parametrize(("system", "version"), MACHINES)
def test_the_locks_answer_to_the_project_on_every_machine(system: str, version: str) -> None:
    program, tests = declared()
    assert unmet(program, locked(PROGRAM_LOCK, system, version)) == []
    assert unmet(program + tests, locked(TESTS_LOCK, system, version)) == []


@pytest.mark.parametrize(("system", "version"), MACHINES)
def test_the_tests_run_on_the_very_libraries_of_the_program(system: str, version: str) -> None:
    program = locked(PROGRAM_LOCK, system, version)
    assert program.items() <= locked(TESTS_LOCK, system, version).items()


def test_a_requirement_that_is_missing_or_too_old_is_seen() -> None:
    assert unmet(["thing>=2", "other"], {"thing": "1.9"}) == ["thing>=2", "other"]


@pytest.mark.parametrize("file", [PROGRAM_LOCK, TESTS_LOCK])
def test_every_entry_has_its_hashes_and_no_address(file: str) -> None:
    text = Path(CHECKOUT / file).read_text("utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 20
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry) for entry in entries)
    assert "://" not in text and "--index" not in text
