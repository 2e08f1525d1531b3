"""Each forge in its own way: what is asked in one module, its answers in our types in another."""
