"""When the web engine is loaded, what happens without it, and how a program with a map ends."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.unexpected import allowed_messages

START = """
import sys
from PySide6.QtWidgets import QApplication
from renkei_desktop.ui.map.scheme import prepare_application
from renkei_desktop.ui.map.view import MapView
prepare_application()
app = QApplication([])
def loaded():
    return [n for n in ("PySide6.QtWebEngineCore", "folium") if n in sys.modules]
"""

LAZY = """
view = MapView()
view.set_pins([])
view.select("a")
before = loaded()
view.show()
print(before, loaded(), view.wait_settled())
"""

WITHOUT = """
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWebEngineCore":
            raise ImportError("libnss3.so: cannot open shared object file")
sys.meta_path.insert(0, Missing())
import logging
logging.disable()
view = MapView()
view.failed.connect(lambda words: print(words.splitlines()[0]))
view.show()
view.set_pins([])
view.clear()
view.show_ground(None)
from PySide6.QtWidgets import QLabel
print(view.is_ready, view.findChild(QLabel).isVisible())
"""

WARMED = """
from renkei_desktop.maps.mercator import Bounds
from PySide6.QtCore import QEventLoop
view = MapView()
town = Bounds(141.90, 43.80, 141.92, 43.82)
view.fit(town)
loop = QEventLoop()
view.ready.connect(loop.quit)
view.warm()
loop.exec()
view.resize(1100, 700)
view.show()
print(view.wait_settled())
from PySide6.QtWebEngineWidgets import QWebEngineView
page = view.findChild(QWebEngineView).page()
seen = "renkei.map.getBounds().contains([[43.80, 141.90], [43.82, 141.92]])"
page.runJavaScript(seen + " && renkei.map.getZoom()", lambda zoom: (print(zoom), loop.quit()))
loop.exec()
"""


def run(script: str) -> list[str]:
    """What a program prints that ends after the script; its errors have to be known ones."""
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-c", START + script],
        capture_output=True,
        text=True,
        timeout=90,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    known = {*allowed_messages(), "Sandboxing disabled by user."}
    lines = [line for line in done.stderr.splitlines() if line and line not in known]
    # Chromium's own lines carry process ids and times; they are not Qt's.
    assert [line for line in lines if "dbus/bus.cc" not in line] == []
    return done.stdout.splitlines()


def test_the_web_engine_is_loaded_when_the_map_is_first_shown() -> None:
    assert run(LAZY) == ["[] ['PySide6.QtWebEngineCore'] True"]


def test_without_the_web_engine_there_is_a_sentence_and_no_crash() -> None:
    first, *rest = run(WITHOUT)
    assert first == "この端末では地図を表示できません。"
    assert rest[-1] == "False True"


def test_a_map_warmed_out_of_sight_fits_the_window_once_it_is_shown() -> None:
    settled, zoom = run(WARMED)
    assert settled == "True"
    assert float(zoom) == 15
