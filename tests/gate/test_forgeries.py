"""What someone may try, and why it is refused; beside it the same change, done as it should be.

Each forgery would reach readers, or take something from them, if the gate did not look. `wrong` says
where each fault is and what: a forgery is refused for its own reason, and for no other.
"""

import os
import subprocess

import pytest

from generator.cli.checking import check_folder
from generator.model.review import ReviewState
from generator.problems import Problems
from generator.review.gate.commits import NotMerged
from generator.texts import _
from tests.builders import a_submission
from tests.gate.builders import verdict
from tests.gate.library import (
    APPROVE,
    CAME_IN,
    EARLIER,
    EARLIER_PICTURE,
    EVENT,
    FOCUS_AREA,
    INITIATIVE,
    NETWORK,
    NEW,
    NEW_NEWS,
    NEWS,
    NEWS_OF_SHOWN,
    PAGE,
    PAUSE,
    PICTURE,
    REVISE,
    SHOWN,
    TIP,
    WAITING,
    a_library,
    another,
    logged,
    named,
    rehash,
    revise,
)
from tests.review.builders import a_ready_one, filed, run

ANNA, BO, CILLA, DAVE = "anna-ek", "bo-lind", "cilla-alm", "david-hassel"
BOTH = {"author": BO, "approved": [ANNA]}

UNSEEN = "no reviewer confirmed by the forge has written or approved it as it stands"
BY_TWO = "it decides what is published, and two reviewers have not approved it"
STALE = "the text has been changed since {name} approved it"
NOT_PART = "the forge has not confirmed that {name} took part"
NOBODY = "no reviewer confirmed by the forge has done this"
LOST = "a published example is never taken away or renamed"


@pytest.fixture
def branch(tmp_path):
    return a_library(tmp_path)


def wrong(branch, *facts, **known):
    """Where -> what. `known`: what the forge knows; by default that a stranger has opened it."""
    found = branch.found(*facts or [branch.facts(**known)])
    return {
        f"{problem.place.path} {problem.place.label or ''}".strip(): problem.says
        for problem in found.errors
    }


def passes(branch, *facts, **known):
    found = branch.found(*facts or [branch.facts(**known)])
    assert not found.errors, "\n".join(map(str, found))
    return True


# ---- Who ----


@pytest.mark.parametrize("names", [(BO, ANNA, CILLA), (BO, BO, ANNA), (BO, BO), (BO,), ()])
def test_an_example_is_approved_by_exactly_two(branch, names):
    revise(branch)
    named(branch, *names)

    assert f"{SHOWN} review.approved_by" in wrong(branch, **BOTH)


def test_three_names_do_not_bring_back_what_was_paused(branch):
    with branch.at_the_base():
        branch.command(*PAUSE)
    branch.merge()
    branch.command(*REVISE)
    named(branch, BO, ANNA, CILLA)

    assert set(wrong(branch)) == {f"{SHOWN} review.approved_by"}
    named(branch, BO, ANNA)
    assert passes(branch, **BOTH)


def test_what_is_wrong_at_the_base_already_is_not_approved_anew(branch):
    with branch.at_the_base():
        named(branch, BO, ANNA, CILLA)
    branch.merge()
    revise(branch)
    named(branch, BO, ANNA, CILLA)

    assert set(wrong(branch)) == {f"{SHOWN} review.approved_by"}
    named(branch, BO, ANNA)
    assert passes(branch, **BOTH)


def test_an_example_from_a_stranger_who_wrote_its_review_too_is_seen_by_both(branch):
    branch.write("submissions/FC-2026-777.md", another())
    branch.commit()
    branch.command("approve", "FC-2026-777", "--by", ANNA, "--not-involved")

    assert set(wrong(branch)) == {"content/examples/kop-nu.md review.approved_by"}
    assert passes(branch, **BOTH)


@pytest.mark.parametrize("path", ["", "FC"])
def test_one_account_is_one_reviewer(branch, path):
    pass


def test_an_account_that_two_reviewers_share_is_nobodys(branch):
    with branch.at_the_base():
        branch.edit("site_config/reviewers.yml", "github: anna-e", "github: BO-L")
    branch.command(*APPROVE)
    facts = branch.facts()
    facts |= {"author": "bo-l", "reviews": [verdict("bo-l", branch.commit())]}

    assert set(wrong(branch, facts)) == {f"{NEW} review.approved_by"}


def test_an_account_is_the_same_however_its_letters_are_written(branch):
    branch.command(*APPROVE)
    facts = branch.facts()
    facts |= {"author": "bO-l", "reviews": [verdict("ANNA-E", branch.commit())]}

    assert passes(branch, facts)


