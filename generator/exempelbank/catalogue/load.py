"""content/ -> Catalogue. Whatever is broken or not approved is refused by name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from exempelbank.cache import Cache, Key, MemoryCache, kept_or_made, key_of
from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.catalogue.reading import FileToRead, Shown, read_file
from exempelbank.documents import raw_of, read_document
from exempelbank.documents.images import Picture, pictures_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.model.content import ContentRecord
from exempelbank.model.kinds import PUBLISHED
from exempelbank.problems import Location, Problems
from exempelbank.records import record_paths
from exempelbank.settings import Meaning, Settings
from exempelbank.workers import Workers

# To read a file takes 0.3 ms, and to hand over what it came to a third of that.
WORTH_SHARING = 500
AnyExample = LearningExample | HiddenExample


def load_catalogue(
    root: Path,
    settings: Settings,
    problems: Problems,
    cache: Cache | None = None,
    workers: Workers | None = None,
) -> Catalogue:
    """Everything that may be shown, and a problem for everything that may not."""
    cache, workers = cache or MemoryCache(), workers or Workers()
    shown = dict(_shown(root, settings, problems, cache, workers))

    found = [(path, one) for path, one in shown.items() if isinstance(one, AnyExample)]
    examples = _without_namesakes(found, root, problems)
    public = {path: one for path, one in examples.items() if isinstance(one, LearningExample)}
    return Catalogue(
        public_examples=tuple(public.values()),
        hidden_examples=tuple(one for one in examples.values() if isinstance(one, HiddenExample)),
        content=tuple(one for one in shown.values() if isinstance(one, ContentRecord)),
        pictures=dict(_pictures(public, root, problems, cache, workers)),
        none_of_these=settings.vocabulary("focus_areas").meaning(Meaning.NONE_OF_THESE),
    )


def _shown(
    root: Path, settings: Settings, problems: Problems, cache: Cache, workers: Workers
) -> Iterator[tuple[str, Shown]]:
    """(path, what may be shown) for each file in which nothing is wrong."""
    files: dict[Key, FileToRead] = {}
    for kind in PUBLISHED:
        for path in record_paths(kind, root):
            try:
                raw = raw_of(f"{root}/{path}")
            except UnreadableFile as why:
                problems.error(Location(path), why.says, why.fix)
            else:
                files[key_of(os.fsencode(path), raw)] = FileToRead(kind, path, raw)
    read = partial(workers.map, partial(read_file, settings), worth_sharing=WORTH_SHARING)
    found = kept_or_made(cache, "read_file", files, read, lambda one: not one.problems)
    for file, one in zip(files.values(), found.values(), strict=True):
        problems.found += one.problems
        if one.shown:
            yield file.path, one.shown


def _without_namesakes(
    found: Sequence[tuple[str, AnyExample]], root: Path, problems: Problems
) -> Mapping[str, AnyExample]:
    """By path. Two files that claim one id are both refused: one of them may be paused."""
    paths: dict[str, list[str]] = {}
    for path, example in found:
        paths.setdefault(example.id, []).append(path)
    for path, example in found:
        others = [other for other in paths[example.id] if other != path]
        if others:
            problems.error(
                _place(path, root, "id"),
                _("{id} is the id of {other} too").format(id=example.id, other=", ".join(others)),
                _("Give one of them an id of its own, or take one away."),
            )
    return {path: example for path, example in found if len(paths[example.id]) == 1}


def _pictures(
    examples: Mapping[str, LearningExample],
    root: Path,
    problems: Problems,
    cache: Cache,
    workers: Workers,
) -> Iterator[tuple[str, Picture]]:
    """Only those of examples with a page: what lies in the folder besides is not published."""
    with_one = {path: (one, one.image.file) for path, one in examples.items() if one.image}
    pictures = pictures_of(root, [file for _one, file in with_one.values()], cache, workers)
    for path, (example, file) in with_one.items():
        picture = pictures[file]
        if isinstance(picture, UnreadableFile):
            problems.error(_place(path, root, "image", "file"), picture.says, picture.fix)
        elif example.review.binds_picture(picture.hash):
            yield example.id, picture
        else:
            problems.error(
                _place(path, root, "image", "file"),
                _("the picture has been changed after it was approved"),
                _(
                    "Have it approved again, by two: exempelbank approve {id} --help shows how."
                ).format(id=example.id),
            )


def _place(path: str, root: Path, *keys: str) -> Location:
    """Read anew: a catalogue forgets its documents, since few are ever asked for a place."""
    document = read_document(root / path, root, Problems())
    return document.location(*keys) if document else Location(path)
