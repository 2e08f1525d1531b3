"""What a command has decided -> the project's files.

One command at a time; all of a change or nothing of it; and nothing takes the place of what was not
there when it was decided.

work      one command at a time in a folder
change    several files written and taken away as one
steps     one file of a change
journal   what a command that was cut short had begun
own       the folder where all this is kept
"""

from exempelbank.changes.change import Change, carry_out
from exempelbank.changes.journal import JOURNAL, CutShort, cut_short
from exempelbank.changes.own import own_folder
from exempelbank.changes.steps import Meanwhile, Stopped, digest_of
from exempelbank.changes.work import Work, at_work

__all__ = [
    "JOURNAL",
    "Change",
    "CutShort",
    "Meanwhile",
    "Stopped",
    "Work",
    "at_work",
    "carry_out",
    "cut_short",
    "digest_of",
    "own_folder",
]
