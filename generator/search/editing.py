"""Texts of which some were edited -> what is renewed of the index.

The whole must be built anew when more than that is new: texts that came, went or changed places,
other synonyms, or so long texts that the mean length is another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from generator.search.kept_pieces import KeptPieces
from generator.search.patching import Edit, Edits, Patch, Patcher, reaches_too_far
from generator.search.pieces import path_of
from generator.search.remembered import (
    COUNTS,
    STATE,
    VOCABULARY,
    Given,
    KeptTexts,
    Memory,
    Renewal,
    State,
    forms_of,
    kept_counts,
    kept_vocabulary,
    print_of,
    text_place,
    vocabulary_in,
)
from generator.search.rows import Broken, as_json, with_facets
from generator.search.shards import FACETS_FILE, TEXTS_FILE, texts_file, texts_path
from generator.search.synonyms import Synonyms
from generator.search.told import Teller, kept_from
from generator.search.vocabulary import Vocabulary
from generator.search.weighing import Lengths, coarse_means, lengths_in


def edited(
    state: State, texts: Sequence[Given], synonyms: Synonyms, memory: Memory
) -> Renewal | None:
    """None when the whole must be built anew."""
    given = [fingerprint.hex() for fingerprint, _text in texts]
    same_synonyms = print_of(synonyms) == state.synonyms
    if given == state.given and same_synonyms:
        return Renewal(state.outline, {}, {})
    teller = Teller()
    kept = KeptTexts(state, memory, teller)
    edits = _edits(state, given, texts, kept, teller)
    lengths = _lengths_after(state.lengths, edits.values())
    means = coarse_means(lengths, len(given))
    if not edits or not same_synonyms or means != coarse_means(state.lengths, len(given)):
        return None

    forms, keys = vocabulary_in(memory)
    before = after = Vocabulary(keys)
    more, fewer = (forms_of(edit[when] for edit in edits.values()) for when in (1, 0))
    forms.update(more)
    forms.subtract(fewer)
    came, went = more.keys() - keys.keys(), [form for form in fewer if not forms[form]]
    if came or went:
        after = before.changed(came, went)
    pieces = {kind: KeptPieces(kind, begin, memory) for kind, begin in state.outline.begin.items()}
    patcher = Patcher(before, after, means, synonyms, pieces, kept.told, len(given))
    patch = patcher.patch(edits)
    if not patch:
        return None

    recuts = {kind: pieces[kind].recut(changes) for kind, changes in patch.rows.items()}
    gone = [(kind, begin) for kind, recut in recuts.items() for begin in recut.gone]
    anew = [(kind, piece) for kind, recut in recuts.items() for piece in recut.pieces]
    written = {
        **{path_of(kind, piece.begin): piece.content for kind, piece in anew},
        **_texts_files(edits, patch, kept, after),
        **_facets_file(edits, memory),
    }
    outline = state.outline.renewed(gone, [(kind, piece.begin) for kind, piece in anew], written)
    state_after = state._replace(given=given, lengths=lengths, outline=outline)
    changes: dict[str, bytes | None] = {
        **{text_place(fingerprint): None for fingerprint in {*state.given}.difference(given)},
        **{
            text_place(fingerprint): kept_from(edits[kept.numbers[place]].after)
            for place, fingerprint in enumerate(given)
            if fingerprint != state.given[place]
        },
        **{path_of(kind, begin): None for kind, begin in gone},
        **written,
        **({VOCABULARY: kept_vocabulary(after.keys)} if after is not before else {}),
        COUNTS: kept_counts(forms, after.keys),
        STATE: state_after.kept(),
    }
    return Renewal(outline, written, changes)


def _edits(
    state: State, given: Sequence[str], texts: Sequence[Given], kept: KeptTexts, teller: Teller
) -> Edits:
    """None at all when texts came, went or changed places, or when they are too many."""
    known = {*state.given}
    edits: dict[int, Edit] = {}
    if len(given) != len(state.given):
        return {}
    for place, (fingerprint, before) in enumerate(zip(given, state.given, strict=True)):
        if fingerprint == before:
            continue
        if fingerprint in known or reaches_too_far(len(edits) + 1, len(given)):
            return {}
        number = kept.numbers[place]
        _fingerprint, text = texts[place]
        edit = Edit(kept.told(number), teller.told(text()))
        was, now = edit.before.shown, edit.after.shown
        if (was.kind, was.archived) != (now.kind, now.archived):
            return {}
        edits[number] = edit
    return edits


def _lengths_after(lengths: Lengths, edits: Iterable[Edit]) -> Lengths:
    edits = list(edits)
    less, more = (lengths_in(edit[when] for edit in edits) for when in (0, 1))
    return tuple(n - gone + come for n, gone, come in zip(lengths, less, more, strict=True))


def _texts_files(
    edits: Edits, patch: Patch, kept: KeptTexts, vocabulary: Vocabulary
) -> Mapping[str, bytes]:
    files = {number // TEXTS_FILE for number in {*edits, *patch.taken_apart_otherwise}}
    written = {}
    for file in sorted(files):
        start = file * TEXTS_FILE
        together = range(start, min(start + TEXTS_FILE, len(kept.numbers)))
        texts = [
            (edits[number].after if number in edits else kept.told(number)).shown
            for number in together
        ]
        written[texts_path(file)] = texts_file(texts, Broken(vocabulary.cuts))
    return written


def _facets_file(edits: Edits, memory: Memory) -> Mapping[str, bytes]:
    changed = {
        number: edit
        for number, edit in edits.items()
        if edit.before.shown.facets != edit.after.shown.facets
    }
    if not changed:
        return {}
    facets = json.loads(memory[FACETS_FILE])
    for number, edit in changed.items():
        facets = with_facets(facets, number, edit.before.shown, edit.after.shown)
    return {FACETS_FILE: as_json(facets).encode()}
