"""What one may choose, in words: the nearest first, a few, and where the rest stand."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.i18n import _
from exempelbank.text.normalization import comparable, nearest

SHOWN = 12  # in one message: more are looked up, not read


def choices_text(written: str, names: Iterable[str], place: str = "") -> str:
    """Lines that follow a problem. `written`: what was refused, or nothing. `place`: where all of
    them stand, for when they are too many to be shown.
    """
    names = [*dict.fromkeys(names)]
    meant = nearest(written, names) if written else None
    asked = _("Did you mean “{word}”?").format(word=meant) if meant else ""
    if not names:
        return asked
    few = ", ".join(nearest_first(written, names)[:SHOWN])
    if len(names) <= SHOWN:
        shown = _("Choose among: {words}.").format(words=few)
    elif place:
        shown = _("Some of them: {words}. All of them stand in {place}.").format(
            words=few, place=place
        )
    else:
        shown = _("Some of them: {words}.").format(words=few)
    return "\n".join(filter(None, (asked, shown)))


def nearest_first(word: str, names: Iterable[str]) -> list[str]:
    """As they were, when there is no word."""
    names = list(names)
    if not word:
        return names
    from rapidfuzz import fuzz  # slow to import, and most words are spelt right

    alike = {name: fuzz.ratio(comparable(word), comparable(name)) for name in names}
    return sorted(names, key=lambda name: -alike[name])
