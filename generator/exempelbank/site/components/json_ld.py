"""Facts for search engines, as JSON-LD that can't close the element it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from markupsafe import Markup
from pydantic_core import to_json

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import _
from exempelbank.model.content import Event, NewsItem
from exempelbank.site.components.formatting import format_place
from exempelbank.site.context import RenderContext

_SAFE = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029"]


def script(facts: Mapping[str, object]) -> Markup:
    text = to_json({"@context": "https://schema.org", **facts}).decode()
    for sign, written in _SAFE:
        text = text.replace(sign, written)
    return Markup(f'<script type="application/ld+json">{text}</script>')


def breadcrumbs(context: RenderContext, *breadcrumbs: tuple[str, str]) -> Markup:
    """The way from the start page: (name, address) pairs, the page itself last."""
    return script(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name,
                    "item": context.urls.full(address),
                }
                for position, (name, address) in enumerate(((_("Start"), ""), *breadcrumbs), 1)
            ],
        }
    )


def article(context: RenderContext, record: LearningExample | NewsItem) -> Markup:
    organisation = context.settings.organisation
    address = context.urls.full(context.urls.of(record))
    author = _publisher(context)
    if isinstance(record, LearningExample):
        kind, published = "Article", record.review.published
        updated: date | None = record.review.updated
        place = format_place(record, context.settings)
        author = {"@type": "Organization", "name": ", ".join(filter(None, (record.unit, place)))}
        more: dict[str, object] = {
            "identifier": record.id,
            "version": str(record.review.version),
            "contentLocation": {"@type": "Place", "name": place},
        }
        if record.keywords:
            more["keywords"] = list(record.keywords)
    else:
        kind, published, updated, more = "NewsArticle", record.published, record.updated, {}
    if licence := organisation.licence_url or organisation.licence:
        more["license"] = licence
    return script(
        {
            "@type": kind,
            "headline": record.title,
            "description": record.summary,
            "inLanguage": organisation.language,
            "datePublished": published.isoformat(),
            "dateModified": (updated or published).isoformat(),
            "mainEntityOfPage": address,
            "author": author,
            "publisher": _publisher(context),
            "isPartOf": _site(context),
            **more,
        }
    )


def event(context: RenderContext, record: Event) -> Markup:
    def moment(when: date) -> str:
        if isinstance(when, datetime):
            when = when.replace(tzinfo=context.settings.zone)
        return when.isoformat()

    address = context.urls.full(context.urls.of(record))
    town = (
        context.settings.label("municipalities", record.municipality) if record.municipality else ""
    )
    places: list[dict[str, object]] = []
    if record.place or town:
        places.append(
            {
                "@type": "Place",
                "name": record.place or town,
                "address": record.address or town or record.place,
            }
        )
    if record.digital:
        places.append({"@type": "VirtualLocation", "url": address})
    mode = {(True, True): "Mixed", (True, False): "Online"}.get(
        (record.digital, bool(record.place)), "Offline"
    )
    status = "EventCancelled" if record.cancelled else "EventScheduled"
    return script(
        {
            "@type": "Event",
            "name": record.title,
            "description": record.summary,
            "startDate": moment(record.starts),
            "endDate": moment(record.ends),
            "eventStatus": f"https://schema.org/{status}",
            "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
            "location": places,
            "organizer": _publisher(context),
            "url": address,
        }
    )


def website(context: RenderContext) -> Markup:
    """For the start page: the site, and how to search in it from elsewhere."""
    organisation = context.settings.organisation
    search = context.urls.full(context.urls.section("search"))
    return script(
        {
            **_site(context),
            "description": organisation.description,
            "inLanguage": organisation.language,
            "publisher": _publisher(context),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"},
                "query-input": "required name=words",
            },
        }
    )


def _site(context: RenderContext) -> dict[str, object]:
    root = context.urls.full("")
    name = context.settings.organisation.site_name
    return {"@type": "WebSite", "@id": f"{root}#website", "name": name, "url": root}


def _publisher(context: RenderContext) -> dict[str, object]:
    organisation = context.settings.organisation
    return {"@type": "Organization", "name": organisation.name, "url": organisation.url}