@pytest.mark.parametrize("account", ["anna-ek", "Anna Ek", "anna-e ", "x"])
def test_only_the_account_in_the_list_is_a_reviewers(branch, account):
    branch.command(*APPROVE)
    facts = branch.facts(BO)
    facts["reviews"] = [{"by": account, "commit": branch.commit(), "verdict": "approved"}]

    assert wrong(branch, facts) == {f"{NEW} review.approved_by": _(NOT_PART).format(name="Anna Ek")}


def test_accounts_of_another_forge_are_not_ours(branch):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH) | {"forge": "gitlab"}

    assert set(wrong(branch, facts)) == {f"{NEW} review.approved_by"}


@pytest.mark.parametrize("change", [("active: yes", "active: no"), ("id: anna-ek", "id: anna")])
def test_who_has_stopped_reviewing_since_approves_nothing(branch, change):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    assert passes(branch, facts)

    with branch.at_the_base():
        branch.edit("site_config/reviewers.yml", *change)
    assert f"{NEW} review.approved_by" in wrong(branch, facts)


def test_the_leaders_note_counts_when_the_leader_has_confirmed_it(branch):
    note = ("--leader", ANNA, "--note", "Semester.")
    branch.command("approve", "FC-2026-014", "--by", BO, *note)

    forged = wrong(branch, author=BO)
    assert forged == {f"{NEW} review.approved_by": _(NOT_PART).format(name="Anna Ek")}
    assert passes(branch, **BOTH)


def test_who_is_no_leader_writes_no_leaders_note(branch):
    branch.command("approve", "FC-2026-014", "--by", BO, "--leader", ANNA, "--note", "Semester.")
    named(branch, BO, CILLA, path=NEW)

    assert set(wrong(branch, author=BO, approved=[CILLA])) == {f"{NEW} review.approved_by"}


def test_who_signed_a_commit_counts_and_not_who_is_said_to_have_written_it(branch):
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    branch.git("config", "user.name", "Bo Lind")
    signed_by_cilla = branch.commit(by=CILLA)
    branch.command(*APPROVE)

    forged = wrong(branch, approved=[ANNA])
    assert forged == {f"{NEW} review.approved_by": _(NOT_PART).format(name="Bo Lind")}
    branch.signed[signed_by_cilla] = "bo-l"
    assert passes(branch, approved=[ANNA])


# ---- What: every public word and picture ----


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("what: Första versionen.", "what: Köp nu.", "review.versions"),
        ("      what: Första versionen.\n", "", "review.versions"),
        (
            "  versions:\n",
            "  versions:\n    - {number: 2, date: 2026-03-10, what: Köp.}\n",
            "review.versions",
        ),
        ("updated: '2026-02-02'", "updated: '2026-03-02'", "review.updated"),
        ("published: '2026-02-02'", "published: '2025-02-02'", "review.published"),
        ("review_by: '2028-02-02'", "review_by: '2029-02-02'", "review.review_by"),
        ("  hash_version: 2\n", "  hash_version: 1\n", "review.hash_version"),
        ("image_hash: sha256:0", "image_hash: sha256:1", "review.image_hash"),
        ("  content_hash", "  privacy_rules: '9'\n  content_hash", "review.privacy_rules"),
        (
            "  versions:\n",
            "  releases:\n    - {rule: health, by: anna-ek, text_hash: 'sha256:%s'}\n  versions:\n"
            % ("0" * 64),
            "review.releases",
        ),
        ("alt: Skor.", "alt: Köp nu.", "review.content_hash"),
        ("    - psykisk-halsa", "    - dv-mot-arbete", "review.content_hash"),
        ("key: ms-forms:x:5", "key: ms-forms:x:6", "source.key"),
        ("    - bo-lind\n    - anna-ek", "    - anna-ek\n    - bo-lind", "review.approved_by"),
        ("state: approved", "state: archived", "review.log"),
    ],
)
@pytest.mark.parametrize("hashed", [False, True])
def test_what_stands_in_a_published_example_is_not_altered_by_hand(branch, old, new, label, hashed):
    branch.edit(SHOWN, old, new)
    if hashed:
        rehash(branch)

    assert f"{SHOWN} {label}" in wrong(branch, **BOTH)


def test_where_it_was_approved_less_of_it_was_bound_and_nothing_new_is_let_in(branch):
    pass


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("what: Första versionen.", "what: Köp nu.", "review.versions"),
        ("alt: En plan.", "alt: Köp nu.", "review.content_hash"),
        ("file: krisplan.jpg", "file: FC-2026-005.jpg", "review.content_hash"),
    ],
)
def test_nothing_new_is_let_in_under_an_approval_that_bound_less(branch, old, new, label):
    branch.edit(EARLIER, old, new)
    rehash(branch, EARLIER) if label.endswith("hash") else None

    assert set(wrong(branch, **BOTH)) == {f"{EARLIER} {label}"}


