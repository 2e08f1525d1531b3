"""What every page is printed with: the collection, the settings, the day, the templates; and what
earlier builds remember.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.catalogue import Catalogue, LearningExample
from generator.catalogue.addresses import AddressBook, Addressed
from generator.catalogue.catalogue import AnyRecord
from generator.feeds.files import Feeds
from generator.fingerprints import fingerprint
from generator.memory import Memory
from generator.model.content import NewsItem
from generator.pages.site import Page
from generator.pages.templating import environment
from generator.settings import Settings


@dataclass(frozen=True)
class Press:
    catalogue: Catalogue
    settings: Settings
    today: date
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def book(self) -> AddressBook:
        return AddressBook(self.settings)

    @cached_property
    def feeds(self) -> Feeds:
        return Feeds(self.catalogue, self.settings, self.today)

    @cached_property
    def _env(self) -> Environment:
        env = environment(self.settings)
        env.globals.update(
            today=self.today,
            link_to=self.link_to,
            section=self.section,
        )
        return env

    def marks_of(self, records: Iterable[AnyRecord]) -> bytes:
        """One mark of all these in this order: for what a page is made of."""
        return fingerprint(b"".join(map(self.catalogue.mark, records)))  # each is as long

    @cached_property
    def news(self) -> tuple[NewsItem, ...]:
        return self.catalogue.news_on(self.today)

    def faces_of(self, examples: Iterable[LearningExample]) -> bytes:
        """The same of what cards and lists show of these."""
        face = self.catalogue.face
        return fingerprint(b"".join([face(example.id) for example in examples]))

    @cached_property
    def examples(self) -> bytes:
        """What lists show of all that are listed."""
        return self.faces_of(self.catalogue.examples)

    @cached_property
    def surroundings(self) -> bytes:
        """The mark of everything that an example may lie within."""
        return self.marks_of((*self.catalogue.focus_areas, *self.catalogue.networks))

    @cached_property
    def calendar(self) -> bytes:
        """The mark of all events. What tells of their days depends on today too."""
        return self.marks_of(self.catalogue.events)

    @property
    def life(self) -> tuple[object, ...]:
        """What decides a page that shows a little of all that goes on."""
        news = self.marks_of(self.news)
        return self.today, self.examples, news, self.calendar, self.surroundings

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What `once` has made."""
        return {}

    def link_to(self, record: Addressed) -> str:
        return self.href(self.book.of(record))

    def section(self, name: str, *further: str) -> str:
        """The link to a section, or to a page further in."""
        return self.href(self.book.section(name, *further))

    def href(self, address: str) -> str:
        """What stands in a link, whatever folder the site lives in."""
        return self._call("href", address)

    def _call(self, name: str, *arguments: str) -> str:
        found: Any = self._env.globals[name]
        return str(found(*arguments))

    def macro(self, name: str, *arguments: object) -> Markup:
        """A shared component, for a value that is worked out in Python."""
        component: Any = self._env.globals["eb"]
        return Markup(getattr(component, name)(*arguments))

    def body(self, template: str, **values: Any) -> str:
        return self._env.get_template(template).render(values)

    def module(self, name: str) -> Markup:
        """For a page's head: the script of this name, from theme/assets."""
        return Markup('<script type="module" src="{}"></script>').format(self._call("asset", name))

    def page(
        self,
        template: str,
        address: str,
        title: str,
        *,
        description: str = "",
        section: str = "",
        head: tuple[Markup, ...] = (),
        updated: date | None = None,
        indexed: bool = True,
        **values: Any,
    ) -> Page:
        return Page(
            address,
            title,
            self.body(template, title=title, **values),
            description,
            section,
            "".join((*head, self.feeds.discovery.get(address, ""))),
            updated,
            indexed,
        )
