"""The terms that mean something to the program, found by their mark.

A term of site_config/vocabularies.yml says so itself (`means: ended`): its id and its words are the
organisation's own. Without a mark the site simply does not know, and `check` tells of those in
`MARKED`.
"""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.model.content import Initiative, Network
from exempelbank.model.example import Example
from exempelbank.settings import Meaning, Settings

# (vocabulary, meaning): lists that should have a term with this mark
MARKED = (
    ("network_statuses", Meaning.ENDED),
    ("initiative_statuses", Meaning.ENDED),
    ("perspectives", Meaning.OWN_EXPERIENCE),
    ("news_kinds", Meaning.LEARNING_EXAMPLE),
)


def has_ended(record: Network | Initiative, settings: Settings) -> bool:
    vocabulary = "network_statuses" if isinstance(record, Network) else "initiative_statuses"
    return record.status in settings.vocabulary(vocabulary).meaning(Meaning.ENDED)


def is_ongoing(network: Network, settings: Settings) -> bool:
    return network.status in settings.vocabulary("network_statuses").meaning(Meaning.ONGOING)


def focus_areas_named(ids: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Without the answer that it is none of them."""
    none = settings.vocabulary("focus_areas").meaning(Meaning.NONE_OF_THESE)
    return tuple(id for id in ids if id not in none)


def tells_of_own_experience(example: Example, settings: Settings) -> bool:
    """Someone who gets the support tells of themselves."""
    own = settings.vocabulary("perspectives").meaning(Meaning.OWN_EXPERIENCE)
    return not own.isdisjoint(example.perspectives)


def news_kind_of_examples(settings: Settings) -> str:
    """Of news that tells of a new example; the first kind of all when none is marked."""
    kinds = settings.vocabulary("news_kinds")
    marked = kinds.meaning(Meaning.LEARNING_EXAMPLE)
    return next((kind.id for kind in kinds if kind.id in marked or not marked), "")
