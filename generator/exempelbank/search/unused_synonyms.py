"""Synonyms and an index -> the terms of the file that no text holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exempelbank.search.index import Index
from exempelbank.search.synonyms import Group, Synonyms, stem_of_term


class UnusedTerms(NamedTuple):
    group: Group
    terms: tuple[str, ...]

    @property
    def leads_nowhere(self) -> bool:
        """Whatever a reader writes of it: nothing is found by the group."""
        return {*self.group.to_terms} <= {*self.terms}


def unused_terms(synonyms: Synonyms, index: Index) -> Iterator[UnusedTerms]:
    """`index`: of these synonyms. A word that only readers write is no fault."""
    for group in synonyms.groups:
        absent = [term for term in group.terms if stem_of_term(term) not in index.encoded_postings]
        if absent:
            yield UnusedTerms(group, tuple(absent))
