"""Files on disk: how they are written, which of them count, and what comes out of some kinds.

disk      files written whole or not at all
paths     where things lie in a project
ignored   names of files that nobody meant to publish
csv       rows -> a CSV file that a spreadsheet opens without running anything
"""