def test_a_new_version_is_approved_by_the_newest_rules(branch):
    revise(branch, "FC-2025-003", EARLIER)
    assert passes(branch, **BOTH)
    branch.edit(EARLIER, "hash_version: 2", "hash_version: 1")
    rehash(branch, EARLIER)

    assert set(wrong(branch, **BOTH)) == {f"{EARLIER} review.hash_version"}


def test_a_downgraded_approval_is_none(branch):
    revise(branch)
    branch.edit(SHOWN, "hash_version: 2", "hash_version: 1")
    rehash(branch)

    assert set(wrong(branch, **BOTH)) == {f"{SHOWN} review.hash_version"}


@pytest.mark.parametrize(
    ("picture", "example"), [(PICTURE, SHOWN), (EARLIER_PICTURE, EARLIER)]
)
def test_another_picture_of_the_same_name_and_size_is_approved_as_a_new_version(
    branch, picture, example
):
    branch.write(picture, bytes(reversed((branch.root / picture).read_bytes())))

    assert set(wrong(branch)) == {picture, f"{example} image.file"}
    assert set(wrong(branch, **BOTH)) == {f"{example} image.file"}
    id = "FC-2026-005" if example == SHOWN else "FC-2025-003"
    branch.command("approve", id, *REVISE[2:], "--what", "Bilden.")
    assert passes(branch, **BOTH)


@pytest.mark.parametrize(
    ("picture", "example"), [(PICTURE, SHOWN), (EARLIER_PICTURE, EARLIER)]
)
def test_a_picture_that_is_shown_is_not_taken_away(branch, picture, example):
    branch.remove(picture)

    assert set(wrong(branch)) == {picture, f"{example} image.file"}
    assert set(wrong(branch, **BOTH)) == {f"{example} image.file"}


def with_a_picture(branch):
    image = "image: {file: ny.jpg, alt: Ett kort., photographer: Bo Lind}\n"
    branch.edit(WAITING, "contact_publish:", f"{image}contact_publish:")
    branch.write("content/media/ny.jpg", b"a card")
    branch.commit()


def test_a_picture_is_what_it_was_when_it_was_approved(branch):
    with_a_picture(branch)
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    assert passes(branch, facts)

    branch.write("content/media/ny.jpg", b"a hard")
    assert set(wrong(branch, facts)) == {f"{NEW} image.file"}
    branch.git("reset", "--quiet", "--hard", "HEAD~2")
    branch.write("content/media/ny.jpg", b"a hard")
    branch.commit()
    branch.command(*APPROVE)
    assert wrong(branch, facts) == {f"{NEW} review.approved_by": _(STALE).format(name="Anna Ek")}


def test_another_examples_picture_is_not_swapped_along_with_an_approval(branch):
    with_a_picture(branch)
    branch.command(*APPROVE)
    branch.write(PICTURE, b"money")
    branch.commit()

    assert set(wrong(branch, **BOTH)) == {f"{SHOWN} image.file"}


def test_a_picture_comes_in_with_its_response(branch):
    with_a_picture(branch)
    assert passes(branch)

    branch.write("content/media/FC-2026-777.jpg", b"of nobody")
    assert wrong(branch) == {"content/media/FC-2026-777.jpg": _(UNSEEN)}


