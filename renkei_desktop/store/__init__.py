"""The encrypted file: keys, tables, ledger, queries, backup. No row of it leaves this package.

`keys`, `location` and `marks` are light; everything that needs SQLAlchemy is loaded on use, so
that the unlock window does not wait for it.
"""
