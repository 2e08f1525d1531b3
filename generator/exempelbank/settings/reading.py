"""The files of site_config -> Settings, or every problem of every file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from exempelbank import i18n
from exempelbank.documents import read_document
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.settings.addresses import Addresses
from exempelbank.settings.field_names import names_in, with_field_names
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
    Map,
    NetworkProposals,
    Organisation,
    Wanted,
)
from exempelbank.settings.own_texts import OwnTexts, checked_own_texts
from exempelbank.settings.plain_words import PlainWords
from exempelbank.settings.record_terms import MAKING_TERMS, damaged_records, terms_of_records
from exempelbank.settings.settings import Settings
from exempelbank.settings.settings_file import read_settings_file
from exempelbank.settings.vocabulary import Term, Vocabulary
from exempelbank.settings.words import Words
from exempelbank.text.normalization import alphabetical

T = TypeVar("T", bound=Term)


def load_settings(root: Path, problems: Problems) -> Settings | None:
    """The settings of the project in this folder, whose language is spoken from here on.

    None, and every problem of every file, when one can't be used.
    """
    organisation = read_settings_file(root, "organisation", Organisation, problems)
    if organisation:
        organisation = _completed(organisation, read_mkdocs_file(root))
    words = read_settings_file(root, "words", Words, problems, optional=True)
    texts = read_settings_file(root, "texts", OwnTexts, problems, optional=True)
    speech = i18n.Speech()
    if organisation and words and texts:
        speech = _speech(organisation.language, words, texts, root, problems)
        i18n.use_speech(speech)
    plain_words = read_settings_file(root, "plain_words", PlainWords, problems, optional=True)
    addresses = read_settings_file(root, "addresses", Addresses, problems, optional=True)
    vocabularies = read_settings_file(root, "vocabularies", VocabularyFile, problems)
    municipalities = read_settings_file(root, "municipalities", MunicipalityFile, problems)
    reviewers = read_settings_file(root, "reviewers", ReviewerFile, problems)
    checklist = read_settings_file(
        root, "checklist", ChecklistFile, problems, check=check_checklist
    )
    county = read_settings_file(root, "map", Map, problems, optional=True)
    menu = read_settings_file(root, "menu", Menu, problems, optional=True)
    about = read_settings_file(root, "about", About, problems, optional=True)
    wanted = read_settings_file(root, "wanted", Wanted, problems, optional=True)
    proposals = read_settings_file(
        root, "network_proposals", NetworkProposals, problems, optional=True
    )
    look = read_settings_file(root, "look", Look, problems, optional=True, check=check_colours)
    asked = read_settings_file(
        root, "fields", FieldsFile, problems, optional=True, check=check_fields
    )
    speech = with_field_names(speech, asked or _field_names(root))
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


def _field_names(root: Path) -> FieldsFile:
    """Of a file that can't be used."""
    document = read_document(root / CONFIG / "fields.yml", root, Problems())
    return names_in(document.data) if document else FieldsFile()


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
