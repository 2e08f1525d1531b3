"""What every page is printed with: the collection, the settings, the day, the templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.text_links import TextLinks
from exempelbank.catalogue.urls import Addressed, UrlBuilder
from exempelbank.feeds.files import Feeds
from exempelbank.model.content import NewsItem
from exempelbank.settings import Settings
from exempelbank.site.rendering.assets import modules_behind
from exempelbank.site.rendering.environment import environment
from exempelbank.site.site import Page


@dataclass(frozen=True)
class RenderContext:
    catalogue: Catalogue
    settings: Settings
    today: date

    @cached_property
    def urls(self) -> UrlBuilder:
        return UrlBuilder(self.settings)

    @cached_property
    def feeds(self) -> Feeds:
        return Feeds(self.catalogue, self.settings, self.today)

    def __reduce__(self) -> tuple[Any, ...]:
        """What has been worked out from these is worked out anew in another process."""
        return RenderContext, (self.catalogue, self.settings, self.today)

    @cached_property
    def env(self) -> Environment:
        env = environment(self.settings)
        env.globals.update(
            today=self.today,
            link_to=self.link_to,
            links_of=self.text_links.of,
            section_url=self.section_url,
        )
        return env

    @cached_property
    def news(self) -> tuple[NewsItem, ...]:
        return self.catalogue.news_on(self.today)

    @cached_property
    def text_links(self) -> TextLinks:
        return TextLinks(self.catalogue, self.settings)

    @cached_property
    def memo(self) -> dict[object, Any]:
        """What `memoized` has made."""
        return {}

    def link_to(self, record: Addressed) -> str:
        """None when its section is off: an empty text."""
        address = self.urls.of(record)
        return self.href(address) if self.settings.may_have(address) else ""

    def section_url(self, name: str, *further: str) -> str:
        """The link to a section, or to a page further in; an empty text when it is off."""
        return self.href(self.urls.section(name, *further)) if self.settings.has(name) else ""

    def href(self, address: str) -> str:
        """What stands in a link, whatever folder the site lives in."""
        return self._call("href", address)

    def asset(self, name: str) -> str:
        """The link to a file of the theme."""
        return self._call("asset", name)

    def _call(self, name: str, *arguments: str) -> str:
        found: Any = self.env.globals[name]
        return str(found(*arguments))

    def component(self, name: str, *arguments: object) -> Markup:
        """A shared component, for a value that is worked out in Python."""
        component: Any = self.env.globals["eb"]
        return Markup(getattr(component, name)(*arguments))

    def render(self, template: str, **values: Any) -> str:
        return self.env.get_template(template).render(values)

    def script_tag(self, name: str) -> Markup:
        """For a page's head: the script of this name, from theme/assets."""
        return Markup('<script type="module" src="{}"></script>').format(self.asset(name))

    def style_tag(self, name: str) -> Markup:
        """For a page's head: a style sheet that few pages need, from theme/assets."""
        return Markup('<link rel="stylesheet" href="{}">').format(self.asset(name))

    def preload_tags(self, name: str) -> Markup:
        """For a page's head: the script of this name will be asked for, with all it imports."""
        tag = Markup('<link rel="modulepreload" href="{}">')
        return Markup().join(tag.format(self.asset(module)) for module in modules_behind(name))

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
        """`section`: the menu entry that is lit. `indexed`: search engines may list it. `values`:
        what the template shows.
        """
        return Page(
            address,
            title,
            self.render(template, title=title, **values),
            description,
            section,
            "".join((*head, self.feeds.discovery.get(address, ""))),
            updated,
            indexed,
        )
