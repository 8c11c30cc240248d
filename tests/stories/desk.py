"""A PC in an office: what it remembers, its clock, the program's window on it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtTest import QTest

from renkei_desktop import app
from renkei_desktop.office.machine import Machine
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.ui.window import Window
from tests.maps.made import ground_bytes, town_features
from tests.stories import eyes

JAPAN = timezone(timedelta(hours=9))
TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=JAPAN)

LIST = (
    "ﾌﾘｶﾞﾅ,氏　名,生年月日,性別,住　所,電話番号,自治会\r\n"
    "ﾀｶﾊｼ ｷﾖ,髙橋 キヨ,S17.4.2,女,旭町1丁目2-3,35-1111,旭町\r\n"
    "ｻｷﾔﾏ ﾀﾀﾞｼ,﨑山 正,昭和10年1月9日,男,旭町1丁目8,35-1112,旭町\r\n"
    "ｲｼｸﾗ ｳﾒ,石倉 ウメ,S8.12.1,女,緑町5,35-1113,緑町\r\n"
    "ｵﾉﾃﾞﾗ ﾌﾐ,小野寺 フミ,S20.7.7,女,緑町9,,緑町\r\n"
    "ｱｲﾀﾞ ﾄﾐ,相田 トミ,S13.5.3,女,緑町11,35-1115,緑町\r\n"
    "ﾜﾀﾅﾍﾞ ｲｻﾑ,渡邉 勇,S22.3.3,男,旭町2丁目4,35-1116,旭町\r\n"
    "ﾏﾁｶﾞｲ ﾊﾅ,間違 花,S20.2.30,女,旭町3,35-1117,旭町\r\n"
)
"""The office's own list as an old system writes it; the last row was never a day."""


@dataclass
class Pc:
    """One PC. `folder` is the clerk's own; the program's state lies beside it."""

    root: Path
    windows: list[Window] = field(default_factory=list)
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self.temporary.mkdir()

    @property
    def folder(self) -> Path:
        return self.root / "書類"

    @property
    def temporary(self) -> Path:
        """Where the system keeps files that are nobody's for long."""
        return self.root / "temp"

    @property
    def office(self) -> Path:
        return self.folder / "見本町.renkei"

    @property
    def machine(self) -> Machine:
        return Machine(self.root / "state", self._now, KdfCost.practice())

    def _now(self) -> datetime:
        return TUESDAY + (datetime.now(UTC) - self.begun)

    def write(self, name: str, data: bytes) -> Path:
        file = self.folder / name
        file.write_bytes(data)
        return file

    def start(self) -> Window:
        """Starts the program, as its icon on the desk does."""
        window = app.window(self.machine)
        self.windows.append(window)
        window.begin()
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    def end(self, window: Window) -> None:
        """The cross in the corner belongs to the system: this is what it asks of a window."""
        window.close()
        eyes.until(lambda: not window.isVisible(), "the window is closed", 60)
        window.workplace.background.finish()

    def end_all(self) -> None:
        for window in self.windows:
            if window.isVisible():
                self.end(window)
            window.deleteLater()
        self.windows.clear()


def town_map() -> bytes:
    return ground_bytes(town_features())


def backups(office: Path) -> list[Path]:
    """The finished backups beside an office, oldest first."""
    return sorted((office / "backups").glob("*.renkei-backup"))


def has_in_clear(folder: Path, words: str) -> list[str]:
    """The files under a folder in which these words can be read by anybody."""
    forms = [words.encode(code) for code in ("utf-8", "utf-16-le", "cp932")]
    forms.append(json.dumps(words).encode())
    return [
        file.name
        for file in folder.rglob("*")
        if any(form in data for data in [_content(file)] for form in forms)
    ]


def _content(file: Path) -> bytes:
    """Nothing for a folder, and for a file that was on its way out."""
    try:
        return file.read_bytes() if file.is_file() else b""
    except FileNotFoundError:
        return b""
