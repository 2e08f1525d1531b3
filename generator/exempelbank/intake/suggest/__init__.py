"""An export nobody has mapped yet -> what it is, and a mapping to begin from. A suggestion only."""
