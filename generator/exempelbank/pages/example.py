"""A page for each example, and its sheet for a workplace meeting. Hidden ones leave a sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.model.content import Event, Network
from exempelbank.model.example import Section
from exempelbank.model.review import ReviewState
from exempelbank.pages import json_ld
from exempelbank.pages.example_facts import facts_of
from exempelbank.pages.mail import in_link, mail_link
from exempelbank.pages.once import once
from exempelbank.pages.press import Press
from exempelbank.pages.site import File, Page, PlannedPage
from exempelbank.pages.views import event_row, lowered, printed_related
from exempelbank.pages.words import eyebrow_of, stage_of
from exempelbank.spelling import slug_from
from exempelbank.texts import _

PICTURE = "bild.jpg"  # beside the page of the example
STORY = (Section.BACKGROUND, Section.HOW, Section.PARTICIPATION, Section.RESULTS)


def pages(press: Press) -> Iterator[Page | PlannedPage]:
    for example in press.catalogue.public_examples:
        yield PlannedPage(
            press.book.of(example),
            example.title,
            "examples",
            partial(_page, press, example),
            example.review.updated,
            indexed=example.listed,
        )
        yield PlannedPage(
            _sheet_address(press, example),
            _sheet_title(example),
            "examples",
            partial(_sheet, press, example),
            example.review.updated,
            indexed=False,  # the example itself is what people should find
        )
    for hidden in press.catalogue.hidden_examples:
        withdrawn = hidden.state == ReviewState.WITHDRAWN
        yield press.page(
            "example-hidden.html",
            press.book.of(hidden),
            _("The example has been withdrawn") if withdrawn else _("The example is paused"),
            section="examples",
            indexed=False,
            withdrawn=withdrawn,
            way=_way(press),
        )


def files(press: Press) -> Iterator[tuple[str, File]]:
    for example in press.catalogue.public_examples:
        if picture := press.catalogue.pictures.get(example.id):
            yield press.book.of(example) + PICTURE, picture.read


def _way(press: Press) -> list[tuple[str, str]]:
    return [(_("Learning examples"), press.section("examples"))]


def _page(press: Press, example: LearningExample) -> Page:
    address = press.book.of(example)
    state = example.state_on(press.today)
    return press.page(
        "example.html",
        address,
        example.title,
        description=example.summary,
        section="examples",
        head=(
            json_ld.article(press, example),
            json_ld.breadcrumbs(
                press,
                (_("Learning examples"), press.book.section("examples")),
                (example.title, address),
            ),
        ),
        updated=example.review.updated,
        indexed=state != ReviewState.ARCHIVED,
        example=example,
        archived=state == ReviewState.ARCHIVED,
        needs_review=state == ReviewState.NEEDS_REVIEW,
        way=_way(press),
        eyebrow=eyebrow_of(example, press.settings),
        picture=press.catalogue.pictures.get(example.id),
        picture_address=press.href(address + PICTURE),
        facts=facts_of(press, example),
        story=_told(press, example, *STORY),
        candid=_told(press, example, Section.DID_NOT_WORK),
        how_to=_told(press, example, Section.ADVICE, Section.RESOURCES),
        easy_read=_told(press, example, Section.EASY_READ),
        sheet=press.href(_sheet_address(press, example)),
        storyteller=[
            lowered(press.settings.label("storytelling", id)) for id in example.storyteller
        ],
        meetings=_meetings(press, example),
        related=[printed_related(press, one) for one in press.catalogue.related(example)],
        cite=_cite(press, example, press.book.full(address)),
        mail=_mail(press, example, press.book.full(address)),
    )


class _Part(NamedTuple):
    """Of the story, for the place it has on the page."""

    id: str
    heading: str
    text: str


def _told(press: Press, example: LearningExample, *parts: Section) -> list[_Part]:
    return [
        _Part(*_heading(press, part), text)
        for part in parts
        if (text := example.sections.get(part))
    ]


@once
def _heading(press: Press, part: Section) -> tuple[str, str]:
    return slug_from(part.heading), part.heading


def _meetings(press: Press, example: LearningExample) -> list[tuple[Network, str, object]]:
    return [
        (network, press.link_to(network), event_row(press, meeting) if meeting else None)
        for network, meeting in _networks(press, example)
    ]


def _networks(press: Press, example: LearningExample) -> Iterator[tuple[Network, Event | None]]:
    """The networks of the example, each with its next meeting if one is planned."""
    for id in example.networks:
        if network := press.catalogue.network(id):
            yield network, press.catalogue.network_meets_next(network, press.today)


def _cite(press: Press, example: LearningExample, address: str) -> str:
    return _("{title} ({year}). {site}, {organisation}. {id}, version {version}. {address}").format(
        title=example.title,
        year=example.review.updated.year,
        site=press.settings.organisation.site_name,
        organisation=press.settings.organisation.name,
        id=example.id,
        version=example.review.version,
        address=address,
    )


def _mail(press: Press, example: LearningExample, address: str) -> dict[str, str]:
    """Ready letters to the office: the subject says which example they are about."""
    which = in_link(f": {example.id}")
    about = in_link(f"{example.title}\n{address}\n\n")
    return {
        name: f"{to}?subject={subject}{which}&body={about}{words}"
        for name, to, subject, words in _letters(press)
    }


@once
def _letters(press: Press) -> list[tuple[str, str, str, str]]:
    """(name, to whom, subject, the first words)"""
    to = mail_link(press.settings.organisation.email)
    letters = (
        ("tried", _("We have tried"), _("What we did, and what came of it:")),
        ("change", _("Suggest a change"), _("What should be changed, and why:")),
        ("contact", _("A question about an example"), _("Our question:")),
    )
    return [(name, to, in_link(subject), in_link(words)) for name, subject, words in letters]


# ---- The sheet for a workplace meeting ----


def _sheet_address(press: Press, example: LearningExample) -> str:
    return press.book.section("examples", example.slug, press.book.inner.apt)


def _sheet_title(example: LearningExample) -> str:
    return _("For the workplace meeting: {title}").format(title=example.title)


def _sheet(press: Press, example: LearningExample) -> Page:
    return press.page(
        "apt.html",
        _sheet_address(press, example),
        _sheet_title(example),
        description=_("A sheet to print and talk about."),
        section="examples",
        updated=example.review.updated,
        indexed=False,  # the example itself is what people should find
        example=example,
        archived=not example.listed,
        place_words=f"{eyebrow_of(example, press.settings)}, {stage_of(example, press.settings)}",
        questions=example.discussion_questions or _usual_questions(),
        way=[*_way(press), (example.title, press.link_to(example))],
        full_address=press.book.full(press.book.of(example)),
        advice=example.sections.get(Section.ADVICE, ""),
    )


def _usual_questions() -> tuple[str, ...]:
    return (
        _("What do we recognise from our own days?"),
        _("What would those we support say about this?"),
        _("What can we try in six weeks?"),
    )
