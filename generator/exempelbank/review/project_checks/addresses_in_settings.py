"""The settings -> the addresses in them that pages lead to, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.files.paths import PAGES
from exempelbank.problems import Location
from exempelbank.rules.menu import menu_entries
from exempelbank.settings import Settings
from exempelbank.settings.document import settings_document
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.text.links import safe_address
from exempelbank.text.markdown_reading import links_in


def addresses_in_settings(root: Path, settings: Settings) -> Iterator[tuple[Location, str]]:
    """What can't be a link in the menu is told of where the menu is looked at."""
    organisation = settings_document(root, "organisation")
    for field in ("contact_page", "trial_page"):
        page = getattr(settings.organisation, field)
        if page and (root / PAGES).is_dir():
            yield organisation.location(field), f"/{page}"
    for field in ("newsletter", "trial_form", "licence_url"):
        yield organisation.location(field), getattr(settings.organisation, field)
    config = read_mkdocs_file(root)
    for entry in menu_entries(config):
        if entry.is_on_the_site or safe_address(entry.leads_to):
            yield entry.location, entry.leads_to
    for link in links_in(config.text("copyright"), html=True):
        yield config.location("copyright"), link.address
