"""What people do to a project between two builds, drawn at random."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.documents import read_document
from generator.model.submission import PublishedExample
from generator.problems import Problems
from generator.records import document_of, record_from

WORDS = (
    *("stöd", "vardag", "boende", "schema", "samtal"),
    *("trygghet", "arbetsplats", "övning", "kartläggning"),
)


def _records(project: Path, folder: str = "*") -> list[Path]:
    return sorted((project / "content").glob(f"{folder}/*.md"))


def _replaced(path: Path, pattern: str, text: str) -> None:
    path.write_text(re.sub(pattern, text, path.read_text("utf-8"), count=1, flags=re.M), "utf-8")


def _example(dice: random.Random, project: Path) -> tuple[Path, PublishedExample] | None:
    path = dice.choice(_records(project, "examples"))
    document = read_document(path, project, Problems())
    example = document and record_from(document, PublishedExample, Problems())
    return (path, example) if example else None


def _approved_anew(path: Path, example: PublishedExample) -> None:
    bound = example.review.model_copy(update={"content_hash": example.content_hash()})
    written = document_of(example.model_copy(update={"review": bound}), path.name)
    path.write_text(written.text, "utf-8")


def edit_an_example(dice: random.Random, project: Path) -> None:
    if found := _example(dice, project):
        path, example = found
        section = dice.choice(sorted(example.sections))
        told = {**example.sections, section: " ".join(dice.sample(WORDS, 5)).capitalize() + "."}
        lessons = (f"{dice.choice(WORDS).capitalize()} först.", *example.lessons[1:])
        _approved_anew(path, example.model_copy(update={"sections": told, "lessons": lessons}))


def choose_other_terms(dice: random.Random, project: Path) -> None:
    if found := _example(dice, project):
        path, example = found
        other = _example(dice, project)
        if other:
            terms = {name: getattr(other[1], name) for name in ("work_areas", "roles", "keywords")}
            _approved_anew(path, example.model_copy(update=terms))


def change_without_approval(dice: random.Random, project: Path) -> None:
    _replaced(dice.choice(_records(project, "examples")), r"^summary: .*$", "summary: Ändrad.")


def move_between_states(dice: random.Random, project: Path) -> None:
    state = dice.choice(("approved", "paused", "withdrawn", "archived", "needs-review"))
    path = dice.choice(_records(project, "examples"))
    _replaced(path, r"^  state: [\w-]+$", f"  state: {state}")


def edit_any_record(dice: random.Random, project: Path) -> None:
    path = dice.choice([path for path in _records(project) if path.parent.name != "examples"])
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{' '.join(dice.sample(WORDS, 3)).capitalize()}.\n")


def give_another_title(dice: random.Random, project: Path) -> None:
    folder = dice.choice(("news", "networks", "focus_areas", "tips", "pages", "events"))
    if found := _records(project, folder):
        _replaced(dice.choice(found), r"^title: .*$", f"title: Om {dice.choice(WORDS)}")


def rename(dice: random.Random, project: Path) -> None:
    path = dice.choice(_records(project))
    path.rename(
        path.with_name(f"{dice.choice(WORDS[:5])}-{dice.randrange(99)}.md".replace("ö", "o"))
    )


def delete(dice: random.Random, project: Path) -> None:
    if len(found := _records(project)) > 20:
        dice.choice(found).unlink()


def add(dice: random.Random, project: Path) -> None:
    path = dice.choice(_records(project, "news"))
    path.with_name(f"ny-{dice.randrange(999)}.md").write_bytes(path.read_bytes())


def break_a_file(dice: random.Random, project: Path) -> None:
    dice.choice(_records(project)).write_text("---\ntitle: [\n---\n", "utf-8")


def change_the_settings(dice: random.Random, project: Path) -> None:
    what = dice.choice((
        (r"^site_name: .*$", f"site_name: {dice.choice(WORDS)}banken"),
        (r"^url: .*$", f"url: https://{dice.randrange(9)}.example/bank/"),
    ))  # fmt: skip
    _replaced(project / "site_config/organisation.yml", *what)


def change_a_synonym(dice: random.Random, project: Path) -> None:
    with (project / "site_config/synonyms.txt").open("a", encoding="utf-8") as file:
        file.write("\n{}, {}\n".format(*dice.sample(WORDS, 2)))


class Clock:
    """In place of `datetime` where a build asks what day it is."""

    day = date(2026, 3, 16)

    @classmethod
    def now(cls, zone: ZoneInfo) -> datetime:
        return datetime.combine(cls.day, time(12), zone)


def let_days_pass(dice: random.Random, project: Path) -> None:
    Clock.day += timedelta(days=dice.randint(1, 200))


CHANGES: tuple[Callable[[random.Random, Path], None], ...] = (
    edit_an_example,
    choose_other_terms,
    change_without_approval,
    move_between_states,
    edit_any_record,
    give_another_title,
    rename,
    delete,
    add,
    break_a_file,
    change_the_settings,
    change_a_synonym,
    let_days_pass,
)
