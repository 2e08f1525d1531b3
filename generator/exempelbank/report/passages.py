"""A contribution -> the texts that a reader will meet, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exempelbank.documents import Document, body_sections
from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, sections_by_heading
from exempelbank.model.labels import field_label
from exempelbank.model.trial_note import TrialNote
from exempelbank.privacy.advertising import is_advertising
from exempelbank.privacy.texts import markdown_texts
from exempelbank.problems import Location


@dataclass(frozen=True, slots=True)
class Passage:
    """`text` is Markdown when it is prose; a title or a lesson is a line."""

    name: str  # in the words of the page: "Resultat"
    location: Location
    text: str
    prose: bool = False
    running: bool = True  # whole sentences, in which a person can be told of; not a list of words

    def at(self, offset: int) -> Location:
        """Where in the file the character at this offset stands."""
        line = self.location.line
        if line is None or not self.prose:
            return self.location
        return replace(self.location, line=line + self.text.count("\n", 0, offset))


def passages_of(document: Document, contribution: Contribution) -> tuple[Passage, ...]:
    match contribution:
        case Example():
            passages = _of_example(document, contribution)
        case TrialNote():
            passages = _of_note(document, contribution)
        case _:
            raise TypeError(type(contribution))
    return tuple(passage for passage in passages if passage.text.strip())


def _of_note(document: Document, note: TrialNote) -> Iterator[Passage]:
    yield Passage(field_label("unit"), document.location("unit"), note.unit, running=False)
    for text in markdown_texts(document, note):
        yield Passage(field_label("text"), text.at(), text.text, prose=True)


def _of_example(document: Document, example: Example) -> Iterator[Passage]:
    yield Passage(field_label("title"), document.location("title"), example.title)
    yield Passage(field_label("summary"), document.location("summary"), example.summary)
    yield Passage(field_label("unit"), document.location("unit"), example.unit, running=False)
    yield from _list(document, "lessons", _("Lesson {n}"), example.lessons)
    for part in body_sections(document)[1]:
        if section := sections_by_heading().get(part.heading):
            location = Location(document.path, part.text_line, part.heading)
            yield Passage(section.heading, location, part.text, prose=True)
    yield from _list(
        document, "discussion_questions", _("Question {n}"), example.discussion_questions
    )
    yield Passage(
        field_label("keywords"),
        document.location("keywords"),
        ", ".join(example.keywords),
        running=False,
    )
    for number, link in enumerate(example.links):
        location = document.location("links", number, "title")
        markdown = f"[{link.title}]({link.url})"
        advertises = is_advertising(markdown)
        words = markdown if advertises else link.title
        yield Passage(_("Link {n}").format(n=number + 1), location, words, running=advertises)
    if example.image:
        location = document.location("image", "alt")
        yield Passage(_("Text instead of the image"), location, example.image.alt)


def _list(document: Document, field: str, name: str, texts: tuple[str, ...]) -> Iterator[Passage]:
    for number, text in enumerate(texts):
        yield Passage(name.format(n=number + 1), document.location(field, number), text)
