"""Without a display: everything in pictures, one page in a picture, and the check of this PC."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from renkei_desktop.setup.start import CHECKOUT

PAGES = (
    "はじめの画面", "ホーム", "住民", "住民の票", "住民の票を変更する", "地図", "資源・連絡先",
    "資源の票", "記録", "印刷", "印刷の下見", "設定", "合言葉で開く", "この町で始める-01町と課",
    "この町で始める-12役場の一覧", "町内会別の名簿-1ページ目", "連絡窓口一覧-1ページ目",
)  # fmt: skip


def typed(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, without a display and with a home of its own."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment |= {
        "PYTHONPATH": str(CHECKOUT),
        "XDG_STATE_HOME": str(folder / "state"),
        "TMPDIR": str(folder / "tmp"),
    }
    (folder / "tmp").mkdir()
    return subprocess.run(
        [sys.executable, "-m", "renkei_desktop.cli", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def test_the_main_job_without_a_display(tmp_path: Path) -> None:
    done = typed(tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "pictures"
    assert str(folder) in done.stdout
    assert "Traceback" not in done.stderr
    names = {file.name for file in folder.iterdir()}
    assert {f"{name}.png" for name in PAGES} <= names
    for name in names:
        if name.endswith(".png"):
            with Image.open(folder / name) as picture:
                expected = (1191, 1684) if name.endswith("-1ページ目.png") else (1366, 768)
                assert picture.size in (expected, expected[::-1]), name
                assert picture.convert("L").getextrema()[0] < 60, f"{name} is blank"
    roster = pypdfium2.PdfDocument((folder / "町内会別の名簿.pdf").read_bytes())
    assert "取扱注意" in roster[0].get_textpage().get_text_bounded()
    assert (folder / "連絡窓口一覧.pdf").read_bytes().startswith(b"%PDF")
    left = [p.name for p in (tmp_path / "tmp").iterdir() if p.name.startswith("renkei")]
    assert left == [], "nothing of the practice town stays behind"
    assert not (tmp_path / "state").exists()


def test_one_page_as_a_picture(tmp_path: Path) -> None:
    file = tmp_path / "記録.png"
    done = typed(tmp_path, "--screenshot", str(file), "--page", "records")
    assert done.returncode == 0, done.stderr
    with Image.open(file) as picture:
        assert picture.size == (1366, 768)


def test_a_page_that_there_is_not(tmp_path: Path) -> None:
    refused = typed(tmp_path, "--screenshot", str(tmp_path / "x.png"), "--page", "nowhere")
    assert refused.returncode == 1
    assert "records" in refused.stderr, "the names are told"
    assert not (tmp_path / "x.png").exists()


def test_this_pc_can_do_all_it_must(tmp_path: Path) -> None:
    checked = typed(tmp_path, "--self-check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert [line[0] for line in checked.stdout.splitlines()] == ["良"] * 3
