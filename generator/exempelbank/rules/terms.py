"""The terms that mean something to the program, found by their mark.

A term of site_config/vocabularies.yml says so itself (`means: ended`): its id and its words are the
organisation's own. Where no term of a list is marked the program does not know, and takes what is
safe for granted; `check` tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.model.content import Initiative, Network
from exempelbank.model.example import Example
from exempelbank.settings import Meaning, Need, Settings

# Every list in which a mark means something, by the mark.
MARKED_LISTS = {
    Meaning.ENDED: ("network_statuses", "initiative_statuses"),
    Meaning.ONGOING: ("network_statuses",),
    Meaning.NONE_OF_THESE: ("focus_areas",),
    Meaning.OWN_EXPERIENCE: ("perspectives",),
    Meaning.LEARNING_EXAMPLE: ("news_kinds",),
}


def has_ended(record: Network | Initiative, settings: Settings) -> bool:
    vocabulary = "network_statuses" if isinstance(record, Network) else "initiative_statuses"
    return record.status in settings.vocabulary(vocabulary).meaning(Meaning.ENDED)


def is_ongoing(network: Network, settings: Settings) -> bool:
    return network.status in settings.vocabulary("network_statuses").meaning(Meaning.ONGOING)


def focus_areas_named(ids: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Without the answer that it is none of them."""
    none = settings.vocabulary("focus_areas").meaning(Meaning.NONE_OF_THESE)
    return tuple(id for id in ids if id not in none)


def may_tell_of_own_experience(example: Example, settings: Settings) -> bool:
    """Someone who gets the support tells of themselves; where no term says which that is, anyone
    whose perspective is told may; and where nobody is asked, anyone.
    """
    if settings.fields.need(Example, "perspectives") is Need.HIDDEN:
        return True
    own = settings.vocabulary("perspectives").meaning(Meaning.OWN_EXPERIENCE)
    return not own.isdisjoint(example.perspectives) if own else bool(example.perspectives)


def news_kind_of_examples(settings: Settings) -> str:
    """Of news that tells of a new example; the first kind of all when none is marked."""
    kinds = settings.vocabulary("news_kinds")
    marked = kinds.meaning(Meaning.LEARNING_EXAMPLE)
    in_use = [kind.id for kind in kinds if not kind.replaced_by]
    return next((id for id in in_use if id in marked or not marked), "")
