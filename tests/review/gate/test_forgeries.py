"""Who, and what: a public word or picture that nobody has approved never becomes part of the base.

Each forgery is refused for its own reason, which is where the fault is; beside it passes the same
change, done as it should be.
"""

import pytest

from exempelbank.i18n import _
from tests.review.gate.builders import A_PICTURE, verdict
from tests.review.gate.library import (
    ANNA,
    APPROVE,
    BO,
    BOTH,
    BY_TWO,
    CILLA,
    EARLIER,
    EARLIER_ID,
    EARLIER_PICTURE,
    EVENT,
    FOCUS_AREA,
    INITIATIVE,
    NETWORK,
    NEW,
    NEW_ID,
    NEW_NEWS,
    NEWS,
    NEWS_OF_SHOWN,
    PAGE,
    PAUSE,
    PICTURE,
    REVISE,
    SHOWN,
    SHOWN_ID,
    TIP,
    UNSEEN,
    WAITING,
    a_library,
    a_little_more,
    absent,
    another,
    logged,
    named,
    passes,
    rehash,
    revise,
    stale,
    with_a_picture,
    wrong,
)


@pytest.fixture
def branch(tmp_path):
    return a_library(tmp_path)


# ---- Who ----


def test_an_example_is_approved_by_exactly_two(branch):
    revise(branch)
    for names in ((BO, ANNA, CILLA), (BO, BO, ANNA), (BO, BO), (BO,)):
        named(branch, *names)
        assert wrong(branch, approved=[ANNA, BO, CILLA]).keys() == {f"{SHOWN} review.approved_by"}

    named(branch, BO, ANNA)
    assert passes(branch, **BOTH)


def test_three_names_do_not_bring_back_what_was_paused(branch):
    with branch.at_the_base():
        branch.command(*PAUSE)
    branch.merge()
    branch.command(*REVISE)
    named(branch, BO, ANNA, CILLA)

    assert wrong(branch).keys() == {f"{SHOWN} review.approved_by"}
    named(branch, BO, ANNA)
    assert passes(branch, **BOTH)


def test_names_that_are_wrong_at_the_base_already_approve_nothing(branch):
    with branch.at_the_base():
        named(branch, BO, ANNA, CILLA)
    branch.merge()
    revise(branch)
    named(branch, BO, ANNA, CILLA)

    assert wrong(branch).keys() == {f"{SHOWN} review.approved_by"}
    named(branch, BO, ANNA)
    assert passes(branch, **BOTH)


def test_an_example_from_a_stranger_who_wrote_its_review_too_is_seen_by_both(branch):
    branch.write("submissions/FC-2026-777.md", another())
    branch.commit()
    branch.command("approve", "FC-2026-777", *APPROVE[2:])
    named(branch, BO, ANNA, CILLA, path="content/examples/kop-nu.md")
    forged = wrong(branch)
    named(branch, BO, ANNA, path="content/examples/kop-nu.md")

    assert set(forged) == wrong(branch).keys() == {"content/examples/kop-nu.md review.approved_by"}
    assert passes(branch, **BOTH)


def test_an_account_that_two_reviewers_share_is_nobodys(branch):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    assert passes(branch, facts)

    with branch.at_the_base():
        branch.edit("site_config/reviewers.yml", "github: anna-e", "github: BO-L")
    facts["reviews"] = [verdict("bo-l", facts["reviews"][0]["commit"])]
    assert wrong(branch, facts).keys() == {f"{NEW} review.approved_by"}


def test_a_reviewer_is_the_account_in_the_list_however_its_letters_are_written(branch):
    branch.command(*APPROVE)
    facts = branch.facts(BO)
    for account, counts in (
        ("ANNA-E", True),
        (ANNA, False),
        ("Anna Ek", False),
        ("anna-e ", False),
    ):
        facts["reviews"] = [{"by": account, "commit": branch.commit(), "verdict": "approved"}]
        missing = {} if counts else {f"{NEW} review.approved_by": absent("Anna Ek")}
        assert wrong(branch, facts) == missing

    facts = branch.facts(**BOTH) | {"forge": "gitlab"}  # whose accounts are not in our list
    assert wrong(branch, facts).keys() == {f"{NEW} review.approved_by"}


@pytest.mark.parametrize("change", [("active: yes", "active: no"), ("id: anna-ek", "id: anna")])
def test_who_has_stopped_reviewing_since_approves_nothing(branch, change):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    with branch.at_the_base():
        branch.edit("site_config/reviewers.yml", *change)

    assert f"{NEW} review.approved_by" in wrong(branch, facts)


def test_the_leaders_note_counts_when_the_leader_has_confirmed_it(branch):
    branch.command("approve", NEW_ID, "--by", BO, "--leader", ANNA, "--note", "Semester.")
    forged = wrong(branch, author=BO)

    assert forged == {f"{NEW} review.approved_by": absent("Anna Ek")}
    assert passes(branch, **BOTH)


