"""The office's own list, from which a practice office begins."""
