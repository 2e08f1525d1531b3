"""Where a branch lands, and when it began: what the base says now counts, and so does what of it
those who approved had before them.
"""

import pytest

from exempelbank.i18n import _
from tests.review.builders import errors_in, saying
from tests.review.gate.builders import verdict
from tests.review.gate.library import (
    ANNA,
    APPROVE,
    BO,
    BOTH,
    CILLA,
    LOST,
    NEW,
    NEW_ID,
    NEWS,
    NOBODY,
    PAUSE,
    REVISE,
    SHOWN,
    SHOWN_ID,
    TIP,
    UNREVIEWED,
    UNSEEN,
    WAITING,
    a_library,
    a_little_more,
    absent,
    another,
    passes,
    revise,
    stale,
    wrong,
)

CORRECTION = "content/news/rattelse.md"
NOT_MERGED = {".": "not merged"}


@pytest.fixture
def branch(tmp_path):
    return a_library(tmp_path)


# ---- Landed in another way than by a merge commit: as docs/plattformar.md tells it ----


def test_a_squash_leaves_the_review_behind_and_its_branch_at_its_end(branch):
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    branch.commit(BO)
    branch.command(*APPROVE, by=ANNA)
    branch.git("switch", "--quiet", "main")
    branch.write(TIP, branch.text(TIP) + "Mer.\n")
    branch.commit()
    branch.git("merge", "--squash", "branch")
    branch.commit()

    assert "Börja i tid." in branch.text(NEW)
    assert not branch.git("log", "-SBörja i tid.", "main", "--", WAITING)
    branch.git("switch", "--quiet", "branch")
    branch.edit(NEW, "Börja i tid.", "Börja direkt.")
    assert wrong(branch) == NOT_MERGED
    branch.git("switch", "--quiet", "--force-create", "branch", "main")
    branch.edit(TIP, "Mer.", "Mera.")
    assert passes(branch, approved=(ANNA,)), "one that sets out from there goes on"


# ---- Gone, taken back or changed in the meantime ----


def test_what_was_erased_in_the_meantime_is_not_published(branch):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    with branch.at_the_base():
        branch.remove(WAITING)

    # Newer versions of git join the two; older ones take it for a file renamed on one side only.
    assert wrong(branch, facts) == NOT_MERGED or wrong(branch, facts)[NEW] == _(UNREVIEWED)
    branch.merge("--strategy=ours")
    assert wrong(branch, **BOTH)[NEW] == _(UNREVIEWED)


def test_nor_is_it_brought_back_by_a_branch_that_has_it_yet(branch):
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    with branch.at_the_base():
        branch.remove(WAITING)
    branch.merge("--strategy=ours")
    branch.command(*APPROVE)

    assert wrong(branch, **BOTH)[NEW] == _(UNREVIEWED)


def test_nor_under_another_name(branch):
    other = "submissions/FC-2026-14B.md"
    branch.git("mv", WAITING, other)
    branch.commit()
    branch.git("mv", other, WAITING)
    branch.command(*APPROVE)
    published = branch.text(NEW)
    branch.git("reset", "--quiet", "--hard", "HEAD~1")
    branch.remove(other)
    branch.write(NEW, published)
    with branch.at_the_base():
        branch.remove(WAITING)
    branch.merge("--strategy=ours")

    assert wrong(branch, **BOTH)[NEW] == _(UNREVIEWED)


@pytest.mark.parametrize(
    "command",
    [
        ("withdraw", NEW_ID, "--by", CILLA, "--reason", "Ångrar sig.", "--yes"),
        ("set-state", NEW_ID, "declined", "--by", CILLA, "--note", "Nej."),
        ("checklist", NEW_ID, "privacy=no:Ett namn", "--by", BO),
    ],
)
def test_what_was_decided_in_the_meantime_holds(branch, command):
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.command(*command)

    assert wrong(branch, **BOTH) == NOT_MERGED
    branch.merge("--strategy=ours")
    assert f"{WAITING} review.log" in wrong(branch, **BOTH)