def test_the_news_is_what_it_was_when_it_was_approved(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    assert passes(branch, facts)

    branch.edit(NEW_NEWS, "Läs vad", "Köp nu. Läs vad")
    assert set(wrong(branch, facts)) == {NEW_NEWS}
    assert passes(branch, **BOTH)


@pytest.mark.parametrize(
    ("path", "news"),
    [
        (NEWS_OF_SHOWN, ""),
        (NEWS_OF_SHOWN, "FC-2026-014"),
        (NEWS, "FC-2026-014"),
        ("content/news/kop-nu.md", "FC-2026-014"),
        ("content/news/kop-nu.md", "FC-2026-005"),
    ],
)
def test_no_other_news_comes_along_with_an_approval(branch, path, news):
    facts = branch.facts(approved=[BO, ANNA])
    branch.command(*APPROVE)
    text = branch.text(NEWS).replace("Vi ses.", "Köp nu.")
    branch.write(path, text.replace("kind:", f"example: {news}\nkind:") if news else text)
    branch.commit()

    assert set(wrong(branch, facts)) == {path}
    assert passes(branch, **BOTH)


def test_the_address_is_the_one_that_was_approved(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE, "--slug", "kop-nu")
    place = "content/examples/kop-nu.md review.approved_by"

    assert wrong(branch, facts) == {place: _(STALE).format(name="Anna Ek")}
    assert passes(branch, **BOTH)


def test_what_visitors_are_told_of_the_first_version_is_approved(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE, "--what", "Köp nu.")

    assert set(wrong(branch, facts)) == {f"{NEW} review.approved_by"}
    assert passes(branch, **BOTH)


EVERY_KIND = (NEWS, EVENT, TIP, INITIATIVE, NETWORK, FOCUS_AREA, PAGE)
WORDS = ("site_config/vocabularies.yml", "site_config/municipalities.yml")


def a_little_more(branch, path):
    branch.write(path, branch.text(path) + ("# x\n" if path.endswith("yml") else "\nKöp nu.\n"))


def test_every_other_word_is_seen_by_a_reviewer(branch):
    for path in (*EVERY_KIND, *WORDS):
        a_little_more(branch, path)
        if path in EVERY_KIND[:-2]:
            branch.write(path.replace(".md", "-2.md"), branch.text(path))
    new = {path.replace(".md", "-2.md") for path in EVERY_KIND[:-2]}

    assert wrong(branch) == dict.fromkeys({*EVERY_KIND, *WORDS, *new}, _(UNSEEN))
    assert passes(branch, approved=[CILLA])


def test_a_commit_that_a_reviewer_has_signed_is_seen_by_them(branch):
    a_little_more(branch, NEWS)
    signed = branch.commit(by=CILLA)
    assert passes(branch)

    a_little_more(branch, NEWS)
    assert wrong(branch) == {NEWS: _(UNSEEN)}
    branch.signed[branch.git("rev-parse", "HEAD")] = "cilla"
    assert passes(branch)
    branch.signed[signed] = "mallory"
    assert wrong(branch) == {NEWS: _(UNSEEN)}


def test_every_other_word_is_taken_away_by_a_reviewer(branch):
    taken = (NEWS, EVENT, TIP, INITIATIVE, NETWORK, PAGE, NEWS_OF_SHOWN)
    for path in taken:
        branch.remove(path)

    assert wrong(branch) == dict.fromkeys(taken, _(UNSEEN))
    assert passes(branch, approved=[CILLA])


RULES = (
    "site_config/reviewers.yml",
    "site_config/checklist.yml",
    "mkdocs.yml",
    "generator/checks/publication.py",
    ".github/workflows/review.yml",
    "pyproject.toml",
    ".gitattributes",
    ".gitmodules",
    ".exempelbank/change.json",
)


def test_what_decides_what_is_published_is_seen_by_two(branch):
    for path in RULES:
        branch.write(path, (branch.text(path) if path.startswith("site_config") else "") + "# x\n")
    branch.git("add", "--force", ".")

    assert wrong(branch) == dict.fromkeys(RULES, _(BY_TWO))
    assert wrong(branch, author=ANNA, approved=[ANNA]) == dict.fromkeys(RULES, _(BY_TWO))
    assert passes(branch, approved=[ANNA, CILLA])


def test_a_stranger_becomes_no_reviewer_by_saying_so(branch):
    branch.edit("site_config/reviewers.yml", "github: anna-e", "github: mallory")

    assert wrong(branch, approved=["mallory"]) == {"site_config/reviewers.yml": _(BY_TWO)}


# ---- Where it lands ----


def test_what_was_erased_in_the_meantime_is_not_published(branch):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    assert passes(branch, facts)

    with branch.at_the_base():
        branch.remove(WAITING)
    assert set(wrong(branch, facts)) == {NEW}
    branch.merge()
    assert set(wrong(branch, **BOTH)) == {NEW}


def test_what_was_erased_does_not_come_back_under_another_name(branch):
    branch.git("mv", WAITING, "submissions/FC-2026-14B.md")
    branch.commit()
    branch.command(*APPROVE) if False else None
    branch.git("mv", "submissions/FC-2026-14B.md", WAITING)
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.remove(WAITING)

    assert set(wrong(branch, **BOTH)) == {NEW}


def test_what_was_erased_does_not_come_back_by_a_merge_that_keeps_it(branch):
    branch.edit(WAITING, "Börja smått.", "Börja i tid.")
    with branch.at_the_base():
        branch.remove(WAITING)
    branch.merge("--strategy=ours")
    branch.command(*APPROVE)

    assert set(wrong(branch, **BOTH)) == {NEW}


@pytest.mark.parametrize(
    "command",
    [
        ("withdraw", "FC-2026-014", "--by", CILLA, "--reason", "Ångrar sig."),
        ("set-state", "FC-2026-014", "declined", "--by", CILLA),
        ("checklist", "FC-2026-014", "privacy=no:Ett namn", "--by", BO),
    ],
)
def test_what_was_decided_in_the_meantime_holds(branch, command):
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.command(*command)

    with pytest.raises(NotMerged):
        branch.found(branch.facts(**BOTH))
    branch.merge("--strategy=ours")
    assert wrong(branch, **BOTH)


def test_an_approval_is_of_what_the_base_says_now(branch):
    """A name has been taken away at the base since; the approved text still has it."""
    branch.command(*APPROVE)
    before = branch.facts(**BOTH)
    assert passes(branch, before)
    with branch.at_the_base():
        branch.edit(WAITING, "Vi samlas klockan nio.", "Vi samlas.")
    branch.merge("--strategy=ours")

    assert wrong(branch, before) == {f"{NEW} review.approved_by": _(STALE).format(name="Anna Ek")}
    assert passes(branch, **BOTH)


def test_what_was_paused_in_the_meantime_is_not_brought_back_by_an_earlier_approval(branch):
    revise(branch)
    before = branch.facts(**BOTH)
    assert passes(branch, before)
    with branch.at_the_base():
        branch.command(*PAUSE)
    with pytest.raises(NotMerged):
        branch.found(before)
    revised = branch.text(SHOWN)
    branch.merge("--strategy=ours")
    paused = branch.git("show", "main:" + SHOWN)
    entry = paused[paused.index("  log:\n") + 7 : paused.index("source:")]
    branch.write(SHOWN, revised.replace("  log:\n", f"  log:\n{entry}"))

    assert set(wrong(branch, before)) == {f"{SHOWN} review.approved_by"}
    assert passes(branch, **BOTH)


def test_an_approval_of_something_else_brings_nothing_back(branch):
    with branch.at_the_base():
        branch.command(*PAUSE)
    branch.merge()
    a_little_more(branch, NEWS)
    before = branch.facts(**BOTH)
    assert passes(branch, before)
    branch.command(*REVISE)

    assert set(wrong(branch, before)) == {f"{SHOWN} review.approved_by"}
    assert passes(branch, **BOTH)


def test_an_approval_of_something_else_renews_nothing(branch):
    a_little_more(branch, NEWS)
    before = branch.facts(**BOTH)
    branch.command(*REVISE)

    assert set(wrong(branch, before)) == {f"{SHOWN} review.approved_by"}
    assert passes(branch, **BOTH)


def test_nothing_is_taken_away_by_an_approval_from_before_it_was_there(branch):
    before = branch.facts(approved=[ANNA])
    with branch.at_the_base():
        branch.write("content/news/rattelse.md", branch.text(NEWS))
    branch.merge()
    branch.remove("content/news/rattelse.md")

    assert wrong(branch, before) == {"content/news/rattelse.md": _(UNSEEN)}
    assert passes(branch, approved=[ANNA])


def test_nothing_goes_back_to_what_it_was_by_an_approval_from_that_time(branch):
    before = branch.facts(approved=[ANNA])
    old = branch.text(NEWS)
    with branch.at_the_base():
        branch.edit(NEWS, "Vi ses.", "Rättelse: vi ses inte.")
    branch.merge()
    branch.write(NEWS, old)

    assert wrong(branch, before) == {NEWS: _(UNSEEN)}
    assert passes(branch, approved=[ANNA])


def test_a_merge_that_lets_the_base_go_is_signed_by_a_reviewer(branch):
    branch.edit(NEWS, "Vi ses.", "Vi ses snart.")
    branch.commit(by=CILLA)
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
    branch.git("merge", "--quiet", "--no-commit", "main")
    branch.edit(NEWS, "Vi ses snart.", "Köp nu.")
    merge = branch.commit()

    assert wrong(branch) == {NEWS: _(UNSEEN)}
    branch.signed[merge] = "cilla"
    assert passes(branch)


def test_both_may_have_merged_each_other(branch):
    branch.command(*APPROVE)
    side = branch.git("rev-parse", "HEAD~1")
    with branch.at_the_base():
        a_little_more(branch, TIP)
        branch.commit()
        base = branch.git("rev-parse", "HEAD")
        branch.git("merge", "--quiet", "--no-edit", "--no-ff", side)
    branch.git("merge", "--quiet", "--no-edit", base)
    facts = branch.facts(**BOTH)

    assert passes(branch, facts)
    with branch.at_the_base():
        branch.edit(WAITING, "by: bo-lind", "by: cilla-alm")
    with pytest.raises(NotMerged):
        branch.found(facts)


def test_what_else_has_happened_at_the_base_voids_no_approval(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    with branch.at_the_base():
        a_little_more(branch, NEWS)
        branch.command(*PAUSE)
    assert passes(branch, facts)
    branch.merge()
    assert passes(branch, branch.facts() | {"author": "bo-l", "reviews": facts["reviews"]})


def test_what_was_asked_for_since_is_answered_before_it_is_published(branch):
    branch.command(*APPROVE)
    with branch.at_the_base():
        item = "checklist:\n  - {id: rules, label: Nytt}\n"
        branch.edit("site_config/checklist.yml", "checklist:\n", item)

    assert set(wrong(branch, **BOTH)) == {f"{NEW} review.checklist.rules"}


def test_the_id_may_have_been_taken_since(branch):
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.command(*APPROVE, "--slug", "ett-annat-namn")

    assert set(wrong(branch, **BOTH)) == {f"{NEW} id"}


def test_the_address_may_have_been_taken_since(branch):
    branch.command(*APPROVE)
    with branch.at_the_base():
        branch.write("submissions/FC-2026-777.md", another())
        run(branch.root, "approve", "FC-2026-777", *APPROVE[2:], "--slug", NEW[17:-3])

    facts = branch.facts(**BOTH)
    with pytest.raises(NotMerged):
        branch.found(facts)
    ours = branch.text(NEW)
    branch.merge("--strategy-option=ours")
    branch.write(NEW, ours)
    assert wrong(branch, **BOTH)[NEW] == _(LOST)


@pytest.mark.parametrize("commit", ["HEAD~1", "HEAD"])
@pytest.mark.parametrize("says", ["dismissed", "changes-requested"])
def test_an_approval_counts_while_it_stands(branch, commit, says):
    branch.command(*APPROVE)
    later = verdict(ANNA, branch.git("rev-parse", commit), says)

    assert wrong(branch, **BOTH, then=[later])
    assert passes(branch, **BOTH, then=[later, verdict(ANNA, branch.commit())])


def test_an_earlier_commit_or_a_tag_may_be_the_base(branch):
    branch.git("tag", "--annotate", "--message", "x", "published", "main")
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)

    assert not branch.found(facts, since="published").errors
    assert not branch.found(facts, since="branch~1").errors
    assert branch.found(branch.facts(), since="published").errors


# ---- What else it touches ----


def _broken_elsewhere(branch):
    branch.write(NEWS, "---\ntitle: [\n---\n")


def _hash_is_wrong(branch):
    branch.edit(SHOWN, "Börja smått.", "Börja i tid.")


def _three_names(branch):
    named(branch, BO, ANNA, CILLA)


def _unknown_words(branch):
    branch.edit(SHOWN, "kind: arbetssatt", "kind: nonsens")
    rehash(branch)


def _picture_gone(branch):
    branch.remove(PICTURE)


def _not_readable(branch):
    branch.edit(SHOWN, "title: Promenadgrupp", "title: Promenadgrupp\ntilte: x")


def _settings_broken(branch):
    branch.edit("site_config/vocabularies.yml", "vocabularies:", "vocabularies: [")


def _another_broken(branch):
    branch.edit(EARLIER, "alt: En plan.", "alt: En annan plan.")


@pytest.mark.parametrize(
    "fault",
    [
        _broken_elsewhere,
        _hash_is_wrong,
        _three_names,
        _unknown_words,
        _picture_gone,
        _not_readable,
        _settings_broken,
        _another_broken,
    ],
)
@pytest.mark.parametrize("command", ["pause", "withdraw"])
def test_one_reviewer_takes_an_example_away_whatever_else_is_wrong(branch, fault, command):
    with branch.at_the_base():
        fault(branch)
    branch.merge()
    taken = (command, "FC-2026-005", "--by", CILLA, "--reason", "Någon kan kännas igen.")
    if fault in (_not_readable, _settings_broken):  # by hand, for the command can't read it
        state = {"pause": "paused", "withdraw": "withdrawn"}[command]
        branch.edit(SHOWN, "state: approved", f"state: {state}")
        branch.write(SHOWN, branch.text(SHOWN).replace("\ntilte: x", ""))
        entry = f"{{at: 2026-03-16T09:15:00+01:00, by: {CILLA}, did: {state}, note: Skäl.}}"
        branch.edit(SHOWN, "source:", f"  log:\n    - {entry}\nsource:")
    else:
        branch.command(*taken)

    asked = [verdict(ANNA, branch.commit(), "changes-requested")]
    assert passes(branch, author=CILLA, then=asked)
    assert set(wrong(branch)) == {f"{SHOWN} review.log"}


def test_what_is_taken_away_takes_nothing_along(branch):
    branch.command(*PAUSE)
    a_little_more(branch, NEWS)
    assert wrong(branch, author=CILLA) == {NEWS: _(UNSEEN)}


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("Börja smått.", "Köp nu.", "review.content_hash"),
        ("what: Första versionen.", "what: Köp nu.", "review.versions"),
        ("review_by: '2028-02-02'", "review_by: '2028-03-02'", "review.review_by"),
        ("key: ms-forms:x:5", "key: ms-forms:x:6", "source.key"),
        ("    - bo-lind\n", "    - bo-lind\n    - cilla-alm\n", "review.approved_by"),
    ],
)
def test_what_is_taken_away_is_as_it_was(branch, old, new, label):
    branch.command(*PAUSE)
    branch.edit(SHOWN, old, new)

    assert f"{SHOWN} {label}" in wrong(branch, author=CILLA)


