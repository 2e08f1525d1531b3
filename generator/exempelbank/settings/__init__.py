"""site_config/*.yml -> Settings: everything that another organisation would change.

Focus areas and networks are terms too; they come from their own files in content/, so that a new
one is one file.
"""

from exempelbank.settings.addresses import Addresses, InnerWords
from exempelbank.settings.organisation import (
    About,
    ChecklistItem,
    Map,
    Milestone,
    Organisation,
    Reviewer,
    Shape,
    Told,
)
from exempelbank.settings.reading import CONFIG, Settings, load_settings
from exempelbank.settings.vocabulary import Meaning, Municipality, Term, Vocabulary

__all__ = [
    "CONFIG",
    "About",
    "Addresses",
    "ChecklistItem",
    "InnerWords",
    "Map",
    "Meaning",
    "Milestone",
    "Municipality",
    "Organisation",
    "Reviewer",
    "Settings",
    "Shape",
    "Term",
    "Told",
    "Vocabulary",
    "load_settings",
]
