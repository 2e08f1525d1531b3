"""content/ -> Catalogue. Whatever is broken or not approved is refused by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.learning_example import HiddenExample, LearningExample
from generator.catalogue.reading import Kind, Reader, Shown
from generator.catalogue.related import remembered_relations
from generator.documents import Refused, read_document
from generator.fingerprints import fingerprint
from generator.memory import Memory
from generator.model.content import (
    ContentRecord,
    Event,
    FocusArea,
    Initiative,
    Network,
    NewsItem,
    Tip,
)
from generator.model.submission import PublishedExample
from generator.pictures import Album, Picture, hash_of_picture
from generator.problems import Place, Problems
from generator.records import record_paths
from generator.settings import Settings
from generator.texts import _

AnyExample = LearningExample | HiddenExample
C = TypeVar("C", bound=ContentRecord)


def load_catalogue(
    root: Path, settings: Settings, problems: Problems, memory: Memory | None = None
) -> Catalogue:
    """Everything that may be shown, and a problem for everything that may not."""
    memory = memory or Memory()
    reader, marks, faces = Reader(root, settings, memory), {}, {}

    def shown(kind: Kind) -> Iterator[tuple[str, Shown]]:
        """(path, what may be shown) for the files of one folder in which nothing is wrong."""
        for path in record_paths(kind, root):
            found = reader.read(kind, path)
            problems.found += found.problems
            if found.shown:
                marks[type(found.shown), found.shown.id] = found.mark
                faces[found.shown.id] = found.face
                yield path, found.shown

    def records(kind: type[C]) -> tuple[C, ...]:
        return tuple(one for _path, one in shown(kind) if isinstance(one, kind))

    found = [(path, one) for path, one in shown(PublishedExample) if isinstance(one, AnyExample)]
    examples = _without_namesakes(found, root, problems)
    public = {path: one for path, one in examples.items() if isinstance(one, LearningExample)}
    catalogue = Catalogue(
        public_examples=tuple(public.values()),
        hidden_examples=tuple(one for one in examples.values() if isinstance(one, HiddenExample)),
        news=records(NewsItem),
        events=records(Event),
        networks=records(Network),
        focus_areas=records(FocusArea),
        tips=records(Tip),
        initiatives=records(Initiative),
        pictures=dict(_pictures(public, root, problems, memory)),
        marks=marks,
        faces={one.id: faces[one.id] for one in public.values()},
        relations=remembered_relations(
            tuple(public.values()),
            fingerprint(*(faces[one.id] for one in public.values())),
            memory,
        ),
    )
    reader.remember()
    return catalogue


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
    examples: Mapping[str, LearningExample], root: Path, problems: Problems, memory: Memory
) -> Iterator[tuple[str, Picture]]:
    """Only those of examples with a page: what lies in the folder besides is not published."""
    album = Album(root, memory)
    for path, example in examples.items():
        if example.image:
            try:
                picture = album.picture(example.image.file)
            except Refused as why:
                problems.error(_place(path, root, "image", "file"), why.says, why.fix)
                continue
            if example.review.binds_picture(hash_of_picture(root, example.image.file)):
                yield example.id, picture
            else:
                problems.error(
                    _place(path, root, "image", "file"),
                    _("the picture has been changed after it was approved"),
                    _(
                        "Have it approved again, by two: exempelbank approve {id} --help shows how."
                    ).format(id=example.id),
                )
    album.forget_the_rest()


def _place(path: str, root: Path, *keys: str) -> Place:
    """Read anew: a catalogue forgets its documents, since few are ever asked for a place."""
    document = read_document(root / path, root, Problems())
    return document.place(*keys) if document else Place(path)
