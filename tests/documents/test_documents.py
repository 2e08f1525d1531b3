"""Reading guesses nothing, and an edit leaves the rest of the file as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exempelbank.documents import (
    as_yaml,
    body_from,
    body_sections,
    document_from,
    read_document,
    text_of,
    write_atomically,
)
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.text.normalization import composed

FILE = """\
---
schema: 1
title: no # not a yes or no
time: 12:30

# who and when
review:
  state: received
  # the log only grows
  log:
    - by: anna
      at: 0123

links: []
---

## Resultat

Det gick bra.
"""


def a_document(text=FILE, path="submissions/x.md"):
    return document_from(path, text)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "12:30", "0123", "1e3", ".inf", "null", "~", "2026-03-05", "0x1F", "1_000"],
)
def test_every_scalar_is_read_as_the_text_that_stands_there(written):
    assert a_document(f"---\ntitle: {written}\n---\n").data["title"] == written


def test_each_value_knows_its_line():
    document = a_document()

    assert str(document.location("title")) == "submissions/x.md:3 (title)"
    assert (
        str(document.location("review", "log", 0, "at")) == "submissions/x.md:12 (review.log.1.at)"
    )
    assert document.location("review", "handled", "by").line == 7, "the nearest thing that is there"
    assert document.body_line == 16


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_line_ends_make_no_difference(tmp_path, encoding, line_end):
    file = tmp_path / "x.md"
    file.write_bytes(FILE.replace("\n", line_end).encode(encoding))

    assert text_of(file) == FILE


REFUSED = {
    "a duplicate key": ("---\na: 1\nb: 2\na: 3\n---\n", 4),
    "a duplicate key deep inside": ("---\na:\n  - {b: 1, b: 2}\n---\n", 3),
    "an anchor": ("---\na: &x 1\n---\n", 2),
    "an alias": ("---\nb: 2\na: *x\n---\n", 3),
    "a tag": ("---\na: !!python/name:os.system\n---\n", 2),
    "a missing colon": ("---\na: 1\nb\n---\n", 3),
    "a quotation mark without its pair": ('---\na: "x\nb: c\n---\n', 2),
    "a list instead of names": ("---\n- a\n---\n", 2),
    "a key that is a list": ("---\n? [a]\n: b\n---\n", 2),
    "no front matter": ("Hej\n", 1),
    "front matter that never ends": ("---\na: 1\n", 1),
    "text before the front matter": ("Hej\n---\na: 1\n---\n", 1),
    "nesting without end": ("---\na: " + "[" * 500 + "]" * 500 + "\n---\n", 2),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_as_it_stands_is_refused_with_its_line(text, line):
    with pytest.raises(UnreadableFile) as refusal:
        a_document(text)

    assert refusal.value.line == line
    assert refusal.value.says


@pytest.mark.parametrize(
    "raw",
    [b"---\na: \xe5\n---\n", b"---\na: b\x00\n---\n", b"x" * 1_000_001],
    ids=["cp1252", "nul", "huge"],
)
def test_a_file_that_is_not_plain_text_becomes_a_problem(tmp_path, raw):
    (tmp_path / "x.md").write_bytes(raw)
    problems = Problems()

    assert read_document(tmp_path / "x.md", tmp_path, problems) is None
    assert [problem.location.path for problem in problems.errors] == ["x.md"]


def test_a_link_is_never_followed(tmp_path):
    (tmp_path / "secret").write_text(FILE)
    (tmp_path / "x.md").symlink_to(tmp_path / "secret")
    problems = Problems()

    assert read_document(tmp_path / "x.md", tmp_path, problems) is None


def test_an_edit_changes_its_value_and_nothing_else():
    edited = a_document().with_value(["review", "state"], "in-review")

    assert edited.text == FILE.replace("state: received", "state: in-review")


def test_a_new_value_goes_last_where_it_belongs():
    edited = a_document().with_value(["review", "handled", "by"], "anna")

    assert edited.text == FILE.replace(
        "      at: 0123\n", "      at: 0123\n  handled:\n    by: anna\n"
    )


def test_a_file_of_yaml_alone_is_edited_in_the_same_way():
    document = a_document("# who\nname: a\n", "site_config/x.yml").with_value(["name"], "b")

    assert document.text == "# who\nname: b\n"


def test_a_value_can_be_taken_away():
    assert a_document().with_value(["time"], None).text == FILE.replace("time: 12:30\n", "")


def test_a_list_is_written_anew_and_the_comments_around_it_stay():
    log = [{"by": "anna", "at": "0123"}, {"by": "bo", "at": "12:30"}]
    edited = a_document().with_value(["review", "log"], log)

    assert edited.data["review"]["log"] == log
    assert "# the log only grows" in edited.text
    assert edited.text.endswith(FILE.partition("links")[2])


def test_a_new_item_goes_last_in_its_list_and_the_others_stay():
    grown = a_document().with_item(("review", "log"), {"by": "bo"})

    assert grown.text == FILE.replace("at: 0123\n", "at: 0123\n    - by: bo\n")
    assert grown.with_item(("links",), "x").data["links"] == ["x"], "an empty list is filled"


def test_an_empty_value_can_be_filled_from_the_inside():
    document = a_document("---\nreview:\nflow: {a: b}\n---\n")
    edited = document.with_value(["review", "state"], "lead").with_value(["flow", "c"], "d")

    assert edited.data == {"review": {"state": "lead"}, "flow": {"a": "b", "c": "d"}}


texts = st.text(st.characters(blacklist_categories=["Cs", "Cc"], whitelist_characters="\n\t"))
texts = texts.map(composed)  # a document knows no other spelling
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
)


@given(
    st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), values, min_size=1, max_size=5)
)
def test_what_is_written_is_read_back_the_same(data):
    assert a_document(f"---\n{as_yaml(data)}---\n").data == data


@given(st.data(), values)
def test_any_value_can_be_put_anywhere_and_the_rest_stays(data, value):
    document = a_document()
    keys = data.draw(
        st.sampled_from([("title",), ("review", "state"), ("review", "log"), ("new",), ("a", "b")])
    )
    edited = document.with_value(keys, value)

    found = edited.data
    for key in keys:
        found = found[key]
    assert found == value
    assert edited.body == document.body
    assert {k: v for k, v in edited.data.items() if k != keys[0]} == {
        k: v for k, v in document.data.items() if k != keys[0]
    }
    assert edited.front_matter.count("# who and when") == 1


@given(st.lists(st.tuples(st.sampled_from(["Resultat", "Så gjorde vi"]), texts | st.sampled_from([
    "## Resultat", "\\## x", "\\\\## x", "# x", "---", "###", "##", "## ", "a\n## Delaktighet\nb",
]))))  # fmt: skip
def test_no_text_opens_or_closes_a_section(sections):
    expected = [(heading, text.strip("\n")) for heading, text in sections]
    expected = [(heading, text) for heading, text in expected if text]
    document = a_document(f"---\na: b\n---\n{body_from(expected)}")
    before, found = body_sections(document)

    assert before == ""
    assert [(section.heading, section.text) for section in found] == expected


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "x.md"
    write_atomically(file, "före")

    def full(*_):
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(file, "efter")

    assert file.read_text() == "före"
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]


@pytest.mark.parametrize("front_matter", ["\ttitle: a\n", "a: b\n\tc: d\n", "a:\n\t- b\n"])
def test_a_tab_where_spaces_belong_is_named_on_its_line(front_matter):
    with pytest.raises(UnreadableFile) as found:
        document_from("content/news/x.md", f"---\n{front_matter}---\n")

    assert found.value.fix == _("The line begins with a tab. Write spaces instead.")
    assert found.value.line == 2 + front_matter[: front_matter.index("\t")].count("\n")
