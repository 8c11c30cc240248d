"""Dates as a town office writes them: 和暦 first, partial dates allowed."""

from __future__ import annotations

from renkei_desktop.domain.text.partial_date import DateError, PartialDate

__all__ = ["DateError", "PartialDate"]
