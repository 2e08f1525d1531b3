"""The limits at the door, each with its reason. Sizes are bytes unless they say otherwise."""

from __future__ import annotations

MEGABYTE = 1_000_000

EXPORT = 50 * MEGABYTE  # ten thousand long responses are 40 MB as CSV
PART = 60 * MEGABYTE  # one unpacked file of a workbook; it is read as it comes
UNPACKED = 100 * MEGABYTE  # all files of a workbook together
PARTS = 2_000  # files in a workbook; a real one holds a dozen

ROWS = 50_000  # a form with more responses wants to be exported by year
COLUMNS = 1_000  # LimeSurvey writes one for each option; four hundred is the most seen
CELLS = 600_000  # in all rows, or values in JSON and XML; ten thousand responses have 400,000
ELEMENTS = 2_000_000  # in a part of a workbook; three of them hold a cell
CHARACTERS = 50_000_000  # in all cells: a workbook may point to one text a thousand times
PATHS = 5_000  # different names in JSON and XML; Jotform has ten for each question
HEADING = 10_000  # characters of one; a consent that is asked for in full has two thousand
CELL = 1_000_000  # characters kept of a cell; Excel stops at 32,767, LimeSurvey at 64 kB
EXCEL_CELL = 32_767  # characters; a cell of exactly this length was cut by Excel
DEPTH = 30  # lists within lists, in JSON and XML; the deepest real one is eight

RESPONSE = 60_000  # characters in all answers of one response; an example has room for 6,000
LINKS = 30  # in one response; more are a link farm, not an example
MARKS = 4  # combining marks in a row; Vietnamese needs two
