"""Which changes may become part of the base. Each test is a branch of a real repository."""

import shutil
from itertools import product

import pytest

from exempelbank.i18n import _
from exempelbank.model.review import Answer, Check, ReviewState
from exempelbank.model.submission import PublishedExample, Source
from exempelbank.problems import Severity
from exempelbank.review.gate.path_rules import reviewers_needed
from exempelbank.review.slash_commands.parsing import Command, commands_in
from tests.builders import PROJECT, a_published, a_published_note, a_submission, sample_settings
from tests.review.builders import (
    ATTESTED,
    CHECKLIST,
    a_ready_note,
    a_ready_one,
    errors_in,
    in_state,
    read,
    run,
    saying,
    stored,
    write,
)
from tests.review.gate.builders import Branch, just_approved
from tests.review.gate.library import BY_TWO, LOST, NOBODY, UNREVIEWED, absent
from tests.review.test_transitions import ALLOWED

QUEUE = "submissions/FC-2026-014.md"
PUBLISHED = "content/examples/bildstod.md"
NEW = "content/examples/bildstod-i-morgonmotet.md"
APPROVE = ["approve", "FC-2026-014", "--by", "anna-ek", "--not-involved"]
RENEW = [*APPROVE, "--handled-by", "bo-lind"]


@pytest.fixture
def waiting(tmp_path):
    """Under review at the base, with nothing left but the second pair of eyes."""
    return Branch(tmp_path, stored(a_ready_one(source=Source(key="ms-forms:x:7"))))


@pytest.fixture
def public(tmp_path):
    return Branch(tmp_path, stored(a_published(source=Source(key="ms-forms:x:7"))))


def errors(branch, facts=None):
    return errors_in(branch.found(facts))


BO_IS_ABSENT = saying(f"{NEW} review.approved_by", absent("Bo Lind"))
ANNA_IS_ABSENT = saying(f"{NEW} review.approved_by", absent("Anna Ek"))
CHANGED_SINCE = saying(
    f"{NEW} review.approved_by",
    "the text has been changed since {name} approved it",
    name="Anna Ek",
)
ASKS_FOR_CHANGES = "{name} has asked for changes"
ANNA_ASKS_FOR_CHANGES = saying(".", ASKS_FOR_CHANGES, name="Anna Ek")
BY_APPROVAL = "is changed by an approval, and nothing else"
ORIGIN = "says where the example came from, and is never changed"
CANNOT_BECOME = "what is “{state}” can't become “{next}”"
TOGETHER = "{id} and {other} are changed together"
ANSWERED_NO = "“{label}” is answered no"
MUST_BE = "must be {n}"
NOT_ORDINARY = "is not an ordinary file (mode {mode})"
NOT_SAID = "the log does not say who made it “{state}”"


def cannot_become(place, state, next_state):
    labels = {"state": ReviewState(state).label, "next": ReviewState(next_state).label}
    return saying(f"{place} review.state", CANNOT_BECOME, **labels)


# ---- What passes ----


def test_nothing_changed_is_nothing_to_say(waiting):
    assert errors(waiting) == []


def test_a_response_may_come_in(tmp_path):
    branch = Branch(tmp_path)
    write(branch.root, QUEUE, stored(a_submission()).document.text)

    assert list(branch.found()) == []


def test_a_first_load_may_be_a_batch(tmp_path):
    branch = Branch(tmp_path)
    for number in range(3):
        example = stored(a_submission(id=f"FC-2026-10{number}"))
        write(branch.root, example.document.path, example.document.text)

    assert errors(branch) == []


def test_a_reviewer_may_edit_and_answer(waiting):
    waiting.edit(QUEUE, "Börja smått.", "Börja i tid.")
    waiting.command("checklist", "FC-2026-014", "privacy=no:Ett namn", "--by", "bo-lind")
    waiting.command("set-state", "FC-2026-014", "changes-requested", "--by", "bo-lind")

    assert errors(waiting) == []


def test_an_approval_passes_when_the_forge_confirms_both(waiting):
    waiting.command(*APPROVE)

    assert errors(waiting, waiting.approved_by("anna-ek")) == []


