"""A sheet for each example, to print and talk about at a workplace meeting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import _
from exempelbank.model.example import Section
from exempelbank.site.components.formatting import format_eyebrow, format_stage
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.components.qr_code import qr_code
from exempelbank.site.components.trial_notes import trial_letter
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for example in context.catalogue.public_examples:
        yield LazyPage(
            context.urls.sheet(example.slug),
            _title(example),
            "examples",
            partial(_page, context, example),
            example.review.updated,
            indexed=False,  # the example itself is what people should find
        )


def _title(example: LearningExample) -> str:
    return _("Bring it to the workplace meeting: {title}").format(title=example.title)


def _page(context: RenderContext, example: LearningExample) -> Page:
    address = context.urls.full(context.urls.of(example))
    words = format_eyebrow(example, context.settings), format_stage(example, context.settings)
    return context.page(
        "example-sheet.html",
        context.urls.sheet(example.slug),
        _title(example),
        description=_("A sheet to print and talk about."),
        section="examples",
        head=(context.style_tag("sheet.css"),),
        updated=example.review.updated,
        indexed=False,
        example=example,
        archived=not example.listed,
        place_words=", ".join(filter(None, words)),
        questions=example.discussion_questions or _usual_questions(),
        breadcrumbs=[
            (_("Learning examples"), context.section_url("examples")),
            (example.title, context.link_to(example)),
        ],
        written_address=_written(address),
        qr_code=_qr_code(context, address),
        contact_letter=mail_link(example.contact_email),
        trial_letter=trial_letter(context, example, address),
        advice=example.sections.get(Section.ADVICE, ""),
    )


def _written(address: str) -> Markup:
    """As one types it from paper. It may be broken where a folder ends."""
    return Markup("/<wbr>").join(address.partition("://")[2].split("/"))


def _qr_code(context: RenderContext, address: str) -> Markup:
    if not context.settings.organisation.qr_codes:
        return Markup()
    return qr_code(address, _("QR code with the address of the example"))


def _usual_questions() -> tuple[str, ...]:
    return (
        _("What do we recognise from our own days?"),
        _("What would those we support say about this?"),
        _("What can we try in six weeks?"),
    )
