"""A row of an export, and the mapping of its form -> what was answered, and what is wrong."""
