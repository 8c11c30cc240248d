"""«この町で始める»: one calm page for each step, resumable at any of them."""
