"""What a project can begin from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exempelbank.i18n import N_, pgettext

FORGES = ("github", "forgejo", "gitlab", "none")


@dataclass(frozen=True)
class Starter:
    name: str
    about: str  # looked up with the context "starter"
    site_names: Mapping[str, str]  # by language, those it is written in
    # Replaced in the files, by language: what the organisation calls an example, and the like.
    words: Mapping[str, Mapping[str, str]]


_EXEMPEL = {
    "ett_exempel": "ett exempel",
    "exempel": "exempel",
    "exemplet": "exemplet",
    "exemplets": "exemplets",
    "exemplen": "exemplen",
}
_GULDKORN = {
    "ett_exempel": "ett guldkorn",
    "exempel": "guldkorn",
    "exemplet": "guldkornet",
    "exemplets": "guldkornets",
    "exemplen": "guldkornen",
}

STARTERS: Mapping[str, Starter] = {
    one.name: one
    for one in (
        Starter(
            "lansnatverk",
            N_("starter", "municipalities of a county that learn from each other"),
            {"sv": "Exempelbanken"},
            {
                "sv": {
                    **_EXEMPEL,
                    "examples_address": "larande-exempel",
                    "places_address": "kommuner",
                    "sample_data": "yes",
                }
            },
        ),
        Starter(
            "samordningsforbund",
            N_("starter", "a coordination association, with parties and initiatives"),
            {"sv": "Guldkornen"},
            {
                "sv": {
                    **_GULDKORN,
                    "examples_address": "guldkorn",
                    "places_address": "parter",
                    "sample_data": "yes",
                }
            },
        ),
        Starter(
            "tom",
            N_("starter", "pages and settings alone, in Swedish or English"),
            {"sv": "Exempelbanken", "en": "Example bank"},
            {
                "sv": {
                    **_EXEMPEL,
                    "examples_address": "exempel",
                    "places_address": "kommuner",
                    "sample_data": "no",
                },
                "en": {"examples_address": "examples", "sample_data": "no"},
            },
        ),
    )
}


def starter_texts() -> list[tuple[str, str]]:
    """(its name, what it is for), in order."""
    return [(name, pgettext("starter", one.about)) for name, one in STARTERS.items()]