def test_a_whole_review_in_one_branch_passes(tmp_path):
    branch = Branch(tmp_path)
    write(branch.root, QUEUE, stored(a_submission(attestations=ATTESTED)).document.text)
    branch.commit()
    branch.command("handle", "FC-2026-014", "--by", "bo-lind", "--not-involved")
    branch.command("checklist", "FC-2026-014", *(f"{i}=yes" for i in CHECKLIST), "--by", "bo-lind")
    branch.command(*APPROVE)

    assert errors(branch, branch.approved_by("anna-ek")) == []


def test_an_approval_of_the_text_while_it_was_under_review_counts(waiting):
    facts = waiting.approved_by("anna-ek")
    waiting.command(*APPROVE)

    assert errors(waiting, facts) == []


def test_the_drafted_news_is_approved_with_the_example(waiting):
    waiting.command(*APPROVE)
    facts = waiting.approved_by("anna-ek")
    (news,) = (waiting.root / "content/news").glob("*.md")
    news.write_text(news.read_text("utf-8").replace("Ett nytt", "Ännu ett"), "utf-8")

    assert errors(waiting, facts) == [
        saying(
            news.relative_to(waiting.root).as_posix(),
            "the news has been changed, and nobody has approved it as it stands",
        )
    ]
    assert errors(waiting, waiting.approved_by("anna-ek")) == []


def test_a_renewal_a_new_version_and_a_revision_pass(public):
    public.command(*RENEW)
    assert errors(public, public.approved_by("anna-ek")) == []

    public.edit(PUBLISHED, "Börja smått.", "Börja i tid.")
    public.command(*RENEW, "--what", "Rådet.")
    assert errors(public, public.approved_by("anna-ek")) == []


def test_a_revision_that_was_sent_in_passes(tmp_path):
    proposed = a_ready_one(id="FC-2026-020", revises="FC-2026-014", title="Nytt namn")
    branch = Branch(tmp_path, stored(a_published()), stored(proposed))
    branch.command("approve", "FC-2026-020", "--by", "anna-ek", "--not-involved", "--what", "Namn.")

    assert errors(branch, branch.approved_by("anna-ek")) == []


@pytest.mark.parametrize("command", ["pause", "withdraw"])
def test_one_reviewer_takes_an_example_away_at_once(public, command):
    sure = ["--yes"] if command == "withdraw" else []
    why = ["--reason", "Någon kan kännas igen."]
    public.command(command, "FC-2026-014", "--by", "cilla-alm", *why, *sure)

    assert list(public.found({"forge": "github", "author": "cilla"})) == []


def test_the_leaders_note_stands_for_the_second_pair_of_eyes(waiting):
    note = ["--leader", "anna-ek", "--note", "Semester."]
    waiting.command("approve", "FC-2026-014", "--by", "bo-lind", *note)

    assert errors(waiting, waiting.approved_by("anna-ek")) == []


def test_a_submission_is_erased_by_one_reviewer(waiting):
    (waiting.root / QUEUE).unlink()

    assert errors(waiting, {"forge": "github", "author": "cilla"}) == []
    assert errors(waiting, {"forge": "github", "author": "stranger"}) == [saying(QUEUE, NOBODY)]


def test_a_change_of_the_program_alone_is_none_of_the_gates_business(waiting):
    write(waiting.root, "generator/x.py", "x")
    write(waiting.root, "Makefile", "x")

    assert errors(waiting) == []


# ---- Moves ----


BY_HAND = [
    (state, next_state)
    for state in ReviewState
    for next_state in ReviewState
    if in_state(state).document.path == in_state(next_state).document.path
    and next_state not in (state, ReviewState.APPROVED)
]


@pytest.mark.parametrize(("state", "next_state"), BY_HAND)
def test_a_state_written_by_hand_follows_the_table(tmp_path, state, next_state):
    start = in_state(state)
    branch = Branch(tmp_path, start)
    branch.edit(start.document.path, f"state: {state}", f"state: {next_state}")
    refused = cannot_become(start.document.path, state, next_state) in errors(branch)

    assert refused == ((state, next_state) not in ALLOWED)


def test_a_detour_over_a_state_that_cannot_be_reached_is_seen_in_the_log(tmp_path):
    branch = Branch(tmp_path, in_state(ReviewState.WITHDRAWN))
    branch.edit(QUEUE, "state: withdrawn", "state: in-review")
    branch.commit()
    branch.command(*APPROVE)

    assert errors(branch, branch.approved_by("anna-ek")) == [
        cannot_become(QUEUE, "withdrawn", "in-review")
    ]


