"""site_config/menu.yml: what it leads to is on the site, and what is off holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.checks.links import LinkCheck
from exempelbank.documents import Document
from exempelbank.files.paths import MENU
from exempelbank.i18n import _, ngettext
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.problems import Problem, Severity
from exempelbank.records import record_paths
from exempelbank.settings.document import settings_document
from exempelbank.text.links import AT_ROOT


def check_menu_file(root: Path, check: LinkCheck) -> Iterator[Problem]:
    document = settings_document(root, "menu")
    yield from _links(document, check)
    yield from _content_of_sections_off(root, document, check.settings.menu.left_out)


def _links(document: Document, check: LinkCheck) -> Iterator[Problem]:
    """What is not there is left out of the menu and the footer."""
    for keys, link in check.settings.menu.written_links():
        place = document.location(*keys)
        if link.is_page:
            yield from check.of_link(place, f"/{link.to}", AT_ROOT)
        elif not check.settings.has(link.to):
            yield Problem(
                place,
                _("leads to the section “{section}”, which is off").format(section=link.to),
                _("Take the line away, or take {section} away from off: in {file}.").format(
                    section=link.to, file=MENU
                ),
                Severity.WARNING,
            )


def _content_of_sections_off(
    root: Path, document: Document, off: frozenset[str]
) -> Iterator[Problem]:
    for kind in RECORD_KINDS:
        section = kind.section or kind.name.replace("-", "_") + "s"  # "trial_notes"
        number = len(record_paths(kind.record, root)) if section in off else 0
        if number:
            yield Problem(
                document.location("off"),
                ngettext(
                    "the section “{section}” is off, so the file in {folder} is not shown",
                    "the section “{section}” is off, so the {n} files in {folder} are not shown",
                    number,
                ).format(section=section, n=number, folder=kind.record.folder),
                _("Move what you want to keep to another section, or let the section be on."),
                Severity.WARNING,
            )
