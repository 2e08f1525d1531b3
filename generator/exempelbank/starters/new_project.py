"""The answers -> a NewProject, or every problem in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.starters.questions import (
    QUESTIONS,
    ProjectQuestion,
    about_text,
    asked_text,
    default_of,
    problems_of_answer,
)
from exempelbank.starters.starter import STARTERS, Starter
from exempelbank.text.normalization import slug_from

_WHEEL = re.compile(r"exempelbank-([0-9][0-9A-Za-z.+!]*)-py3-none-any\.whl")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*([a-z]+[0-9]+)?")
# The rest has a default, or is told of with one of these.
_MUST_BE_GIVEN = {"name", "url", "email"}
_HASH = re.compile(r"(?:sha256:)?([0-9a-f]{64})")


@dataclass(frozen=True)
class Program:
    """Exempelbank itself, as the project locks it. Without `wheel` it is fetched from PyPI."""

    version: str
    sha256: tuple[str, ...]
    wheel_name: str = ""
    wheel: bytes = b""


@dataclass(frozen=True)
class NewProject:
    starter: Starter
    language: str
    forge: str
    name: str
    short_name: str
    site_name: str
    url: str
    email: str
    id_prefix: str
    reviewers: tuple[str, ...]
    program: Program
    today: date

    @property
    def reviewer_ids(self) -> tuple[str, ...]:
        return tuple(slug_from(name) for name in self.reviewers)


def new_project_from(
    given: Mapping[str, str],
    program: Program | None,
    more_reviewers: tuple[str, ...],
    today: date,
    problems: Problems,
) -> NewProject | None:
    """`given`: what was answered, by question; what was not gets its default. `program` is None
    when it is a problem already.
    """
    answers = {"language": "sv", **given}
    for question in QUESTIONS:
        if question.name in given:
            answer = given[question.name]
            problems.found += problems_of_answer(question.name, answer, question.option)
        elif default := default_of(question, answers):
            answers[question.name] = default
        elif question.name in _MUST_BE_GIVEN:
            problems.error(Location(question.option), _("is missing"), _what_is_missing(question))
    language = answers["language"]
    problems.found += problems_of_answer("language", language, "--language")
    starter = STARTERS.get(answers["from"])
    if starter and language in ("sv", "en") and language not in starter.site_names:
        problems.error(
            Location("--language"),
            _("{starter} is not written in this language").format(starter=starter.name),
            _("--from tom is there in both."),
        )
    reviewers = tuple(answers[one] for one in ("reviewer", "second_reviewer") if one in answers)
    for name in more_reviewers:
        problems.found += problems_of_answer("reviewer", name, "--reviewer")
    reviewers += more_reviewers
    if len({slug_from(name) for name in reviewers}) != max(len(reviewers), 2):
        problems.error(
            Location("--reviewer"),
            _("two different people are needed"),
            _("Two people read each text before it is published. Give the option twice."),
        )
    if not answers.get("id_prefix") and "name" in given:  # a name without a single letter A–Z
        [prefix] = [one for one in QUESTIONS if one.name == "id_prefix"]
        problems.error(Location(prefix.option), _("is missing"), _what_is_missing(prefix))
    if problems.errors or starter is None or program is None:
        return None
    return NewProject(
        starter,
        language,
        answers["forge"],
        answers["name"],
        answers["short_name"],
        answers["site_name"],
        answers["url"].rstrip("/") + "/",
        answers["email"],
        answers["id_prefix"],
        reviewers,
        program,
        today,
    )


def _what_is_missing(question: ProjectQuestion) -> str:
    return f"{asked_text(question)} {about_text(question)}"


def program_from_wheel(path: Path, problems: Problems) -> Program | None:
    place = Location(str(path))
    if not (named := _WHEEL.fullmatch(path.name)):
        problems.error(
            place,
            _("is not called as a wheel of Exempelbank is"),
            _("Give the file as it came, such as exempelbank-1.0.0-py3-none-any.whl."),
        )
    elif not path.is_file():
        problems.error(place, _("there is no such file"))
    elif not _holds_the_program(path):
        problems.error(place, _("is no wheel, or is not whole"), _("Fetch it once more."))
    else:
        wheel = path.read_bytes()
        return Program(named[1], (sha256(wheel).hexdigest(),), path.name, wheel)
    return None


def _holds_the_program(path: Path) -> bool:
    try:
        with ZipFile(path) as wheel:
            return "exempelbank/__init__.py" in wheel.namelist()
    except BadZipFile:
        return False


def program_from_version(
    version: str, hashes: tuple[str, ...], problems: Problems
) -> Program | None:
    found = [_HASH.fullmatch(one) for one in hashes]
    if not _VERSION.fullmatch(version):
        problems.error(Location("--version"), _("must be a version such as 1.0.0"))
    elif not hashes or not all(found):
        problems.error(
            Location("--hash"),
            _("the checksum of that version is needed: 64 letters and digits"),
            _("It stands at the release, in SHA256SUMS, and on PyPI below “view hashes”."),
        )
    else:
        return Program(version, tuple(match[1] for match in found if match))
    return None
