"""The window, one picture of it, or – without a display – pictures of everything."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError


def run(words: Namespace) -> int:
    """Opens the window as asked; draws into files where there is no display."""
    if words.self_check:
        if not _has_display():
            _draw_offscreen()
        from renkei_desktop.cli.self_check import self_check

        return self_check()
    if words.screenshot is not None:
        _refuse_target(words.screenshot)
        _draw_offscreen()
        from renkei_desktop import app

        return app.screenshot(words.screenshot, words.page)
    if not _has_display():
        _draw_offscreen()
        from renkei_desktop.cli.pictures import draw_everything

        return draw_everything(Path.cwd() / "pictures")
    from renkei_desktop import app

    return app.run(practice=words.practice)


def _refuse_target(file: Path) -> None:
    """A picture goes into a PNG file, never over anything else and least of all over an office."""
    from renkei_desktop.office.entrance import lies_in_office

    try:
        usable = file.is_file() or not file.exists()
    except OSError:
        usable = False
    if not usable or file.suffix.lower() != ".png" or lies_in_office(file):
        raise RenkeiError(
            "そこには絵を書けません。",
            kept="何も描いていません。",
            todo="役場のフォルダーの外の、「.png」で終わる名前を書いてください。",
        )


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _draw_offscreen() -> None:
    """Draws without a screen; as root the web engine needs its sandbox off for that run."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt and Chromium complain of the missing screen and graphics card in many lines of English.
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--log-level=3")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        sys.stderr.write(
            "管理者（root）で動かしているため、この回だけ地図の隔離（サンドボックス）を切ります。\n"
        )
