"""Topic -> how one follows it: a letter ready to be sent, and a place that tells of other ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from exempelbank.catalogue.topics import Topic, topics_of
from exempelbank.i18n import N_, _, pgettext
from exempelbank.settings.organisation import TOPIC
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized


class Follow(NamedTuple):
    text: str  # of the button: "Get mail about Ekby"
    about: str  # what goes without saying on the topic's own page, and is only read aloud there
    mail: str  # where the button leads: a letter to the office, or a newsletter service
    ways: str  # the link to the topic's place on the page that tells of all ways
    calendar: str  # the link to its calendar's place there, or to that of the whole one; or none


_MAIL = {
    "examples": N_("mail", "Get mail about new examples"),
    "news": N_("mail", "Get mail about the news"),
    "events": N_("mail", "Get mail about the calendar"),
    "municipalities": N_("mail", "Get mail about {name}"),
    "networks": N_("mail", "Get mail about the network {name}"),
    "focus_areas": N_("mail", "Get mail about the focus area {name}"),
    "roles": N_("mail", "Get mail for the role {name}"),
}
_ON_ITS_OWN_PAGE = {
    "networks": N_("mail", "Get mail about the network"),
    "focus_areas": N_("mail", "Get mail about the focus area"),
}


@memoized
def topics(context: RenderContext) -> Mapping[tuple[str, str], Topic]:
    """By kind and id, in the order of `topics_of`."""
    found = topics_of(context.catalogue, context.settings)
    return {(topic.kind, topic.id): topic for topic in found}


def follow(context: RenderContext, kind: str, id: str = "") -> Follow | None:
    """None when there is no such topic, or nothing more to come of it."""
    topic = topics(context).get((kind, id))
    if topic is None or topic.over or not context.settings.has("subscribe"):
        return None
    text, about, prefix = mail_text(topic), "", OF_MAIL
    if topic.kind in _ON_ITS_OWN_PAGE:
        text, about = pgettext("mail", _ON_ITS_OWN_PAGE[topic.kind]), topic.name
    if not by_topic(context):
        text, about = _("Get mail"), ""
        prefix = OF_FEED if topic.has_feed else OF_CALENDAR  # mail has no place for each there
    return Follow(
        text,
        about,
        mail_to(context, topic),
        _place(context, topic, prefix),
        _calendar(context, topic),
    )


def has_calendar(context: RenderContext, topic: Topic) -> bool:
    return topic.has_calendar and context.settings.has("events")


def _calendar(context: RenderContext, topic: Topic) -> str:
    """The place of its own, or of the whole one; none when there is no calendar."""
    whole = topics(context).get(("events", ""))
    found = topic if has_calendar(context, topic) else whole
    return _place(context, found, OF_CALENDAR) if found else ""


def follow_any(context: RenderContext, *kinds_and_ids: tuple[str, str]) -> Follow | None:
    """The first of these that is a topic."""
    found = (follow(context, kind, id) for kind, id in kinds_and_ids)
    return next(filter(None, found), None)


def mail_text(topic: Topic) -> str:
    return pgettext("mail", _MAIL[topic.kind]).format(name=topic.name)


def before_name(topic: Topic) -> str:
    """What stands before the name in the same text, where the name is seen alone."""
    return pgettext("mail", _MAIL[topic.kind]).partition("{name}")[0]


def by_topic(context: RenderContext) -> bool:
    """False when letters are a service's that can't be told what they should be about."""
    newsletter = context.settings.organisation.newsletter
    return not newsletter.startswith("https:") or TOPIC in newsletter


def mail_to(context: RenderContext, topic: Topic) -> str:
    """Nothing but the topic is told, neither to the office nor to a service."""
    organisation = context.settings.organisation
    if organisation.newsletter.startswith("https:"):
        return organisation.newsletter.replace(TOPIC, quote(topic.word, safe=""))
    mailbox = organisation.newsletter.removeprefix("mailto:") or organisation.email
    return mail_link(mailbox, mail_text(topic), _("Send the letter to this address, please."))


def _place(context: RenderContext, topic: Topic, prefix: str) -> str:
    return f"{context.section_url('subscribe')}#{anchor_of(topic, prefix)}"


# What the ids on the page that tells of all ways begin with, so that they are no other ids.
OF_MAIL, OF_CALENDAR, OF_FEED = "om", "kalender", "flode"


def anchor_of(topic: Topic, prefix: str = OF_MAIL) -> str:
    return f"{prefix}-{topic.word}"
