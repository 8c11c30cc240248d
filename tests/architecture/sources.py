"""The program's modules as syntax trees, and the files of the checkout."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from renkei_desktop.setup.start import CHECKOUT

LEFT_OUT = frozenset({".git", ".venv", "__pycache__", "build", "dist", "pictures"})


@dataclass(frozen=True)
class Module:
    """A module: its dotted name, its text and its syntax tree."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)


@dataclass(frozen=True)
class Finding:
    """Where a rule is broken, and by what."""

    module: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.what}"


def modules() -> list[Module]:
    """All modules of the program."""
    files = sorted((CHECKOUT / "renkei_desktop").rglob("*.py"))
    return [Module(_name(file), file.read_text("utf-8")) for file in files]


def _name(file: Path) -> str:
    parts = file.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tracked_files() -> list[Path]:
    """What stands in the checkout: as git says, or where there is no git, what is not left out."""
    try:
        said = subprocess.run(
            ["git", "-C", str(CHECKOUT), "ls-files", "-z"], capture_output=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return sorted(_walked(CHECKOUT))
    named = [CHECKOUT / name for name in said.decode("utf-8").split("\0") if name]
    return [file for file in named if file.is_file()]


def _walked(folder: Path) -> Iterator[Path]:
    for child in folder.iterdir():
        if child.name in LEFT_OUT or child.name.endswith("_cache"):
            continue
        if child.is_dir():
            yield from _walked(child)
        else:
            yield child


def words(text: str) -> frozenset[str]:
    """A set of names, written as running text."""
    return frozenset(text.split())


def dotted(node: ast.AST) -> str:
    """`os.path.join` for such an expression; "" where it does not begin with a plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        front = dotted(node.value)
        return f"{front}.{node.attr}" if front else ""
    return ""


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every imported name with its line: `from a import b` counts as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def full_names(tree: ast.AST) -> dict[str, str]:
    """What the imported names of a module stand for: {"dt": "datetime.datetime"}."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {n.asname: n.name for n in node.names if n.asname}
        elif isinstance(node, ast.ImportFrom):
            found |= {n.asname or n.name: f"{node.module}.{n.name}" for n in node.names}
    return found
