"""The floor: a bare QtWidgets window, as Qt's own first example for Python makes one.

A label in the middle, a line to type in, a button; of the size of our window, without any style.
Prints the peak of memory in KiB once the window is painted and can be typed into.
"""

import os
import sys

from PySide6 import QtCore, QtWidgets


def peak_kib() -> str:
    """The most memory that was resident; of this program, not of the one that started it."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  pathlib costs time
        return next(line.split()[1] for line in status if line.startswith("VmHWM"))


app = QtWidgets.QApplication([])
window = QtWidgets.QWidget()
layout = QtWidgets.QVBoxLayout(window)
layout.addWidget(QtWidgets.QLabel("見本町", alignment=QtCore.Qt.AlignmentFlag.AlignCenter))
line = QtWidgets.QLineEdit()
layout.addWidget(line)
layout.addWidget(QtWidgets.QPushButton("開く"))
window.resize(1366, 768)
window.show()
line.setFocus()
app.processEvents()
app.processEvents()
sys.stdout.write(f"{peak_kib()}\n")
sys.stdout.flush()
os._exit(0)
