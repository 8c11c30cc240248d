"""A quiet PC for every story, and nothing of it left on the one that runs the tests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from renkei_desktop import app
from renkei_desktop.ui import theme
from tests.stories.desk import Pc


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return app.application()


@pytest.fixture
def pc(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pc]:
    # Qt's own file chooser remembers folders; not in the home of whoever runs this.
    scope = QSettings.Scope.UserScope
    QSettings.setPath(QSettings.Format.NativeFormat, scope, str(tmp_path / "settings"))
    made = Pc(tmp_path / "pc")
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    yield made
    made.end_all()
    qapp.clipboard().clear()
    theme.apply(qapp, 1.0)
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
