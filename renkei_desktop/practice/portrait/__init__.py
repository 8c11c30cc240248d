"""Drawn faces for contact persons."""
