"""Every printed thing, and page furniture."""
