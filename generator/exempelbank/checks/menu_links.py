"""site_config/menu.yml: what it leads to is on the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.checks.links import LinkCheck
from exempelbank.i18n import _
from exempelbank.problems import Problem, Severity
from exempelbank.settings.document import settings_document
from exempelbank.text.links import AT_ROOT


def check_menu_links(root: Path, check: LinkCheck) -> Iterator[Problem]:
    """What is not there is left out of the menu and the footer."""
    document, settings = settings_document(root, "menu"), check.settings
    for keys, link in settings.menu.written_links():
        place = document.location(*keys)
        if link.is_page:
            yield from check.of_link(place, f"/{link.to}", AT_ROOT)
        elif not settings.has(link.to):
            yield Problem(
                place,
                _("leads to the section “{section}”, which is off").format(section=link.to),
                _("Take the line away, or take {section} away from off: in the same file.").format(
                    section=link.to
                ),
                Severity.WARNING,
            )
