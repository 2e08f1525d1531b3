"""What one may choose, in words: the nearest first, a few, and where the rest stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exempelbank.i18n import _
from exempelbank.text.normalization import comparable, nearest

SHOWN = 12  # in one message: more are looked up, not read


def choices_text(
    written: str,
    names: Iterable[str],
    place: str = "",
    also: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Lines that follow a problem. `written`: what was refused, or nothing. `place`: where all of
    them stand, for when they are too many to be shown. `also`: what else a name is known as.
    """
    found = nearest_first(written, names, also or {})
    if not found:
        return ""
    is_like = written and nearest(written, (found[0], *(also or {}).get(found[0], ())))
    asked = _("Did you mean “{word}”?").format(word=found[0]) if is_like else ""
    few = ", ".join(found[:SHOWN])
    if len(found) <= SHOWN:
        shown = _("Choose among: {words}.").format(words=few)
    elif place:
        shown = _("Some of them: {words}. All of them stand in {place}.").format(
            words=few, place=place
        )
    else:
        shown = _("Some of them: {words}.").format(words=few)
    return "\n".join(filter(None, (asked, shown)))


def nearest_first(
    word: str, names: Iterable[str], also: Mapping[str, Sequence[str]] | None = None
) -> list[str]:
    """As they were, when there is no word."""
    names = [*dict.fromkeys(names)]
    if not word:
        return names
    from rapidfuzz import fuzz  # slow to import, and most words are spelt right

    written = comparable(word)
    alike = {
        name: max(
            fuzz.ratio(written, comparable(one)) for one in (name, *(also or {}).get(name, ()))
        )
        for name in names
    }
    return sorted(names, key=lambda name: -alike[name])
