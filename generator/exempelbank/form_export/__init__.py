"""What our own form asks -> files to build it in another tool, each with its mapping."""
