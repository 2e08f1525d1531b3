"""` #` in a value without quotation marks begins a comment in YAML: the rest of what someone wrote
is lost. It is warned of on its line, in every file that people write. Other habits of YAML leave a
text as it stands, or are refused.

Source: news with the title `Möte #3 om sömn` got the page “Möte”.
"""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.checks import check_comments
from exempelbank.documents import comments_like_text, document_from
from exempelbank.exceptions import UnreadableFile
from exempelbank.model.content import NewsItem
from exempelbank.problems import Problems
from exempelbank.records import record_from
from exempelbank.review.project_checks.project import check_project
from exempelbank.settings import load_settings
from tests.builders import PROJECT, TODAY
from tests.review.builders import write

NEWS = """\
---
schema: 1
title: Möte #3 om sömn
summary: Mötet är nummer #3 i ordningen.
kind: samverkan
# internt: skriven av kansliet
published: 2026-03-10
---

Text # med tecken.
"""


def lines_warned_of(text: str, path: str = "content/news/mote-3.md") -> list[int]:
    return [problem.location.line for problem in check_comments(document_from(path, text))]


def warned_of(yaml: str) -> list[int]:
    return lines_warned_of(yaml, "site_config/organisation.yml")


def test_what_is_lost_of_a_title_is_warned_of_on_its_line():
    assert lines_warned_of(NEWS) == [3, 4]


@pytest.mark.parametrize(
    "value",
    [
        "Möte #3",
        "Möte\t#3",
        "sal # 3",
        "#sömn",
        "Möte  #3 om sömn",
        '"Möte" #3',
        "[sömn, mat] #3",
        "2026-03-05 #3",
        "Möte #",
        "Möte på två\n    rader #3",
    ],
)
def test_anything_after_a_value_that_is_not_set_off_as_a_comment_is_warned_of(value):
    assert warned_of(f"name: {value}\n")
    assert warned_of(f"names:\n  - {value}\n")


@pytest.mark.parametrize(
    "yaml",
    [
        "name: Möte  # det tredje\n",
        "# name: Möte #3\nname: Möte\n",
        "names: # dem vi har\n  - Möte\n  # och ett till #3\n  - Sal\n",
        'name: "Möte #3"\n',
        "name: 'Möte #3'\n",
        "name: Möte#3, C# och F#\n",
        "url: https://exempelbanken.example/#mote\n",
        "name: |\n  Möte #3\n  # 4\n",
        "name: >- # vikt\n  Möte #3\n",
        "",
    ],
)
def test_a_comment_and_a_sign_that_stays_are_left_in_peace(yaml):
    assert warned_of(yaml) == []


def test_every_kind_of_file_that_people_write_is_looked_at(tmp_path):
    for folder in ("site_config", "content", "submissions"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    write(tmp_path, "content/news/mote-3.md", NEWS)
    write(tmp_path, "content/pages/moten.md", "---\ntitle: Möte #3\n---\n\nText.\n")
    for file in ("site_config/about.yml", "site_config/forms/ms-forms.yml"):
        text = (tmp_path / file).read_text("utf-8")
        write(tmp_path, file, text.rstrip("\n") + " #3\n")
    submission = next((tmp_path / "submissions").glob("*.md"))
    text = submission.read_text("utf-8")
    write(
        tmp_path,
        f"submissions/{submission.name}",
        text.replace("\nschema: 1\n", "\nschema: 1 #3\n"),
    )
    settings = load_settings(tmp_path, Problems())
    problems = Problems()

    check_project(tmp_path, settings, TODAY, problems)

    assert {problem.location.path for problem in problems if " # " in problem.says} == {
        "content/news/mote-3.md",
        "content/pages/moten.md",
        "site_config/about.yml",
        "site_config/forms/ms-forms.yml",
        f"submissions/{submission.name}",
    }


@pytest.mark.parametrize("value", ["no", "on", "null", "~", "0123", "1_000", "12:30", "2026-03-05"])
def test_a_title_that_yaml_would_take_for_something_else_is_kept(value):
    text = NEWS.replace("Möte #3 om sömn", value)

    assert (
        record_from(document_from("content/news/x.md", text), NewsItem, Problems()).title == value
    )


@pytest.mark.parametrize(
    "value",
    ["Möte: sömn", "&mer", "*viktigt*", "!nu", "@alla", "%x", "[a] b", '"a" b', "- a", "`a`"],
)
def test_a_title_that_yaml_would_take_apart_is_refused_on_its_line(value):
    with pytest.raises(UnreadableFile) as refused:
        document_from("content/news/x.md", NEWS.replace("Möte #3 om sömn", value))

    assert refused.value.line == 3


def test_a_colon_in_a_list_is_not_taken_for_a_name():
    text = NEWS.replace(
        "kind:", "links:\n  - url: https://a.example\n    title:\n      - Läs: mer\nkind:"
    )
    problems = Problems()

    assert record_from(document_from("content/news/x.md", text), NewsItem, problems) is None
    assert [str(problem) for problem in problems] == [
        "content/news/x.md:7 (links.1.title): fel: ska vara en text, inte en lista"
    ]


def test_a_line_of_dashes_in_the_text_is_text():
    document = document_from("content/news/x.md", NEWS + "\n---\n\nMer: text\n---\n")

    assert document.body.endswith("\n---\n\nMer: text\n---\n")


@settings(max_examples=25)
@given(st.text("aå #:,'\"-[]{}|\t\n", max_size=12))
def test_nothing_that_the_program_writes_is_warned_of(text):
    written = document_from("x.yml", "a: b\n").with_value(("a",), [text, {"b": text}])

    assert list(comments_like_text(written)) == []
