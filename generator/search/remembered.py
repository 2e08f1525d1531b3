"""What is remembered of an index between builds, value by value.

state                           which texts there were, and the outline of the files
vocabulary                      every form of every word, and its key
counts                          how many texts have each of these forms
text/<fingerprint>              a text's words
words/…, ends/…, found/…,       the files of the index, by path
texts/…, facets.json
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from generator.search.building import forms_in
from generator.search.index import SearchText
from generator.search.pieces import digest
from generator.search.rows import as_json
from generator.search.shards import Outline
from generator.search.synonyms import Synonyms
from generator.search.told import Teller, Told
from generator.search.vocabulary import Key
from generator.search.weighing import Lengths

STATE, VOCABULARY, COUNTS = "state", "vocabulary", "counts"

Memory = Mapping[str, bytes]
# What all that goes into a text comes to, and how to get it.
Given = tuple[bytes, Callable[[], SearchText]]


class Renewal(NamedTuple):
    outline: Outline
    written: Mapping[str, bytes]  # files, by path
    memory_changes: Mapping[str, bytes | None]  # None: forget it


class State(NamedTuple):
    rules: str  # those by which all of it was made
    synonyms: str
    given: Sequence[str]  # fingerprints of the texts, as they were handed over
    archived: Sequence[int]  # places among those
    lengths: Lengths
    outline: Outline

    def kept(self) -> bytes:
        return as_json({**self._asdict(), "outline": self.outline._asdict()}).encode()


def state_in(memory: Memory) -> State | None:
    """None when nothing is remembered that still holds."""
    kept = json.loads(memory.get(STATE, b"null"))
    if not kept or kept["rules"] != rules():
        return None
    return State(
        **{**kept, "lengths": tuple(kept["lengths"]), "outline": Outline(**kept["outline"])}
    )


@cache
def rules() -> str:
    """The modules of this room: what other ones made of a text is not what these make."""
    modules = sorted(Path(__file__).parent.iterdir())
    return digest(b"".join(path.read_bytes() for path in modules if path.is_file()))


def print_of(synonyms: Synonyms) -> str:
    told = [sorted(synonyms.found.items()), sorted(synonyms.forms.items())]
    return digest(as_json(told).encode())


# ---- Texts ----


def text_place(fingerprint: str) -> str:
    return f"text/{fingerprint}"


class KeptTexts:
    def __init__(self, state: State, memory: Memory, teller: Teller) -> None:
        self._state, self._memory, self._teller = state, memory, teller

    @cached_property
    def _places(self) -> Sequence[int]:
        """By number in the index, which has archived texts last."""
        archived = set(self._state.archived)
        return sorted(range(len(self._state.given)), key=archived.__contains__)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """By place among the texts as they were handed over."""
        return {place: number for number, place in enumerate(self._places)}

    def told(self, number: int) -> Told:
        fingerprint = self._state.given[self._places[number]]
        return self._teller.read(self._memory[text_place(fingerprint)])


# ---- Words ----


def forms_of(texts: Iterable[Told]) -> Counter[str]:
    """How many texts have each."""
    found: Counter[str] = Counter()
    for told in texts:
        found.update(set(forms_in(told)))
    return found


def kept_vocabulary(keys: Mapping[str, Key]) -> bytes:
    """The forms together, and their keys together: so they are quick to read."""
    return "\n".join(map(" ".join, (keys, keys.values()))).encode()


def kept_counts(forms: Mapping[str, int], keys: Mapping[str, Key]) -> bytes:
    return array("I", map(forms.__getitem__, keys)).tobytes()


def vocabulary_in(memory: Memory) -> tuple[Counter[str], Mapping[str, Key]]:
    """How many texts have each form, and its key."""
    forms, keys = (line.split() for line in memory[VOCABULARY].decode().split("\n"))
    texts = array("I", memory[COUNTS])
    return Counter(dict(zip(forms, texts, strict=True))), dict(zip(forms, keys, strict=True))
