"""The encrypted file: vault, keys, ledger, tables, queries, backup."""
