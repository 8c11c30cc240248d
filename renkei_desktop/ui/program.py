"""What the program calls itself."""

PROGRAM = "連携台帳"
"""The name in the title of every window; nothing about a person ever stands there."""