# ---- Four eyes ----


def test_without_a_forge_an_approval_is_only_said(waiting):
    waiting.command(*APPROVE)
    problems = waiting.found()

    assert [problem.severity for problem in problems] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("approvers", "author", "missing"),
    [
        (["anna-ek"], "bo-lind", []),
        (["anna-ek", "bo-lind"], "a-stranger", []),
        ([], "bo-lind", [ANNA_IS_ABSENT]),
        (["bo-lind"], "bo-lind", [ANNA_IS_ABSENT]),
        (["cilla-alm"], "bo-lind", [ANNA_IS_ABSENT]),
        (["a-stranger"], "bo-lind", [ANNA_IS_ABSENT]),
        (["anna-ek"], "a-stranger", [BO_IS_ABSENT]),
        (["anna-ek"], "anna-ek", [BO_IS_ABSENT]),
    ],
)
def test_both_who_are_named_must_be_confirmed(waiting, approvers, author, missing):
    waiting.command(*APPROVE)

    assert errors(waiting, waiting.approved_by(*approvers, author=author)) == missing


def test_a_commit_author_that_the_forge_knows_is_confirmed(waiting):
    waiting.command(*APPROVE)
    facts = waiting.approved_by("anna-ek", author="the-import", commit_authors=["bo-l"])

    assert errors(waiting, facts) == []


@pytest.mark.parametrize(
    ("verdicts", "wrong"),
    [
        (["approved"], []),
        (["approved", "commented"], []),
        (["changes-requested", "approved"], []),
        (["approved", "changes-requested"], [ANNA_IS_ABSENT, ANNA_ASKS_FOR_CHANGES]),
        (["approved", "dismissed"], [ANNA_IS_ABSENT]),
        (["commented"], [ANNA_IS_ABSENT]),
    ],
)
def test_the_latest_verdict_counts(waiting, verdicts, wrong):
    waiting.command(*APPROVE)
    head = waiting.commit()
    facts = waiting.approved_by()
    facts["reviews"] = [{"by": "anna-e", "commit": head, "verdict": v} for v in verdicts]

    assert errors(waiting, facts) == wrong


def test_a_listed_reviewer_who_asks_for_changes_stops_it(waiting):
    waiting.command(*APPROVE)
    facts = waiting.approved_by("anna-ek")
    facts["reviews"] += [{"by": "dave", "commit": "x", "verdict": "changes-requested"}]

    assert errors(waiting, facts) == [saying(".", ASKS_FOR_CHANGES, name="David Hassel")]


@pytest.mark.parametrize("commit", ["", "HEAD", "0" * 40, "--help", "main"])
def test_an_approval_of_a_commit_that_is_not_here_is_none(waiting, commit):
    waiting.command(*APPROVE)
    facts = waiting.approved_by("anna-ek")
    facts["reviews"][0]["commit"] = commit

    assert errors(waiting, facts) == [CHANGED_SINCE]


def test_a_text_changed_after_the_approval_needs_another(waiting):
    facts = waiting.approved_by("anna-ek")
    waiting.edit(QUEUE, "Börja smått.", "Köp nu.")
    waiting.command(*APPROVE)

    assert errors(waiting, facts) == [CHANGED_SINCE]
    assert errors(waiting, waiting.approved_by("anna-ek")) == []


def test_the_reviewers_are_those_of_the_base(waiting):
    reviewers = waiting.root / "site_config" / "reviewers.yml"
    added = "  - id: mallory\n    name: M\n    accounts:\n      github: mallory\n"
    reviewers.write_text(reviewers.read_text("utf-8") + added, "utf-8")
    waiting.commit()
    waiting.command("approve", "FC-2026-014", "--by", "mallory", "--not-involved")
    facts = waiting.approved_by("mallory")

    assert {
        saying(
            f"{NEW} review.approved_by",
            "“{reviewer}” is not in the list of reviewers",
            reviewer="mallory",
        ),
        saying("site_config/reviewers.yml", BY_TWO),
    } <= set(errors(waiting, facts))


BO, ANNA, CILLA, DAVE, MALLORY = "bo-lind", "anna-ek", "cilla-alm", "david-hassel", "mallory"


