"""A contribution -> its page as it would look, among the pages that are published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from exempelbank.catalogue import load_catalogue
from exempelbank.checks.privacy import holds_personal_data
from exempelbank.exceptions import NotMade
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.review.repository import StoredContribution
from exempelbank.settings import Settings
from exempelbank.site.draft import draft_page


def draft_renderer(
    root: Path, settings: Settings, today: date
) -> Callable[[StoredContribution], str]:
    """Reads what is published once. What it gives raises `NotMade` when no page may be made."""
    ignored = Problems()  # `check` tells what is wrong
    catalogue = load_catalogue(root, settings, ignored)

    def render(stored: StoredContribution) -> str:
        id = stored.record.id
        if holds_personal_data(stored.document, stored.record):
            raise NotMade(
                _("{id} tells something about a person, so no page is made of it.").format(id=id),
                _("See what with exempelbank report {id}, and take it away first.").format(id=id),
            )
        if page := draft_page(stored.record, catalogue, settings, today):
            return page
        raise NotMade(
            _(
                "{id} tells of an example that is not published, so there is no page to show it on."
            ).format(id=id),
            _("Read its text in {path}.").format(path=stored.document.path),
        )

    return render
