"""The maps that a town brings along: kept in the office folder, one of them in use."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.sources import open_map
from renkei_desktop.maps.tiles import TileSource
from renkei_desktop.office.desk import Desk
from renkei_desktop.work import Progress, unwatched

_AREA = "map"
_CHOSEN = "chosen"
_COPYING = ".part"
_LONGEST_NAME = 200
_KEPT = "前からある地図はそのままです。"

Basemap = TileSource | Drawing


@dataclass(frozen=True, slots=True)
class MapLine:
    """One map of the office. `file` is its name in the folder; `source_line` the 出典."""

    file: str
    name: str
    source_line: str
    zooms: tuple[int, int] | None
    """First and last zoom of a map of pictures; None for a drawn ground."""
    chosen: bool
    trouble: str | None = None
    """Why it cannot be opened any more, or None."""


def add(desk: Desk, path: Path, progress: Progress = unwatched) -> MapLine:
    """Copies a map file or folder into the office and takes it into use.

    Raises RenkeiError where it is no map, has the name of one that is there, or has no room.
    """
    _refuse_name(path)
    let_go(open_map(path))
    target = _folder(desk) / path.name
    if target.exists():
        raise RenkeiError(
            "同じ名前の地図がもうあります。",
            kept=_KEPT,
            todo="名前を変えるか、古い地図を外してから加えてください。",
        )
    progress(0, None, "地図を写しています")
    _take_over(path, target)
    try:
        choose(desk, target.name)
    except RenkeiError:
        _remove(target)
        raise
    return _line(target, target.name)


def _refuse_name(path: Path) -> None:
    """Hidden names are those of copies not yet whole, and the list leaves them out."""
    try:
        str(path).encode()
        usable = not path.name.startswith(".") and len(path.name.encode()) <= _LONGEST_NAME
    except UnicodeEncodeError:
        usable = False
    if not usable or "\0" in path.name:
        raise RenkeiError(
            "地図ファイルの名前が使えません。長すぎるか、使えない文字が入っています。",
            kept=_KEPT,
            todo="短い、ふつうの文字の名前に変えてから加えてください。",
        )


def _take_over(path: Path, target: Path) -> None:
    """Copies under a hidden name first, so that a kill leaves no half of a map in the list."""
    beside = target.with_name(f".{target.name}{_COPYING}")
    try:
        for left_over in target.parent.glob(f".*{_COPYING}"):
            _remove(left_over)
        _copy(path, beside)
        beside.replace(target)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        with suppress(OSError):
            beside.unlink()
        raise RenkeiError(
            "地図を写せませんでした。場所が足りないか、ファイルを読めません。",
            kept=_KEPT,
            todo="空きを確かめて、もう一度加えてください。",
        ) from None


def listed(desk: Desk) -> tuple[MapLine, ...]:
    """All maps of the office by name; one that has become unreadable says so."""
    chosen = current_file(desk)
    files = sorted(p for p in _folder(desk).iterdir() if not p.name.startswith("."))
    return tuple(_line(path, chosen.name if chosen else None) for path in files)


def choose(desk: Desk, file: str) -> None:
    """Takes a map of the office into use. Raises RenkeiError where there is none of this name."""
    if not _inside(desk, file).exists():
        raise _no_such_map()
    desk.ledger.noting().put(_AREA, _CHOSEN, file)


def remove(desk: Desk, file: str) -> None:
    """Takes a map out of the office folder; positions stay as they are.

    Raises RenkeiError where it is held open or may not be removed.
    """
    target = _inside(desk, file)
    try:
        _remove(target)
    except OSError:
        raise RenkeiError(
            "地図を外せませんでした。ほかのプログラムが使っているようです。",
            kept="台帳はそのままです。",
            todo="少し待ってから、もう一度外してください。",
        ) from None


def current_file(desk: Desk) -> Path | None:
    """Where the map in use lies: the chosen one, else the only one, else None."""
    noted = desk.ledger.noting().get(_AREA, _CHOSEN)
    if isinstance(noted, str) and _inside(desk, noted).exists():
        return _inside(desk, noted)
    files = [p for p in _folder(desk).iterdir() if not p.name.startswith(".")]
    return files[0] if len(files) == 1 else None


def opened(file: Path) -> Basemap:
    """Opens a map; to be called where it is used. Raises RenkeiError where it is damaged."""
    return open_map(file)


def let_go(found: Basemap) -> None:
    """Closes a map that is not shown any more; only then its file can be taken away."""
    if not isinstance(found, Drawing):
        found.close()


def _folder(desk: Desk) -> Path:
    folder = desk.folder / "maps"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise RenkeiError(
            "地図のフォルダー（maps）がないか、使えません。",
            kept="台帳はそのままです。",
            todo="役場のフォルダーの中に「maps」という別のファイルがないか確かめてください。",
        ) from None
    return folder


def _inside(desk: Desk, file: str) -> Path:
    """The path of a map by its name; a name can never lead out of the folder, or to all of it."""
    name = Path(file).name
    if name in ("", ".."):
        raise _no_such_map()
    return _folder(desk) / name


def _line(path: Path, chosen: str | None) -> MapLine:
    in_use = path.name == chosen
    try:
        found = open_map(path)
    except RenkeiError as error:
        return MapLine(path.name, path.stem, "", None, in_use, error.sentence)
    zooms = None if isinstance(found, Drawing) else (found.min_zoom, found.max_zoom)
    line = MapLine(path.name, found.name or path.stem, found.attribution, zooms, in_use)
    let_go(found)
    return line


def _copy(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target)
    else:
        shutil.copyfile(path, target)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _no_such_map() -> RenkeiError:
    return RenkeiError(
        "その名前の地図はありません。",
        kept="今の地図のままです。",
        todo="地図の一覧を開きなおして、選んでください。",
    )