def test_who_is_named_times_who_is_confirmed(tmp_path):
    """Bo handles it; Anna is the leader; Dave has stopped reviewing; Mallory is nobody."""
    branch = Branch(tmp_path, stored(a_ready_one()), resting=DAVE)
    (branch.root / QUEUE).unlink()
    for handler, second in product((BO, CILLA), (ANNA, CILLA, DAVE, MALLORY)):
        for by in (BO, second):
            review = just_approved(by, handler, second)
            write(branch.root, NEW, stored(a_published(review=review)).document.text)
            sound = handler == BO and (second == ANNA or (second == CILLA and by == CILLA))
            # Where what is named is wrong already, nothing that a forge confirms makes it right.
            forge = product(
                (BO, MALLORY) if sound else (BO,), ([], [ANNA, CILLA, DAVE])[-1 - sound :]
            )
            confirmed = list(forge)
            facts = [branch.approved_by(*approvers, author=who) for who, approvers in confirmed]
            passed = [not found.errors for found in branch.each_found(*facts)]
            seen = [who == BO and second in approvers for who, approvers in confirmed]

            assert passed == [sound and both for both in seen], (review, passed)


@pytest.mark.parametrize(
    ("rights", "says"),
    [
        (Check(answer=Answer.YES), ""),
        (Check(answer=Answer.NOT_APPLICABLE, comment="Ingen bild."), ""),
        (
            Check(answer=Answer.NOT_APPLICABLE),
            "“{item}” is not applicable, but why is not said",
        ),
        (Check(answer=Answer.NO), ANSWERED_NO),
        (None, "“{label}” is not answered"),
    ],
)
def test_the_checklist_behind_a_publication_was_complete(tmp_path, rights, says):
    answers = {item: check for item, check in {**CHECKLIST, "rights": rights}.items() if check}
    branch = Branch(tmp_path, stored(a_ready_one(review={"checklist": answers})))
    (branch.root / QUEUE).unlink()
    review = just_approved(ANNA, BO, ANNA)
    write(branch.root, NEW, stored(a_published(review=review)).document.text)

    place, item = f"{NEW} review.checklist.rights", dict.fromkeys(("item", "label"), "Rättigheter")
    missing = [saying(place, says, **item)] if says else []
    assert errors(branch, branch.approved_by(ANNA)) == missing


# ---- Forgeries ----


def test_an_example_never_comes_from_nowhere(tmp_path):
    branch = Branch(tmp_path)
    write(branch.root, PUBLISHED, stored(a_published()).document.text)

    assert errors(branch, branch.approved_by("anna-ek")) == [
        cannot_become(PUBLISHED, "received", "approved"),
        saying(f"{PUBLISHED} review.log", "the log does not say who approved it"),
        saying(PUBLISHED, UNREVIEWED),
    ]


NOT_HANDLED = "the first one named has not handled it, or not declared that they are not involved"


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        ("privacy: 'yes'", "privacy: 'no'", "review.checklist.privacy", ANSWERED_NO),
        ("not_involved: 'yes'", "not_involved: 'no'", "review.approved_by", NOT_HANDLED),
        ("by: bo-lind", "by: cilla-alm", "review.approved_by", NOT_HANDLED),
        ("    answer: 'yes'", "    answer: 'no'", "attestations.consent", "is attested with no"),
    ],
)
def test_a_move_by_hand_past_an_unfinished_review_is_seen(waiting, old, new, field, says):
    """The file is published by the command, but what stood behind it was not ready."""
    waiting.command(*APPROVE)
    published = (waiting.root / NEW).read_text("utf-8")
    waiting.git("reset", "--quiet", "--hard", "main")
    waiting.edit(QUEUE, old, new)
    waiting.commit()
    (waiting.root / QUEUE).unlink()
    write(waiting.root, NEW, published)

    assert errors(waiting, waiting.approved_by("anna-ek")) == [
        saying(f"{NEW} {field}", says, label="Ingen går att känna igen")
    ]


def test_a_text_smuggled_in_after_the_move_is_seen(waiting):
    waiting.command(*APPROVE)
    facts = waiting.approved_by("anna-ek")
    example = read(waiting.root, NEW, PublishedExample)
    other = example.model_copy(update={"summary": "Köp nu."})
    waiting.edit(NEW, example.summary, "Köp nu.")
    waiting.edit(NEW, example.review.content_hash, other.content_hash())

    assert errors(waiting, facts) == [CHANGED_SINCE]