def test_who_is_no_leader_writes_no_leaders_note(branch):
    branch.command("approve", NEW_ID, "--by", BO, "--leader", ANNA, "--note", "Semester.")
    named(branch, BO, CILLA, path=NEW)

    assert set(wrong(branch, author=BO, approved=[CILLA])) == {f"{NEW} review.approved_by"}


def test_who_signed_a_commit_counts_and_not_who_is_said_to_have_written_it(branch):
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    branch.git("config", "user.name", "Bo Lind")
    commit = branch.commit(by=CILLA)
    branch.command(*APPROVE)

    assert wrong(branch, approved=[ANNA]) == {f"{NEW} review.approved_by": absent("Bo Lind")}
    branch.signed[commit] = "bo-l"
    assert passes(branch, approved=[ANNA])


def test_what_a_reviewer_signed_of_something_else_is_no_part_in_the_example(branch):
    a_little_more(branch, NEWS)
    branch.commit(by=BO)
    branch.command(*APPROVE)

    assert wrong(branch, approved=[ANNA])[f"{NEW} review.approved_by"] == absent("Bo Lind")


# ---- What stands in an example ----


def test_what_an_approval_wrote_is_not_altered_by_hand(branch):
    release = "{rule: health, by: anna-ek, text_hash: 'sha256:%s'}" % ("0" * 64)
    for old, new in (
        ("what: Första versionen.", "what: Köp nu."),
        ("updated: '2026-02-02'", "updated: '2026-03-02'"),
        ("published: '2026-02-02'", "published: '2025-02-02'"),
        ("review_by: '2028-02-02'", "review_by: '2029-02-02'"),
        ("  hash_version: 2\n", "  hash_version: 1\n"),
        ("image_hash: sha256:", f"image_hash: sha256:{'0' * 64} # "),
        ("  content_hash", "  privacy_rules: '9'\n  content_hash"),
        ("  versions:\n", f"  releases:\n    - {release}\n  versions:\n"),
        ("key: ms-forms:x:5", "key: ms-forms:x:6"),
        ("'2026-01-02T10:00:00+01:00'", "'2026-01-03T10:00:00+01:00'"),
        ("    - bo-lind\n    - anna-ek", "    - anna-ek\n    - bo-lind"),
    ):
        branch.edit(SHOWN, old, new)
    rehash(branch)
    fields = ["versions", "updated", "published", "review_by", "hash_version", "image_hash"]
    fields += ["content_hash", "privacy_rules", "releases", "approved_by"]
    places = {f"{SHOWN} review.{field}" for field in fields}

    assert (
        places | {f"{SHOWN} source.key", f"{SHOWN} source.submitted_at"}
        <= wrong(branch, **BOTH).keys()
    )


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (
            "  versions:\n",
            "  versions:\n    - {number: 2, date: 2026-03-10, what: X}\n",
            "versions",
        ),
        ("alt: Skor.", "alt: Köp nu.", "content_hash"),
        ("state: approved", "state: archived", "log"),
        ("  content_hash", "  privacy_rules: '9'\n  content_hash", "privacy_rules"),
    ],
)
def test_nor_one_word_of_it(branch, old, new, field):
    branch.edit(SHOWN, old, new)
    rehash(branch)

    assert f"{SHOWN} review.{field}" in wrong(branch, **BOTH)


def test_its_log_and_what_import_knows_it_by_are_a_reviewers(branch):
    logged(branch, "note", ANNA)
    mark = "  answers_hash: sha256:" + "7" * 64 + "\n"
    branch.edit(SHOWN, "  key: ms-forms:x:5\n", f"  key: ms-forms:x:5\n{mark}")

    assert wrong(branch) == {SHOWN: _(UNSEEN)}
    assert passes(branch, approved=[CILLA])


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("what: Första versionen.", "what: Köp nu.", "versions"),
        ("alt: En plan.", "alt: Köp nu.", "content_hash"),
        ("file: krisplan.jpg", "file: FC-2026-005.jpg", "content_hash"),
    ],
)
def test_nothing_new_is_let_in_under_an_approval_that_bound_less(branch, old, new, field):
    branch.edit(EARLIER, old, new)
    if field == "content_hash":
        rehash(branch, EARLIER)

    assert f"{EARLIER} review.{field}" in wrong(branch, **BOTH)


def test_what_is_approved_now_is_bound_as_it_is_now(branch):
    revise(branch, EARLIER_ID, EARLIER)
    assert passes(branch, **BOTH)

    branch.edit(EARLIER, "hash_version: 2", "hash_version: 1")
    rehash(branch, EARLIER)
    assert wrong(branch, **BOTH).keys() == {f"{EARLIER} review.hash_version"}


