"""content/ -> Catalogue. Whatever is broken or not approved is refused by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import TypeVar

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.learning_example import HiddenExample, LearningExample, shown_from
from generator.checks import check_record
from generator.documents import Document, Refused
from generator.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from generator.model.record import Record
from generator.model.submission import PublishedExample
from generator.pictures import FOLDER, Picture, picture_from
from generator.problems import Place, Problems
from generator.records import load_records
from generator.settings import Settings
from generator.texts import _

R = TypeVar("R", bound=Record)


def load_catalogue(root: Path, settings: Settings, problems: Problems) -> Catalogue:
    """Everything that may be shown, and a problem for everything that may not."""

    def sound(kind: type[R]) -> tuple[R, ...]:
        return tuple(record for _document, record in _sound(kind, root, settings, problems))

    found = _without_namesakes(list(_sound(PublishedExample, root, settings, problems)), problems)
    examples = [shown_from(example, PurePath(document.path).stem) for document, example in found]
    public = tuple(one for one in examples if isinstance(one, LearningExample))
    places = {example.id: document.place("image", "file") for document, example in found}
    return Catalogue(
        public_examples=public,
        hidden_examples=tuple(one for one in examples if isinstance(one, HiddenExample)),
        news=sound(NewsItem),
        events=sound(Event),
        networks=sound(Network),
        focus_areas=sound(FocusArea),
        tips=sound(Tip),
        initiatives=sound(Initiative),
        pictures=dict(_pictures(public, places, root, problems)),
    )


def _sound(
    kind: type[R], root: Path, settings: Settings, problems: Problems
) -> Iterator[tuple[Document, R]]:
    """The records of one folder in which nothing is wrong."""
    for document, record in load_records(kind, root, problems):
        found = Problems()
        check_record(document, record, settings, found)
        problems.found += found.found
        if not found.errors:
            yield document, record


def _pictures(
    examples: Iterable[LearningExample],
    places: Mapping[str, Place],
    root: Path,
    problems: Problems,
) -> Iterator[tuple[str, Picture]]:
    """Only those of examples with a page: what lies in the folder besides is not published."""
    for example in examples:
        if example.image:
            path = root / FOLDER / example.image.file
            try:
                yield example.id, picture_from(path)
            except Refused as why:
                problems.error(places[example.id], why.says, why.fix)


def _without_namesakes(
    found: list[tuple[Document, PublishedExample]], problems: Problems
) -> list[tuple[Document, PublishedExample]]:
    """Two files that claim one id are both refused: one of them may be paused."""
    paths: dict[str, list[str]] = {}
    for document, example in found:
        paths.setdefault(example.id, []).append(document.path)
    for document, example in found:
        others = [path for path in paths[example.id] if path != document.path]
        if others:
            problems.error(
                document.place("id"),
                _("{id} is the id of {other} too").format(id=example.id, other=", ".join(others)),
                _("Give one of them an id of its own, or take one away."),
            )
    return [pair for pair in found if len(paths[pair[1].id]) == 1]
