"""The ways by which anything leaves the program: files, printers, clipboard, other programs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Finding, Module, dotted, full_names, imported, words

_CALLS = words(
    """
    os.open os.fdopen os.replace os.rename os.renames os.link os.symlink os.system os.startfile
    os.popen os.execv os.execve os.spawnv shutil.copy shutil.copy2 shutil.copyfile
    shutil.copyfileobj shutil.copytree shutil.move shutil.make_archive
    tempfile.NamedTemporaryFile tempfile.mkstemp tempfile.mkdtemp tempfile.TemporaryDirectory
    tempfile.TemporaryFile tempfile.SpooledTemporaryFile
    subprocess.run subprocess.Popen subprocess.call subprocess.check_call subprocess.check_output
    webbrowser.open
    """
)
_NAMES = words(
    """
    QPrinter QPdfWriter QFile QSaveFile QTemporaryFile QTemporaryDir QProcess QDesktopServices
    QSvgGenerator QPicture QImageWriter QSettings
    """
)
_METHODS = words(
    """
    write_bytes write_text rename hardlink_to symlink_to printToPdf clipboard startDrag
    write_whole write_durably
    """
)
"""By their last name alone; the last two are the program's own."""
_DRAWS_TO_FILES = ("PIL", "openpyxl", "PySide6.QtGui", "PySide6.QtWidgets")
_PAPER = ("Canvas", "SimpleDocTemplate", "BaseDocTemplate")
_SQL = re.compile(r"\bVACUUM\s+INTO\b|\bATTACH\s+(DATABASE|[?:'\"])", re.IGNORECASE)
_OPENERS = ("io.open", "gzip.", "bz2.", "lzma.", "zipfile.", "tarfile.")
_WRITING = frozenset("wax+")


def doors(module: Module) -> Iterator[Finding]:
    """Every place of a module by which something could leave the program."""
    tree = module.tree
    names = full_names(tree)
    saves = any(name.startswith(_DRAWS_TO_FILES) for _, name in imported(tree))
    documented = _docstrings(tree)
    for node in ast.walk(tree):
        what = ""
        if isinstance(node, ast.Call):
            what = _call(node, names, saves=saves)
        elif isinstance(node, ast.Name | ast.Attribute):
            what = _named(node)
        elif isinstance(node, ast.Constant) and id(node) not in documented:
            what = _statement(node.value)
        if what:
            yield Finding(module.name, node.lineno, what)


def _docstrings(tree: ast.AST) -> set[int]:
    """Strings that stand alone, as documentation does."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _call(node: ast.Call, names: dict[str, str], *, saves: bool) -> str:
    front, dot, rest = dotted(node.func).partition(".")
    full = names.get(front, front) + dot + rest
    last = node.func.attr if isinstance(node.func, ast.Attribute) else full.rpartition(".")[2]
    if full in _CALLS or last in _METHODS:
        return f"calls {full or last}"
    if last in ("open", "ZipFile", "TarFile") and _opens_for_writing(node, full):
        return f"opens for writing: {full or last}"
    if last == "replace" and isinstance(node.func, ast.Attribute) and _is_one_path(node):
        return "replaces a file"
    if last == "save" and saves and node.args:
        return "saves a drawing or a workbook"
    if last in _PAPER and "reportlab" in full:
        return f"makes a paper: {last}"
    return ""


def _is_one_path(node: ast.Call) -> bool:
    """`path.replace(target)`; a text's `replace` takes two, a dataclass's only named ones."""
    return len(node.args) == 1 and not node.keywords


def _opens_for_writing(node: ast.Call, full: str) -> bool:
    """By the mode, wherever it stands: `path.open("wb")`, `gzip.open(path, "wb")`.

    A mode that is not written out counts as writing, unless this may be any method `open`.
    """
    named = [keyword.value for keyword in node.keywords if keyword.arg == "mode"]
    modes = named or [arg for arg in node.args[:2] if isinstance(arg, ast.Constant)]
    if (full == "open" or full.startswith(_OPENERS)) and not named:
        modes = node.args[1:2]
        return any(_is_for_writing(mode, unknown=True) for mode in modes)
    return any(_is_for_writing(mode, unknown=False) for mode in modes)


def _is_for_writing(mode: ast.expr, *, unknown: bool) -> bool:
    if not isinstance(mode, ast.Constant):
        return unknown
    text = mode.value
    return isinstance(text, str) and len(text) <= 4 and bool(_WRITING & set(text))


def _named(node: ast.Name | ast.Attribute) -> str:
    last = node.id if isinstance(node, ast.Name) else node.attr
    return f"uses {last}" if last in _NAMES else ""


def _statement(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return "writes a copy of the database" if _SQL.search(text) else ""
