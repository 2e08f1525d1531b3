"""What someone has filled in -> the files of the project. Nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from exempelbank.authoring.form import check_form
from exempelbank.authoring.kinds import AddedKind
from exempelbank.checks import is_reserved, unknown_reviewer
from exempelbank.checks.privacy import check_words
from exempelbank.documents import Document
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.model.content import ContentRecord
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.labels import label_of
from exempelbank.model.record import ISO_DAY, Record
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Attestations
from exempelbank.problems import Location, Problem, Problems
from exempelbank.records import document_of, record_from
from exempelbank.rules.follow_up import check_follow_up
from exempelbank.settings import Municipality, Settings
from exempelbank.text.normalization import SLUG_LENGTH, comparable, is_slug, slug_from
from exempelbank.transactions import Transaction

MUNICIPALITIES = f"{CONFIG}/municipalities.yml"


@dataclass(frozen=True, slots=True)
class Addition:
    """What is said of the answers."""

    now: datetime
    id: str = ""  # that a contribution gets
    by: str = ""  # the reviewer who writes it down
    note: str = ""  # for the log: how it was told
    follow_up: date | None = None  # of a lead: when to come back to it
    sender_kept_in: str = ""  # of a lead: where it is kept who told of it
    name: str = ""  # of a file of content, when it is not to follow its title
    taken_names: Container[str] = ()
    lead: Document | None = None  # that it came of; its file becomes the example's


def plan_addition(
    document: Document,
    kind: AddedKind,
    addition: Addition,
    settings: Settings,
    problems: Problems,
) -> Transaction | None:
    """`document`: where problems are told to stand; its path need not be in the project. None when
    nothing may be written. A municipality is `plan_municipality`'s.
    """
    problems.found += check_form(document, kind, settings)
    if kind.is_contribution:
        problems.found += check_recorder(addition.by, addition.note, settings)
        problems.found += check_sender_place(addition.sender_kept_in)
        problems.found += check_follow_up(addition.follow_up, addition.now.date())
        problems.found += _check_days(document, addition.now.date())
    if kind.needs_consent and not _consents(document):
        problems.error(
            replace(
                document.location("attestations", "consent"),
                label=label_of(Attestations, "consent"),
            ),
            _("no consent to publish"),
            _(
                "Without it nothing is written. Ask, and write when they said yes. Until then it "
                "can be kept as a lead, which tells nothing of what they said: exempelbank add lead"
            ),
        )
    if problems.errors:
        return None
    if not issubclass(kind.record, Record):
        return None
    data = dict(document.data)
    name = addition.id
    if kind.is_contribution:
        data = _contribution(data, kind, addition)
    elif issubclass(kind.record, ContentRecord):
        name = _name_of(document, addition, settings, problems)
    path = f"{kind.record.folder}/{name}.md"
    here = Problems()
    record = record_from(replace(document, path=path, data=data), kind.record, here)
    problems.found += [_at(problem, document.path) for problem in here]
    if record is None or problems.errors:
        return None
    read = {path: addition.lead.read} if addition.lead else {}
    return Transaction({path: document_of(record, path).text}, read=read)


def same_as(document: Document, others: Iterable[Contribution]) -> Contribution | None:
    """One with the same title and municipality, and perhaps the same form once more."""
    title = comparable(str(document.data.get("title", "")))
    place = document.data.get("municipality", "")
    for other in others:
        if (
            title
            and isinstance(other, Example)
            and (comparable(other.title), other.municipality) == (title, place)
        ):
            return other
    return None


def check_recorder(by: str, note: str, settings: Settings) -> Iterator[Problem]:
    """Listed, and at work. What they note of it tells of nobody."""
    place, reviewer = Location("--by"), settings.reviewers.get(by)
    if reviewer is None:
        yield unknown_reviewer(place, by, settings)
    elif not reviewer.active:
        yield Problem(place, _("{name} no longer reviews").format(name=reviewer.name))
    yield from check_words(Location("--note"), note)


def check_sender_place(text: str) -> Iterator[Problem]:
    """Where it is kept who told of a lead tells of nobody itself."""
    place = Location("--sender-in")
    if "@" in text:
        yield Problem(
            place,
            _("holds an address"),
            _("Say where it is kept, such as a file and a row. Never a name or an address."),
        )
    yield from check_words(place, text)


def _check_days(document: Document, today: date) -> Iterator[Problem]:
    """An attestation can't have been given on a day that is yet to come."""
    for name, given in _mapping(document.data.get("attestations")).items():
        day = str(_mapping(given).get("date", ""))
        if ISO_DAY.fullmatch(day) and day > today.isoformat():
            yield Problem(
                replace(
                    document.location("attestations", name), label=label_of(Attestations, name)
                ),
                _("is a day that has not come yet"),
                _("Write the day when they said yes."),
            )


