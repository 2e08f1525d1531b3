"""Catalogue -> the letter of what is new, and the same as plain text for other channels."""
