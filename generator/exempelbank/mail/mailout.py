"""Catalogue -> a letter to each that gets one, about what is new since the last time.

Since when is kept in the project, in site_config/letters/sent.yml: a day for each topic, and no
address. The receivers' addresses are those of functions, in the settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from exempelbank import i18n
from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.topics import Topic, mailout_topics
from exempelbank.documents import Document, as_yaml, document_from, read_document
from exempelbank.files.paths import SENT
from exempelbank.i18n import N_, _, ngettext, pgettext
from exempelbank.mail.digest import Digest, build_digest
from exempelbank.model.record import Day, Email, FrozenModel, Texts
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.settings import Settings

_LIST = N_("file", "mailout.yml")


class Sent(FrozenModel):
    """site_config/letters/sent.yml."""

    sent: Mapping[str, Day] = {}  # the word of a topic -> the last day that its letter told of


class ListedLetter(FrozenModel):
    topic: str  # its word
    file: str
    name: str = ""  # of the topic
    to: str = ""
    since: Day
    about: str = ""  # "2 examples, 1 news item"


class MailoutList(FrozenModel):
    """What lies beside the letters: which they are, and until when they tell."""

    until: Day
    letters: tuple[ListedLetter, ...] = ()
    nothing_new: Texts = ()  # words of topics


@dataclass(frozen=True, slots=True)
class PlannedLetter:
    topic: Topic
    to: str  # a function's address; "" when there is none in the settings
    digest: Digest


@dataclass(frozen=True, slots=True)
class Mailout:
    until: date
    letters: tuple[PlannedLetter, ...]
    nothing_new: tuple[Topic, ...]


def plan_mailout(
    catalogue: Catalogue,
    settings: Settings,
    since: date | None,
    sent: Mapping[str, date],
    until: date,
) -> Mailout:
    """`since`: for all of them; None: each from the day after its last one, and one that has never
    been sent from the earliest of those days.
    """
    letters, silent = [], []
    for topic in mailout_topics(catalogue, settings):
        first = since or first_day(sent, topic.word)
        if topic.over or first is None:
            continue
        digest = build_digest(catalogue, first, until, topic)
        if first > until or digest.empty:
            silent.append(topic)
        else:
            letters.append(PlannedLetter(topic, receiver_of(topic, catalogue, settings), digest))
    return Mailout(until, tuple(letters), tuple(silent))


def first_day(sent: Mapping[str, date], word: str) -> date | None:
    """The day after what has been told; None when nothing has ever been sent."""
    last = sent.get(word) or min(sent.values(), default=None)
    return last + timedelta(days=1) if last else None


def receiver_of(topic: Topic | None, catalogue: Catalogue, settings: Settings) -> str:
    if topic is None or not topic.id:
        return ""
    if topic.kind == "networks":
        found = (one.contact_email for one in catalogue.networks if one.id == topic.id)
        email = next(found, "")
    else:
        term = settings.vocabulary(topic.kind).by_id.get(topic.id)
        email = term.contact_email if term else ""
    return email if Email.pattern.fullmatch(email) else ""


# ---- What has been sent ----


def read_sent(root: Path, problems: Problems) -> tuple[Document, Mapping[str, date]] | None:
    """The file and what it says; None, and problems, when it can't be used."""
    path = root / SENT
    if not path.exists():
        return document_from(SENT, f"# {_about_file()}\nsent: {{}}\n"), {}
    document = read_document(path, root, problems)
    read = document and validated(document.data, Sent, document, problems)
    return (document, read.sent) if document and read else None


def _about_file() -> str:
    return _("Until which day each letter has told. Written by exempelbank digest --sent.")


def with_sent(
    document: Document,
    sent: Mapping[str, date],
    mailout: MailoutList,
    unsent: Iterable[ListedLetter],
) -> Document:
    """`sent`: what the document says. An earlier letter that is noted late takes back nothing; one
    that was not sent keeps what it would have told for the next time.
    """
    words = {*(one.topic for one in mailout.letters), *mailout.nothing_new}
    unsent_days = {one.topic: one.since - timedelta(days=1) for one in unsent}
    days = {
        word: max(sent.get(word, mailout.until), mailout.until)
        for word in words - unsent_days.keys()
    }
    return document.with_value(("sent",), dict(sorted({**unsent_days, **sent, **days}.items())))


# ---- The list beside the letters ----


def list_name() -> str:
    return pgettext("file", _LIST)


def list_text(mailout: Mailout, files: Mapping[str, str]) -> str:
    """`files`: word -> the name of its letter."""
    letters = [
        ListedLetter(
            topic=one.topic.word,
            file=files[one.topic.word],
            name=one.topic.name,
            to=one.to,
            since=one.digest.since,
            about=about(one.digest),
        )
        for one in mailout.letters
    ]
    silent = tuple(topic.word for topic in mailout.nothing_new)
    whole = MailoutList(until=mailout.until, letters=tuple(letters), nothing_new=silent)
    head = _("When they are sent: exempelbank digest --sent and this folder.")
    return f"# {head}\n{as_yaml(whole.model_dump())}"


def read_list(folder: Path, problems: Problems) -> MailoutList | None:
    """None where there is no list; and problems, when it can't be used."""
    for name in i18n.wordings("file", _LIST):
        path = folder / name
        if path.is_file() and (document := read_document(path, folder, problems)):
            return validated(document.data, MailoutList, document, problems)
    return None


def about(digest: Digest) -> str:
    """ "2 examples, 1 news item", what there is of it."""
    examples, trials = len(digest.examples), len(digest.trials)
    news, events = len(digest.news), len(digest.events)
    counted = (
        (examples, ngettext("{n} example", "{n} examples", examples)),
        (trials, ngettext("{n} that has tried", "{n} that have tried", trials)),
        (news, ngettext("{n} news item", "{n} news items", news)),
        (events, ngettext("{n} activity coming", "{n} activities coming", events)),
    )
    return ", ".join(text.format(n=n) for n, text in counted if n)
