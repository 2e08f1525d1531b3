"""A record -> the title of its page, which no other page shares."""

from __future__ import annotations

from collections import Counter

from exempelbank.catalogue import LearningExample
from exempelbank.model.content import ContentRecord, Event, NewsItem
from exempelbank.site.components.formatting import format_days, format_place
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from exempelbank.site.rendering.environment import day


def page_title(context: RenderContext, record: LearningExample | NewsItem | Event) -> str:
    """An event's with its day, since the meetings of a network often have one name. Another's with
    its place or day when something else is called the same.
    """
    match record:
        case Event():
            return f"{record.title}, {format_days(record.occasions[0])}"
        case _ if _uses(context)[record.title] == 1:
            return record.title
        case NewsItem():
            return f"{record.title}, {day(record.published)}"
    return f"{record.title}, {format_place(record, context.settings)}"


@memoized
def _uses(context: RenderContext) -> Counter[str]:
    catalogue = context.catalogue
    titled: tuple[LearningExample | ContentRecord, ...] = (
        *catalogue.public_examples,
        *context.news,
        *catalogue.networks,
        *catalogue.focus_areas,
        *catalogue.tips,
        *catalogue.initiatives,
    )
    return Counter(record.title for record in titled)
