"""site_config/plain_words.yml: words of an organisation's own for the report on plain language."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.model.record import FrozenModel, Texts


class PlainWords(FrozenModel):
    """Added to those that the program knows. A word of the program's with nothing after it is taken
    away.
    """

    heavy: Mapping[str, str] = {}  # word -> what to write instead
    known: Texts = ()  # abbreviations
    explained: Mapping[str, str] = {}  # abbreviation -> what it stands for
