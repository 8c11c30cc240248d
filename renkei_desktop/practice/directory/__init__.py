"""Social resources and contact persons of the practice town."""
