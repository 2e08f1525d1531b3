"""What each file of site_config is for, by its name without .yml."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_

FILE_DESCRIPTIONS: Mapping[str, str] = {
    "organisation": N_("use of a file", "Whose site it is, what it is called and where it lives."),
    "municipalities": N_("use of a file", "The municipalities and other parties that take part."),
    "vocabularies": N_(
        "use of a file", "The lists: what one chooses from in forms, filters and files."
    ),
    "reviewers": N_("use of a file", "Those who may review."),
    "checklist": N_("use of a file", "The questions that are answered before publishing."),
    "fields": N_("use of a file", "What you ask for, what it is called and what is needed."),
    "addresses": N_(
        "use of a file", "The words in the site's addresses. Never change them on a living site."
    ),
    "redirects": N_("use of a file", "Pages that have another address now."),
    "forge": N_("use of a file", "Where the project lies, for work with pull requests."),
    "about": N_("use of a file", "What the page of the organisation says."),
    "wanted": N_("use of a file", "What you ask for on the page of what is missing."),
    "network_proposals": N_("use of a file", "What the page says on which one proposes a network."),
    "map": N_("use of a file", "The map, drawn by exempelbank map. Without it none is shown."),
    "words": N_("use of a file", "What you call that which the site is about, in all its forms."),
    "texts": N_("use of a file", "Sentences that you want to say in your own way."),
    "plain_words": N_("use of a file", "Your own words for the report's advice on plain language."),
    "look": N_("use of a file", "Colours, logo and pattern."),
    "menu": N_("use of a file", "The menu, the button, the footer, the start page; what is off."),
}
