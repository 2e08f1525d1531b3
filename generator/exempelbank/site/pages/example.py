"""A page for each example. Hidden ones leave a sign, and so does their news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from exempelbank.catalogue import HiddenExample, LearningExample
from exempelbank.catalogue.facets import FACETS
from exempelbank.i18n import N_, _
from exempelbank.model.content import Event, Network
from exempelbank.model.example import Section
from exempelbank.model.review import ReviewState
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import event_row, lowered, render_related
from exempelbank.site.components.example_facts import facts_of
from exempelbank.site.components.formatting import format_eyebrow, format_place
from exempelbank.site.components.mailto import in_link, mail_link
from exempelbank.site.components.page_title import page_title
from exempelbank.site.components.search_document import SearchKind, search_labels, searchable_text
from exempelbank.site.components.trial_notes import (
    number_who_have_tried,
    searchable_notes,
    start_of_trial,
    trial_note_rows,
)
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from exempelbank.site.site import File, LazyPage, Page

SEARCH_KIND = SearchKind(
    "example", "exempel", "", N_("search", "Example"), N_("search", "Examples")
)

PICTURE = "bild.jpg"  # beside the page of the example
TALLEST = 560  # pixels on the page: a portrait must not fill the screen
# Never change one: others may link to it.
ANCHORS = {
    Section.BACKGROUND: "utgangslage",
    Section.HOW: "sa-gjorde-vi",
    Section.PARTICIPATION: "delaktighet",
    Section.RESULTS: "resultat",
    Section.DID_NOT_WORK: "fungerade-inte",
    Section.ADVICE: "rad",
    Section.RESOURCES: "tid-och-kostnad",
    Section.EASY_READ: "lattlast",
}
STORY = (Section.BACKGROUND, Section.HOW, Section.PARTICIPATION, Section.RESULTS)


def pages(context: RenderContext) -> Iterator[Page | LazyPage]:
    for example in context.catalogue.public_examples:
        yield LazyPage(
            context.urls.of(example),
            page_title(context, example),
            "examples",
            partial(_page, context, example),
            _changed(context, example),
            indexed=example.listed,
        )
    for hidden in context.catalogue.hidden_examples:
        yield _sign(context, hidden, context.urls.of(hidden))
    for item, hidden in context.catalogue.signs_on(context.today):
        yield _sign(context, hidden, context.urls.of(item))


def _sign(context: RenderContext, hidden: HiddenExample, address: str) -> Page:
    """What stands at the address of an example that is hidden, and at that of its news."""
    withdrawn = hidden.state == ReviewState.WITHDRAWN
    title = _("The example is being looked over") if hidden.refused else _("The example is paused")
    subject = _("A question about an example")
    return context.page(
        "example-hidden.html",
        address,
        _("The example has been withdrawn") if withdrawn else title,
        section="examples",
        indexed=False,
        withdrawn=withdrawn,
        id=hidden.id,
        letter=mail_link(
            context.settings.organisation.email,
            f"{subject}: {hidden.id}" if hidden.id else subject,
        ),
        breadcrumbs=_breadcrumbs(context),
    )


def files(context: RenderContext) -> Iterator[tuple[str, File]]:
    for example in context.catalogue.public_examples:
        if picture := context.catalogue.images.get(example.id):
            yield context.urls.of(example) + PICTURE, picture.read


def _changed(context: RenderContext, example: LearningExample) -> date:
    """When its page last was, by its own text or by a trial note."""
    notes = context.catalogue.trial_notes_on(example)
    return max([example.review.updated, *(note.review.updated for note in notes)])


def _breadcrumbs(context: RenderContext) -> list[tuple[str, str]]:
    return [(_("Learning examples"), context.section_url("examples"))]


def _page(context: RenderContext, example: LearningExample) -> Page:
    address = context.urls.of(example)
    state = example.state_on(context.today)
    return context.page(
        "example.html",
        address,
        page_title(context, example),
        description=example.summary,
        section="examples",
        head=(
            json_ld.article(context, example),
            json_ld.breadcrumbs(
                context,
                (_("Learning examples"), context.urls.section("examples")),
                (example.title, address),
            ),
        ),
        updated=_changed(context, example),
        indexed=state != ReviewState.ARCHIVED,
        example=example,
        archived=state == ReviewState.ARCHIVED,
        needs_review=state == ReviewState.NEEDS_REVIEW,
        breadcrumbs=_breadcrumbs(context),
        eyebrow=format_eyebrow(example, context.settings),
        picture_size=_picture_size(context, example),
        picture_address=context.href(address + PICTURE),
        facts=facts_of(context, example),
        story=_sections(context, example, *STORY),
        candid=_sections(context, example, Section.DID_NOT_WORK),
        how_to=_sections(context, example, Section.ADVICE, Section.RESOURCES),
        easy_read=_sections(context, example, Section.EASY_READ),
        sheet=context.href(context.urls.sheet(example.slug)),
        signposts=_signposts(context, example),
        have_tried=number_who_have_tried(context, example),
        trial_notes=trial_note_rows(context, example),
        keywords=_keywords(context, example),
        storyteller=[
            lowered(context.settings.label("storytelling", id)) for id in example.storyteller
        ],
        meetings=_meetings(context, example),
        related=[render_related(context, one) for one in context.catalogue.related(example)],
        cite=_cite(context, example, context.urls.full(address)),
        mail=_mail(context, example, context.urls.full(address)),
    )


def _picture_size(context: RenderContext, example: LearningExample) -> tuple[int, int] | None:
    """The width and height to show it in, at most: the same before it is fetched as after."""
    picture = context.catalogue.images.get(example.id)
    if picture is None:
        return None
    height = min(picture.height, TALLEST)
    return round(picture.width * height / picture.height), height


class _TextSection(NamedTuple):
    """Of the story, for the place it has on the page."""

    id: str
    heading: str
    text: str


def _sections(
    context: RenderContext, example: LearningExample, *parts: Section
) -> list[_TextSection]:
    return [
        _TextSection(*_heading(context, part), text)
        for part in parts
        if (text := example.sections.get(part))
    ]


@memoized
def _heading(context: RenderContext, part: Section) -> tuple[str, str]:
    return ANCHORS[part], part.heading


def _signposts(context: RenderContext, example: LearningExample) -> list[tuple[str, str]]:
    """(id, text) of the parts that are there, in the order of the page."""
    sections = example.sections
    tried = context.catalogue.trial_notes_on(example)
    parts = (
        (ANCHORS[Section.HOW], Section.HOW.heading, sections.get(Section.HOW)),
        (ANCHORS[Section.DID_NOT_WORK], _("Did not work"), sections.get(Section.DID_NOT_WORK)),
        ("vi-har-provat", _("We have tried"), tried),
        (ANCHORS[Section.EASY_READ], Section.EASY_READ.heading, sections.get(Section.EASY_READ)),
        ("fakta", _("Facts"), True),
        ("kontakt", _("Contact"), True),
    )
    return [(id, text) for id, text, is_there in parts if is_there]


def _keywords(context: RenderContext, example: LearningExample) -> list[tuple[str, str]]:
    """Each with the address of a search for it."""
    search = context.section_url("search")
    return [(word, f"{search}?q={quote(word, safe='')}") for word in example.keywords]


def _meetings(
    context: RenderContext, example: LearningExample
) -> list[tuple[Network, str, object]]:
    return [
        (network, context.link_to(network), event_row(context, meeting) if meeting else None)
        for network, meeting in _networks(context, example)
    ]


def _networks(
    context: RenderContext, example: LearningExample
) -> Iterator[tuple[Network, Event | None]]:
    """The networks of the example, each with its next meeting if one is planned."""
    for id in example.networks:
        if network := context.catalogue.network(id):
            yield network, context.catalogue.network_meets_next(network, context.today)


def _cite(context: RenderContext, example: LearningExample, address: str) -> str:
    return _("{title} ({year}). {site}, {organisation}. {id}, version {version}. {address}").format(
        title=example.title,
        year=example.review.updated.year,
        site=context.settings.organisation.site_name,
        organisation=context.settings.organisation.name,
        id=example.id,
        version=example.review.version,
        address=address,
    )


def _mail(context: RenderContext, example: LearningExample, address: str) -> dict[str, str]:
    """Letters: ready ones to the office, about this example; to its own contact; and to a
    colleague, with its address.
    """
    which = in_link(f": {example.id}")
    about = in_link(f"{example.title}\n{address}\n\n")
    letters = {
        name: f"{to}?subject={subject}{which}&body={about}{words}"
        for name, to, subject, words in _letters(context)
    }
    return {
        **letters,
        "tried": start_of_trial(context, example, address),
        "own": mail_link(example.contact_email),
        "colleague": mail_link("", example.title, address),
    }


@memoized
def _letters(context: RenderContext) -> list[tuple[str, str, str, str]]:
    """(name, to whom, subject, the first words)"""
    to = mail_link(context.settings.organisation.email)
    letters = (
        ("change", _("Suggest a change"), _("What should be changed, and why:")),
        ("contact", _("A question about an example"), _("Our question:")),
    )
    return [(name, to, in_link(subject), in_link(words)) for name, subject, words in letters]


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for example in (*context.catalogue.examples, *context.catalogue.archived):
        yield _search_document(context, example)


def _search_document(context: RenderContext, example: LearningExample) -> SearchDocument:
    tried = searchable_notes(context, example)
    texts = (*example.lessons, *example.sections.values(), *tried)
    return SearchDocument(
        example.id,
        context.urls.of(example),
        SEARCH_KIND.name,
        example.title,
        example.summary,
        labels=(
            *search_labels(context, example, ("work_areas", "support", "target_groups", "roles",
                                        "focus_areas", "networks")),
            format_place(example, context.settings),
            *example.keywords,
            example.unit,
            example.id.replace("-", ""),  # one word: nobody asks for the year in it
        ),
        body=searchable_text("\n".join(texts)),
        archived=not example.listed,
        note=format_place(example, context.settings),
        facets={
            str(getattr(context.urls.inner, facet.name)): facet.values_of(example)
            for facet in FACETS
        },
    )  # fmt: skip
