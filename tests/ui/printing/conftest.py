"""An open office for the pages."""

from tests.ui.staging import show, stage

__all__ = ["show", "stage"]
