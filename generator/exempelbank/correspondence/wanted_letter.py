"""What is missing -> a letter that asks a municipality for it, and one to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.catalogue.topics import Topic, mailout_topics
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.checks.privacy import check_words
from exempelbank.correspondence.contents import known_of_office
from exempelbank.exceptions import NotMade
from exempelbank.files.paths import CONFIG
from exempelbank.followup.gaps import Gap, areas_asked_about, gaps_in
from exempelbank.i18n import _, ngettext
from exempelbank.letters.letter import SenderLetter, letter_from
from exempelbank.letters.placeholders import Placeholder
from exempelbank.letters.templates import LetterTemplate
from exempelbank.problems import Location, Severity
from exempelbank.settings import Settings

PLACES = ("municipalities", "districts", "organisations")


def build_wanted_letter(
    template: LetterTemplate,
    place: Topic | None,
    by: str,
    catalogue: Catalogue,
    settings: Settings,
    today: date,
) -> SenderLetter:
    """`place`: who is asked; None: everyone. Raises `NotMade` when nothing is missing, or a rule
    stops what is asked for.
    """
    _refuse_what_tells_of_a_person(settings)
    missing = list(missing_lines(catalogue, settings, today))
    if not missing:
        raise NotMade(
            _("Nothing is missing, so there is nothing to ask for."),
            _("What you want more of can be written in site_config/wanted.yml."),
        )
    urls = UrlBuilder(settings)
    known = known_of_office(settings, by) | {
        Placeholder.MISSING: "\n".join(missing),
        Placeholder.FROM_YOU: _from_there(place, catalogue, today) if place else "",
        Placeholder.HINT: urls.full(urls.first_section("hint", "contribute")),
        Placeholder.ADDRESS: urls.full(urls.first_section("wanted", "contribute")),
    }
    return letter_from(template, known)


def _refuse_what_tells_of_a_person(settings: Settings) -> None:
    for topic in settings.wanted:
        for problem in check_words(Location(f"{CONFIG}/wanted.yml"), f"{topic.name} {topic.about}"):
            if problem.severity is Severity.ERROR:
                raise NotMade(str(problem))


def missing_lines(catalogue: Catalogue, settings: Settings, today: date) -> Iterator[str]:
    """As the page of what is missing has it, in plain text."""
    gaps = gaps_in(catalogue, settings, today)
    blocks = [[f"– {_sentence(one.name)} {one.about}".rstrip() for one in settings.wanted]]
    none_yet = _("There is no example yet.")
    for one in gaps.areas:
        heading = _("In the focus area {area}:").format(area=one.area.title)
        blocks.append([heading, *(_gap_lines(one.gaps) if one.examples else [f"– {none_yet}"])])
    if gaps.everywhere:
        blocks.append([_("No example at all is about this:"), *_gap_lines(gaps.everywhere)])
    for number, block in enumerate(filter(None, blocks)):
        yield from ["", *block] if number else block


def _sentence(name: str) -> str:
    return name if name.endswith((".", "?", "!")) else f"{name}."


def _gap_lines(gaps: Iterable[Gap]) -> Iterator[str]:
    for gap in gaps:
        yield f"– {gap.facet.label}: {'; '.join(term.label for term in gap.terms)}"


def _from_there(place: Topic, catalogue: Catalogue, today: date) -> str:
    examples = examples_from(place, catalogue)
    if not examples:
        says = _("From {place} there is no example yet. We would be glad of the first one.")
        return says.format(place=place.name)
    count = ngettext(
        "From {place} there is {n} example.", "From {place} there are {n} examples.", len(examples)
    )
    covered = {id for example in examples for id in example.focus_areas}
    without = [one.title for one in areas_asked_about(catalogue, today) if one.id not in covered]
    none = _("None is in the focus area {areas}.").format(areas=", ".join(without))
    return " ".join([count.format(place=place.name, n=len(examples)), *([none] if without else [])])


def examples_from(place: Topic, catalogue: Catalogue) -> tuple[LearningExample, ...]:
    if place.kind == "districts":
        return tuple(one for one in catalogue.examples if one.district == place.id)
    return catalogue.examples_from(place.id)


def places_to_ask(catalogue: Catalogue, settings: Settings) -> tuple[Topic, ...]:
    """Every municipality, district and organisation but those that are known to be no members."""
    outside = {place.id for place in settings.municipalities if place.member == "no"}
    return tuple(
        topic
        for topic in mailout_topics(catalogue, settings)
        if topic.kind in PLACES and not topic.over and not outside & {topic.id, topic.place}
    )
