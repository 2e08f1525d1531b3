"""One round of `check` says all that is wrong: a fault of one stage hides none of another, in the
same file or in others.

Source: a coordinator corrected the one error that check told of, and got the next one each time.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from exempelbank.checks import check_constraints
from exempelbank.cli.checking import check_folder
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import damaged_record_from, document_of
from exempelbank.settings import load_settings
from tests.builders import a_published, a_submission
from tests.feeds.builders import news
from tests.review.builders import a_project, stored, write

# A number as they are invented for tests.
NUMBER = "19900101-2385"
NEWS = f"""\
---
schema: 1
title: Möte #3 om sömn
summary: {"a" * 300}
kind: finns-inte
published: 2026-3-1
exmaple: FC-2026-014
example: FC-2026-999
links:
  - url: ftp://a.example
---

Skriv till {NUMBER}.

Läs [mer](/finns-inte/) och <b>mer</b>.
"""
ITEM, QUEUED, PAGE = "content/news/nytt.md", "submissions/FC-2026-020.md", "content/pages/om/mer.md"
EXAMPLE, LEADS_TO_IT = "content/examples/bildstod.md", "content/news/annat.md"
SUBMISSION = (
    document_of(a_submission(id="FC-2026-020"), QUEUED)
    .text.replace("title: ", "title: X #3 ")
    .replace("state: received", "state: mottagen")
    .replace("## Resultat", f"## Resultatt\n\nRing {NUMBER}.\n\n##Delaktighet")
)
FILES = {
    ITEM: NEWS,
    QUEUED: SUBMISSION,
    PAGE: f"---\ntitel: Om\n---\n\nRing {NUMBER}. [Hit](/finns-inte/)\n\n![Bild](borta.png)\n",
    EXAMPLE: stored(a_published()).document.text.replace("\nkind: ", "\nkynd: "),
    LEADS_TO_IT: (
        "---\nschema: 1\ntitle: Annat\nkind: larande-exempel\npublished: 2026-03-01\n"
        "example: FC-2026-014\n---\n\n[Läs](/larande-exempel/bildstod/)\n"
    ),
    "content/pages/om/index.md": "---\ntitle: Om\n---\n\nOm oss.\n",
}
UNREADABLE = {
    "mkdocs.yml": "site_name: [\n",
    "content/news/halvt.md": f"---\ntitle: [\n---\n\nRing {NUMBER}.\n",
    "content/news/inget.md": "inget\n",
    "content/tips/tips.md": "---\nschema: 1\n---\n",
    "content/pages/halv.md": "---\ntitle: [\n---\n",
    "site_config/forms/x.yml": "version: [\n",
    "site_config/redirects.yml": "redirects: [\n",
}
Faults = dict[str, set[str]]


def faults_in(root: Path) -> Faults:
    """By path: the line and the field of each."""
    problems, found = Problems(), defaultdict(set)
    check_folder(root, problems)
    for problem in problems:
        line, label = problem.location.line or "", problem.location.label or ""
        found[problem.location.path].add(f"{line} {label}".strip())
    return found


def a_faulty_project(root: Path) -> Path:
    a_project(root)
    for path, text in {**FILES, **UNREADABLE}.items():
        write(root, path, text)
    return root


@pytest.fixture(scope="module")
def faults(tmp_path_factory) -> Faults:
    return faults_in(a_faulty_project(tmp_path_factory.mktemp("faulty")))


def test_a_record_with_a_fault_of_every_stage_is_told_of_all(faults):
    assert faults[ITEM] == {
        "3 title",  # a comment
        "4 summary",  # a limit
        "5 kind",  # a list
        "6 published",  # a type
        "7 exmaple",  # no such field
        "8 example",  # no such example
        "10 links.1.url",  # an address
        "13",  # a personal number
        "15",  # a link, and HTML
    }


def test_so_is_a_submission(faults):
    assert faults[QUEUED] == {
        f"{number} {label}".strip()
        for wanted, label in (
            ("title: ", "title"),
            ("  state: mottagen", "review.state"),
            ("## Resultatt", "Resultatt"),
            (f"Ring {NUMBER}.", ""),
            ("##Delaktighet", ""),
        )
        for number, line in enumerate(SUBMISSION.splitlines(), 1)
        if line.startswith(wanted)
    }


def test_so_is_a_page_written_by_hand(faults):
    assert faults[PAGE] == {"title", "2 titel", "5", "7"}


def test_a_fault_in_an_example_is_no_fault_of_what_leads_to_it(faults):
    assert faults[EXAMPLE]
    assert LEADS_TO_IT not in faults


@pytest.mark.parametrize("folder", ["networks", "focus_areas"])
def test_what_names_a_record_that_can_not_be_read_is_told_which_and_not_that_there_is_none(
    tmp_path, folder
):
    root = a_project(tmp_path)
    broken = write(root, f"content/{folder}/halv.md", "---\ntitle: [\n---\n")
    settings = load_settings(root, Problems())
    record = news("nytt", **{folder: ["halv", "ingen"]})
    document = document_of(record, LEADS_TO_IT)

    waiting, unknown = check_constraints(document, record, settings)

    assert broken.relative_to(root).as_posix() in waiting.says
    assert unknown.says == _("“{word}” is not among the words to choose from").format(word="ingen")


def test_the_text_is_looked_at_though_the_facts_above_it_can_not_be_read(faults):
    assert faults["content/news/halvt.md"] == {"3", "5"}


@pytest.mark.parametrize("file", UNREADABLE)
def test_a_file_that_can_not_be_read_is_told_of_beside_the_others(faults, file):
    assert faults[file]


@pytest.mark.parametrize(
    ("file", "text"),
    [("vocabularies.yml", "vocabularies: [\n"), ("organisation.yml", "name: X\n")],
)
def test_settings_that_can_not_be_used_hide_only_what_depends_on_them(tmp_path, file, text):
    write(a_faulty_project(tmp_path), f"site_config/{file}", text)

    faults = faults_in(tmp_path)

    assert faults["site_config"], "it is said that not all has been looked at"
    assert faults[f"site_config/{file}"]
    assert {"3 title", "6 published", "7 exmaple", "8 example", "13"} == faults[ITEM]
    assert faults[PAGE] == {"title", "2 titel", "5"}
    assert all(faults[other] for other in UNREADABLE)


@pytest.mark.parametrize("kind", [NewsItem, Submission])
@pytest.mark.parametrize("value", ["x", ["x"], {"x": "y"}, [["x"]]])
def test_a_record_is_read_in_part_whatever_stands_in_its_fields(kind, value):
    whole = document_of(a_submission(), "submissions/FC-2026-014.md")
    for name in kind.model_fields:
        whole = whole.with_value((name,), value)

    record, faulty = damaged_record_from(whole, kind)

    assert isinstance(record, kind)
    assert faulty