def test_a_review_that_no_commit_shows_is_not_believed(tmp_path):
    branch = Branch(tmp_path, stored(a_submission(attestations=ATTESTED)))
    run(branch.root, "handle", "FC-2026-014", "--by", "bo-lind", "--not-involved")
    run(
        branch.root, "checklist", "FC-2026-014", *(f"{i}=yes" for i in CHECKLIST), "--by", "bo-lind"
    )
    branch.command(*APPROVE)

    unanswered = [
        saying(
            f"{NEW} review.checklist.{item.id}",
            "“{label}” is not answered",
            label=item.label,
        )
        for item in sample_settings().checklist
    ]
    assert errors(branch, branch.approved_by("anna-ek")) == [
        cannot_become(NEW, "received", "approved"),
        *unanswered,
        saying(f"{NEW} review.approved_by", NOT_HANDLED),
    ]


NOT_APPROVED = saying(
    f"{PUBLISHED} review.content_hash",
    "the text has been changed, and nobody has approved the change",
)
A_VERSION_MORE = [
    NOT_APPROVED,
    saying(f"{PUBLISHED} review.version", MUST_BE, n=2),
    saying(f"{PUBLISHED} review.versions", "may only grow, by one with each text that is approved"),
]
UNBOUND = saying(
    f"{PUBLISHED} review.content_hash", "the text has been changed after it was approved"
)
ANOTHER_ID = [
    saying(PUBLISHED, LOST),
    cannot_become(PUBLISHED, "received", "approved"),
    saying(f"{PUBLISHED} review.log", "the log does not say who approved it"),
    saying(PUBLISHED, UNREVIEWED),
    saying(f"{PUBLISHED} id", TOGETHER, id="FC-2026-015", other="FC-2026-014"),
]


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        ("Börja smått.", "Köp nu.", [*A_VERSION_MORE, UNBOUND]),
        ("title: Bildstöd", "title: Köp", [*A_VERSION_MORE, UNBOUND]),
        ("version: 1", "version: 2", [saying(f"{PUBLISHED} review.version", MUST_BE, n=1)]),
        (
            "review_by: '2028-02-02'",
            "review_by: '2090-02-02'",
            [saying(f"{PUBLISHED} review.review_by", BY_APPROVAL)],
        ),
        (
            "published: '2026-02-02'",
            "published: '2025-02-02'",
            [saying(f"{PUBLISHED} review.published", MUST_BE, n="2026-02-02")],
        ),
        (
            "    - bo-lind",
            "    - cilla-alm",
            [saying(f"{PUBLISHED} review.approved_by", BY_APPROVAL)],
        ),
        (
            "key: ms-forms:x:7",
            "key: ms-forms:x:8",
            [saying(f"{PUBLISHED} source.key", ORIGIN)],
        ),
        ("id: FC-2026-014", "id: FC-2026-015", ANOTHER_ID),
        (
            "state: approved",
            "state: archived",
            [saying(f"{PUBLISHED} review.log", NOT_SAID, state=ReviewState.ARCHIVED.label)],
        ),
        (
            "state: approved",
            "state: paused",
            [saying(f"{PUBLISHED} review.log", NOT_SAID, state=ReviewState.PAUSED.label)],
        ),
    ],
)
def test_a_published_example_is_not_altered_by_hand(public, old, new, refused):
    public.edit(PUBLISHED, old, new)

    assert errors(public, public.approved_by("anna-ek", "bo-lind")) == refused


@pytest.mark.parametrize("state", [ReviewState.PAUSED, ReviewState.ARCHIVED])
@pytest.mark.parametrize(
    ("entry", "refused"),
    [
        ("", ["review.state", "comes back by an approval, and nothing else"]),
        (
            "approved",
            ["review.approved_by", "{name} handles this example and can't approve it too"],
        ),
    ],
)
def test_what_is_away_does_not_come_back_by_hand(tmp_path, state, entry, refused):
    branch = Branch(tmp_path, in_state(state))
    branch.edit(PUBLISHED, f"state: {state}", "state: approved")
    if entry:
        log = f"  log:\n    - {{at: 2026-03-16T09:15:00+01:00, by: anna-ek, did: {entry}}}\n---\n"
        branch.edit(PUBLISHED, "---\n\n##", f"{log}\n##")

    field, says = refused
    assert saying(f"{PUBLISHED} {field}", says, name="Anna Ek") in errors(
        branch, {"forge": "github", "author": "anna-e"}
    )


