"""What binds the fields of an example together; where a trial note comes from is told alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from exempelbank.checks.constraints import too_long, too_short
from exempelbank.documents import Document, body_sections
from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Section, sections_by_heading
from exempelbank.model.labels import field_label
from exempelbank.model.review import Answer
from exempelbank.model.submission import Published
from exempelbank.problems import Location, Problem
from exempelbank.settings import Municipality, Settings

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")  # what can be written anew without hidden data


def check_sections(
    document: Document, example: Example, settings: Settings, strict: bool
) -> Iterator[Problem]:
    """`strict`: those that must be told are missed."""
    fields = settings.fields
    rules_of = fields.published_section if isinstance(example, Published) else fields.section
    for section in Section:
        text, rules = example.sections.get(section, ""), rules_of(section)
        if len(text) > rules.longest:
            yield too_long(place_of_section(section, document), len(text), rules.longest)
        elif text and len(text) < rules.shortest:
            yield too_short(place_of_section(section, document), len(text), rules.shortest)
        elif strict and rules.needed and not text.strip():
            yield Problem(
                replace(place_of_section(section, document), label=section.heading),
                _("the section is missing, and must be there to be published"),
                _("Write it below a line “## {heading}”.").format(heading=section.heading),
            )


def place_of_section(section: Section, document: Document) -> Location:
    """Its heading, the last of them; where the body begins when there is none."""
    by_heading = sections_by_heading()
    place = Location(document.path, document.body_line)
    for part in body_sections(document)[1]:
        if by_heading.get(part.heading) is section:
            place = Location(document.path, part.line, part.heading)
    return place


def check_origin(
    document: Document, contribution: Contribution, settings: Settings, strict: bool
) -> Iterator[Problem]:
    """`strict`: one must be there."""
    if contribution.municipality and contribution.organisation:
        yield Problem(
            document.location("organisation"),
            _("has both a municipality and an organisation"),
            _("Keep the one that it comes from."),
        )
    elif strict and not contribution.origin:
        yield Problem(
            document.location("municipality"),
            _("has neither a municipality nor an organisation"),
            _("Write municipality: or organisation: and where it comes from."),
        )
    place = settings.vocabulary("municipalities").by_id.get(contribution.municipality)
    districts = place.districts if isinstance(place, Municipality) else ()
    if contribution.district:
        if contribution.district not in {district.id for district in districts}:
            yield Problem(
                document.location("district"),
                _("“{district}” is not a part of “{municipality}”").format(
                    district=contribution.district, municipality=contribution.municipality
                ),
            )
    elif strict and districts:
        yield Problem(
            replace(document.location("municipality"), label="district"),
            _("is missing, and must be there for this municipality"),
            _("One of {districts}.").format(districts=", ".join(d.id for d in districts)),
        )


def check_months(document: Document, example: Example) -> Iterator[Problem]:
    if example.started and example.ended and example.ended < example.started:
        yield Problem(document.location("ended"), _("ended before it started"))


def check_contact(document: Document, example: Example) -> Iterator[Problem]:
    if example.contact_publish:
        for name in ("contact_role", "contact_email"):
            if not getattr(example, name):
                yield Problem(
                    document.location(name),
                    _("is missing, and must be there when the contact is published"),
                    _("Fill it in, or write “{line}”.").format(
                        line=f"{field_label('contact_publish')}: {Answer.NO.label.lower()}"
                    ),
                )


def check_image(document: Document, example: Example) -> Iterator[Problem]:
    if example.image is None:
        return
    for name in ("alt", "photographer"):
        if not getattr(example.image, name).strip():
            yield Problem(
                document.location("image", name),
                _("is missing, and must be there when there is an image"),
            )
    file = PurePosixPath(example.image.file)
    if file.name != example.image.file or file.suffix.lower() not in IMAGE_SUFFIXES:
        yield Problem(
            document.location("image", "file"),
            _("must be the name of an image in content/media, without folders"),
            _("It may end with {endings}.").format(endings=", ".join(IMAGE_SUFFIXES)),
        )
