"""A column with several answers in one cell -> the sign that divides them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from exempelbank.intake.parsing.choices import split_choices
from exempelbank.intake.suggest.export_column import ExportColumn, is_web_address
from exempelbank.settings import Vocabulary
from exempelbank.text.normalization import comparable, normalised

_BETWEEN_TERMS = (";", ",", "\n", "|", " / ", "/", " ")  # where nothing else tells, the first
_BETWEEN_FILES = (";", "|", ",")  # a line break divides anyway
_ENDS_AS_FILE = re.compile(r".*\.[A-Za-z][A-Za-z0-9]{1,4}[\"”']?", re.DOTALL)


def term_separator(column: ExportColumn, vocabulary: Vocabulary, usual: str) -> str:
    """The one that gives the most answers of the list. `usual`: the tool's, "" if none is known."""
    wordings = known_wordings(vocabulary)
    known = {*map(comparable, wordings)}

    def in_list(sep: str) -> int:
        pieces = choices_in(column, sep, wordings)
        return sum(rows for piece, rows in pieces.items() if comparable(piece) in known)

    seps = dict.fromkeys(filter(None, (usual, *_BETWEEN_TERMS)))
    return max(seps, key=in_list)  # the first of those that are as good


def file_separator(column: ExportColumn) -> str:
    """ "" where no sign divides every cell into whole names or addresses."""
    for sep in _BETWEEN_FILES:
        pieces = [piece.strip() for answer in column.counts for piece in answer.split(sep)]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) > len(column.counts) and all(map(_is_file, pieces)):
            return sep
    return ""


def known_wordings(vocabulary: Vocabulary) -> Collection[str]:
    return {
        normalised(wording)
        for term in vocabulary
        for wording in (term.id, term.label, term.short, *term.aliases)
        if wording
    }


def choices_in(column: ExportColumn, sep: str, known: Collection[str]) -> Counter[str]:
    """Each answer of a joined cell, and how many rows have it."""
    pieces = Counter[str]()
    for answer, rows in column.counts.items():
        for piece in filter(None, map(str.strip, split_choices(answer, sep, known))):
            pieces[piece] += rows
    return pieces


def _is_file(piece: str) -> bool:
    return is_web_address(piece) or bool(_ENDS_AS_FILE.fullmatch(piece))
