"""content/ -> Catalogue. Whatever is broken or not approved is refused by name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from exempelbank.cache import Cache, Key, MemoryCache, get_or_compute, hash_parts
from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.learning_example import (
    HiddenExample,
    LearningExample,
    changed_on,
    refused_example,
)
from exempelbank.catalogue.public_trial_note import HiddenTrialNote, PublicTrialNote
from exempelbank.catalogue.reading import FileToRead, Hidden, Public, Shown, read_file
from exempelbank.documents import raw_of, read_document
from exempelbank.documents.images import ImageFile, load_images
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.markdown_pages import page_sources
from exempelbank.model.content import ContentRecord, is_draft
from exempelbank.model.kinds import PUBLISHED_KINDS, SECTIONS
from exempelbank.problems import Location, Problems
from exempelbank.records import record_paths
from exempelbank.settings import Meaning, Settings
from exempelbank.workers import Workers

# To read a file takes 0.3 ms, and to hand over what it came to a third of that.
WORTH_SHARING = 500


def load_catalogue(
    root: Path,
    settings: Settings,
    problems: Problems,
    cache: Cache | None = None,
    workers: Workers | None = None,
    drafts: bool = False,
) -> Catalogue:
    """Everything that may be shown, and a problem for everything that may not. `drafts`: those of
    news too.
    """
    cache, workers = cache or MemoryCache(), workers or Workers()
    shown = dict(_read_records(root, settings, problems, cache, workers))

    found = [(path, one) for path, one in shown.items() if isinstance(one, Public | Hidden)]
    unique = _reject_duplicate_ids(found, root, problems)
    public = {path: one for path, one in unique.items() if isinstance(one, LearningExample)}
    hidden = [one for one in unique.values() if isinstance(one, HiddenExample)]
    notes, hidden_notes = _trial_notes(unique.values(), public.values(), hidden)
    return Catalogue(
        public_examples=tuple(public.values()),
        hidden_examples=tuple(hidden),
        trial_notes=notes if settings.has("trial_notes") else (),
        hidden_trial_notes=hidden_notes,
        content=tuple(
            one
            for one in shown.values()
            if isinstance(one, ContentRecord)
            and settings.has(SECTIONS[type(one)])
            and (drafts or not is_draft(one))
        ),
        pages_by_hand=page_sources(root),
        images=dict(_images(public, root, problems, cache, workers)),
        none_of_these=settings.vocabulary("focus_areas").meaning(Meaning.NONE_OF_THESE),
    )


def _read_records(
    root: Path, settings: Settings, problems: Problems, cache: Cache, workers: Workers
) -> Iterator[tuple[str, Shown]]:
    """(path, what may be shown) for each file of which anything may."""
    files: dict[Key, FileToRead] = {}
    for kind in PUBLISHED_KINDS:
        for path in record_paths(kind, root):
            try:
                raw = raw_of(f"{root}/{path}")
            except UnreadableFile as why:
                problems.error(Location(path), why.says, why.fix)
            else:
                files[hash_parts(os.fsencode(path), raw)] = FileToRead(kind, path, raw)
    read = partial(workers.map, partial(read_file, settings), worth_sharing=WORTH_SHARING)
    found = get_or_compute(cache, "read_file", files, read, lambda one: not one.problems)
    for file, one in zip(files.values(), found.values(), strict=True):
        problems.found += one.problems
        if one.shown:
            yield file.path, one.shown


def _trial_notes(
    contributions: Iterable[Public | Hidden],
    examples: Iterable[LearningExample],
    hidden: Iterable[HiddenExample],
) -> tuple[tuple[PublicTrialNote, ...], tuple[HiddenTrialNote, ...]]:
    """Those whose example has a page; and those that were shown, or whose example was."""
    with_page = {example.id for example in examples}
    hidden_since = {example.id: example.since for example in hidden}
    shown: list[PublicTrialNote] = []
    taken_away: list[HiddenTrialNote] = []
    for note in contributions:
        if isinstance(note, HiddenTrialNote):
            taken_away.append(note)
        elif isinstance(note, PublicTrialNote):
            if note.example in with_page:
                shown.append(note)
            elif note.example in hidden_since:
                taken_away.append(HiddenTrialNote(note.id, hidden_since[note.example]))
    return tuple(shown), tuple(taken_away)


def _reject_duplicate_ids(
    found: Sequence[tuple[str, Public | Hidden]], root: Path, problems: Problems
) -> Mapping[str, Public | Hidden]:
    """By path. Two files that claim one id are both refused: one of them may be paused."""
    paths: dict[str, list[str]] = {}
    for path, one in found:
        paths.setdefault(one.id, []).append(path)
    for path, one in found:
        others = [other for other in paths[one.id] if other != path]
        if one.id and others:
            problems.error(
                _location(path, root, "id"),
                _("{id} is the id of {other} too").format(id=one.id, other=", ".join(others)),
                _("Give one of them an id of its own, or take one away."),
            )
    return {path: one if len(paths[one.id]) == 1 else _refused(one) for path, one in found}


def _refused(one: Public | Hidden) -> Hidden:
    match one:
        case LearningExample():
            return refused_example(one, one.slug)
        case PublicTrialNote():
            return HiddenTrialNote(one.id, changed_on(one.review))
    return one


def _images(
    examples: Mapping[str, LearningExample],
    root: Path,
    problems: Problems,
    cache: Cache,
    workers: Workers,
) -> Iterator[tuple[str, ImageFile]]:
    """Only those of examples with a page: what lies in the folder besides is not published."""
    examples_with_image = {
        path: (one, one.image.file) for path, one in examples.items() if one.image
    }
    images = load_images(
        root, [file for _one, file in examples_with_image.values()], cache, workers
    )
    for path, (example, file) in examples_with_image.items():
        image = images[file]
        if isinstance(image, UnreadableFile):
            problems.error(_location(path, root, "image", "file"), image.says, image.fix)
        elif example.review.binds_image(image.hash):
            yield example.id, image
        else:
            problems.error(
                _location(path, root, "image", "file"),
                _("the picture has been changed after it was approved"),
                _(
                    "Have it approved again, by two: exempelbank approve {id} --help shows how."
                ).format(id=example.id),
            )


def _location(path: str, root: Path, *keys: str) -> Location:
    """Read anew: a catalogue forgets its documents, since few are ever asked for a place."""
    document = read_document(root / path, root, Problems())
    return document.location(*keys) if document else Location(path)
