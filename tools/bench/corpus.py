"""One invented library of n examples and n/10 news items, written for each generator we compare.

Every example has about 690 words in eight sections, lessons, facts and terms in seven vocabularies.
The texts are drawn from a fixed seed: the same n gives the same library.
"""

from __future__ import annotations

import json
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from generator.documents import as_yaml
from generator.model.content import NewsItem
from generator.model.example import Section
from generator.model.review import Publication, ReviewState
from generator.model.submission import PublishedExample
from generator.problems import Problems
from generator.records import document_of
from generator.settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parents[2]
NOUNS, SMALL, VERBS = (
    line.split() for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
)
SECTION_WORDS = {
    Section.BACKGROUND: 95,
    Section.HOW: 250,
    Section.PARTICIPATION: 70,
    Section.RESULTS: 95,
    Section.DID_NOT_WORK: 65,
    Section.ADVICE: 65,
    Section.RESOURCES: 35,
    Section.EASY_READ: 45,
}


def sentence(dice: random.Random, words: int = 0) -> str:
    length = words or dice.randint(7, 14)
    chosen = [dice.choice((NOUNS, SMALL, VERBS)[n % 3]) for n in range(length)]
    return " ".join(chosen).capitalize() + "."


def text(dice: random.Random, words: int) -> str:
    """Paragraphs and a list now and then, of at most so many words."""
    blocks, left = [], words
    while left >= 14:
        some = min(left, dice.randint(20, 45))
        if dice.random() < 0.25:
            lines = [f"- {sentence(dice, 6)}" for _ in range(some // 6)]
            blocks.append("\n".join(lines))
            left -= 6 * len(lines)
        else:
            sentences = [sentence(dice, 10) for _ in range(max(some // 10, 1))]
            blocks.append(" ".join(sentences))
            left -= 10 * len(sentences)
    return "\n\n".join(blocks)


def examples(count: int, settings: Settings) -> list[PublishedExample]:
    dice = random.Random(count)
    terms = {name: [term.id for term in terms] for name, terms in settings.vocabularies.items()}
    homes = [home for home in terms["municipalities"] if home != "stockholm"]  # it needs a district
    made = []
    for number in range(count):
        day = date(2020, 1, 1) + timedelta(days=number % 2200)
        some = lambda name, most: tuple(dice.sample(terms[name], dice.randint(1, most)))  # noqa: E731
        example = PublishedExample(
            id=f"FC-{day.year}-{number:05d}",
            title=f"{sentence(dice, 6)[:-1]} {number}",
            summary=sentence(dice, 22),
            kind=dice.choice(terms["kinds"]),
            stage=dice.choice(terms["stages"]),
            municipality=dice.choice(homes),
            work_areas=some("work_areas", 2),
            target_groups=some("target_groups", 2),
            roles=some("roles", 3),
            focus_areas=some("focus_areas", 1),
            evidence=some("evidence", 2),
            perspectives=some("perspectives", 2),
            keywords=tuple(dice.sample(NOUNS, 3)),
            lessons=tuple(sentence(dice, 12) for _ in range(3)),
            sections={section: text(dice, words) for section, words in SECTION_WORDS.items()},
            review=Publication(
                state=ReviewState.APPROVED,
                version=1,
                published=day,
                updated=day,
                review_by=day + timedelta(days=3650),
                approved_by=("anna-ek", "bo-lind"),
                content_hash="sha256:" + "0" * 64,
            ),
        )
        bound = example.review.model_copy(update={"content_hash": example.content_hash()})
        made.append(example.model_copy(update={"review": bound}))
    return made


def news(count: int) -> list[NewsItem]:
    dice = random.Random(-count)
    return [
        NewsItem(
            id=f"nyhet-{number}",
            title=f"{sentence(dice, 6)[:-1]} {number}",
            summary=sentence(dice, 18),
            kind=dice.choice(("samverkan", "forskning", "kunskapsstod")),
            published=date(2026, 3, 1) - timedelta(days=number % 2000),
            text=text(dice, 120),
        )
        for number in range(count // 10)
    ]


def sample_settings() -> Settings:
    problems = Problems()
    settings = load_settings(PROJECT, problems)
    assert settings, "\n".join(map(str, problems))
    return settings


def write_examples(count: int, folder: Path) -> None:
    """A project of ours with the examples alone."""
    _for_exempelbank(folder, examples(count, sample_settings()), [])


def write_corpora(count: int, folder: Path) -> None:
    """folder/{exempelbank,hugo,eleventy,mkdocs}: each a project ready to be built."""
    shutil.rmtree(folder, ignore_errors=True)
    settings = sample_settings()
    told, items = examples(count, settings), news(count)
    _for_exempelbank(folder / "exempelbank", told, items)
    _for_peers(folder, told, items)


def _for_exempelbank(folder: Path, told: list[PublishedExample], items: list[NewsItem]) -> None:
    for name in ("site_config", "content/networks", "content/focus_areas", "content/pages"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for number, record in enumerate([*told, *items]):
        name = f"exempel-{number}" if isinstance(record, PublishedExample) else record.id
        path = folder / record.folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document_of(record, path.name).text, "utf-8")


def _for_peers(folder: Path, told: list[PublishedExample], items: list[NewsItem]) -> None:
    """The same facts and texts as plain front matter and Markdown."""
    here = Path(__file__).parent
    shutil.copytree(here / "hugo", folder / "hugo")
    shutil.copytree(here / "eleventy", folder / "eleventy")
    (folder / "mkdocs").mkdir()
    (folder / "mkdocs" / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ntheme: {name: material, font: false}\n"
        "not_in_nav: |\n  /larande-exempel/\n  /nyheter/\nnav: [index.md]\n",
        "utf-8",
    )
    roots = [folder / name for name in ("hugo/content", "eleventy/content", "mkdocs/docs")]
    for root in roots:
        root.mkdir(parents=True)
    shutil.copytree(folder / "eleventy" / "pages", roots[1], dirs_exist_ok=True)
    shutil.rmtree(folder / "eleventy" / "pages")
    (roots[2] / "index.md").write_text("# Bench\n", "utf-8")
    pages = [("larande-exempel", f"exempel-{n}", *_plain(one)) for n, one in enumerate(told)]
    pages += [("nyheter", item.id, {"title": item.title, "description": item.summary,
               "date": str(item.published)}, item.text) for item in items]  # fmt: skip
    for section, name, front, body in pages:
        page = f"---\n{as_yaml(front)}---\n\n{body}\n"
        for root in roots:
            (root / section).mkdir(exist_ok=True)
            (root / section / f"{name}.md").write_text(page, "utf-8")


TAXONOMIES = ("work_areas", "target_groups", "roles", "focus_areas", "evidence", "perspectives")


def _plain(example: PublishedExample) -> tuple[dict[str, object], str]:
    public = {"id", "title", "kind", "stage", "lessons", *TAXONOMIES}
    facts = json.loads(example.model_dump_json(include=public))
    facts |= {
        "description": example.summary,
        "date": str(example.review.published),
        "municipalities": [example.municipality],
    }
    told = [f"## {section.heading}\n\n{text}" for section, text in example.sections.items()]
    return facts, "\n\n".join(told)
