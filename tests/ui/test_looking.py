"""Every view, page and step: nothing cut off, nothing but Japanese, no tofu, on a small screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from renkei_desktop import app
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import scenes, theme
from renkei_desktop.ui.pictures import Album, wait_until_quiet
from renkei_desktop.ui.studio import studio
from tests.ui.looking import complaints

SMALL_SCREEN = (1366, 768)


class Reader(Album):
    """Looks instead of taking a picture."""

    def __init__(self, *rest: object) -> None:
        super().__init__(*rest)  # type: ignore[arg-type]
        self.found: list[str] = []
        self.seen: list[str] = []

    def take_as(self, file_name: str) -> Path:
        wait_until_quiet(self.window)
        self.seen.append(file_name)
        size = (self.window.width(), self.window.height())
        if size != SMALL_SCREEN:
            self.found.append(f"{file_name}: the window has grown to {size}")
        self.found += [f"{file_name}: {words}" for words in complaints(self.window)]
        return Path(file_name)


@pytest.mark.parametrize("scale", [pytest.param(1.0, marks=pytest.mark.nightly), 1.5])
@pytest.mark.parametrize("scene", scenes.ALL, ids=lambda scene: scene.__name__)
def test_everything_can_be_read(
    qapp: QApplication, tmp_path: Path, scene: Callable[[Album], None], scale: float
) -> None:
    with studio(app._invented, tmp_path, scale) as album:
        reader = Reader(album.window, tmp_path, album.room)
        scene(reader)
    theme.apply(qapp)
    assert len(reader.seen) > 1
    assert reader.found == []


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    theme.apply(qapp)
    made = QWidget()
    made.resize(400, 200)
    QVBoxLayout(made)
    yield made
    made.close()


def shown(window: QWidget, widget: QWidget) -> list[str]:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    window.show()
    QApplication.processEvents()
    return list(complaints(window))


def test_a_label_that_fits_is_fine(window: QWidget) -> None:
    assert shown(window, QLabel("登録住民")) == []


@pytest.mark.parametrize("cls", [QLabel, QPushButton])
def test_words_that_are_cut_off_are_noticed(window: QWidget, cls: type) -> None:
    widget = cls("とても長いことばがここに入っているのでどうしても切れてしまいます")
    widget.setFixedWidth(120)
    assert any("とても長い" in words for words in shown(window, widget))


def test_foreign_words_are_noticed(window: QWidget) -> None:
    assert shown(window, QPushButton("Cancel")) == ["Cancel in «Cancel»"]


def test_a_character_without_a_glyph_is_noticed(window: QWidget) -> None:
    assert any("no glyph" in words for words in shown(window, QLabel("\U0001f9a6")))


def test_what_stands_outside_is_noticed(window: QWidget) -> None:
    lost = QLabel("外", window)
    lost.move(500, 20)
    lost.show()
    window.show()
    assert any("outside" in words for words in complaints(window))


@pytest.mark.nightly
def test_pictures_are_taken_of_every_page_and_step(qapp: QApplication, tmp_path: Path) -> None:
    taken = app.pictures(tmp_path, scales=(1.0,))
    theme.apply(qapp)
    names = {file.stem for file in taken}
    assert {"はじめの画面", "ホーム", "住民の票", "地図", "災害時", "合言葉で開く"} <= names
    assert "この町で始める-12役場の一覧" in names
    for file in taken:
        assert file.stat().st_size > 5_000


def test_one_picture_by_its_name(qapp: QApplication, tmp_path: Path) -> None:
    assert app.screenshot(tmp_path / "page.png", "settings/window") == 0
    theme.apply(qapp)
    assert (tmp_path / "page.png").stat().st_size > 5_000


def test_a_page_that_there_is_not_is_refused_with_the_names(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(RenkeiError) as refused:
        app.screenshot(tmp_path / "x.png", "sleds")
    assert "residents" in refused.value.todo
    assert not (tmp_path / "x.png").exists()
