"""Tips and methods.

Goes in: the tips of the catalogue. Comes out: the list, and a page for each with what to do
before, during and after.
"""
