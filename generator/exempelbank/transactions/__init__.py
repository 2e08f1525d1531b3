"""What a command has decided -> the project's files.

One command at a time; all of a change or nothing of it; and nothing takes the place of what was not
there when it was decided.

lock          one command at a time in a folder
transaction   several files written and taken away as one
file_steps    one file of a transaction
journal       what a command that was cut short had begun
internal_error   a fault of ours, written where it may be read
own           the folder where all this is kept
"""

from exempelbank.transactions.file_steps import digest_of
from exempelbank.transactions.journal import JOURNAL, cut_short
from exempelbank.transactions.lock import Access, project_lock
from exempelbank.transactions.own import own_folder
from exempelbank.transactions.transaction import Transaction, carry_out

__all__ = [
    "JOURNAL",
    "Access",
    "Transaction",
    "carry_out",
    "cut_short",
    "digest_of",
    "own_folder",
    "project_lock",
]
