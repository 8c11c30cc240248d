"""Where things lie: beside the package, on this PC, and among the fonts of the system."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop import paths


def test_what_is_shipped_is_there() -> None:
    assert (paths.resources() / "fonts").is_dir()
    assert paths.migrations().is_dir()


def test_the_face_behind_is_looked_for_beside_the_program_first() -> None:
    first = next(paths.fallback_font_places())
    assert first == paths.resources() / "fonts" / "ipamjm.ttf"


def test_windows_keeps_its_fonts_elsewhere() -> None:
    windows = {"WINDIR": "/W", "LOCALAPPDATA": "/L"}
    assert list(paths.fallback_font_places("win32", windows, Path("/home")))[1:] == [
        Path("/W/Fonts/ipamjm.ttf"),
        Path("/L/Microsoft/Windows/Fonts/ipamjm.ttf"),
    ]
    bare = list(paths.fallback_font_places("win32", {}, Path("/H")))
    assert bare[-1] == Path("/H/AppData/Local/Microsoft/Windows/Fonts/ipamjm.ttf")


def test_linux_looks_among_the_system_s_fonts_and_the_user_s() -> None:
    found = list(paths.fallback_font_places("linux", {}, Path("/H"), Path("/T")))
    assert Path("/T/usr/share/fonts/truetype/ipamj/ipamjm.ttf") in found
    assert Path("/H/.local/share/fonts/ipamjm.ttf") in found
