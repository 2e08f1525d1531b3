"""The files of site_config, each with the type of what stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.model.record import FrozenModel
from exempelbank.settings.addresses import Addresses
from exempelbank.settings.fields import FieldsFile
from exempelbank.settings.forge_file import ForgeFile
from exempelbank.settings.look import Look
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
    "words": Words,
    "texts": OwnTexts,
    "plain_words": PlainWords,
    "look": Look,
}