def test_a_publication_whose_log_names_nobody_is_seen(waiting):
    waiting.command(*APPROVE)
    text = (waiting.root / NEW).read_text("utf-8")
    start, end = text.index("  log:\n"), text.index("source:\n")
    write(waiting.root, NEW, text[:start] + text[end:])

    assert errors(waiting, waiting.approved_by("anna-ek")) == [
        saying(f"{NEW} review.log", "the log does not say who approved it")
    ]


def test_a_remark_is_not_taking_part(waiting):
    waiting.command(*APPROVE)
    facts = waiting.approved_by("anna-ek", author="a-stranger")
    facts["reviews"] += [{"by": "bo-l", "commit": "x", "verdict": "commented"}]

    assert errors(waiting, facts) == [BO_IS_ABSENT]


def test_a_body_alone_is_a_revision_even_with_a_new_hash(public):
    example = read(public.root, PUBLISHED, PublishedExample)
    public.edit(PUBLISHED, "Börja smått.", "Köp nu.")
    changed = read(public.root, PUBLISHED, PublishedExample)
    public.edit(PUBLISHED, example.content_hash(), changed.content_hash())

    assert errors(public, public.approved_by("anna-ek", "bo-lind")) == [
        *A_VERSION_MORE,
        saying(f"{PUBLISHED} review.content_hash", BY_APPROVAL),
    ]


def test_the_log_only_grows(public):
    public.command(*RENEW)
    public.git("switch", "--quiet", "main")
    public.git("merge", "--quiet", "branch")
    public.git("switch", "--quiet", "branch")
    public.edit(PUBLISHED, "by: anna-ek\n      did", "by: bo-lind\n      did")

    assert errors(public, public.approved_by("anna-ek")) == [
        saying(f"{PUBLISHED} review.log", "the log has been rewritten, and it may only grow")
    ]


@pytest.mark.parametrize(
    ("how", "place", "says"),
    [
        ("delete", PUBLISHED, LOST),
        (
            "rename",
            "content/examples/annat.md",
            "the address of a published example is never changed",
        ),
        ("back", f"{QUEUE} review.state", "a published example can't go back to the queue"),
    ],
)
def test_nothing_published_is_lost(public, how, place, says):
    path = public.root / PUBLISHED
    if how == "rename":
        shutil.copy(path, path.with_name("annat.md"))
    if how == "back":
        write(public.root, QUEUE, stored(a_ready_one()).document.text)
    path.unlink()

    assert saying(place, says) in errors(public, public.approved_by("anna-ek", "bo-lind"))


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        ("key: ms-forms:x:7", "key: ms-forms:x:8", saying(f"{QUEUE} source.key", ORIGIN)),
        (
            "id: FC-2026-014",
            "id: FC-2026-015",
            saying(f"{QUEUE} id", TOGETHER, id="FC-2026-015", other="FC-2026-014"),
        ),
    ],
)
def test_where_a_response_came_from_is_never_changed(waiting, old, new, refused):
    waiting.edit(QUEUE, old, new)

    assert refused in errors(waiting, {"forge": "github", "author": "stranger"})


def test_where_it_came_from_follows_into_the_library(waiting):
    waiting.command(*APPROVE)
    waiting.edit(NEW, "key: ms-forms:x:7", "key: ms-forms:x:8")

    assert errors(waiting, waiting.approved_by("anna-ek")) == [saying(f"{NEW} source.key", ORIGIN)]


def test_what_was_withdrawn_is_erased_by_one_reviewer(tmp_path):
    branch = Branch(tmp_path, stored(a_published(review={"state": ReviewState.WITHDRAWN})))
    (branch.root / PUBLISHED).unlink()

    assert errors(branch, {"forge": "github", "author": "cilla"}) == []
    assert errors(branch, {"forge": "github", "author": "stranger"}) == [saying(PUBLISHED, NOBODY)]


def test_two_responses_are_two_changes(tmp_path):
    two = [stored(a_ready_one(id=f"FC-2026-02{n}")) for n in (1, 2)]
    branch = Branch(tmp_path, *two)
    for example in two:
        branch.edit(example.document.path, "Börja smått.", "Börja i tid.")

    assert errors(branch) == [
        saying("submissions/FC-2026-022.md id", TOGETHER, id="FC-2026-022", other="FC-2026-021")
    ]


