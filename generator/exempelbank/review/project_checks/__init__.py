"""What is wrong in a project: each check by itself, and all of them."""
