"""What is asked of a new project, and what is wrong with an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from exempelbank.documents import Document
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.record import Email
from exempelbank.problems import Location, Problem, Problems
from exempelbank.records import validated
from exempelbank.settings.organisation import Organisation
from exempelbank.starters.starter import FORGES, STARTERS
from exempelbank.text.characters import REFUSED, name_of
from exempelbank.text.choices import choices_text
from exempelbank.text.normalization import slug_from


@dataclass(frozen=True)
class ProjectQuestion:
    """`asks` and `about` are looked up with the context "new project"."""

    name: str
    option: str
    asks: str
    about: str
    default: Callable[[Mapping[str, str]], str] = lambda given: ""


def _called(given: Mapping[str, str]) -> str:
    return given.get("name", "")


def _site_name(given: Mapping[str, str]) -> str:
    starter = STARTERS.get(given.get("from", "tom"), STARTERS["tom"])
    names = starter.site_names
    return names.get(given.get("language", "sv")) or next(iter(names.values()))


def _id_prefix(given: Mapping[str, str]) -> str:
    """SAM of Samspelet, FC of Forum Carpe."""
    words = slug_from(given.get("short_name") or given.get("name", "")).upper().split("-")
    initials = "".join(word[:1] for word in words)
    letters = initials if len(initials) > 1 else "".join(words)[:3]
    return re.sub("[^A-Z]", "", letters)[:6]


QUESTIONS = (
    ProjectQuestion(
        "from",
        "--from",
        N_("new project", "What do you begin from?"),
        N_("new project", "You can change everything later."),
        lambda given: "tom",
    ),
    ProjectQuestion(
        "name",
        "--name",
        N_("new project", "What is the organisation called?"),
        N_("new project", "In full, as it stands in the accessibility statement."),
    ),
    ProjectQuestion(
        "short_name",
        "--short-name",
        N_("new project", "And where there is little room?"),
        N_("new project", "As people say it within a sentence."),
        _called,
    ),
    ProjectQuestion(
        "site_name",
        "--site-name",
        N_("new project", "What is the site called?"),
        N_("new project", "Stands at the top of every page."),
        _site_name,
    ),
    ProjectQuestion(
        "url",
        "--url",
        N_("new project", "Where will the site live?"),
        N_("new project", "The whole address, such as https://exempel.kommunen.example/."),
    ),
    ProjectQuestion(
        "email",
        "--email",
        N_("new project", "Which e-mail address do readers write to?"),
        N_("new project", "The office's, not a person's: it stands on the pages."),
    ),
    ProjectQuestion(
        "id_prefix",
        "--id-prefix",
        N_("new project", "Which letters does each number begin with?"),
        N_("new project", "One to six capitals: EX gives EX-2026-001. They are never changed."),
        _id_prefix,
    ),
    ProjectQuestion(
        "reviewer",
        "--reviewer",
        N_("new project", "Who reviews?"),
        N_("new project", "A name. It stands in the project, and never on the site."),
    ),
    ProjectQuestion(
        "second_reviewer",
        "--reviewer",
        N_("new project", "And who else?"),
        N_("new project", "Two people read each text before it is published."),
    ),
    ProjectQuestion(
        "forge",
        "--forge",
        N_("new project", "Which platform will hold the project?"),
        N_("new project", "github, forgejo or gitlab: their workflows come along. Or none."),
        lambda given: "none",
    ),
)

_CHOICES = {"from": tuple(STARTERS), "forge": FORGES, "language": ("sv", "en")}
_NAMES = {"name", "short_name", "site_name", "reviewer", "second_reviewer"}
_LONGEST_NAME = 80
# What would mean something in the files where a name is put.
_NOT_IN_NAMES = re.compile(r'["\\<>{}\[\]*_`#|\n\t]|: ')


def default_of(question: ProjectQuestion, given: Mapping[str, str]) -> str:
    return question.default(given)


def problems_of_answer(name: str, answer: str, option: str) -> Iterator[Problem]:
    place = Location(option)
    if not answer:
        yield Problem(place, _("must not be empty"))
    elif hidden := REFUSED.search(answer):
        says = _("the hidden character {code} has no place in a text")
        yield Problem(place, says.format(code=name_of(hidden[0])), _("Write the name without it."))
    elif name in _CHOICES and answer not in _CHOICES[name]:
        says = _("“{word}” is none of the words that may stand here").format(word=answer)
        yield Problem(place, says, choices_text(answer, _CHOICES[name], "exempelbank new --help"))
    elif name in _NAMES:
        if found := _NOT_IN_NAMES.search(answer):
            says = _("may not hold {sign}").format(sign=found[0].strip() or _("a line break"))
            yield Problem(place, says, _("Write the name without it."))
        if len(answer) > _LONGEST_NAME:
            yield Problem(place, _("is longer than {n} characters").format(n=_LONGEST_NAME))
        if "reviewer" in name and not slug_from(answer):
            yield Problem(place, _("must hold letters"))
    elif name == "email":
        if not Email.pattern.fullmatch(answer):
            yield Problem(place, _("must be an address such as exempel@kommunen.example"))
    elif name in Organisation.model_fields:
        for problem in _problems_of_setting(name, answer):
            yield replace(problem, location=place)


# With which any one setting of an organisation can be tried.
_SOUND = {
    "name": "A",
    "site_name": "A",
    "url": "https://a.example/",
    "id_prefix": "A",
    "email": "a@a.example",
}


def _problems_of_setting(name: str, answer: str) -> Iterator[Problem]:
    problems = Problems()
    validated({**_SOUND, name: answer}, Organisation, Document("", ""), problems)
    yield from problems


def asked_text(question: ProjectQuestion) -> str:
    return pgettext("new project", question.asks)


def about_text(question: ProjectQuestion) -> str:
    return pgettext("new project", question.about)
