"""Forms: one editor per kind of field, sections that say where a field stands, and the frame."""
