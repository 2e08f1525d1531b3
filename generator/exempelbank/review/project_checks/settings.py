"""site_config/: what its types can't say by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from exempelbank.checks import check_comments, check_constraints, is_reserved
from exempelbank.documents import Document, Keys, read_document
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.model.record import Email
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.rules.page_names import RESERVED_ROOT_FILES
from exempelbank.rules.terms import MARKED_LISTS
from exempelbank.settings import Meaning, Settings
from exempelbank.settings.document import settings_document
from exempelbank.settings.icons import is_icon
from exempelbank.settings.record_terms import MAKING_TERMS
from exempelbank.settings.vocabulary import Term


def check_settings(root: Path, settings: Settings, problems: Problems) -> None:
    problems.found += check_constraints(
        settings_document(root, "organisation"), settings.organisation, settings
    )
    problems.found += _check_reserved_addresses(root, settings)
    problems.found += _check_vocabularies(root, settings)
    problems.found += _check_places(root, settings)
    problems.found += _check_meanings(root, settings)
    problems.found += _check_function_addresses(root, settings)
    problems.found += _check_reviewers(settings)
    check_settings_comments(root, problems)


def _check_reserved_addresses(root: Path, settings: Settings) -> Iterator[Problem]:
    """No section and no municipality takes an address that the site needs for itself."""
    addresses, places = (
        settings_document(root, "addresses"),
        settings_document(root, "municipalities"),
    )
    for field, word in settings.addresses:
        if isinstance(word, str) and word in (*RESERVED_ROOT_FILES, "index"):
            yield _reserved(addresses.location(field), word)
    for number, municipality in enumerate(places.data.get("municipalities", ())):
        if is_reserved(municipality["id"], settings):
            yield _reserved(places.location("municipalities", number, "id"), municipality["id"])


def _reserved(place: Location, word: str) -> Problem:
    return Problem(
        place,
        _("the address “{name}” is used by the site itself").format(name=word),
        _("Choose another word."),
    )


def _check_vocabularies(root: Path, settings: Settings) -> Iterator[Problem]:
    """What replaces a retired term is in use; no wording leads to two terms."""
    for name, vocabulary in settings.vocabularies.items():
        wordings: dict[str, str] = {}
        for term in vocabulary:
            replacement = vocabulary.by_id.get(term.replaced_by or "")
            if term.replaced_by and (replacement is None or replacement.replaced_by):
                yield Problem(
                    _place_of(term, name, root),
                    _("“{word}” is replaced by “{replacement}”, which is not in use").format(
                        word=term.id, replacement=term.replaced_by
                    ),
                    _("Name a term of {list} that is in use.").format(list=name),
                )
            for wording in dict.fromkeys(w.casefold() for w in (term.label, *term.aliases)):
                other = wordings.setdefault(wording, term.id)
                if other != term.id and name != "districts":
                    yield Problem(
                        _place_of(term, name, root),
                        _("“{wording}” stands for both {one} and {other}").format(
                            wording=wording, one=other, other=term.id
                        ),
                        _("Take it away from one of them, so that an answer is read as one term."),
                    )


def _place_of(term: Term, name: str, root: Path, *keys: str) -> Location:
    """Where the file that holds the list `name` has the term, or what it says there."""
    places, lists = (settings_document(root, each) for each in ("municipalities", "vocabularies"))
    entries: dict[tuple[str, str], tuple[Document, Keys]] = {}
    for list_name, terms in lists.data.get("vocabularies", {}).items():
        for number, entry in enumerate(terms):
            entries[list_name, entry["id"]] = lists, ("vocabularies", list_name, number)
    for number, place in enumerate(places.data.get("municipalities", ())):
        above: Keys = ("municipalities", number)
        entries["municipalities", place["id"]] = places, above
        for within, district in enumerate(place.get("districts", ())):
            entries["districts", district["id"]] = places, (*above, "districts", within)
    if found := entries.get((name, term.id)):
        document, held_at = found
        return document.location(*held_at, *keys)
    return Location(f"{MAKING_TERMS[name].folder}/{term.id}.md")  # a page makes the term


def _check_places(root: Path, settings: Settings) -> Iterator[Problem]:
    """What has a code is a municipality; no sender is both a party and an organisation."""
    document = settings_document(root, "municipalities")
    positions = {
        item["id"]: number for number, item in enumerate(document.data.get("municipalities", ()))
    }
    for place in settings.municipalities:
        if place.code and not place.is_municipality:
            yield Problem(
                document.location("municipalities", positions[place.id], "code"),
                _("“{name}” has a code, and is no municipality").format(name=place.label),
                _("Remove code:, or the line that begins with kind:."),
            )
    vocabularies = settings_document(root, "vocabularies")
    for number, term in enumerate(
        vocabularies.data.get("vocabularies", {}).get("organisations", ())
    ):
        wordings = (term["label"], *term.get("aliases", ()))
        party = next(filter(None, map(settings.vocabulary("municipalities").find, wordings)), None)
        if party:
            yield Problem(
                vocabularies.location("vocabularies", "organisations", number),
                _("“{name}” stands in municipalities.yml too").format(name=party.label),
                _(
                    "Keep it there, where it has a page, and take it away from here. What says "
                    "organisation: {id} is then to say municipality: {party}."
                ).format(id=term["id"], party=party.id),
                Severity.WARNING,
            )


def _check_meanings(root: Path, settings: Settings) -> Iterator[Problem]:
    """A list without a marked term is one that the program knows too little of."""
    document = settings_document(root, "vocabularies")
    for name, terms in document.data.get("vocabularies", {}).items():
        vocabulary = settings.vocabulary(name)
        for meaning, lists in MARKED_LISTS.items():
            marked = vocabulary.meaning(meaning)
            if name in lists and terms and not marked:
                yield Problem(
                    document.location("vocabularies", name),
                    _("no term of the list {list} says “means: {meaning}”").format(
                        list=name, meaning=meaning.value
                    ),
                    _without(meaning),
                    Severity.WARNING,
                )
            elif name not in lists and marked:
                yield Problem(
                    document.location("vocabularies", name),
                    _("“means: {meaning}” says nothing in the list {list}").format(
                        list=name, meaning=meaning.value
                    ),
                    _("It belongs in: {lists}.").format(lists=", ".join(lists)),
                )
        for number, term in enumerate(terms):
            icon = term.get("icon", "")
            if icon and not is_icon(icon):
                yield Problem(
                    document.location("vocabularies", name, number, "icon"),
                    _("there is no icon “{icon}”").format(icon=icon),
                    _("The names stand at pictogrammers.com/library/mdi."),
                    Severity.WARNING,
                )


def _without(meaning: Meaning) -> str:
    """What comes of it, and what to write."""
    match meaning:
        case Meaning.ENDED:
            lacks = _("What is over is shown as if it went on.")
        case Meaning.ONGOING:
            lacks = _("That a network goes on as usual is said of each of them.")
        case Meaning.NONE_OF_THESE:
            lacks = _("The answer that none fits is taken for one that examples have in common.")
        case Meaning.OWN_EXPERIENCE:
            lacks = _("Whoever tells anything is asked whether they have agreed to be quoted.")
        case Meaning.LEARNING_EXAMPLE:
            lacks = _("News of a new example gets the first kind of the list.")
    return lacks + " " + _("Write the line under the term that says so.")


def _check_function_addresses(root: Path, settings: Settings) -> Iterator[Problem]:
    """Where letters of what is new are sent."""
    for name, vocabulary in settings.vocabularies.items():
        for term in vocabulary:
            if term.contact_email and not Email.pattern.fullmatch(term.contact_email):
                yield Problem(
                    _place_of(term, name, root, "contact_email"),
                    _("is not an e-mail address"),
                    _("Write the address alone, such as {address}.").format(
                        address="namn@exempel.se"
                    ),
                )


def _check_reviewers(settings: Settings) -> Iterator[Problem]:
    place = Location(f"{CONFIG}/reviewers.yml", label="reviewers")
    if sum(reviewer.active for reviewer in settings.reviewers.values()) < 2:
        yield Problem(
            place,
            _("fewer than two reviewers are active, and approval takes two"),
            _("Add a reviewer."),
            Severity.WARNING,
        )
    if not settings.checklist:
        yield Problem(
            Location(f"{CONFIG}/checklist.yml", label="checklist"),
            _("the checklist is empty, so nothing is asked before approval"),
            severity=Severity.WARNING,
        )


def check_services_are_named(
    root: Path, settings: Settings, pages: Iterable[MarkdownPage]
) -> Iterator[Problem]:
    """Readers are told by a page who else gets to know anything about them."""
    text = "\n".join(page.markdown for page in pages).casefold()
    document = settings_document(root, "organisation")
    for field in ("newsletter", "trial_form", "form_receiver"):
        host = urlsplit(getattr(settings.organisation, field)).hostname
        if host and host not in text:
            yield Problem(
                document.location(field),
                _("{host} gets to know things about readers, and no page tells them so").format(
                    host=host
                ),
                _("Name {host} on the page about personal data, and say what it keeps.").format(
                    host=host
                ),
                Severity.WARNING,
            )


def check_settings_comments(root: Path, problems: Problems) -> None:
    """A file that can't be read is told of where it is read for what it is."""
    for path in sorted((root / CONFIG).rglob("*.yml")):
        if document := read_document(path, root, Problems()):
            problems.found += check_comments(document)
