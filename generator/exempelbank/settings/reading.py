"""The files of site_config -> Settings, or every problem of every file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from exempelbank import i18n
from exempelbank.documents import Document, Keys, read_document
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel
from exempelbank.problems import Location, Problem, Problems
from exempelbank.records import canonical, validated
from exempelbank.settings.addresses import Addresses
from exempelbank.settings.field_names import with_field_names
from exempelbank.settings.fields import Fields, FieldsFile
from exempelbank.settings.fields_check import check_fields
from exempelbank.settings.files import (
    ChecklistFile,
    MunicipalityFile,
    ReviewerFile,
    VocabularyFile,
    check_checklist,
)
from exempelbank.settings.look import Look, check_colours
from exempelbank.settings.menu import Menu
from exempelbank.settings.mkdocs_file import MkDocsFile, read_mkdocs_file
from exempelbank.settings.organisation import (
    About,
    ChecklistItem,
    Map,
    NamedText,
    NetworkProposals,
    Organisation,
    Reviewer,
    Wanted,
)
from exempelbank.settings.own_texts import OwnTexts, checked_own_texts
from exempelbank.settings.plain_words import PlainWords
from exempelbank.settings.record_terms import MAKING_TERMS, damaged_records, terms_of_records
from exempelbank.settings.vocabulary import Municipality, Term, Vocabulary
from exempelbank.settings.words import Words
from exempelbank.text.normalization import alphabetical, words_alone


@dataclass(frozen=True)
class Settings:
    organisation: Organisation
    addresses: Addresses
    municipalities: tuple[Municipality, ...]
    reviewers: Mapping[str, Reviewer]
    checklist: tuple[ChecklistItem, ...]
    vocabularies: Mapping[str, Vocabulary]
    map: Map = field(default_factory=Map)
    menu: Menu = field(default_factory=Menu)
    about: About = field(default_factory=About)
    wanted: tuple[NamedText, ...] = ()
    network_proposals: NetworkProposals = field(default_factory=NetworkProposals)
    speech: i18n.Speech = field(default_factory=i18n.Speech)
    plain_words: PlainWords = field(default_factory=PlainWords)
    look: Look = field(default_factory=Look)
    fields: Fields = field(default_factory=Fields)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.timezone)

    def at(self, url: str) -> Settings:
        """The same of a site that lives there instead."""
        return replace(self, organisation=self.organisation.model_copy(update={"url": url}))

    def has(self, section: str) -> bool:
        """Whether the site has it: a field of Addresses, or "trial_notes"."""
        return section not in self.menu.left_out

    def may_have(self, address: str) -> bool:
        """Whether it lies in no section that is off."""
        return address.partition("/")[0] not in self._words_left_out

    @cached_property
    def _words_left_out(self) -> frozenset[str]:
        return frozenset(getattr(self.addresses, name, "") for name in self.menu.left_out) - {""}

    def vocabulary(self, name: str) -> Vocabulary:
        return self.vocabularies.get(name) or Vocabulary(name)

    def term_id(self, vocabulary: str, wording: str) -> str | None:
        """Of the only term that is called so."""
        term = self.vocabulary(vocabulary).meant_by(wording)
        return term.id if term else None

    def checklist_id(self, wording: str) -> str | None:
        """Of the only question of the checklist that is called so."""
        names = ((item.id, name) for item in self.checklist for name in item.names)
        return _only(wording, names)

    def reviewer_id(self, wording: str) -> str | None:
        """Of the only reviewer whose name it is."""
        return _only(wording, ((one.id, one.name) for one in self.reviewers.values()))

    def reviewer_called(self, typed: str) -> str | None:
        """As `reviewer_id`, and by the first name of one alone of those at work. For what is typed:
        in a file it would mean someone else when another of that name comes.
        """
        active = (one for one in self.reviewers.values() if one.active)
        first_names = ((one.id, one.name.partition(" ")[0]) for one in active)
        return self.reviewer_id(typed) or _only(typed, first_names)

    def label(self, vocabulary: str, id: str) -> str:
        return self.vocabulary(vocabulary).label(id)


def _only(wording: str, labels: Iterable[tuple[str, str]]) -> str | None:
    """The id, when it or the label of one alone is this."""
    ids = {
        id for id, label in labels if words_alone(wording) in (words_alone(id), words_alone(label))
    }
    return ids.pop() if len(ids) == 1 else None


P = TypeVar("P", bound=FrozenModel)
T = TypeVar("T", bound=Term)


def load_settings(root: Path, problems: Problems) -> Settings | None:
    """The settings of the project in this folder, whose language is spoken from here on.

    None, and every problem of every file, when one can't be used.
    """
    organisation = _read(root, "organisation", Organisation, problems)
    if organisation:
        organisation = _completed(organisation, read_mkdocs_file(root))
    words = _read(root, "words", Words, problems, optional=True)
    texts = _read(root, "texts", OwnTexts, problems, optional=True)
    speech = i18n.Speech()
    if organisation and words and texts:
        speech = _speech(organisation.language, words, texts, root, problems)
        i18n.use_speech(speech)
    plain_words = _read(root, "plain_words", PlainWords, problems, optional=True)
    addresses = _read(root, "addresses", Addresses, problems, optional=True)
    vocabularies = _read(root, "vocabularies", VocabularyFile, problems)
    municipalities = _read(root, "municipalities", MunicipalityFile, problems)
    reviewers = _read(root, "reviewers", ReviewerFile, problems)
    checklist = _read(root, "checklist", ChecklistFile, problems, check=check_checklist)
    county = _read(root, "map", Map, problems, optional=True)
    menu = _read(root, "menu", Menu, problems, optional=True)
    about = _read(root, "about", About, problems, optional=True)
    wanted = _read(root, "wanted", Wanted, problems, optional=True)
    proposals = _read(root, "network_proposals", NetworkProposals, problems, optional=True)
    look = _read(root, "look", Look, problems, optional=True, check=check_colours)
    asked = _read(root, "fields", FieldsFile, problems, optional=True, check=check_fields)
    if asked:
        speech = with_field_names(speech, asked)
        i18n.use_speech(speech)
    if not (
        organisation
        and words
        and plain_words
        and texts
        and addresses
        and vocabularies
        and municipalities
        and reviewers
        and checklist
        and county
        and menu
        and about
        and wanted
        and proposals
        and look
        and asked
    ):
        return None
    # Written by code in the file, looked for by name everywhere else.
    places = tuple(
        sorted(municipalities.municipalities, key=lambda place: alphabetical(place.label))
    )
    lists: dict[str, tuple[Term, ...]] = {
        **{
            name: tuple(_naming(organisation, term) for term in terms)
            for name, terms in vocabularies.vocabularies.items()
        },
        "municipalities": places,
        "districts": tuple(district for place in places for district in place.districts),
    }
    damaged_files = {}
    for name in MAKING_TERMS:
        lists[name] = (*terms_of_records(name, root), *lists.get(name, ()))
        damaged_files[name] = damaged_records(name, root, {term.id for term in lists[name]})
    lists = {name: _each_once(terms) for name, terms in lists.items()}
    return Settings(
        organisation,
        addresses,
        _each_once(places),
        {reviewer.id: reviewer for reviewer in reviewers.reviewers},
        checklist.checklist,
        {
            name: Vocabulary(name, terms, damaged_files.get(name, {}))
            for name, terms in lists.items()
        },
        county,
        menu,
        about,
        wanted.wanted,
        proposals,
        speech,
        plain_words,
        look,
        Fields(asked),
    )


def _speech(
    language: str, words: Words, texts: OwnTexts, root: Path, problems: Problems
) -> i18n.Speech:
    nouns = words.nouns(language)
    foreign = [name for name, forms in words if forms and forms.language != language]
    path = root / CONFIG / "words.yml"
    if foreign and (document := read_document(path, root, Problems())):
        for name in foreign:
            problems.error(
                document.location(name, "article"),
                _("is no article of the site's language"),
                _("In Swedish it is ett or en, in English a or an."),
            )
    path = root / CONFIG / "texts.yml"
    document = read_document(path, root, Problems()) if texts.texts else None
    own = checked_own_texts(texts.texts, language, nouns, document, problems) if document else {}
    return i18n.Speech(language, nouns, own)


def _completed(organisation: Organisation, config: MkDocsFile) -> Organisation:
    """With what mkdocs.yml says of the same, where ours says nothing."""
    given = organisation.model_fields_set
    found = {"description": config.text("site_description")}
    if (language := config.text("theme", "language")) in i18n.LANGUAGES:
        found["language"] = language
    silent = {name: value for name, value in found.items() if name not in given}
    return organisation.model_copy(update=silent)


def _naming(organisation: Organisation, term: Term) -> Term:
    """With the organisation's name where the file has {organisation}."""
    found = {
        name: text.replace("{organisation}", organisation.called)
        for name in ("label", "short", "about")
        if "{organisation}" in (text := getattr(term, name))
    }
    return term.model_copy(update=found) if found else term


