"""What is not published -> the page of the example as it would look, as one HTML file.

It looks as on the site, with a watermark, and asks for nothing. Links within the site lead to the
one that is published; what only the example itself would have there is no link, and nothing asks
one to send it on.
"""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from datetime import date
from urllib.parse import quote, urlsplit

from exempelbank import i18n
from exempelbank.catalogue import Catalogue, LearningExample, PublicTrialNote
from exempelbank.i18n import _
from exempelbank.model.example import Example
from exempelbank.model.review import Publication, ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.report.page import policy_for
from exempelbank.rules.publication import next_review, public_fields
from exempelbank.rules.urls import base_path
from exempelbank.settings import Look, Settings
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import example as example_pages
from exempelbank.site.rendering.assets import asset_address, asset_files
from exempelbank.site.site import Page
from exempelbank.text.normalization import slug_from

STYLE, FONT = "exempelbank.css", "figtree.woff2"


def draft_page(
    contribution: UnderReview | Published, catalogue: Catalogue, settings: Settings, today: date
) -> str:
    """Empty when it is a trial note, and its example has no page."""
    review = _imagined_review(contribution, catalogue, settings, today)
    if isinstance(contribution, Example):
        slug = slug_from(contribution.title) or "x"
        example = LearningExample(slug=slug, review=review, **public_fields(contribution))
    elif found := catalogue.example(_tried_in(contribution)):
        example = found
        note = PublicTrialNote(review=review, **public_fields(contribution))
        notes = [one for one in catalogue.trial_notes if one.id != note.id]
        catalogue = replace(catalogue, trial_notes=(note, *notes))
    else:
        return ""
    others = tuple(other for other in catalogue.public_examples if other.id != example.id)
    with_imagined = replace(catalogue, public_examples=(example, *others))
    context = RenderContext(with_imagined, settings, today)
    page = next(example_pages.pages(context)).make()
    style = _style(settings.look)
    return context.render(
        "report/preview.html",
        title=page.title,
        body=_for_one_file(page, settings),
        language=i18n.language_in_use(),
        style=style,
        policy=policy_for(style),
    )


# From the site's root; finished pages quote every attribute and escape quotes.
_INTERNAL_IMAGE = re.compile(r' src="/(?!/)[^"]*"')
_LETTER_TO_ANYONE = re.compile(r'<a\b[^>]* href="mailto:\?[^"]*"[^>]*>.*?</a>', re.DOTALL)
_INTERNAL_LINK = re.compile(r'<a\b([^>]*?) href="(/(?!/)[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def _for_one_file(page: Page, settings: Settings) -> str:
    site = urlsplit(settings.organisation.url)
    own = base_path(settings) + page.address

    def led_out(found: re.Match[str]) -> str:
        before, address, after, words = found.groups()
        if address.startswith(f"{own}#"):
            address = address.removeprefix(own)
        elif address.startswith(own):
            return f"<span{before}{after}>{words}</span>"
        else:
            address = f"{site.scheme}://{site.netloc}{address}"
        return f'<a{before} href="{address}"{after}>{words}</a>'

    html = _LETTER_TO_ANYONE.sub("", _INTERNAL_IMAGE.sub("", page.html))
    return _INTERNAL_LINK.sub(led_out, html)


def _tried_in(contribution: UnderReview | Published) -> str:
    return contribution.example if isinstance(contribution, TrialNote) else ""


def _imagined_review(
    contribution: UnderReview | Published, catalogue: Catalogue, settings: Settings, today: date
) -> Publication:
    """With the dates and the version it would have, were it approved today."""
    if isinstance(contribution, Published):
        return contribution.review
    earlier = catalogue.example(contribution.revises) if contribution.revises else None
    return Publication(
        state=ReviewState.APPROVED,
        version=earlier.review.version + 1 if earlier else 1,
        published=earlier.review.published if earlier else today,
        updated=today,
        review_by=next_review(today, settings),
        approved_by=(),
        content_hash="sha256:" + "0" * 64,
    )


def _style(look: Look) -> str:
    files, font_address = asset_files(look), asset_address(FONT, look)
    font = base64.b64encode(files[font_address]).decode()
    style = files[asset_address(STYLE, look)].decode()
    style = style.replace(font_address.rpartition("/")[2], f"data:font/woff2;base64,{font}")
    return f"{style}{_watermark(_('Preview'))}"


def _watermark(word: str) -> str:
    """Over all of the page, on paper too, and in nobody's way."""
    drawn = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='420' height='300'>"
        "<text x='210' y='150' fill='#808080' fill-opacity='.17' font-family='sans-serif' "
        "font-size='40' font-weight='700' text-anchor='middle' transform='rotate(-28 210 150)'>"
        f"{word}</text></svg>"
    )
    return (
        'body::after { content: ""; position: fixed; inset: 0; z-index: 9; pointer-events: none; '
        f'background: url("data:image/svg+xml,{quote(drawn)}"); print-color-adjust: exact; }}\n'
    )
