"""Municipalities by code or name -> site_config/map.yml: their borders as shapes a page can draw.

choosing   words for municipalities -> their codes
borders    codes -> the borders, as Statistics Sweden has them
drawing    borders -> a Map, in the whole numbers of a drawing
map_file   a Map -> the text of its file

The borders and the geometry take packages that a build does not: the extra “map”.
"""