def _each_once(terms: Iterable[T]) -> tuple[T, ...]:
    """The first of those that share an id, and with it an address."""
    found: dict[str, T] = {}
    for term in terms:
        found.setdefault(term.id, term)
    return tuple(found.values())


def _read(
    root: Path,
    name: str,
    kind: type[P],
    problems: Problems,
    optional: bool = False,
    check: Callable[[P, Document], Iterable[Problem]] | None = None,
) -> P | None:
    """`check`: finds what the type can't say by itself."""
    path = root / CONFIG / f"{name}.yml"
    if not path.exists():
        if optional:
            return kind()
        problems.error(
            Location(f"{CONFIG}/{name}.yml"),
            _("the file is missing"),
            _("Stand in the project's folder, the one that holds site_config."),
        )
        return None
    document = read_document(path, root, problems)
    document = document and canonical(document, kind, None)
    if document is None or (read := validated(document.data, kind, document, problems)) is None:
        return None
    _refuse_twins(document, problems)
    if check and (found := [*check(read, document)]):
        problems.found += found
        return None
    return read


def _refuse_twins(document: Document, problems: Problems) -> None:
    """Two entries of one list must not share an id."""
    known: dict[Keys, set[str]] = {}
    for keys, entries in _lists_in(document.data):
        # The districts of all municipalities make one list: each has a page of examples.
        seen = known.setdefault(keys if keys[-1] != "districts" else keys[-1:], set())
        for number, entry in enumerate(entries):
            entry_id = entry.get("id") if isinstance(entry, dict) else None
            if entry_id in seen:
                problems.error(
                    document.location(*keys, number),
                    _("“{id}” stands here twice").format(id=entry_id),
                )
            elif entry_id:
                seen.add(entry_id)


def _lists_in(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, list[Any]]]:
    """Every list, however deep, and the way to it."""
    if isinstance(value, list):
        yield keys, value
        inner: Iterable[tuple[str | int, Any]] = enumerate(value)
    elif isinstance(value, dict):
        inner = value.items()
    else:
        return
    for key, one in inner:
        yield from _lists_in(one, (*keys, key))
