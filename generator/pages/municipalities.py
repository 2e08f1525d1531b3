"""The municipalities, and how far the collection reaches.

Goes in: the municipalities and their districts, the map, what the catalogue holds from each.
Comes out: the map with its table, and a page for each municipality.
"""
