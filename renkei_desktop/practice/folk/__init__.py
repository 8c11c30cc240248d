"""The people of the practice town: names, families, registrations, consents."""
