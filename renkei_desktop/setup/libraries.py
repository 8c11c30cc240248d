"""The shared libraries that Qt and its web engine expect from the system: tried, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.setup.environment import Environment
from renkei_desktop.setup.machine import Machine
from renkei_desktop.setup.packages import Names, install, request

_ALWAYS = (
    "Qt/lib/libQt6Widgets.so.6",
    "Qt/lib/libQt6Svg.so.6",
    "Qt/lib/libQt6PrintSupport.so.6",
    "Qt/lib/libQt6WebEngineCore.so.6",
    "Qt/lib/libQt6WebEngineWidgets.so.6",
    "Qt/lib/libQt6WebChannel.so.6",
    "Qt/libexec/QtWebEngineProcess",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/imageformats/libqjpeg.so",
    "Qt/plugins/imageformats/libqsvg.so",
)
"""What the program loads with or without a screen."""

_WITH_A_SCREEN = (
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/libqxcb-egl-integration.so",
    "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
    "Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "Qt/plugins/printsupport/libcupsprintersupport.so",
)
"""What it needs for a window, the input method and a real printer."""

# By the name that the loader looks for, without its version.
_PACKAGES: dict[str, Names] = {
    "libEGL": ("libegl1",),
    "libGL": ("libgl1",),
    "libGLX": ("libglx0",),
    "libICE": ("libice6",),
    "libOpenGL": ("libopengl0",),
    "libSM": ("libsm6",),
    "libX11": ("libx11-6",),
    "libX11-xcb": ("libx11-xcb1",),
    "libXcomposite": ("libxcomposite1",),
    "libXdamage": ("libxdamage1",),
    "libXext": ("libxext6",),
    "libXfixes": ("libxfixes3",),
    "libXi": ("libxi6",),
    "libXrandr": ("libxrandr2",),
    "libXrender": ("libxrender1",),
    "libXtst": ("libxtst6",),
    "libasound": ("libasound2t64", "libasound2"),
    "libatomic": ("libatomic1",),
    "libbrotlicommon": ("libbrotli1",),
    "libbrotlidec": ("libbrotli1",),
    "libcups": ("libcups2t64", "libcups2"),
    "libdbus-1": ("libdbus-1-3",),
    "libdrm": ("libdrm2",),
    "libexpat": ("libexpat1",),
    "libfontconfig": ("libfontconfig1",),
    "libfreetype": ("libfreetype6",),
    "libgbm": ("libgbm1",),
    "libgio-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libglib-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgmodule-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgobject-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgssapi_krb5": ("libgssapi-krb5-2",),
    "libgthread-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libnspr4": ("libnspr4",),
    "libnss3": ("libnss3",),
    "libnssutil3": ("libnss3",),
    "libplc4": ("libnspr4",),
    "libplds4": ("libnspr4",),
    "libsmime3": ("libnss3",),
    "libudev": ("libudev1",),
    "libwayland-client": ("libwayland-client0",),
    "libwayland-cursor": ("libwayland-cursor0",),
    "libwayland-egl": ("libwayland-egl1",),
    "libxcb": ("libxcb1",),
    "libxcb-cursor": ("libxcb-cursor0",),
    "libxcb-dri3": ("libxcb-dri3-0",),
    "libxcb-glx": ("libxcb-glx0",),
    "libxcb-icccm": ("libxcb-icccm4",),
    "libxcb-image": ("libxcb-image0",),
    "libxcb-keysyms": ("libxcb-keysyms1",),
    "libxcb-randr": ("libxcb-randr0",),
    "libxcb-render": ("libxcb-render0",),
    "libxcb-render-util": ("libxcb-render-util0",),
    "libxcb-shape": ("libxcb-shape0",),
    "libxcb-shm": ("libxcb-shm0",),
    "libxcb-sync": ("libxcb-sync1",),
    "libxcb-util": ("libxcb-util1",),
    "libxcb-xfixes": ("libxcb-xfixes0",),
    "libxcb-xinput": ("libxcb-xinput0",),
    "libxcb-xkb": ("libxcb-xkb1",),
    "libxkbcommon": ("libxkbcommon0",),
    "libxkbcommon-x11": ("libxkbcommon-x11-0",),
    "libxkbfile": ("libxkbfile1",),
    "libxshmfence": ("libxshmfence1",),
    "libz": ("zlib1g",),
    "libzstd": ("libzstd1",),
}

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def provide(machine: Machine, environment: Environment) -> None:
    """Installs what is missing, as far as the machine allows.

    Raises RenkeiError naming the packages that the program cannot do without here.
    """
    if machine.windows:
        return
    missing = _missing(machine, environment, (*_ALWAYS, *_WITH_A_SCREEN))
    if missing and install(machine, packages_for(missing), environment.log):
        missing = _missing(machine, environment, (*_ALWAYS, *_WITH_A_SCREEN))
    if missing and not _has_screen(machine):
        missing = _missing(machine, environment, _ALWAYS)
    if missing:
        raise RenkeiError(
            "画面を作るのに要る部品が、この機械に足りません。",
            todo=_request(machine, missing),
        )


def _has_screen(machine: Machine) -> bool:
    return any(machine.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _missing(machine: Machine, environment: Environment, files: Iterable[str]) -> list[str]:
    """The names of the libraries that the loader does not find, each once."""
    folder = _qt_folder(environment)
    if folder is None or machine.which("ldd") is None:
        return []
    there = [str(folder / file) for file in files if (folder / file).exists()]
    said = machine.run(("ldd", *there)).said
    own = {file.name for file in (folder / "Qt" / "lib").glob("*.so*")}
    return sorted(set(_NOT_FOUND.findall(said)) - own)


def _qt_folder(environment: Environment) -> Path | None:
    return next(environment.folder.glob("lib/python*/site-packages/PySide6"), None)


def packages_for(libraries: Iterable[str]) -> list[Names]:
    """The packages that carry the libraries, each once; unknown libraries are left out.

    What is unknown here mostly comes along with something that is known.
    """
    stems = (library.partition(".so")[0] for library in libraries)
    return list(dict.fromkeys(_PACKAGES[stem] for stem in stems if stem in _PACKAGES))


def _request(machine: Machine, missing: list[str]) -> str:
    packages = packages_for(missing)
    unknown = [library for library in missing if not packages_for([library])]
    sentence = request(machine, packages) if packages else ""
    return sentence + (f"そのほかに足りない部品: {'、'.join(unknown)}。" if unknown else "")
