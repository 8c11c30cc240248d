"""The words of vocabulary terms, read once for a list."""

from __future__ import annotations

from renkei_desktop.store.database import Database

_SQL = 'SELECT code, label FROM term WHERE vocabulary = ? AND "exists"'


def words_of(database: Database, vocabulary: str) -> dict[str, str]:
    """Labels by code; retired terms too, because old records still use them."""
    return {code: label or code for code, label in database.rows(_SQL, (vocabulary,))}
