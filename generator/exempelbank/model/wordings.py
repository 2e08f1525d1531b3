"""Words that people write for a value of ours, in every language we speak: "Ja", "Inkommen"."""

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
    return {
        comparable(i18n.in_language(language, context, label)): value
        for language in i18n.LANGUAGES
        for value, label in labels.items()
    }
