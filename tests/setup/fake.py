"""Computers that are not there: what they answer, and what was done to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from renkei_desktop.setup.machine import Machine, Outcome

DEBIAN = frozenset({"libasound2", "libcups2", "libglib2.0-0"})
NOBLE = frozenset({"libasound2t64", "libcups2t64", "libglib2.0-0t64"})

NEEDED = {
    "libQt6WebEngineCore.so.6": ("libnss3.so", "libasound.so.2", "libEGL.so.1"),
    "libqxcb.so": ("libxcb-cursor.so.0",),
}
"""Which Qt files of these computers want which libraries of the system."""

CARRIER = {
    "libnss3.so": {"libnss3"},
    "libasound.so.2": {"libasound2", "libasound2t64"},
    "libEGL.so.1": {"libegl1"},
    "libxcb-cursor.so.0": {"libxcb-cursor0"},
}


@dataclass
class Computer:
    """A made-up computer under a temporary folder."""

    top: Path
    system: str = "linux"
    version: tuple[int, int] = (3, 11)
    administrator: bool = False
    sudo: bool = False
    apt: bool = True
    modules: set[str] = field(default_factory=lambda: {"venv", "ensurepip"})
    known: frozenset[str] = DEBIAN
    installed: set[str] = field(default_factory=set)
    environ: dict[str, str] = field(default_factory=dict)
    writable: bool = True
    offline: bool = False
    lists_fetched: bool = True
    found_environment: str = "3.11.2"
    """The Python of an environment that is there already."""
    during_pip: Callable[[], None] = lambda: None
    commands: list[tuple[str, ...]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    entered: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def root(self) -> Path:
        """The checkout."""
        return self.top / "checkout"

    @property
    def python(self) -> Path:
        if self.system == "win32":
            return self.top / "Python312" / "python.exe"
        return self.top / "usr" / "bin" / "python3"

    def start(self) -> Machine:
        """The computer as a new start of the program sees it."""
        self.python.parent.mkdir(parents=True, exist_ok=True)
        self.python.touch()
        (self.root / "tests").mkdir(parents=True, exist_ok=True)
        for lock in ("requirements.lock", "tests/requirements.lock"):
            if not (self.root / lock).exists():
                (self.root / lock).write_text(f"{lock} as written first")
        if self.apt:
            self._note_packages()
        return Machine(
            system=self.system,
            python=self.python,
            version=self.version,
            prefix=self.top / "usr",
            environ=self.environ,
            home=self.top / "home",
            top=self.top,
            administrator=self.administrator,
            run=self._run,
            which=self._which,
            has=lambda module: module in self.modules,
            writable=lambda folder: self.writable or self.root not in (folder, *folder.parents),
            say=self.said.append,
            enter=self._enter,
        )

    def have_font(self) -> None:
        """IPAmj Mincho is there from the beginning."""
        file = (
            self.top / "Windows/Fonts/ipamjm.ttf"
            if self.system == "win32"
            else self.top / "usr/share/fonts/truetype/ipamj/ipamjm.ttf"
        )
        self.environ.setdefault("WINDIR", str(self.top / "Windows"))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    def ran(self, *words: str) -> list[tuple[str, ...]]:
        """The commands in which all these words stand."""
        return [command for command in self.commands if set(words) <= set(command)]

    def _note_packages(self) -> None:
        status = self.top / "var/lib/dpkg/status"
        status.parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join(sorted(self.installed))
        if not status.exists() or status.read_text() != text:
            status.write_text(text)
        lists = self.top / "var/lib/apt/lists"
        lists.mkdir(parents=True, exist_ok=True)
        if self.lists_fetched:
            (lists / "main_Packages").touch()

    def _which(self, name: str) -> str | None:
        there = {"ldd": self.system != "win32", "sudo": self.sudo, "apt-get": self.apt}
        return f"/usr/bin/{name}" if there.get(name) else None

    def _enter(self, command: Sequence[str]) -> int:
        self.entered.append(tuple(command))
        return 7

    def _run(self, command: Sequence[str], log: Path | None = None) -> Outcome:
        self.commands.append(tuple(command))
        words = tuple(command)
        if words[0] == "sudo":
            if not self.sudo:
                return Outcome(1)
            words = words[2:]
        for name, answer in self._answers().items():
            if name in words:
                return answer(words)
        return Outcome(0)

    def _answers(self) -> dict[str, Callable[[tuple[str, ...]], Outcome]]:
        return {
            "apt-get": self._apt_get,
            "apt-cache": lambda words: Outcome(0 if words[-1] in self.known else 100),
            "ldd": self._ldd,
            "pip": self._pip,
            "venv": self._venv,
            "virtualenv": self._venv,
            "--version": lambda words: Outcome(0, f"Python {self.found_environment}\n"),
        }

    def _apt_get(self, words: tuple[str, ...]) -> Outcome:
        if "update" in words:
            self.lists_fetched = not self.offline
            self._note_packages()
            return Outcome(0)
        if self.offline or not self.lists_fetched:
            return Outcome(100)
        names = words[words.index("--no-install-recommends") + 1 :]
        self.installed.update(names)
        if any(name.endswith("-venv") for name in names):
            self.modules.add("ensurepip")
        if "fonts-ipamj-mincho" in names:
            self.have_font()
        self._note_packages()
        return Outcome(0)

    def _ldd(self, words: tuple[str, ...]) -> Outcome:
        wanted = [lib for file in words[1:] for lib in NEEDED.get(Path(file).name, ())]
        missing = [lib for lib in wanted if not CARRIER[lib] & self.installed]
        return Outcome(0, "".join(f"\t{lib} => not found\n" for lib in missing))

    def _venv(self, words: tuple[str, ...]) -> Outcome:
        folder = Path(words[-1])
        windows = self.system == "win32"
        inner = folder / ("Scripts/python.exe" if windows else "bin/python")
        inner.parent.mkdir(parents=True, exist_ok=True)
        inner.touch()
        (folder / "pyvenv.cfg").write_text(f"home = {self.python.parent}\nversion = 3.11.2\n")
        if "--without-pip" not in words:
            (folder / "pip").touch()
        return Outcome(0)

    def _pip(self, words: tuple[str, ...]) -> Outcome:
        outer = "--python" in words
        folder = Path(words[words.index("--python") + 1] if outer else words[0]).parents[1]
        if "--version" in words:
            return Outcome(0 if (folder / "pip").exists() else 1)
        if self.offline:
            return Outcome(1)
        qt = folder / "lib/python3.11/site-packages/PySide6/Qt"
        for file in ("lib/libQt6WebEngineCore.so.6", "plugins/platforms/libqxcb.so"):
            (qt / file).parent.mkdir(parents=True, exist_ok=True)
            (qt / file).touch()
        self.during_pip()
        return Outcome(0)
