"""The address of a page of this site in a setting, written as the site's own are: om/kontakt/."""

from __future__ import annotations

from urllib.parse import urlsplit

from exempelbank.i18n import N_
from exempelbank.model.written_as import WrittenAs
from exempelbank.text.normalization import SLUG_LENGTH, slug_from

_MOST_WORDS = 8


def page_address(fewest_words: int = 1) -> WrittenAs:
    """`fewest_words`: with 0 the start page will do."""
    word = rf"([a-z0-9-]{{1,{SLUG_LENGTH}}}/)"
    return WrittenAs(
        rf"{word}{{{fewest_words},{_MOST_WORDS}}}",
        N_("written as", "must be an address on the site, such as om/kontakt/"),
        _mended,
    )


def _mended(text: str) -> str:
    """ "https://exempelbanken.example/om/Kontakt.html" -> "om/kontakt/"; a file's name too."""
    path = urlsplit(text.strip()).path.removesuffix("index.html").removesuffix(".html")
    words = map(slug_from, path.removesuffix(".md").split("/"))
    return "".join(f"{word}/" for word in words if word)