def test_an_approval_is_of_what_the_base_says_now(branch):
    """A name has been taken away at the base; the text that was approved has it yet."""
    branch.command(*APPROVE)
    before = branch.facts(**BOTH)
    assert passes(branch, before)
    with branch.at_the_base():
        branch.edit(WAITING, "Vi samlas klockan nio.", "Vi samlas.")
    branch.merge("--strategy=ours")

    assert wrong(branch, before) == {f"{NEW} review.approved_by": stale("Anna Ek")}
    assert passes(branch, **BOTH)


def test_what_was_paused_in_the_meantime_is_not_brought_back_by_an_earlier_approval(branch):
    revise(branch)
    before = branch.facts(**BOTH)
    assert passes(branch, before)
    with branch.at_the_base():
        branch.command(*PAUSE)
    assert wrong(branch, before) == NOT_MERGED

    branch.merge("--strategy=ours")
    paused = branch.git("show", f"main:{SHOWN}")
    entry = paused[paused.index("    - at:") : paused.index("\nsource:")]
    branch.edit(SHOWN, "  log:\n", f"  log:\n{entry}\n")
    assert wrong(branch, before) == {f"{SHOWN} review.approved_by": stale("Anna Ek")}
    assert passes(branch, **BOTH)


def test_a_branch_that_takes_back_a_pause_or_a_version_is_no_approval(branch):
    with branch.at_the_base():
        revise(branch)
        branch.commit()
        branch.command(*PAUSE)
    branch.merge()
    branch.git("revert", "--no-edit", "main")
    assert f"{SHOWN} review.state" in wrong(branch, **BOTH)

    branch.git("revert", "--no-edit", "main~1")
    assert f"{SHOWN} review.content_hash" in wrong(branch, **BOTH)


