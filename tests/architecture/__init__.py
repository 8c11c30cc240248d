"""Rules that every module of the program keeps: what they look for, and the named exceptions."""
