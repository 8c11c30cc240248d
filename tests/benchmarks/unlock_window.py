"""The unlock window as the program opens it, until it is painted and can be typed into.

Prints the peak of memory in KiB and the heavy modules that were loaded by then.
"""

import os
import sys
from pathlib import Path

from renkei_desktop import app
from renkei_desktop.this_pc import this_machine
from renkei_desktop.ui.unlock import UnlockView

HEAVY = (
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "folium",
    "reportlab",
    "openpyxl",
    "fontTools",
    "PIL",
    "cryptography",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtSvg",
)


def peak_kib() -> str:
    """The most memory that was resident; of this program, not of the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(line.split()[1] for line in status if line.startswith("VmHWM"))


application = app.application()
window = app.window(this_machine())
window.begin()
window.show()
application.processEvents()
application.processEvents()
view = window.centralWidget()
assert isinstance(view, UnlockView)
assert application.focusWidget() is not None
loaded = [name for name in HEAVY if name in sys.modules]
sys.stdout.write(f"{peak_kib()} {' '.join(loaded)}\n")
sys.stdout.flush()
os._exit(0)
