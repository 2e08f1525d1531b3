"""Initiatives and their indicators.

Goes in: the initiatives of the catalogue. Comes out: the list, and a page for each.
"""
