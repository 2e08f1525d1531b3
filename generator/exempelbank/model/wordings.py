"""Words that people write for a value of ours, in every language we speak and in the
organisation's own words: "Ja", "Inkommen"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from exempelbank import i18n
from exempelbank.i18n import N_
from exempelbank.text.normalization import comparable

T = TypeVar("T")

YES = N_("answer", "Yes")
NO = N_("answer", "No")


def by_wording(context: str, labels: Mapping[T, str]) -> Mapping[str, T]:
    """Comparable label -> the value. A file stays readable when a site changes language."""
    found: dict[str, T] = {}
    ways = {value: i18n.wordings(context, label) for value, label in labels.items()}
    # What is said now counts, though something else was once called so.
    for value, (now, *_by_default) in ways.items():
        found.setdefault(comparable(now), value)
    for value, wordings in ways.items():
        for wording in wordings:
            found.setdefault(comparable(wording), value)
    return found
