"""What a window that only might print has to load: nothing of ReportLab, nothing of fontTools."""

from __future__ import annotations

import subprocess
import sys


def test_knowing_how_to_print_loads_no_printing_library() -> None:
    script = (
        "import sys, renkei_desktop.printing.roster, renkei_desktop.printing.windows;"
        "print(*(m for m in ('reportlab', 'fontTools', 'PySide6') if m in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_the_face_behind_is_opened_only_for_what_needs_it() -> None:
    script = (
        "from renkei_desktop.printing import typeface\n"
        "typeface.missing(['髙橋 葛󠄀城']); print(typeface.fallback.cache_info().misses)\n"
        "typeface.missing(['𠮷田']); print(typeface.fallback.cache_info().misses)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "1"]
