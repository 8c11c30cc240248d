"""An open office for the page of the residents."""

from tests.ui.staging import show, stage

__all__ = ["show", "stage"]
