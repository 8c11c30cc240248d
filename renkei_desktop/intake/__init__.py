"""Lists that come in: read, judged row by row, and compared, before anything is kept."""
