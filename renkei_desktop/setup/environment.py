"""The environment that holds the program's libraries: where it lies and how far it got."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from renkei_desktop.setup.machine import Machine

PROGRAM_LOCK = "requirements.lock"
TESTS_LOCK = "tests/requirements.lock"


@dataclass(frozen=True, slots=True)
class State:
    """What stands in the environment; written beside it, so that the next start knows.

    `program` and `tests` are the hashes of the lock files that were installed, `base` is the
    interpreter underneath, `system` the state of the machine's packages when the shared
    libraries were last tried.
    """

    building: bool = False
    adopted: bool = False
    """Somebody else made this environment: never emptied, only added to."""
    base: str = ""
    program: str = ""
    tests: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with a virtual environment, made or still to be made."""

    folder: Path
    windows: bool

    @property
    def python(self) -> Path:
        inner = ("Scripts", "python.exe") if self.windows else ("bin", "python")
        return self.folder.joinpath(*inner)

    @property
    def log(self) -> Path:
        """What pip and the package manager said."""
        return self.folder / "setup.log"

    @property
    def turn_file(self) -> Path:
        return self.folder / "setup.turn"

    @property
    def state_file(self) -> Path:
        return self.folder / "setup.json"

    @property
    def foreign(self) -> bool:
        """Whether an environment stands here that this set-up did not make."""
        return (self.folder / "pyvenv.cfg").exists() and not self.state_file.exists()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The lock files that the environment must answer to, by hash; `tests` empty when not asked."""

    program: str
    tests: str = ""


def wanted(root: Path, *, tests: bool) -> Wanted:
    """What the checkout at `root` asks for."""
    return Wanted(_digest(root / PROGRAM_LOCK), _digest(root / TESTS_LOCK) if tests else "")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def places(machine: Machine, root: Path) -> tuple[Environment, Environment]:
    """Where the environment may stand: in the checkout, or in the user's own data folder."""
    if machine.windows:
        local = machine.environ.get("LOCALAPPDATA")
        data = Path(local) if local else machine.home / "AppData" / "Local"
    else:
        shared = machine.environ.get("XDG_DATA_HOME")
        data = Path(shared) if shared else machine.home / ".local" / "share"
    # Two checkouts of one user may ask for different libraries.
    mark = hashlib.sha256(str(root).encode()).hexdigest()[:8]
    own = data / "renkei-desktop" / f"environment-{mark}"
    return (
        Environment(root / ".venv", machine.windows),
        Environment(own, machine.windows),
    )


def read(environment: Environment) -> State | None:
    """The noted state, None where there is none; one that cannot be read counts as unfinished."""
    try:
        return State(**json.loads(environment.state_file.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return State(building=True)


def note(environment: Environment, state: State) -> None:
    """Writes the state whole or not at all."""
    draft = environment.state_file.with_suffix(".new")
    draft.write_text(json.dumps(asdict(state)), "utf-8")
    draft.replace(environment.state_file)


def base(environment: Environment) -> str:
    """The interpreter underneath the environment, empty where it is gone.

    A system upgrade may have replaced it by another version under the same name.
    """
    if not environment.python.exists():
        return ""
    if not environment.windows:
        return os.path.realpath(environment.python)
    home = _home_of(environment)
    return home if home and (Path(home) / "python.exe").exists() else ""


def _home_of(environment: Environment) -> str:
    try:
        lines = (environment.folder / "pyvenv.cfg").read_text("utf-8").splitlines()
    except OSError:
        return ""
    pairs = (line.partition("=") for line in lines)
    return next((value.strip() for key, _, value in pairs if key.strip() == "home"), "")


def holds(environment: Environment, state: State | None, goal: Wanted) -> bool:
    """Whether the environment is finished and answers to the lock files."""
    return (
        state is not None
        and not state.building
        and state.program == goal.program
        and (not goal.tests or state.tests == goal.tests)
        and state.base == base(environment) != ""
    )


def packages_state(machine: Machine) -> str:
    """Changes whenever the package manager has installed or removed something."""
    try:
        return str((machine.top / "var/lib/dpkg/status").stat().st_mtime_ns)
    except OSError:
        return "unknown"
