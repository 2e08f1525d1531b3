"""An example, its settings and what was found wrong -> what a reviewer reads about it."""