def test_an_approval_names_the_privacy_rules_of_the_program(branch):
    branch.command(*APPROVE)
    known = branch.text(NEW).partition("privacy_rules: ")[2].partition("\n")[0]
    branch.edit(NEW, f"privacy_rules: {known}", "privacy_rules: '9'")

    assert wrong(branch, **BOTH).keys() == {f"{NEW} review.privacy_rules"}


def test_an_approval_is_not_dated_before_what_led_to_it(branch):
    branch.command(*APPROVE)
    text = branch.text(NEW).replace("'2026-03-16", "'2025-03-16").replace("2028-", "2027-")
    branch.write(NEW, text)
    branch.remove(NEW_NEWS)
    rehash(branch, NEW)

    assert wrong(branch, **BOTH).keys() == {f"{NEW} review.log"}


def test_what_import_knows_an_answer_by_follows_as_it_is(branch):
    branch.command(*APPROVE)
    mark = "  answers_hash: sha256:" + "7" * 64 + "\n"
    branch.edit(NEW, "  key: ms-forms:x:7\n", f"  key: ms-forms:x:7\n{mark}")

    assert wrong(branch, **BOTH).keys() == {f"{NEW} source.answers_hash"}


@pytest.mark.parametrize("options", [("--slug", "kop-nu"), ("--what", "Köp nu.")])
def test_address_and_first_note_are_those_that_were_approved(branch, options):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE, *options)
    path = "content/examples/kop-nu.md" if "--slug" in options else NEW

    assert wrong(branch, facts) == {f"{path} review.approved_by": stale("Anna Ek")}
    assert passes(branch, **BOTH)


# ---- Pictures ----


def test_another_picture_of_the_same_name_and_size_is_a_new_version(branch):
    for picture in (PICTURE, EARLIER_PICTURE):
        raw = (branch.root / picture).read_bytes()
        branch.write(picture, A_PICTURE + bytes(reversed(raw.removeprefix(A_PICTURE))))
    shown = {f"{SHOWN} image.file", f"{EARLIER} image.file"}
    assert wrong(branch).keys() == {PICTURE, EARLIER_PICTURE, *shown}
    assert wrong(branch, **BOTH).keys() == shown

    branch.git("reset", "--quiet", "--hard", "main")
    branch.write(EARLIER_PICTURE, b"another")
    branch.command("approve", EARLIER_ID, *REVISE[2:])
    assert passes(branch, **BOTH)


def test_pictures_that_are_shown_are_not_taken_away(branch):
    branch.remove(PICTURE)
    branch.remove(EARLIER_PICTURE)

    assert wrong(branch, **BOTH).keys() == {f"{SHOWN} image.file", f"{EARLIER} image.file"}


def test_a_picture_is_what_it_was_when_it_was_approved(branch):
    with_a_picture(branch)
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    assert passes(branch, facts)
    branch.write("content/media/ny.jpg", b"a hard")
    assert wrong(branch, facts).keys() == {f"{NEW} image.file"}

    branch.git("reset", "--quiet", "--hard", facts["reviews"][0]["commit"])
    branch.write("content/media/ny.jpg", b"a hard")
    branch.commit()
    branch.command(*APPROVE)
    assert wrong(branch, facts) == {f"{NEW} review.approved_by": stale("Anna Ek")}


def test_another_examples_picture_is_not_swapped_along_with_an_approval(branch):
    with_a_picture(branch)
    branch.command(*APPROVE)
    branch.write(PICTURE, b"money")

    assert wrong(branch, **BOTH).keys() == {f"{SHOWN} image.file"}


def test_a_picture_comes_in_with_its_response_and_with_no_other(branch):
    with_a_picture(branch)
    assert passes(branch)
    branch.edit(WAITING, "file: ny.jpg", "file: FC-2026-005.jpg")
    branch.write(PICTURE, b"money")
    branch.write("content/media/FC-2026-777.jpg", b"of nobody")

    assert wrong(branch) == {
        "content/media/ny.jpg": _(UNSEEN),
        "content/media/FC-2026-777.jpg": _(UNSEEN),
        f"{SHOWN} image.file": _("the picture has been changed after it was approved"),
    }


def test_a_picture_that_import_writes_again_comes_with_the_answer(branch):
    with_a_picture(branch)
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "branch")
    branch.git("switch", "--quiet", "branch")
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    branch.write("content/media/ny.jpg", b"a newer card")

    assert passes(branch)


# ---- News ----


