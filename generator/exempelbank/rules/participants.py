"""How many came to an activity -> what may be told of it.

Fewer than five may be someone whom a reader knows, so no such number is told. Neither is one that
could be worked out by taking those that are told from their total.
"""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import _
from exempelbank.model.content import Event

FEWEST = 5


def participants_shown(event: Event) -> int | None:
    """How many came, when that is known and may be told."""
    number = event.participants
    return number if number is not None and number >= FEWEST else None


def participants_text(event: Event) -> str:
    """Empty when it is not known."""
    if event.participants is None:
        return ""
    shown = participants_shown(event)
    return _("fewer than five") if shown is None else str(shown)


def hidden_parts(numbers: Mapping[str, int]) -> frozenset[str]:
    """Of parts whose total a reader may know: those that are not told. They are two at least, and
    five people at least together, as long as there are others to hide. Nobody is told as none.
    """
    by_size = sorted((number, name) for name, number in numbers.items() if number)
    hidden: list[tuple[int, str]] = []
    for number, name in by_size:
        among_few = hidden and (len(hidden) < 2 or sum(one for one, _name in hidden) < FEWEST)
        if number < FEWEST or among_few:
            hidden.append((number, name))
    return frozenset(name for _number, name in hidden)
