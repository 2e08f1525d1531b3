"""Digest -> a letter ready to be sent: text and HTML that say the same, with nothing to fetch.

No header holds a title or any other text that someone has sent in.
"""

from __future__ import annotations

from datetime import datetime, time
from email.headerregistry import Address
from email.message import EmailMessage

from jinja2 import Environment

from exempelbank.catalogue.topics import Topic
from exempelbank.catalogue.urls import UrlBuilder, anchor_of_note
from exempelbank.i18n import _
from exempelbank.letters.letter import draft_email, message_word
from exempelbank.mail.digest import Digest, address_of_question
from exempelbank.settings import Settings
from exempelbank.site.components import formatting
from exempelbank.site.components.follow import anchor_of
from exempelbank.site.rendering.environment import day, environment
from exempelbank.text.normalization import normalised


def as_bytes(digest: Digest, form: str, settings: Settings, to: str = "") -> bytes:
    """`form`: eml, html or text."""
    if form == "eml":
        return letter_from(digest, settings, to).as_bytes()
    return (html_from if form == "html" else text_from)(digest, settings).encode()


def letter_from(digest: Digest, settings: Settings, to: str = "") -> EmailMessage:
    """`to`: an address that is one."""
    when = datetime.combine(digest.until, time(8), settings.zone)
    letter = draft_email(subject_of(digest, settings), settings, when)
    if to:
        letter["To"] = Address(addr_spec=to)
    letter.set_content(text_from(digest, settings), cte="quoted-printable")
    letter.add_alternative(html_from(digest, settings), subtype="html", cte="quoted-printable")
    letter.set_boundary(f"exempelbank-{message_word(letter)}")  # the same letter, the same bytes
    return letter


def subject_of(digest: Digest, settings: Settings) -> str:
    site = normalised(settings.organisation.site_name)
    until = day(digest.until)
    if digest.topic and digest.topic.id:
        return _("{site}, {about}: news until {day}").format(
            site=site, about=normalised(digest.topic.name), day=until
        )
    return _("{site}: news until {day}").format(site=site, day=until)


def html_from(digest: Digest, settings: Settings) -> str:
    return _render("mail/digest.html", digest, settings, environment(settings))


def text_from(digest: Digest, settings: Settings) -> str:
    """Unwrapped, so that it can be pasted anywhere."""
    plain = environment(settings).overlay(autoescape=False)
    return _render("mail/digest.txt", digest, settings, plain)


def _render(template: str, digest: Digest, settings: Settings, env: Environment) -> str:
    urls, topic = UrlBuilder(settings), digest.topic
    return env.get_template(template).render(
        digest=digest,
        title=subject_of(digest, settings),
        address_of=lambda record: urls.full(urls.of(record)),
        address_of_trial=lambda trial: (
            f"{urls.full(urls.of(trial.example))}#{anchor_of_note(trial.note)}"
        ),
        question_address=urls.full(address_of_question(digest.question, urls)),
        about=topic.name if topic and topic.id else "",
        subscribe=urls.full(urls.section("subscribe")) + _anchor(topic)
        if settings.has("subscribe")
        else "",
        contribute=urls.full(urls.section("contribute")),
        format_place=lambda example: formatting.format_place(example, settings),
        format_venue=lambda event: formatting.format_venue(event, settings),
        format_hours=formatting.format_hours,
        format_weekday_and_days=formatting.format_weekday_and_days,
    )


def _anchor(topic: Topic | None) -> str:
    """Its place on the page of what one can follow. Districts and organisations have none."""
    followed = topic and topic.kind not in ("districts", "organisations")
    return f"#{anchor_of(topic)}" if topic and followed else ""
