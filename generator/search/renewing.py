"""Texts, and the memory of an earlier build -> the files of the index, and what to remember.

The files are the same as when all is built anew. Texts that are as they were are not read again.
While texts are only edited, nothing is done but what follows from the edits; when some come, go or
change places, all but their words is worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator.search.building import index_from
from generator.search.editing import edited
from generator.search.pieces import digest
from generator.search.remembered import (
    COUNTS,
    STATE,
    VOCABULARY,
    Given,
    Memory,
    Renewal,
    State,
    forms_of,
    kept_counts,
    kept_vocabulary,
    print_of,
    rules,
    state_in,
    text_place,
)
from generator.search.shards import BEGINNING_FILE, files_of, laid_out, outline_of
from generator.search.synonyms import Synonyms
from generator.search.told import Teller, Told, kept_from
from generator.search.vocabulary import Vocabulary, keys_of
from generator.search.weighing import lengths_in


class IndexFile(NamedTuple):
    fingerprint: bytes
    content: Callable[[], bytes]


class Renewed(NamedTuple):
    files: Mapping[str, IndexFile]  # by path below the folder of the index
    memory_changes: Mapping[str, bytes | None]  # None: forget it


def renewed_index(
    texts: Sequence[Given], synonyms: Synonyms, says: Mapping[str, Any], memory: Memory
) -> Renewed:
    """`memory` is what earlier calls asked to have remembered; it may be of any age, or empty.
    `says`: the words that the browser shows.
    """
    state = state_in(memory)
    renewal = state and edited(state, texts, synonyms, memory)
    if not renewal:
        renewal = _built_anew(texts, synonyms, memory, still_holds=state is not None)
    beginning = renewal.outline.beginning(synonyms.longest, says)
    written = {**renewal.written, BEGINNING_FILE: beginning}
    prints = {**renewal.outline.digests, BEGINNING_FILE: digest(beginning)}
    files = {
        path: IndexFile(
            print.encode(),
            partial(bytes, written[path]) if path in written else partial(memory.__getitem__, path),
        )
        for path, print in prints.items()
    }
    return Renewed(files, renewal.memory_changes)


def _built_anew(
    texts: Sequence[Given], synonyms: Synonyms, memory: Memory, still_holds: bool
) -> Renewal:
    teller = Teller()
    told: dict[str, Told] = {}
    anew: dict[str, bytes] = {}
    for fingerprint, text in texts:
        place = text_place(fingerprint.hex())
        if place in told:
            continue
        if still_holds and (kept := memory.get(place)) is not None:
            told[place] = teller.read(kept)
        else:
            told[place] = teller.told(text())
            anew[place] = kept_from(told[place])
    every = [told[text_place(fingerprint.hex())] for fingerprint, _text in texts]
    in_order = sorted(every, key=lambda one: one.shown.archived)
    forms = forms_of(every)
    keys = keys_of(forms)
    index = index_from(in_order, Vocabulary(keys), synonyms)
    layout = laid_out(index)
    files = files_of(layout)
    state = State(
        rules(),
        print_of(synonyms),
        [fingerprint.hex() for fingerprint, _text in texts],
        [place for place, one in enumerate(every) if one.shown.archived],
        lengths_in(every),
        outline_of(index.texts, layout, files),
    )
    now = {
        STATE: state.kept(),
        VOCABULARY: kept_vocabulary(keys),
        COUNTS: kept_counts(forms, keys),
        **anew,
        **files,
    }
    forgotten = dict.fromkeys(place for place in memory if place not in told and place not in now)
    return Renewal(state.outline, files, {**forgotten, **now})