def test_what_else_has_happened_at_the_base_voids_no_approval(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    with branch.at_the_base():
        a_little_more(branch, NEWS)
        branch.command(*PAUSE)
    assert passes(branch, facts)

    branch.merge()
    assert passes(branch, branch.facts(BO) | {"reviews": facts["reviews"]})


def test_what_was_asked_for_since_is_answered_before_it_is_published(branch):
    branch.command(*APPROVE)
    with branch.at_the_base():
        item = "checklist:\n  - {id: rules, label: Nytt}\n"
        branch.edit("site_config/checklist.yml", "checklist:\n", item)

    assert wrong(branch, **BOTH).keys() == {f"{NEW} review.checklist.rules"}


def test_the_id_may_have_been_published_since(branch):
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.command(*APPROVE, "--slug", "ett-annat-namn")
    branch.merge("--strategy=ours")
    branch.git("checkout", "main", "--", "content")
    facts = branch.facts(**BOTH)
    found = wrong(branch, facts)

    assert f"{NEW} id" in found or "content/examples/ett-annat-namn.md id" in found, found


def test_the_address_may_have_been_taken_since(branch):
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.write("submissions/FC-2026-777.md", another())
        branch.command("approve", "FC-2026-777", *APPROVE[2:], "--slug", NEW[17:-3])

    assert wrong(branch, **BOTH) == NOT_MERGED
    branch.merge("--strategy=ours")
    assert wrong(branch, **BOTH)[NEW] == _(LOST)


# ---- Approvals of something else ----


def test_an_approval_of_something_else_renews_nothing(branch):
    a_little_more(branch, NEWS)
    before = branch.facts(**BOTH)
    branch.command(*REVISE)

    assert wrong(branch, before) == {f"{SHOWN} review.approved_by": stale("Anna Ek")}
    assert passes(branch, **BOTH)


def test_and_brings_nothing_back(branch):
    with branch.at_the_base():
        branch.command(*PAUSE)
    branch.merge()
    a_little_more(branch, NEWS)
    before = branch.facts(**BOTH)
    branch.command(*REVISE)

    assert wrong(branch, before) == {f"{SHOWN} review.approved_by": stale("Anna Ek")}
    assert passes(branch, **BOTH)


@pytest.mark.parametrize("command", ["withdraw", "archive"])
def test_and_takes_nothing_away(branch, command):
    a_little_more(branch, NEWS)
    before = branch.facts(approved=[CILLA])
    sure = ["--yes"] if command == "withdraw" else []
    branch.command(command, SHOWN_ID, "--by", CILLA, "--reason", "Skäl.", *sure)

    assert wrong(branch, before) == {f"{SHOWN} review.log": _(NOBODY)}
    assert passes(branch, approved=[CILLA])


def test_and_erases_nothing(branch):
    a_little_more(branch, NEWS)
    before = branch.facts(approved=[CILLA])
    branch.remove(WAITING)

    assert wrong(branch, before) == {WAITING: _(NOBODY)}
    assert passes(branch, approved=[CILLA])


def test_nothing_goes_by_an_approval_from_before_it_was_there(branch):
    before = branch.facts(approved=[ANNA])
    with branch.at_the_base():
        branch.write(CORRECTION, branch.text(NEWS))
    branch.merge()
    branch.remove(CORRECTION)

    assert wrong(branch, before) == {CORRECTION: _(UNSEEN)}
    assert passes(branch, approved=[ANNA])


def test_nothing_goes_back_to_what_it_was_by_an_approval_from_that_time(branch):
    before, old = branch.facts(approved=[ANNA]), branch.text(NEWS)
    with branch.at_the_base():
        branch.edit(NEWS, "Vi ses.", "Rättelse: vi ses inte.")
    branch.merge()
    branch.write(NEWS, old)

    assert wrong(branch, before) == {NEWS: _(UNSEEN)}
    assert passes(branch, approved=[ANNA])


def test_an_approval_counts_while_it_stands(branch):
    branch.command(*APPROVE)
    for says in ("dismissed", "changes-requested"):
        later = verdict(ANNA, branch.git("rev-parse", "main"), says)
        assert f"{NEW} review.approved_by" in wrong(branch, **BOTH, then=[later])

    assert passes(branch, **BOTH, then=[later, verdict(ANNA, branch.commit())])


# ---- Merges ----


def test_a_merge_that_lets_go_of_what_the_base_says_is_not_what_a_reviewer_signed(branch):
    branch.edit(NEWS, "Vi ses.", "Vi ses snart.")
    branch.commit(by=CILLA)
    assert passes(branch)

    with branch.at_the_base():
        branch.edit(NEWS, "Vi ses.", "Rättelse: vi ses inte.")
    branch.merge("--strategy=ours")
    assert wrong(branch) == {NEWS: _(UNSEEN)}
    assert passes(branch, approved=[CILLA])


def test_a_merge_brings_in_nothing_of_its_own(branch):
    branch.edit(NEWS, "Vi ses.", "Vi ses snart.")
    branch.commit(by=CILLA)
    with branch.at_the_base():
        a_little_more(branch, TIP)
    branch.merge()
    assert passes(branch)

    branch.edit(NEWS, "Vi ses snart.", "Köp nu.")
    branch.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    merge = branch.commit()
    assert wrong(branch) == {NEWS: _(UNSEEN)}
    branch.signed[merge] = "cilla"
    assert passes(branch)


def test_a_merge_that_a_reviewer_signed_is_theirs(branch):
    branch.edit(NEWS, "title: Ny", "title: En ny")
    branch.commit(by=CILLA)
    with branch.at_the_base():
        a_little_more(branch, NEWS)
    assert wrong(branch) == {NEWS: _(UNSEEN)}  # what the two say together nobody has seen

    branch.merge(by=CILLA)
    assert passes(branch)


def test_branch_and_base_may_have_merged_each_other(branch):
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    ours = branch.commit()
    with branch.at_the_base():
        a_little_more(branch, TIP)
        other_branch = branch.commit()
        branch.git("merge", "--quiet", "--no-edit", "--no-ff", ours)
    branch.git("merge", "--quiet", "--no-edit", "--no-ff", other_branch)
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    assert passes(branch, facts)

    with branch.at_the_base():
        branch.edit(WAITING, "by: bo-lind", "by: cilla-alm")
    assert wrong(branch, facts) == NOT_MERGED


# ---- What the base is called ----


def test_an_earlier_commit_or_a_tag_may_be_the_base(branch):
    branch.git("tag", "--annotate", "--message", "x", "published", "main")
    branch.command(*APPROVE)
    signed, stranger = branch.facts(**BOTH), branch.facts()
    with branch.at_the_base():
        a_little_more(branch, TIP)

    for since in ("published", "main~1"):
        assert not branch.found(signed, since).errors
        assert errors_in(branch.found(stranger, since)) == [
            saying(f"{NEW} review.approved_by", absent(name)) for name in ("Bo Lind", "Anna Ek")
        ]
