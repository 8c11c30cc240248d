"""町内会, 民生委員 and 渡す相手 in the settings: what stands, one form for each, or pasted."""
