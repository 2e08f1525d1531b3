"""Catalogue -> the letter that the CKA send on, and the same as plain text for other channels."""
