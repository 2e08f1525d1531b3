"""One invented library of n examples and n/10 news items, as a project of ours.

Every example has about 630 words in eight sections, lessons, facts and terms in seven vocabularies.
The texts are drawn from a fixed seed: the same n gives the same library.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from words import TOPICS, phrase, sentence, text

from exempelbank.documents import read_document
from exempelbank.model.content import NewsItem
from exempelbank.model.example import Section
from exempelbank.model.review import HASH_VERSION, Publication, ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.privacy.rules import rules_version
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from exempelbank.settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parents[2]
SECTION_WORDS = {
    Section.BACKGROUND: 80,
    Section.HOW: 215,
    Section.PARTICIPATION: 60,
    Section.RESULTS: 80,
    Section.DID_NOT_WORK: 60,
    Section.ADVICE: 60,
    Section.RESOURCES: 35,
    Section.EASY_READ: 45,
}


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
            title=_title(dice, number),
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
            keywords=tuple(dict.fromkeys(TOPICS.draw(dice, 3))),
            lessons=tuple(sentence(dice, 12) for _ in range(3)),
            sections={section: text(dice, words) for section, words in SECTION_WORDS.items()},
            review=Publication(
                state=ReviewState.APPROVED,
                version=1,
                published=day,
                updated=day,
                review_by=day + timedelta(days=3650),
                approved_by=("anna-ek", "bo-lind"),
                hash_version=HASH_VERSION,
                content_hash="sha256:" + "0" * 64,
                privacy_rules=rules_version(),
            ),
        )
        made.append(approved(example))
    return made


def _title(dice: random.Random, number: int) -> str:
    """Short enough for a title, and like no other."""
    title = phrase(dice, 6)
    while len(title) > 74:
        title = phrase(dice, 6)
    return f"{title} {number}"


def approved(example: PublishedExample) -> PublishedExample:
    """The same, with the approval bound to its text as it now stands."""
    bound = example.review.model_copy(update={"content_hash": example.content_hash()})
    return example.model_copy(update={"review": bound})


def news(count: int) -> list[NewsItem]:
    dice = random.Random(-count)
    return [
        NewsItem(
            id=f"nyhet-{number}",
            title=_title(dice, number),
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
    write_project(folder, examples(count, sample_settings()), [])


def write_project(
    folder: Path, published: Iterable[PublishedExample], items: Iterable[NewsItem]
) -> None:
    for name in ("site_config", "content/networks", "content/focus_areas", "content/pages"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for number, record in enumerate([*published, *items]):
        name = f"exempel-{number}" if isinstance(record, PublishedExample) else record.id
        path = folder / record.folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document_of(record, path.name).text, "utf-8")


def set_extras(folder: Path, *, picture_cards: str = "none", qr_codes: str = "no") -> None:
    """What no other builder makes."""
    organisation = folder / "site_config" / "organisation.yml"
    lines = organisation.read_text("utf-8").splitlines(keepends=True)
    extras = ("picture_cards:", "qr_codes:")
    other_lines = "".join(line for line in lines if not line.startswith(extras))
    organisation.write_text(
        f"{other_lines}picture_cards: {picture_cards}\nqr_codes: {qr_codes}\n", "utf-8"
    )


def edit_example(folder: Path, number: int, added: str) -> None:
    """Another sentence in the results of one example, approved again."""
    problems = Problems()
    path = folder / PublishedExample.folder / f"exempel-{number}.md"
    document = read_document(path, folder, problems)
    example = document and record_from(document, PublishedExample, problems)
    assert example, "\n".join(map(str, problems))
    sections = {
        **example.sections,
        Section.RESULTS: f"{example.sections[Section.RESULTS]}\n\n{added}",
    }
    edited = approved(example.model_copy(update={"sections": sections}))
    path.write_text(document_of(edited, path.name).text, "utf-8")


def edit_news(folder: Path, number: int, added: str) -> None:
    path = folder / NewsItem.folder / f"nyhet-{number}.md"
    path.write_text(f"{path.read_text('utf-8')}\n{added}\n", "utf-8")
