"""site_config/*.yml -> Settings: everything that another organisation would change.

Focus areas and networks are terms too; they come from their own files in content/, so that a new
one is one file.
"""

from exempelbank.settings.addresses import Addresses, UrlSegments
from exempelbank.settings.fields import Fields, Need
from exempelbank.settings.look import Look
from exempelbank.settings.menu import Menu
from exempelbank.settings.organisation import (
    About,
    ChecklistItem,
    Map,
    Milestone,
    NamedText,
    NetworkProposals,
    Organisation,
    Reviewer,
    Shape,
)
from exempelbank.settings.reading import load_settings
from exempelbank.settings.settings import Settings
from exempelbank.settings.vocabulary import Meaning, Municipality, PlaceKind, Term, Vocabulary

__all__ = [
    "About",
    "Addresses",
    "ChecklistItem",
    "Fields",
    "Look",
    "Map",
    "Meaning",
    "Menu",
    "Milestone",
    "Municipality",
    "NamedText",
    "Need",
    "NetworkProposals",
    "Organisation",
    "PlaceKind",
    "Reviewer",
    "Settings",
    "Shape",
    "Term",
    "UrlSegments",
    "Vocabulary",
    "load_settings",
]
