"""Files that come in: CSV and XLSX read into rows, with every doubt named before anything is kept."""
