"""The files of site_config, each with the type of what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel
from exempelbank.problems import Problem
from exempelbank.settings.addresses import Addresses
from exempelbank.settings.fields import FieldsFile
from exempelbank.settings.forge_file import ForgeFile
from exempelbank.settings.look import Look
from exempelbank.settings.menu import Menu
from exempelbank.settings.organisation import (
    About,
    ChecklistItem,
    Map,
    NetworkProposals,
    Organisation,
    Reviewer,
    Wanted,
)
from exempelbank.settings.own_texts import OwnTexts
from exempelbank.settings.plain_words import PlainWords
from exempelbank.settings.redirects import Redirects
from exempelbank.settings.vocabulary import Municipality, Term
from exempelbank.settings.words import Words


class VocabularyFile(FrozenModel):
    vocabularies: Mapping[str, tuple[Term, ...]]


class MunicipalityFile(FrozenModel):
    municipalities: tuple[Municipality, ...]


class ReviewerFile(FrozenModel):
    reviewers: tuple[Reviewer, ...]


class ChecklistFile(FrozenModel):
    checklist: tuple[ChecklistItem, ...]


ALWAYS_CHECKED = "privacy"  # whether anyone can be recognised; its words are the organisation's


def check_checklist(file: ChecklistFile, document: Document) -> Iterator[Problem]:
    """What protects people is always asked, of whatever is reviewed."""
    item = next((one for one in file.checklist if one.id == ALWAYS_CHECKED), None)
    if item is None or not item.trial_notes:
        keys = ("checklist",) if item is None else ("checklist", file.checklist.index(item))
        yield Problem(
            document.location(*keys),
            _("must ask of everything whether anyone can be recognised"),
            _(
                "Keep the question with the id {id}, without trial_notes: no. "
                "You may word it anew: label, question and about."
            ).format(id=ALWAYS_CHECKED),
        )


# By name, without .yml.
SETTINGS_FILES: Mapping[str, type[FrozenModel]] = {
    "organisation": Organisation,
    "municipalities": MunicipalityFile,
    "vocabularies": VocabularyFile,
    "reviewers": ReviewerFile,
    "checklist": ChecklistFile,
    "fields": FieldsFile,
    "addresses": Addresses,
    "redirects": Redirects,
    "forge": ForgeFile,
    "about": About,
    "wanted": Wanted,
    "network_proposals": NetworkProposals,
    "map": Map,
    "menu": Menu,
    "words": Words,
    "texts": OwnTexts,
    "plain_words": PlainWords,
    "look": Look,
}