def test_an_approval_is_not_hidden_behind_a_pause(branch):
    branch.command(*REVISE)
    named(branch, BO, ANNA, CILLA)
    branch.command(*PAUSE)

    assert f"{SHOWN} review.approved_by" in wrong(branch, author=CILLA)


@pytest.mark.parametrize("command", ["pause", "withdraw", "archive"])
def test_who_takes_an_example_away_has_done_so_themselves(branch, command):
    a_little_more(branch, NEWS)
    before = branch.facts(approved=[CILLA])
    branch.command(command, "FC-2026-005", "--by", CILLA, "--reason", "Skäl.")

    assert wrong(branch, before)[f"{SHOWN} review.log"] == _(NOBODY)
    assert passes(branch, approved=[CILLA])


def test_a_response_is_erased_by_who_has_seen_that_it_goes(branch):
    a_little_more(branch, NEWS)
    before = branch.facts(approved=[CILLA])
    branch.remove(WAITING)

    assert wrong(branch, before) == {WAITING: _(NOBODY)}
    assert passes(branch, approved=[CILLA])


def test_two_examples_are_two_changes(branch):
    branch.command(*APPROVE)
    branch.edit(CAME_IN, "Börja smått.", "Köp nu.")

    assert set(wrong(branch, **BOTH)) == {f"{CAME_IN} id"}


