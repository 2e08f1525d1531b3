"""The same library in plain front matter and Markdown, for the generators we compare with.

Hugo and Eleventy get facts as front matter, under the names that their addresses have. Stock MkDocs
shows of its front matter only the tags, so its pages tell other facts and the lessons in the text.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus import PROJECT

from exempelbank.model.content import NewsItem
from exempelbank.model.submission import PublishedExample
from exempelbank.settings import Settings

HERE = Path(__file__).parent
FACETS = {  # as the addresses of our own lists have it: the field, and its vocabulary
    "verksamhetsomrade": ("work_areas", "work_areas"),
    "fokusomrade": ("focus_areas", "focus_areas"),
    "malgrupp": ("target_groups", "target_groups"),
    "kommun": ("municipality", "municipalities"),
    "yrkesroll": ("roles", "roles"),
    "typ": ("kind", "kinds"),
    "perspektiv": ("perspectives", "perspectives"),
    "underlag": ("evidence", "evidence"),
}
TERMS = {*FACETS, "ar", "slag", "arkiv"}
Page = tuple[str, Mapping[str, object], str]  # where it lies, its facts, its text in Markdown


def write_for_peers(
    folder: Path, published: list[PublishedExample], items: list[NewsItem], settings: Settings
) -> None:
    """folder/{hugo,eleventy,mkdocs}: each a project ready to be built."""
    pages = list(_pages(published, items, settings))
    for peer, content in (("hugo", "content"), ("eleventy", "content"), ("mkdocs", "docs")):
        shutil.copytree(HERE / peer, folder / peer)
        if peer != "mkdocs":  # stock Material brings its own
            _add_shell(folder / peer)
        for address, facts, text in pages:
            path = folder / peer / content / f"{address}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                _in_words(facts, text) if peer == "mkdocs" else _page(facts, text), "utf-8"
            )


def _add_shell(project: Path) -> None:
    """Our styles and scripts, header and footer, for whoever has no look of its own."""
    shutil.copytree(PROJECT / "generator/exempelbank/theme/assets", project / "static/assets")
    partials = "layouts/_partials" if project.name == "hugo" else "_includes"
    shutil.copytree(HERE / "shell", project / partials, dirs_exist_ok=True)


def _pages(
    published: list[PublishedExample], items: list[NewsItem], settings: Settings
) -> Iterator[Page]:
    labels = {
        name: {term.id: term.label for term in terms}
        for name, terms in settings.vocabularies.items()
    }
    for number, example in enumerate(published):
        facts: dict[str, object] = {
            "id": example.id,
            "title": example.title,
            "description": example.summary,
            "date": str(example.review.published),
            "stage": labels["stages"][example.stage],
            "lessons": example.lessons,
            "keywords": example.keywords,
            "ar": [str(example.review.published.year)],
        }
        for facet, (field, vocabulary) in FACETS.items():
            value = getattr(example, field)
            values = (value,) if isinstance(value, str) else value
            facts[facet] = [labels[vocabulary][id] for id in values]
        text = "\n\n".join(
            f"## {section.heading}\n\n{text}" for section, text in example.sections.items()
        )
        yield f"larande-exempel/exempel-{number}", facts, text
    for item in items:
        day = item.published
        facts = {
            "title": item.title,
            "description": item.summary,
            "date": str(day),
            "slag": [labels["news_kinds"][item.kind]],
            "arkiv": [str(day.year)],
        }
        yield f"nyheter/{item.id}", facts, item.text


def _page(facts: Mapping[str, object], text: str) -> str:
    front = "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items()
    )
    return f"---\n{front}---\n\n{text}\n"


def _in_words(facts: Mapping[str, object], text: str) -> str:
    """Terms as tags, which Material links and lists; other facts as a list under the heading."""
    terms: list[str] = []
    lines = []
    for name, value in facts.items():
        if name in TERMS:
            assert isinstance(value, list)
            terms += value
        elif name not in ("title", "description"):
            text = ", ".join(value) if isinstance(value, tuple) else value
            lines.append(f"- {name}: {text}")
    front = {
        "title": facts["title"],
        "description": facts["description"],
        "tags": list(dict.fromkeys(terms)),
    }
    parts = [f"# {facts['title']}", str(facts["description"]), "\n".join(lines), text]
    return _page(front, "\n\n".join(parts))
