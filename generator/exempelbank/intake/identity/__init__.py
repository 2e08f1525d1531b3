"""Which responses are the same, and which are known from before."""
