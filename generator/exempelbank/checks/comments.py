"""What follows # is a comment, also where someone meant it for text."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.documents import Document, comments_like_text
from exempelbank.i18n import _
from exempelbank.problems import Problem, Severity


def check_comments(document: Document) -> Iterator[Problem]:
    for keys in comments_like_text(document):
        yield Problem(
            document.location(*keys),
            _("what follows # is a comment, and is not shown"),
            _(
                "If it should be shown, put the whole value within quotation marks. If it is a "
                "comment, write two spaces before # and one after."
            ),
            Severity.WARNING,
        )
