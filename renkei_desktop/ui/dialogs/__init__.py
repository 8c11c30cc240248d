"""Small windows over the window: work under way, something to read, something to decide."""