def test_the_news_is_what_it_was_when_it_was_approved(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    assert passes(branch, facts)

    branch.edit(NEW_NEWS, "Läs vad", "Köp nu. Läs vad")
    assert wrong(branch, facts).keys() == {NEW_NEWS}
    assert passes(branch, **BOTH)


@pytest.mark.parametrize("later", [False, True])
def test_one_reviewer_lets_a_draft_of_news_out_with_its_example_or_later(branch, later):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    if later:
        branch.git("switch", "--quiet", "main")
        branch.git("merge", "--quiet", "branch")
        branch.git("switch", "--quiet", "branch")
        facts = {}
    branch.command("publish-news", NEW_ID, "--by", CILLA)

    assert wrong(branch, facts).keys() == {NEW_NEWS}
    assert passes(branch, **({"approved": [CILLA]} if later else {**BOTH, "approved": [ANNA]}))


OTHER_NEWS = "content/news/kop-nu.md"


@pytest.mark.parametrize(
    "news",
    [
        {NEWS_OF_SHOWN: SHOWN_ID, NEWS: NEW_ID, OTHER_NEWS: NEW_ID},
        {NEWS_OF_SHOWN: NEW_ID, NEWS: "", OTHER_NEWS: SHOWN_ID},
    ],
)
def test_no_other_news_comes_along_with_an_approval(branch, news):
    """Another example's, rewritten; what was of no example; and a new one."""
    facts = branch.facts(approved=[BO, ANNA])
    branch.command(*APPROVE)
    text = branch.text(NEWS).replace("Vi ses.", "Köp nu.")
    for path, id in news.items():
        branch.write(path, text.replace("kind:", f"example: {id}\nkind:") if id else text)

    assert wrong(branch, facts).keys() == news.keys()
    assert passes(branch, **BOTH)


# ---- All other words ----

EVERY_KIND = (NEWS, EVENT, TIP, INITIATIVE, NETWORK, FOCUS_AREA, PAGE)
WORDS = ("site_config/vocabularies.yml", "site_config/municipalities.yml")


def test_every_other_word_is_seen_by_a_reviewer_as_it_stands(branch):
    release = f"releases: [{{rule: x, by: anna-ek, reason: y, text_hash: 'sha256:{'0' * 64}'}}]\n"
    news = branch.text(NEWS).replace("title: Ny", f"{release}title: Ny")
    branch.write("content/news/kop-nu.md", news)
    branch.write("content/pages/kop/nu.md", branch.text(PAGE))
    before = branch.facts(author=CILLA, approved=[CILLA])
    a_little_more(branch, *EVERY_KIND, *WORDS, "content/news/kop-nu.md")
    changed = {*EVERY_KIND, *WORDS, "content/news/kop-nu.md"}

    assert wrong(branch, before) == dict.fromkeys(changed, _(UNSEEN))
    assert passes(branch, approved=[CILLA])


def test_every_other_word_is_taken_away_by_a_reviewer(branch):
    taken = (NEWS, EVENT, TIP, INITIATIVE, NETWORK, PAGE, NEWS_OF_SHOWN)
    for path in taken:
        branch.remove(path)

    assert wrong(branch) == dict.fromkeys(taken, _(UNSEEN))
    assert passes(branch, approved=[CILLA])


def test_a_commit_that_a_reviewer_has_signed_is_seen_by_them(branch):
    a_little_more(branch, NEWS)
    first = branch.commit(by=CILLA)
    assert passes(branch)

    a_little_more(branch, NEWS)
    second = branch.commit()
    assert wrong(branch) == {NEWS: _(UNSEEN)}
    branch.signed |= {first: "mallory", second: "cilla"}
    assert wrong(branch) == {NEWS: _(UNSEEN)}
    branch.signed[first] = "bo-l"
    assert passes(branch)


RULES = (
    "site_config/reviewers.yml",
    "site_config/checklist.yml",
    "mkdocs.yml",
    "generator/exempelbank/checks/publication.py",
    ".github/workflows/review.yml",
    ".forgejo/review.sh",
    "pyproject.toml",
    "requirements/run.txt",
    ".gitattributes",
    ".gitmodules",
    ".exempelbank/change.json",
)


def test_what_decides_what_is_published_is_seen_by_two(branch):
    for path in RULES:
        known = branch.text(path) if (branch.root / path).exists() else ""
        branch.write(path, known + "# x\n")

    assert wrong(branch, approved=[ANNA]) == dict.fromkeys(RULES, _(BY_TWO))
    assert wrong(branch, author=ANNA, approved=[ANNA]) == dict.fromkeys(RULES, _(BY_TWO))
    assert passes(branch, approved=[ANNA, CILLA])


def test_nobody_becomes_a_reviewer_by_saying_so(branch):
    branch.edit("site_config/reviewers.yml", "github: anna-e", "github: mallory")

    assert wrong(branch, approved=["mallory"]) == {"site_config/reviewers.yml": _(BY_TWO)}