# ---- Accidents of a repository ----


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "generator/x.py",
        ".github/workflows/x.yml",
        "site_config/reviewers.yml",
        "site_config/forms/x.yml",
        "content/x.md",
        "content/news/x.html",
        "content/media/x.svg",
        "submissions/fc-2026-014.md",
        "submissions/inbox/x.csv",
        "Makefile",
    ],
)
def test_what_can_run_never_comes_with_content(waiting, path):
    waiting.edit(QUEUE, "Börja smått.", "Börja i tid.")
    text = (waiting.root / path).read_text() if (waiting.root / path).exists() else ""
    write(waiting.root, path, text + "# x\n")
    waiting.git("add", "--force", path)

    inside = path.startswith(("content/", "submissions/"))
    says = "has no place in the content" if inside else "can't be changed together with content"
    assert saying(path, says) in errors(waiting)


@pytest.mark.parametrize("path", ["content/examples/a b.md", "content/media/X.JPG"])
def test_nor_does_what_only_wants_another_name(waiting, path):
    write(waiting.root, path, "x\n")
    waiting.git("add", "--force", path)

    assert saying(path, "the name of the file can't be an address") in errors(waiting)


@pytest.mark.parametrize("path", ["site_config/vocabularies.yml", "content/pages/om/ny.md"])
def test_words_and_pages_may_come_with_content(waiting, path):
    waiting.edit(QUEUE, "Börja smått.", "Börja i tid.")
    new = "---\ntitle: Ny\n---\n"
    text = (waiting.root / path).read_text("utf-8") if (waiting.root / path).exists() else new
    write(waiting.root, path, text + "# x\n")

    assert errors(waiting) == []


def test_a_link_is_not_content(waiting):
    (waiting.root / "content/news").mkdir(parents=True)
    (waiting.root / "content/news/x.md").symlink_to("/etc/passwd")

    assert errors(waiting) == [saying("content/news/x.md", NOT_ORDINARY, mode="120000")]


def test_a_program_is_not_content(waiting):
    (waiting.root / QUEUE).chmod(0o755)

    assert errors(waiting) == [saying(QUEUE, NOT_ORDINARY, mode="100755")]


def test_another_repository_is_not_content(waiting):
    head = waiting.git("rev-parse", "HEAD")
    waiting.git("update-index", "--add", "--cacheinfo", f"160000,{head},content/news/x.md")
    waiting.git("commit", "--quiet", "--no-gpg-sign", "--message", "x")
    (waiting.root / "content/news/x.md").mkdir(parents=True)

    assert errors(waiting) == [saying("content/news/x.md", NOT_ORDINARY, mode="160000")]


def test_what_is_too_large_is_refused_unread(waiting):
    write(waiting.root, "content/news/x.md", "x" * 1_000_001)

    assert errors(waiting) == [saying("content/news/x.md", "is larger than {n} kB", n=1000)]


def test_broken_front_matter_is_refused_with_its_line(waiting):
    waiting.edit(QUEUE, "title: ", "title ")

    found = waiting.found()
    assert errors_in(found) == [saying(QUEUE, "has front matter that can't be read as YAML")]
    assert [problem.location.line for problem in found] == [4]


def test_two_versions_that_git_could_not_join_are_seen(waiting):
    waiting.edit(QUEUE, "Börja smått.", "<<<<<<< HEAD\nBörja smått.\n=======\nBörja.\n>>>>>>> x")

    assert errors(waiting) == [saying(QUEUE, "holds two versions that git could not join")]


# ---- The command ----

NO_SUCH_COMMIT = _("There is no commit called {ref} here.")


def test_the_gate_is_a_check(waiting, tmp_path, capsys):
    waiting.command(*APPROVE)
    assert run(waiting.root, "check", "--since", "main") == 0

    facts = write(waiting.root, "facts.json", '{"forge": "github"}')
    assert run(waiting.root, "check", "--since", "main", "--facts", str(facts)) == 1
    assert absent("Anna Ek") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("since", "rest", "says"),
    [
        ("no-such", [], NO_SUCH_COMMIT.format(ref="no-such")),
        ("--help", [], NO_SUCH_COMMIT.format(ref="--help")),
        ("main", ["--head", "no-such"], NO_SUCH_COMMIT.format(ref="no-such")),
        ("main", ["--facts", "no-such.json"], "no-such.json"),
    ],
)
def test_what_is_not_there_is_a_sentence_and_no_traceback(waiting, since, rest, says, capsys):
    assert run(waiting.root, "check", f"--since={since}", *rest) == 1
    assert says in capsys.readouterr().err


