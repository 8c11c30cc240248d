"""What went wrong, in three calm sentences; and the report of what should never happen."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import theme
from renkei_desktop.ui.clipboard import Clipboard
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.theme import px


def show_trouble(parent: QWidget | None, error: RenkeiError) -> Panel:
    """What happened, that nothing was lost, what to do next."""
    panel = Panel(parent, error.what, "warning", theme.now().colours.warning)
    panel.say(error.kept)
    panel.say(error.todo)
    panel.offer(primary("閉じる", panel.accept), default=True)
    panel.open()
    return panel


def show_broken(parent: QWidget | None, error: BaseException) -> Panel:
    """An error that nobody foresaw, with a report that names places in the program only."""
    panel = Panel(
        parent, "予想していない不具合がありました。", "warning", theme.now().colours.danger
    )
    panel.say("保存していた内容はそのままです。いまの操作だけが終わっていません。")
    panel.say("下の報告を写して、担当の業者か開発者に渡してください。住民の情報は入っていません。")
    text = report(error)
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setFixedHeight(px(160))
    panel.body.addWidget(shown)
    panel.offer(secondary("報告を写す", lambda: Clipboard().copy(text)))
    panel.offer(primary("閉じる", panel.accept), default=True)
    panel.open()
    return panel


def report(error: BaseException) -> str:
    """Kinds of error and places in the code; never a message, for a message may quote a value."""
    lines = [
        f"renkei-desktop / Python {platform.python_version()} / Qt {qVersion()}",
        f"{platform.system()} {platform.release()}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [_place(frame) for frame in traceback.extract_tb(seen.__traceback__)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    file = Path(frame.filename)
    return f"  {file.parent.name}/{file.name}:{frame.lineno} {frame.name}"
