"""The map on screen: one page in the web engine, fed with data, and the tiles under it."""
