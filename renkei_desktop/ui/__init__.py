"""The window. PySide6 lives here and nowhere else; office and domain are all it knows."""
