"""Records -> what cards and rows of a list show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from exempelbank.catalogue import LearningExample, Related
from exempelbank.catalogue.related import Trait
from exempelbank.feeds.calendar import calendar_address
from exempelbank.i18n import N_, _, ngettext, pgettext
from exempelbank.model.content import Event, NewsItem
from exempelbank.rules.participants import participants_shown
from exempelbank.site.components.formatting import format_eyebrow, format_times, format_venue
from exempelbank.site.components.trial_notes import number_who_have_tried
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized

Meta = tuple[str | tuple[str, str], ...]  # texts, or (icon, text)


class ExampleCard(NamedTuple):
    title: str
    address: str
    eyebrow: str
    summary: str
    lesson: str
    meta: tuple[str, ...]
    evidence: str


@memoized
def example_card(context: RenderContext, example: LearningExample) -> ExampleCard:
    label = context.settings.label
    how = ", ".join(lowered(label("evidence", id)) for id in example.evidence[:2])
    return ExampleCard(
        example.title,
        context.link_to(example),
        format_eyebrow(example, context.settings),
        example.summary,
        example.lessons[0] if example.lessons else "",
        (
            *(label("work_areas", id) for id in example.work_areas[:1]),
            label("stages", example.stage),
            *filter(None, [number_who_have_tried(context, example)]),
        ),
        _("Ground: {evidence}").format(evidence=how) if how else "",
    )


@memoized
def render_card(context: RenderContext, example: LearningExample) -> Markup:
    return context.component("example_card", example_card(context, example))


def render_cards(context: RenderContext, examples: Iterable[LearningExample]) -> list[Markup]:
    return [render_card(context, example) for example in examples]


class EventRow(NamedTuple):
    when: date
    title: str
    address: str
    kind: str
    summary: str
    meta: Meta
    sign_up: str  # the address, while one may
    save: str  # where one's own calendar gets it, while it is to come
    cancelled: bool


def event_row(context: RenderContext, event: Event, with_icons: bool = False) -> EventRow:
    """`with_icons` puts icons before hours and place: for the calendar's own list."""
    occasion = event.next_from(context.today)
    times, where = format_times(event), format_venue(event, context.settings)
    meta: list[str | tuple[str, str]] = []
    if times:
        sign = "calendar-blank-outline" if occasion.whole_days else "clock-outline"
        meta.append((sign, times) if with_icons else times)
    if where:
        meta.append(
            ("laptop" if event.digital else "map-marker-outline", where) if with_icons else where
        )
    meta += filter(None, [format_part_of_series(context, event), _who_came(context, event)])
    kind = context.settings.label("event_kinds", event.kind)
    return EventRow(
        occasion.first_day,
        event.title,
        context.link_to(event),
        f"{kind}, {event.credits}" if event.credits else kind,
        event.summary,
        tuple(meta),
        event.sign_up if may_sign_up(event, context.today) else "",
        own_calendar_link(context, event),
        event.cancelled,
    )


def event_rows(
    context: RenderContext, events: Iterable[Event], with_icons: bool = False
) -> list[EventRow]:
    """`with_icons`: before hours and place, as in the calendar's own list."""
    return [event_row(context, event, with_icons) for event in events]


def format_part_of_series(context: RenderContext, event: Event) -> str:
    """ "Del 2 av 3", of what is not cancelled."""
    series = [one for one in context.catalogue.chain_of(event).series if not one.cancelled]
    if event not in series or len(series) < 2:
        return ""
    return _("Part {n} of {all}").format(n=series.index(event) + 1, all=len(series))


def _who_came(context: RenderContext, event: Event) -> str:
    """ "34 deltagare", of what has been."""
    number = participants_shown(event)
    if number is None or event.cancelled or event.last_day >= context.today:
        return ""
    return ngettext("{n} participant", "{n} participants", number).format(n=number)


def own_calendar_link(context: RenderContext, event: Event) -> str:
    """Empty when there is nothing to come to."""
    if event.cancelled or event.last_day < context.today:
        return ""
    return context.href(calendar_address(event, context.settings))


def may_sign_up(event: Event, today: date) -> bool:
    last = event.sign_up_by or event.first_day
    return bool(event.sign_up) and not event.cancelled and today <= last


class NewsRow(NamedTuple):
    when: date
    title: str
    address: str
    kind: str
    summary: str


def news_rows(context: RenderContext, news: Iterable[NewsItem]) -> list[NewsRow]:
    return [
        NewsRow(
            item.published,
            item.title,
            context.link_to(item),
            context.settings.label("news_kinds", item.kind),
            item.summary,
        )
        for item in news
    ]


# ---- Why an example is related ----

REASONS: Mapping[str, str] = {
    "networks": N_("shared", "Same network: {value}"),
    "keywords": N_("shared", "Same keyword: {value}"),
    "focus_areas": N_("shared", "Same focus area: {value}"),
    "support": N_("shared", "Same support: {value}"),
    "work_areas": N_("shared", "Same area of work: {value}"),
    "target_groups": N_("shared", "Same target group: {value}"),
    "roles": N_("shared", "Same role: {value}"),
}


def render_related(context: RenderContext, related: Related) -> Markup:
    """The card with the strongest reason, in words."""
    before, after = _card_around_reason(context, related.example)
    return Markup(f"{before}{escape(_why(context, related.because[0]))}{after}")


_REASON = Markup("<reason>")  # no text can hold it: texts are escaped


@memoized
def _card_around_reason(context: RenderContext, example: LearningExample) -> tuple[str, str]:
    card = context.component("example_card", example_card(context, example), 3, _REASON)
    before, _reason, after = str(card).partition(_REASON)
    return before, after


@memoized
def _why(context: RenderContext, shared: Trait) -> str:
    field, value = shared
    term = context.settings.vocabulary(field).by_id.get(value)
    words = term.short_label if term else value
    return pgettext("shared", REASONS[field]).format(value=words)


def lowered(text: str) -> str:
    """Within a sentence; "IPS-coach" stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