def test_facts_that_are_none_confirm_nothing(waiting, capsys):
    facts = write(waiting.root, "facts.json", '{"forge": "github", "approved": true}')

    assert run(waiting.root, "check", "--since", "main", "--facts", str(facts)) == 1
    assert _("{path} does not hold what a forge has confirmed.").format(path=facts) in (
        capsys.readouterr().err
    )


def test_the_guides_table_of_moves_is_that_of_the_program():
    guide = (PROJECT / "docs" / "granskning.md").read_text("utf-8")
    _before, _heading, after = guide.partition("| från ↓ till → ")
    header, _line, *rows = after.partition("\n\n")[0].splitlines()
    columns = [name.strip() for name in header.strip("| ").split("|")]
    table = {
        (ReviewState(state.strip(" `")), ReviewState(column))
        for state, *cells in (row.strip("|").split("|") for row in rows)
        for column, cell in zip(columns, cells, strict=True)
        if cell.strip() not in ("", "–")
    }

    assert table == ALLOWED


# ---- Trial notes ----

NOTE_WAITS, NOTE = "submissions/trial_notes/FC-2026-101.md", "content/trial_notes/fc-2026-101.md"


@pytest.fixture
def tried(tmp_path):
    """An example, and a note on it with nothing left but the second pair of eyes."""
    return Branch(tmp_path, stored(a_published()), stored(a_ready_note()))


def test_a_trial_note_is_published_by_two(tried):
    tried.command("approve", "FC-2026-101", "--by", "anna-ek", "--not-involved")

    assert errors(tried, tried.approved_by("anna-ek")) == []
    assert errors(tried, tried.facts()) == [
        saying(f"{NOTE} review.approved_by", absent("Bo Lind")),
        saying(f"{NOTE} review.approved_by", absent("Anna Ek")),
    ]


def test_a_trial_note_smuggled_in_is_seen(tried):
    write(tried.root, NOTE, stored(a_published_note()).document.text)
    (tried.root / NOTE_WAITS).unlink()

    assert saying(f"{NOTE} review.log", "the log does not say who approved it") in errors(
        tried, tried.approved_by("anna-ek")
    )


def test_a_published_trial_note_is_not_altered_by_hand(tmp_path):
    branch = Branch(tmp_path, stored(a_published()), stored(a_published_note()))
    branch.edit(NOTE, "Det blev lugnare", "Det blev aldrig lugnt")

    assert saying(
        f"{NOTE} review.content_hash",
        "the text has been changed, and nobody has approved the change",
    ) in errors(branch, branch.approved_by("anna-ek"))


def test_one_reviewer_takes_a_trial_note_away_at_once(tmp_path):
    branch = Branch(tmp_path, stored(a_published()), stored(a_published_note()))
    branch.command("pause", "FC-2026-101", "--by", "cilla-alm", "--reason", "Någon känns igen.")

    assert list(branch.found({"forge": "github", "author": "cilla"})) == []


@pytest.mark.parametrize(
    ("path", "reviewers"),
    [("letters/fraga.md", 1), ("letters/sent.yml", 1), ("letters/x.py", 2), ("x.md", 2)],
)
def test_the_words_of_letters_and_the_days_they_went_are_seen_by_one(path, reviewers):
    assert reviewers_needed(f"site_config/{path}") == reviewers


@pytest.mark.parametrize("name", ["forge.yml", "Forge.yml", "fields.yml", "texts.yml"])
def test_what_decides_what_is_told_and_approved_is_seen_by_two_and_so_is_another_name_for_it(name):
    assert reviewers_needed(f"site_config/{name}") == 2


def test_a_branch_does_not_choose_the_words_by_which_its_own_conversation_is_read(tmp_path):
    """A word of the base that asks for changes still does, though the branch has another."""
    own = 'texts:\n  "slash command::komplettera": tänk-om\n'
    texts = "site_config/texts.yml"
    branch = Branch(tmp_path, also={texts: own})
    branch.edit(texts, "tänk-om", "tänk-till")
    list(branch.found({"forge": "github", "author": "cilla"}))

    assert [one.name for one in commands_in("/tänk-om Mer.")] == [Command.REQUEST_CHANGES]
