"""A reviewer's word on what the privacy rules have stopped: by whom, for what, and for how long."""

import pytest

from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.privacy.rules import RULES, rules_version
from exempelbank.privacy.texts import text_hash
from tests.builders import a_published
from tests.review.builders import a_project, a_ready_one, read, run, stored, write

QUEUE = "submissions/FC-2026-014.md"
NEW = "content/examples/bildstod-i-morgonmotet.md"
NEWS = "content/news/nyhet.md"
PAGE = "content/pages/om/index.md"
HEALTH = "Kalle har epilepsi."
NUMBER = "811228-9874"
WORD = ["--by", "bo-lind", "--reason", "Kalle är en figur i en bok."]
APPROVE = ["approve", "FC-2026-014", "--by", "anna-ek", "--not-involved"]
SAYS = {rule.id: rule.says for rule in RULES}
OF_HEALTH, OF_A_NUMBER = SAYS["health"], SAYS["personal-number"]
A_NEWS_ITEM = "---\nschema: 1\ntitle: Nyhet\nkind: samverkan\npublished: 2026-02-02\n---\n\n"


@pytest.fixture
def stopped(tmp_path):
    return a_project(tmp_path, stored(a_ready_one(summary=HEALTH)))


def test_what_is_stopped_is_approved_once_someone_has_given_their_word(stopped, capsys):
    assert run(stopped, *APPROVE) == 1
    assert OF_HEALTH in capsys.readouterr().err
    assert run(stopped, "release", "FC-2026-014", *WORD) == 0
    assert run(stopped, *APPROVE) == 0

    (release,) = read(stopped, NEW, PublishedExample).review.releases
    assert (release.rule, release.text_hash, release.by) == ("health", text_hash(HEALTH), "bo-lind")
    assert "figur" not in (stopped / NEW).read_text("utf-8")


def test_an_approval_names_the_rules_that_it_ran(stopped):
    run(stopped, "release", "FC-2026-014", *WORD)
    run(stopped, *APPROVE)

    assert read(stopped, NEW, PublishedExample).review.privacy_rules == rules_version()


def test_the_reason_stays_in_the_log(stopped):
    run(stopped, "release", "FC-2026-014", *WORD)

    entry = read(stopped, QUEUE, Submission).review.log[-1]
    assert (entry.by, entry.did, entry.note) == ("bo-lind", "released", WORD[-1])


def test_a_release_falls_with_its_text(stopped, capsys):
    run(stopped, "release", "FC-2026-014", *WORD)
    text = (stopped / QUEUE).read_text("utf-8")
    write(stopped, QUEUE, text.replace(HEALTH, "Kalle har epilepsi och bor på Solgården."))

    assert run(stopped, *APPROVE) == 1
    assert OF_HEALTH in capsys.readouterr().err
    assert run(stopped, "release", "FC-2026-014", *WORD) == 0
    assert len(read(stopped, QUEUE, Submission).review.releases) == 1


@pytest.mark.parametrize(
    ("by", "reason", "says"),
    [
        ("nobody", "En bok.", _("“{reviewer}” is not in the list of reviewers")),
        ("bo-lind", " ", _("the reason is missing")),
        ("bo-lind", f"Det är {NUMBER}.", OF_A_NUMBER),
    ],
)
def test_a_release_names_a_reviewer_and_a_reason_without_a_number(
    stopped, by, reason, says, capsys
):
    before = (stopped / QUEUE).read_bytes()

    assert run(stopped, "release", "FC-2026-014", "--by", by, "--reason", reason) == 1
    assert (stopped / QUEUE).read_bytes() == before
    printed = capsys.readouterr().err
    assert says.format(reviewer=by) in printed
    assert "9874" not in printed


def test_a_personal_number_is_never_released(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_ready_one(summary=f"Numret är {NUMBER}.")))

    assert run(root, "release", "FC-2026-014", *WORD) == 1
    assert _("nothing in it waits for a person's word") in capsys.readouterr().err
    assert run(root, *APPROVE) == 1
    printed = capsys.readouterr().err
    assert OF_A_NUMBER in printed
    assert "9874" not in printed


def test_a_record_without_a_log_keeps_the_reason_beside_the_release(tmp_path):
    root = a_project(tmp_path)
    write(root, NEWS, f"{A_NEWS_ITEM}{HEALTH}\n")

    assert run(root, "check", str(root / NEWS)) == 1
    assert run(root, "release", NEWS, *WORD) == 0
    assert run(root, "check", str(root / NEWS)) == 0
    assert read(root, NEWS, NewsItem).releases[0].reason == WORD[-1]


def test_a_page_written_by_hand_is_released_too(tmp_path):
    root = a_project(tmp_path)
    write(root, PAGE, f"---\ntitle: Om\n---\n\n{HEALTH}\n")

    assert run(root, "check", str(root / PAGE)) == 1
    assert run(root, "release", str(root / PAGE), *WORD) == 0
    assert run(root, "check", str(root / PAGE)) == 0


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("../utanfor.md", "there is no example with the id “{id}”"),
        ("content/news/ingen.md", "there is no example with the id “{id}”"),
        ("site_config/about.yml", "{path} is neither a record nor a page."),
    ],
)
def test_only_what_readers_meet_is_released(tmp_path, file, says, capsys):
    root = a_project(tmp_path / "projekt")
    write(tmp_path, "utanfor.md", f"---\ntitle: Om\n---\n\n{HEALTH}\n")

    assert run(root, "release", file, *WORD) == 1
    assert _(says).format(id=file, path=file) in capsys.readouterr().err


def test_what_may_never_be_published_comes_no_nearer(tmp_path, capsys):
    root = a_project(
        tmp_path,
        stored(a_ready_one(id="FC-2026-021", summary=NUMBER, review={"state": "received"})),
        stored(a_ready_one(id="FC-2026-022", summary=HEALTH, review={"state": "received"})),
    )

    for command in (["handle", "FC-2026-021"], ["set-state", "FC-2026-021", "in-review"]):
        assert run(root, *command, "--by", "bo-lind") == 1
        assert OF_A_NUMBER in capsys.readouterr().err
    assert run(root, "handle", "FC-2026-022", "--by", "bo-lind") == 0  # who handles it may release


def test_what_was_paused_for_a_number_does_not_come_back_as_archived(tmp_path, capsys):
    root = a_project(tmp_path)
    paused = stored(a_published(summary=NUMBER, review={"state": "paused"}))
    write(root, paused.document.path, paused.document.text)

    assert run(root, "archive", "FC-2026-014", "--by", "bo-lind") == 1
    assert OF_A_NUMBER in capsys.readouterr().err
