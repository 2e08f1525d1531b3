"""The columns: one list for the JSON, the CSV, the schema and the codebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.example import Example, Section
from exempelbank.model.record import Constraint, InVocabulary, ListSize, MaxLength, Texts
from exempelbank.model.submission import PublishedExample
from exempelbank.settings import Meaning, Settings

ColumnValue = str | int | Texts


class DataSource(NamedTuple):
    """What the values are taken from, beside the example itself."""

    catalogue: Catalogue
    urls: UrlBuilder


@dataclass(frozen=True)
class Column:
    name: str  # of a field of the example, a section of it, or what _OTHER_VALUES holds
    _about: str
    form: str = "text"  # text, list, date, number (from 1), count (from 0)

    def about(self, settings: Settings) -> str:
        """What it holds, in words."""
        none = settings.vocabulary(self.vocabulary).meaning(Meaning.NONE_OF_THESE)
        about = [pgettext("codebook", self._about)]
        about += [_("{id}: none of them.").format(id=id) for id in sorted(none)]
        return " ".join(about)

    @cached_property
    def vocabulary(self) -> str:
        """The list that its values are ids in, if there is one."""
        is_field = self.name in Example.model_fields
        term = Example.constraint(self.name, InVocabulary) if is_field else None
        return term.vocabulary if term else ""

    def longest(self, settings: Settings) -> int | None:
        """In characters, of the text or of each text in the list."""
        if self.section:
            return settings.fields.published_section(self.section).longest
        limit = self._constraint(MaxLength, settings)
        return limit.characters if limit else None

    def most(self, settings: Settings) -> int | None:
        """How many a list may hold."""
        items = self._constraint(ListSize, settings)
        return items.most if items else None

    @cached_property
    def section(self) -> Section | None:
        return Section(self.name) if self.name in set(Section) else None

    def _constraint(self, of: type[Constraint], settings: Settings) -> Constraint | None:
        if self.name not in Example.model_fields:
            return None
        return settings.fields.constraint(PublishedExample, self.name, of)

    @cached_property
    def value_of(self) -> Callable[[LearningExample, DataSource], ColumnValue]:
        """Found once: a large collection holds half a million values."""
        name, section = self.name, self.section
        if section:
            return lambda example, _source: example.sections.get(section, "")
        return _OTHER_VALUES.get(name) or (lambda example, _source: getattr(example, name))

    def labels(self, settings: Settings) -> Mapping[str, str]:
        """The words for its ids."""
        terms = settings.vocabulary(self.vocabulary) if self.vocabulary else ()
        return {term.id: term.label for term in terms}


_OTHER_VALUES: Mapping[str, Callable[[LearningExample, DataSource], ColumnValue]] = {
    "url": lambda example, source: source.urls.full(source.urls.of(example)),
    "links": lambda example, _source: tuple(link.url for link in example.links),
    "supplier": lambda example, _source: example.supplier.name if example.supplier else "",
    "trial_notes": lambda example, source: len(source.catalogue.trial_notes_on(example)),
    "version": lambda example, _source: example.review.version,
    "published": lambda example, _source: str(example.review.published),
    "updated": lambda example, _source: str(example.review.updated),
    "review_by": lambda example, _source: str(example.review.review_by),
}
COLUMNS = (
    Column("id", N_("codebook", "The example's own number. It never changes.")),
    Column("url", N_("codebook", "The page where the example can be read.")),
    Column("title", N_("codebook", "Title.")),
    Column("summary", N_("codebook", "Summary.")),
    Column("kind", N_("codebook", "Kind of example.")),
    Column("stage", N_("codebook", "How far the work has come.")),
    Column("started", N_("codebook", "The month it started: 2025-01.")),
    Column("ended", N_("codebook", "The month it ended, if it has.")),
    Column("municipality", N_("codebook", "The municipality, or other party, it is from.")),
    Column("district", N_("codebook", "The district, where the municipality has districts.")),
    Column("organisation", N_("codebook", "The organisation, when it is none of those.")),
    Column("other_municipalities", N_("codebook", "Other places that took part."), "list"),
    Column("unit", N_("codebook", "The unit.")),
    Column("provider", N_("codebook", "Who runs the unit.")),
    Column("work_areas", N_("codebook", "Areas of work."), "list"),
    Column("support", N_("codebook", "Forms of support, by the law that grants them."), "list"),
    Column("target_groups", N_("codebook", "Whom the support is for."), "list"),
    Column("roles", N_("codebook", "The roles of those who work this way."), "list"),
    Column("focus_areas", N_("codebook", "Focus areas."), "list"),
    Column("networks", N_("codebook", "Networks that the example belongs to."), "list"),
    Column("keywords", N_("codebook", "Keywords that the senders chose."), "list"),
    Column("perspectives", N_("codebook", "Whose voices are heard in the text."), "list"),
    Column("evidence", N_("codebook", "How they know. It describes, it does not grade."), "list"),
    Column("lessons", N_("codebook", "What they learnt."), "list"),
    Column("discussion_questions", N_("codebook", "Questions for a workplace meeting."), "list"),
    Column("links", N_("codebook", "Addresses that the example refers to."), "list"),
    Column("supplier", N_("codebook", "A supplier that the example mentions.")),
    Column("storyteller", N_("codebook", "Where they are willing to tell about it."), "list"),
    Column("background", N_("codebook", "Starting point. Markdown.")),
    Column("how", N_("codebook", "What they did. Markdown.")),
    Column("participation", N_("codebook", "How those concerned took part. Markdown.")),
    Column("results", N_("codebook", "Results. Markdown.")),
    Column("did_not_work", N_("codebook", "What did not work. Markdown.")),
    Column("advice", N_("codebook", "Advice to those who want to do the same. Markdown.")),
    Column("resources", N_("codebook", "Time, cost and skills. Markdown.")),
    Column("easy_read", N_("codebook", "The example in easy language.")),
    Column("trial_notes", N_("codebook", "How many have tried it, and told how it went."), "count"),
    Column("version", N_("codebook", "The number of the version, from 1."), "number"),
    Column("published", N_("codebook", "The day it was first published."), "date"),
    Column("updated", N_("codebook", "The day of this version."), "date"),
    Column("review_by", N_("codebook", "The day it is to be reviewed again."), "date"),
)  # fmt: skip
