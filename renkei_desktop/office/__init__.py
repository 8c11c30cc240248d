"""What a clerk does: one function per deed, no widgets, no threads."""
