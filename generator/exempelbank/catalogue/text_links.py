"""A catalogue -> what the links in its texts lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename

from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.model.content import ContentRecord
from exempelbank.model.submission import PublishedExample
from exempelbank.rules.urls import base_path
from exempelbank.settings import Settings
from exempelbank.text.links import Links

WithText = LearningExample | HiddenExample | ContentRecord


@dataclass(frozen=True)
class TextLinks:
    catalogue: Catalogue
    settings: Settings

    def of(self, record: WithText) -> Links:
        """Of its text, wherever that is shown: on its page, on a sheet, in a feed."""
        page = self._urls.of(record)
        return Links(base_path(self.settings), page, _folder(record), lambda: self.names)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What a page goes by in a link that doesn't begin at the root -> its address: its address
        without the last /, its file without .md, and the id of an example.
        """
        return dict(self._names())

    def _names(self) -> Iterator[tuple[str, str]]:
        yield "", ""
        for word in self.settings.addresses.section_words:
            yield word, f"{word}/"
        for place in self.settings.municipalities:
            address = self._urls.of(place)
            yield address.rstrip("/"), address
        catalogue = self.catalogue
        records: list[WithText] = [*catalogue.public_examples, *catalogue.content]
        records += catalogue.hidden_examples
        for record in records:
            address = self._urls.of(record)
            if not isinstance(record, ContentRecord):
                yield record.id, address
            yield address.rstrip("/"), address
            yield f"{_folder(record)}/{basename(address.rstrip('/'))}", address

    @property
    def _urls(self) -> UrlBuilder:
        return UrlBuilder(self.settings)


def _folder(record: WithText) -> str:
    return record.folder if isinstance(record, ContentRecord) else PublishedExample.folder