def _consents(document: Document) -> bool:
    consent = _mapping(document.data.get("attestations")).get("consent")
    return isinstance(consent, dict) and consent.get("answer") == "yes"


def _contribution(data: dict[str, Any], kind: AddedKind, addition: Addition) -> dict[str, Any]:
    today = addition.now.date().isoformat()
    attestations = {
        name: {"date": today, **given, "asked_by": addition.by}
        for name, given in _mapping(data.get("attestations")).items()
    }
    if attestations:
        data["attestations"] = attestations
    if data.get("contact_publish") != "yes":
        data = {key: value for key, value in data.items() if key not in CONTACT}
    state = ReviewState.RECEIVED if kind.needs_consent else ReviewState.LEAD
    before = _mapping(addition.lead.data.get("review") if addition.lead else None)
    entry = LogEntry(
        at=addition.now.replace(microsecond=0),
        by=addition.by,
        did="recorded" if kind.needs_consent else state.value,
        note=addition.note,
    )
    review: dict[str, Any] = {
        "state": state.value,
        "log": [*before.get("log", ()), entry.model_dump(mode="json", exclude_defaults=True)],
    }
    if state is ReviewState.LEAD:
        review["handled"] = {"by": addition.by}
        if addition.follow_up:
            review["follow_up"] = addition.follow_up.isoformat()
    source = {"recorded_by": addition.by}
    if state is ReviewState.LEAD and addition.sender_kept_in:
        source["sender_kept_in"] = addition.sender_kept_in
    return {**data, "id": addition.id, "review": review, "source": source}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def name_from(title: str, taken: Container[str], settings: Settings) -> str:
    """Of a file of content, and of its address: from its title, and no other's."""
    slug = slug_from(title, longest=SLUG_LENGTH - len("-999"))
    number, name = 2, slug
    while name in taken or is_reserved(name, settings):
        name, number = f"{slug}-{number}", number + 1
    return name


def _name_of(document: Document, addition: Addition, settings: Settings, problems: Problems) -> str:
    title = str(document.data.get("title", ""))
    name = addition.name or name_from(title, addition.taken_names, settings)
    place = Location("--name") if addition.name else document.location("title")
    problems.found += check_name(place, name, addition.taken_names, settings)
    return name


def check_name(
    place: Location, name: str, taken: Container[str], settings: Settings
) -> Iterator[Problem]:
    if not is_slug(name) or is_reserved(name, settings):
        yield Problem(
            place,
            _("“{slug}” can't be an address").format(slug=name),
            _("Use a–z, digits and hyphens, at most 80 characters."),
        )
    elif name in taken:
        yield Problem(place, _("the address “{slug}” is taken").format(slug=name))


def _at(problem: Problem, path: str) -> Problem:
    return replace(problem, location=replace(problem.location, path=path))


def plan_municipality(
    document: Document, kind: AddedKind, listed: Document, settings: Settings, problems: Problems
) -> Transaction | None:
    """`listed`: site_config/municipalities.yml, in which it is put last."""
    problems.found += check_form(document, kind, settings)
    label = str(document.data.get("label", ""))
    if settings.vocabulary("municipalities").called(label):
        problems.error(
            replace(document.location("label"), label=label_of(Municipality, "label")),
            _("“{name}” is in {path} already").format(name=label, path=MUNICIPALITIES),
        )
    if problems.errors:
        return None
    fields = {key: document.data[key] for key in Municipality.model_fields if key in document.data}
    new = listed.with_item(("municipalities",), {"id": slug_from(label), **fields})
    return Transaction({listed.path: new.text}, read={listed.path: listed.read})
