"""Documents -> an index that answers Swedish queries, in the terminal and in the browser alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exempelbank.search.index import SearchDocument
from exempelbank.search.index_builder import build_index
from exempelbank.search.index_files import files_from
from exempelbank.search.synonyms import Synonyms

__all__ = ["SearchDocument", "Synonyms", "build_index_files"]


def build_index_files(
    documents: Iterable[SearchDocument], synonyms: Synonyms, ui_strings: Mapping[str, Any]
) -> Mapping[str, bytes]:
    """The files of the browser's index, by path below its folder. `ui_strings`: what it shows.

    What goes in and comes out can be pickled: it may be asked of another process.
    """
    return files_from(build_index(documents, synonyms), ui_strings)
