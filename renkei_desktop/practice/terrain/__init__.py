"""The ground of the practice town: land, streets, fields, houses, and the map of them."""
