"""Lists coming in: the office's own list, and 町内会 and 民生委員 by pasting."""
