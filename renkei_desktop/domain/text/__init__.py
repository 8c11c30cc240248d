"""Japanese text: reading order, folding for search, 和暦, 年度, legal age. Own tables only."""
