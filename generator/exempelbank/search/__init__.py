"""Texts -> an index that answers Swedish questions, in the terminal and in the browser alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exempelbank.search.building import index_of
from exempelbank.search.index import SearchText
from exempelbank.search.shards import files_from
from exempelbank.search.synonyms import Synonyms

__all__ = ["SearchText", "Synonyms", "build_index"]


def build_index(
    texts: Iterable[SearchText], synonyms: Synonyms, says: Mapping[str, Any]
) -> Mapping[str, bytes]:
    """The files of the browser's index, by path below its folder. `says`: the words it shows.

    What goes in and comes out can be pickled: it may be asked of another process.
    """
    return files_from(index_of(texts, synonyms), says)