def test_a_published_examples_log_and_origin_are_a_reviewers(branch):
    logged(branch, "note", ANNA, "2026-03-16T09:15:00+01:00")

    assert wrong(branch) == {SHOWN: _(UNSEEN)}
    assert passes(branch, author=CILLA, approved=[CILLA])


def test_what_import_knows_an_answer_by_is_not_forged(branch):
    mark = "sha256:" + "7" * 64
    branch.edit(SHOWN, "  key: ms-forms:x:5\n", f"  key: ms-forms:x:5\n  answers_hash: {mark}\n")

    assert wrong(branch) == {SHOWN: _(UNSEEN)}


# ---- The same in disguise ----


def _twin(branch):
    branch.write("content/examples/aa.md", branch.text(SHOWN).replace("Börja smått.", "Köp nu."))
    rehash(branch, "content/examples/aa.md")
    branch.edit(SHOWN, "  - autism", "  - autism # x")


def _queued_twin(branch):
    text = filed(a_submission(id="FC-2026-005")).document.text
    branch.write("submissions/FC-2026-005.md", text)


def _record_among_pages(branch):
    branch.write("content/pages/kop.md", branch.text(CAME_IN))


def _news_among_pages(branch):
    branch.git("mv", NEWS, "content/pages/kop.md")


