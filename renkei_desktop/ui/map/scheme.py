"""The map's own scheme, `renkei://map/…`, and what has to happen before the application starts.

Importing this module does not load the web engine.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

_registered = False


def prepare_application() -> None:
    """To be called before QApplication is made, so that the web engine may be loaded later."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def register_scheme() -> None:
    """Makes the scheme known; once, before the first profile. Loads the web engine."""
    global _registered
    if _registered:
        return
    from PySide6.QtWebEngineCore import QWebEngineUrlScheme

    from renkei_desktop.maps.shell import SCHEME

    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)
    _registered = True
