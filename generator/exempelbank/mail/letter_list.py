"""The letters there are -> a table: whom each goes to, and until when it has told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.topics import mailout_topics
from exempelbank.followup import FigureTable
from exempelbank.i18n import _, pgettext
from exempelbank.mail.mailout import receiver_of
from exempelbank.settings import Settings


def letter_list(catalogue: Catalogue, settings: Settings, sent: Mapping[str, date]) -> FigureTable:
    """`sent`: the word of a topic -> the last day that its letter told of."""
    rows = (
        (
            topic.name,
            receiver_of(topic, catalogue, settings),
            sent[topic.word].isoformat() if topic.word in sent else "",
            topic.word,
        )
        for topic in mailout_topics(catalogue, settings)
        if not topic.over
    )
    return FigureTable(
        "brev",
        _("Letters"),
        (
            pgettext("a list of letters", "About"),
            pgettext("a list of letters", "To"),
            _("Has told until"),
            pgettext("a list of letters", "Word"),
        ),
        tuple(rows),
        _("The addresses are those of functions, from the settings. The day is noted by --sent."),
    )
