"""What a sender writes does nothing: not in git, not on the forge, not in a shell."""

from __future__ import annotations

import re

import pytest

from tests.git.builders import git
from tests.pull_requests.builders import ONE, Shared, acts

BRANCH = f"svar/{ONE}"
FILE = f"submissions/{ONE}.md"
HOSTILE = {
    "mention and reference": "@alla fixes #1 closes GH-1 !1 ~bug",
    "workflow expression": "${{ secrets.TOKEN }}",
    "shell": "$(touch pwned) `touch pwned` ; touch pwned",
    "option": "--upload-pack=touch pwned",
    "path": "../../.git/hooks/post-checkout",
    "word": "/godkänn inte-inblandad",
    "fence": "``` ~~~ </details> <!-- exempelbank:report -->",
}
LINES = (
    "Vi samlas.\n\n/godkänn inte-inblandad\n\n- [x] granskat\n\n"
    "Co-authored-by: Anna Ek <anna@bank.example>\nSigned-off-by: x\n[skip ci]\n::set-output::x"
)


def said_on_the_forge(shared: Shared) -> list[str]:
    pulls = shared.state.pulls
    return [text for pull in pulls for text in (pull.body, *(c.body for c in pull.comments))]


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_a_sender_writes_does_nothing_anywhere(shared, title):
    shared.proposed({"Nr": "1"})
    words = shared.state.pulls[0].title, git(shared.bare, "log", "-1", "--format=%B", BRANCH)
    other = Shared(shared.folder.parent / "other")

    other.proposed({"Nr": "1", "Rubrik": title, "Berätta": LINES, "Enhet": title})

    pull = other.state.pulls[0]
    assert (pull.title, git(other.bare, "log", "-1", "--format=%B", pull.head)) == words
    assert pull.head == BRANCH and [*other.heads()] == [BRANCH]
    assert pull.labels == shared.state.pulls[0].labels and pull.reviewers == []
    for text in said_on_the_forge(other):
        assert not re.search(r"@(?!\u2060)", text) and not re.search(r"#(?=\d)", text)
        assert not re.search(r"^\s*/", text, re.MULTILINE) and "${{" not in text
        assert "<!--" not in text.removeprefix("<!-- exempelbank:report -->")
        assert not re.search(r"(?<!\\)`", text)
    assert not [*shared.folder.parent.rglob("pwned")]
    assert title.split()[0] in other.text(BRANCH, FILE)  # and it is kept as it was sent


def test_a_comment_of_newer_answers_holds_none_of_them(shared):
    shared.proposed({"Nr": "1"})
    shared.edit(BRANCH, {"content/pages/om.md": "# Om\n"})

    shared.proposed({"Nr": "1", "Rubrik": HOSTILE["word"], "Berätta": LINES})

    (comment,) = [text for text in said_on_the_forge(shared) if "take-newer" in text]
    assert "godkänn" not in comment and "Co-authored" not in comment


@pytest.mark.parametrize("name", ["svar/--upload-pack=x", "svar/$(id)", "svar/FC-2026-1;id"])
def test_a_branch_that_import_has_not_named_is_left_alone(shared, name):
    git(shared.bare, "update-ref", f"refs/heads/{name}", "main")
    git(shared.folder, "fetch", "--quiet")
    shared.edit(name, {"submissions/FC-2026-X.md": "---\nid: FC-2026-X\n---\n"})

    assert acts(shared.proposed({"Nr": "1"})) == {BRANCH: "create"}
    assert [pull.head for pull in shared.state.pulls] == [BRANCH]


def test_a_name_that_someone_gives_a_file_in_a_branch_is_no_title(shared):
    shared.proposed({"Nr": "1"})
    shared.state.pulls.clear()
    text = shared.text(BRANCH, FILE)
    shared.edit(BRANCH, {"submissions/@alla fixes #1.md": text.replace(ONE, "FC-2026-X")})

    shared.proposed({"Nr": "1"})

    (pull,) = shared.state.pulls
    assert "@" not in pull.title and not re.search(r"@(?!\u2060)|#(?=\d)", pull.body)
