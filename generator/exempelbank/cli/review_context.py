"""What every review command begins with: the settings, the time, and the example it is about."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from exempelbank.cli import file_in_project, print_lines, stop
from exempelbank.cli.project_settings import settings_or_exit
from exempelbank.exceptions import CommandExit
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.documents import Document
    from exempelbank.model.review import Release
    from exempelbank.privacy.texts import PublicText
    from exempelbank.problems import Problems
    from exempelbank.review.repository import StoredContribution
    from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class ReviewContext:
    root: Path
    settings: Settings
    problems: Problems
    now: datetime

    @classmethod
    def open(cls, root: Path) -> ReviewContext:
        """Ends the command when the settings can't be read."""
        from exempelbank.problems import Problems
        from exempelbank.rules.clock import site_now

        problems = Problems()
        settings = settings_or_exit(root, problems)
        return cls(root, settings, problems, site_now(settings))

    @property
    def today(self) -> date:
        return self.now.date()

    def example(self, id: str) -> StoredContribution:
        from exempelbank.review.repository import find_contribution

        stored = find_contribution(self.root, id, self.problems, self.settings)
        return stored or self.fail()

    def reviewer(self, name: str) -> str:
        """The id of a reviewer by id, name or first name; what was said, when no one alone is
        called so.
        """
        return self.settings.reviewer_called(name) or name

    def follow_up(self, text: str) -> date | None:
        """The day to come back, as it was typed. Ends the command at one that has gone."""
        from exempelbank.rules.follow_up import follow_up_from

        day = follow_up_from(text, self.today, self.problems)
        self.fail_on_errors()
        return day

    def texts_of(self, file: str) -> tuple[Document, tuple[PublicText, ...], tuple[Release, ...]]:
        """An example by its id, or another record or a page by its file: what readers meet of it,
        and what has been released in it.
        """
        from exempelbank.documents import read_document
        from exempelbank.files.paths import PAGES
        from exempelbank.model.kinds import RECORD_KINDS
        from exempelbank.privacy.releases import releases_in
        from exempelbank.privacy.texts import page_texts, public_texts
        from exempelbank.records import canonical, record_from

        path = file_in_project(self.root, file)
        if not (path and path.is_file()):
            stored = self.example(file)
            texts = public_texts(stored.document, stored.record)
            return stored.document, tuple(texts), stored.record.review.releases
        document = read_document(path, self.root, self.problems) or self.fail()
        if document.path.startswith(f"{PAGES}/"):
            return document, tuple(page_texts(document)), releases_in(document.data)
        for kind in (kind.record for kind in RECORD_KINDS):
            if document.path.rpartition("/")[0] == kind.folder:
                document = canonical(document, kind, self.settings)
                record = record_from(document, kind, self.problems) or self.fail()
                texts = public_texts(document, record)
                return (
                    document,
                    tuple(texts),
                    releases_in(document.data.get("review", document.data)),
                )
        stop(_("{path} is neither a record nor a page.").format(path=file))

    def fail(self) -> NoReturn:
        """Say what is wrong, and end the command."""
        print_lines([str(problem) for problem in self.problems], to=sys.stderr)
        raise CommandExit

    def fail_on_errors(self) -> None:
        """Warnings are said, and the command goes on."""
        if self.problems.errors:
            self.fail()
        if self.problems.found:
            print_lines([str(problem) for problem in self.problems], to=sys.stderr)

    def write(self, document: Document) -> None:
        from exempelbank.transactions import Transaction, carry_out

        written, read = {document.path: document.text}, {document.path: document.read}
        carry_out(Transaction(written, read=read), self.root)