def _page_as_example(branch):
    branch.write("content/pages/larande-exempel/kop.md", "---\ntitle: x\n---\n\nx\n")


def _conflict_marks(branch):
    branch.edit(PAGE, "Vi ses.", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x")


def _redirect(branch):
    text = "redirects:\n  - from: x/\n    to: https://evil.example/\n"
    branch.write("site_config/redirects.yml", text)


def _area_in_use(branch):
    branch.remove(FOCUS_AREA)


def _twice(branch):
    branch.edit(NEWS, "title: Ny", "title: Köp\ntitle: Ny")


def _news_of_nothing(branch):
    branch.edit(NEWS_OF_SHOWN, "FC-2026-005", "FC-2026-020")


def _example_as_tip(branch):
    branch.write("content/tips/kop.md", branch.text(SHOWN))


DISGUISES = [
    (_twin, f"{SHOWN} id"),
    (_queued_twin, "submissions/FC-2026-005.md id"),
    (_record_among_pages, "content/pages/kop.md"),
    (_news_among_pages, "content/pages/kop.md"),
    (_page_as_example, "content/pages/larande-exempel/kop.md"),
    (_conflict_marks, PAGE),
    (_redirect, "site_config/redirects.yml redirects.1.to"),
    (_area_in_use, f"{SHOWN} focus_areas.1"),
    (_twice, NEWS),
    (_news_of_nothing, f"{NEWS_OF_SHOWN} example"),
    (_example_as_tip, "content/tips/kop.md id"),
]


@pytest.mark.parametrize(("disguise", "place"), DISGUISES)
def test_what_a_check_of_the_base_would_refuse_is_refused_before(branch, disguise, place):
    disguise(branch)

    assert place in wrong(branch, approved=[BO, ANNA])
    unheard = Problems()
    check_folder(branch.root, unheard)
    assert unheard.errors


@pytest.mark.parametrize("mode", ["100755", "120000", "160000"])
@pytest.mark.parametrize("path", [NEWS, SHOWN, WAITING, PICTURE, "content/news/ny.md"])
def test_only_ordinary_files_are_content(branch, mode, path):
    blob = branch.git("rev-parse", "HEAD" if mode == "160000" else f"HEAD:{NEWS}")
    branch.git("update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}")
    branch.git("commit", "--quiet", "--message", "x")
    branch.git("reset", "--quiet", "--hard") if mode != "160000" else None
    facts = {"forge": "github", "reviews": [verdict(ANNA, "HEAD")]}

    assert path in {place.partition(" ")[0] for place in wrong(branch, facts)}


def test_names_that_differ_only_in_capitals_are_one_file_to_some_computers(branch):
    branch.write("content/media/fc-2026-005.jpg", b"money")

    assert "content/media/fc-2026-005.jpg" in wrong(branch, approved=[ANNA])


def test_line_ends_and_marks_of_order_change_nothing(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    for path in (NEW, NEW_NEWS):
        branch.write(path, b"\xef\xbb\xbf" + branch.text(path).replace("\n", "\r\n").encode())
    assert passes(branch, facts)


def _unreadable(branch):
    branch.edit(SHOWN, "title: Promenadgrupp", "titel: Promenadgrupp")


def _a_program(branch):
    (branch.root / SHOWN).chmod(0o755)


@pytest.mark.parametrize("fault", [_unreadable, _a_program])
def test_what_cannot_be_read_at_the_base_is_not_lost_for_that(branch, fault):
    whole = branch.text(SHOWN)
    with branch.at_the_base():
        fault(branch)
    branch.merge()
    branch.remove(SHOWN)
    assert wrong(branch, **BOTH) == {SHOWN: _(LOST)}

    branch.write(SHOWN, whole.replace("Börja smått.", "Köp nu."))
    rehash(branch)
    assert f"{SHOWN} review.content_hash" in wrong(branch, **BOTH)
    branch.write(SHOWN, whole)
    assert passes(branch, author=CILLA, approved=[CILLA])


@pytest.mark.parametrize("path", ["content/examples/x.txt", "submissions/newer/FC-2026-020.md"])
def test_what_lies_among_the_records_is_taken_away_by_a_reviewer(branch, path):
    with branch.at_the_base():
        branch.write(path, "x")
    branch.merge()
    branch.remove(path)

    assert wrong(branch) == {path: _(UNSEEN)}
    assert passes(branch, approved=[CILLA])


def test_a_newer_answer_comes_in_as_import_writes_it(branch):
    branch.write("submissions/newer/FC-2026-014.md", branch.text(WAITING))

    assert passes(branch)


@pytest.mark.parametrize("state", ["declined", "withdrawn", "received", "lead"])
def test_a_revision_comes_from_a_response_under_review(branch, state):
    revision = another(revises="FC-2026-005", id="FC-2026-777")
    with branch.at_the_base():
        branch.write("submissions/FC-2026-777.md", revision)
        branch.edit("submissions/FC-2026-777.md", "state: in-review", f"state: {state}")
    branch.merge()
    branch.write("submissions/FC-2026-777.md", revision)
    branch.commit()
    branch.command("approve", "FC-2026-777", *APPROVE[2:], "--what", "Rådet.")
    refused = set(wrong(branch, **BOTH))

    assert (not refused) == (state in ("declined", "received")), refused


def test_a_revision_that_nobody_has_taken_into_review_is_none(branch):
    with branch.at_the_base():
        branch.write("submissions/FC-2026-777.md", another(revises="FC-2026-005"))
    branch.merge()
    branch.command("approve", "FC-2026-777", *APPROVE[2:], "--what", "Rådet.")
    published = branch.text(SHOWN)
    branch.git("reset", "--quiet", "--hard", "HEAD~1")
    branch.edit("submissions/FC-2026-777.md", "state: in-review", "state: withdrawn")
    branch.commit()
    branch.remove("submissions/FC-2026-777.md")
    branch.write(SHOWN, published)

    assert wrong(branch, **BOTH)


@pytest.mark.parametrize("at", ["9999-12-31T09:15:00+01:00", "0001-01-01T00:00:00+14:00"])
def test_an_odd_time_is_no_traceback(branch, at):
    branch.command(*APPROVE)
    log = branch.text(NEW)
    now = log[log.index("    - at: ") + 10 :].partition("\n")[0]
    branch.write(NEW, log.replace(now, f"'{at}'"))

    assert wrong(branch, **BOTH)


def test_a_home_that_is_nowhere_is_no_traceback(branch):
    branch.command(*APPROVE)
    branch.edit(NEW, "municipality: huddinge\n", "")
    rehash(branch, NEW)

    assert wrong(branch, **BOTH)


# ---- The repository itself ----


def everything_in(folder):
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else b""
        for path in folder.rglob("*")
    }


def gate(branch, *words, facts=None):
    file = branch.root.parent / "facts.json"
    import json

    file.write_text(json.dumps(facts or branch.facts(**BOTH)))
    return run(branch.root, "check", "--since", "main", "--facts", str(file), *words)
