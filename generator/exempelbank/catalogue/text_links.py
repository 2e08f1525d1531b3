"""A catalogue -> what the links in its texts lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.catalogue.public_trial_note import PublicTrialNote
from exempelbank.model.content import ContentRecord
from exempelbank.model.submission import PublishedExample, PublishedTrialNote
from exempelbank.rules.page_names import PageSource, page_names, source_of
from exempelbank.settings import Settings
from exempelbank.text.links import Links

WithPage = LearningExample | HiddenExample | ContentRecord


@dataclass(frozen=True)
class TextLinks:
    catalogue: Catalogue
    settings: Settings

    def of(self, record: WithPage | PublicTrialNote) -> Links:
        """Of its text, wherever that is shown: on its page, on a sheet, in a feed."""
        return self._source_of(record).links(self.settings, lambda: self.names)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Of pages by hand too."""
        catalogue = self.catalogue
        records: list[WithPage] = [*catalogue.public_examples, *catalogue.content]
        sources = map(self._source_of, [*records, *catalogue.hidden_examples])
        return page_names([*sources, *catalogue.pages_by_hand], self.settings)

    def _source_of(self, record: WithPage | PublicTrialNote) -> PageSource:
        if isinstance(record, ContentRecord):
            return source_of(type(record), record.id, self.settings)
        if isinstance(record, PublicTrialNote):
            example = self.catalogue.example(record.example)
            address = self._source_of(example).address if example else ""
            return PageSource(address, f"{PublishedTrialNote.folder}/{record.id.lower()}.md")
        return source_of(PublishedExample, record.slug, self.settings, record.id)
