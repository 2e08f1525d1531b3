"""The whole walk in a pull request: words, answers, commits, the gate and the merge."""

import pytest

from exempelbank.model.example import Section
from tests.builders import a_submission
from tests.conversations.walk import Walk, a_walk
from tests.forge.fakes import ANNA, BO, BOT, STRANGER
from tests.review.builders import ATTESTED, CHECKLIST, stored
from tests.review.gate.builders import git
from tests.review.gate.library import SHOWN, SHOWN_ID

ID = "FC-2026-777"
BRANCH = f"svar/{ID}"
FILE = f"submissions/{ID}.md"
TAKE_ON, APPROVAL = "/granska inte-inblandad", "/godkänn inte-inblandad"
ANSWER_ALL = "/checklista " + ", ".join(f"{id} ja" for id in CHECKLIST)


@pytest.fixture
def walk(tmp_path) -> Walk:
    """With a response that has come in, in a pull request that the tool has opened."""
    walk = a_walk(tmp_path)
    example = stored(a_submission(id=ID, title="Köp in tillsammans", attestations=ATTESTED))
    (walk.root / FILE).write_text(example.document.text, "utf-8")
    assert walk.open(BRANCH) == 1
    return walk


@pytest.fixture
def read(walk) -> Walk:
    """Where the tool has said that it has read it."""
    walk.run(1)
    return walk


def test_a_response_is_reviewed_approved_and_merged_by_words_alone(walk):
    (welcome,) = walk.run(1)
    taken = walk.write(BO, 1, TAKE_ON)
    answered = walk.write(BO, 1, ANSWER_ALL)
    approved = walk.write(ANNA, 1, APPROVAL)

    assert walk.state.pull(1).labels == ["Publicerad"]
    assert "/granska inte-inblandad" in welcome
    assert f"Bo Lind handlägger {ID}" in taken
    assert "Checklistan är klar" in answered
    assert f"{ID} är godkänt" in approved
    assert FILE not in walk.files(BRANCH)
    assert "content/examples/kop-in-tillsammans.md" in walk.files(BRANCH)
    assert any(path.startswith("content/news/") for path in walk.files(BRANCH))
    assert walk.run(1) == [] and walk.said == ["väntar på grinden"]
    assert walk.judge(1) == []
    assert walk.run(1) == [] and walk.said == ["slog ihop #1"]
    assert "content/examples/kop-in-tillsammans.md" in walk.files("main")


def test_a_run_with_nothing_new_does_nothing(read):
    read.write(BO, 1, TAKE_ON)
    heads = read.state.heads()

    assert read.run(1) == []
    assert read.state.heads() == heads
    assert read.said == []


def test_who_is_not_listed_gets_a_friendly_no(read):
    read.state.accounts[STRANGER].role = "read"
    heads = read.state.heads()

    assert "Tack! Men bara de som står som granskare" in read.write(STRANGER, 1, APPROVAL)
    assert read.state.heads() == heads


@pytest.mark.parametrize("says", ["Ser bra ut!", f"> {APPROVAL}", f"```\n{APPROVAL}\n```"])
def test_what_holds_no_word_is_not_answered(read, says):
    assert read.write(BO, 1, says) == ""


def test_the_tool_never_answers_itself_or_another_program(read):
    assert read.write(BOT, 1, TAKE_ON) == ""


def test_an_edited_comment_is_answered_with_a_plea_to_write_it_anew(read):
    remark = read.state.comment(BO, 1, "/hjälp")
    read.state.edit_comment(ANNA, remark.id, TAKE_ON)

    (says,) = read.run(1)
    assert "redigerats" in says
    assert "in-review" not in read.text(BRANCH, FILE)


def test_a_word_before_the_tool_has_read_it_is_asked_for_again(walk):
    assert "inte hunnit läsa" in walk.write(BO, 1, TAKE_ON)
    assert "Bo Lind handlägger" in walk.write(BO, 1, TAKE_ON)


def change_the_text(walk):
    walk.pull_in(BRANCH)
    text = (walk.root / FILE).read_text("utf-8")
    assert "Börja smått." in text
    (walk.root / FILE).write_text(text.replace("Börja smått.", "Köp nu."), "utf-8")
    walk.save(BRANCH)


def test_a_word_is_about_the_text_that_had_been_read_when_it_was_written(read):
    read.write(BO, 1, TAKE_ON)
    read.write(BO, 1, ANSWER_ALL)
    change_the_text(read)

    assert "Texten har ändrats sedan du skrev" in read.write(ANNA, 1, APPROVAL)
    assert FILE in read.files(BRANCH)
    assert f"{ID} är godkänt" in read.write(ANNA, 1, APPROVAL)
    assert read.judge(1) == []


def test_a_text_that_has_been_changed_is_announced_once(read):
    change_the_text(read)

    (says,) = read.run(1)
    assert "Texten har ändrats" in says
    assert read.run(1) == []


def test_an_approval_is_undone_by_a_text_that_is_changed_after_it(read):
    read.write(BO, 1, TAKE_ON)
    read.write(BO, 1, ANSWER_ALL)
    read.write(ANNA, 1, APPROVAL)
    read.pull_in(BRANCH)
    path = read.root / "content/examples/kop-in-tillsammans.md"
    path.write_text(path.read_text("utf-8").replace("Börja smått.", "Köp nu."), "utf-8")
    read.save(BRANCH)

    assert read.judge(1) != []
    read.run(1)
    assert read.said[-1:] == ["väntar på grinden"]


def test_an_approving_review_counts_when_it_holds_the_declaration(read):
    read.write(BO, 1, TAKE_ON)
    read.write(BO, 1, ANSWER_ALL)
    read.state.review(ANNA, 1, "approved", "Fin text!")
    (asks,) = read.run(1)
    read.state.review(ANNA, 1, "approved", "Jag är inte inblandad. Fin text!")
    (approved,) = read.run(1)

    assert APPROVAL in asks
    assert f"{ID} är godkänt" in approved
    assert read.judge(1) == []
    read.run(1)
    assert read.said == ["slog ihop #1"]


def test_one_who_asks_for_changes_stops_the_merge(read):
    for who, says in ((BO, TAKE_ON), (BO, ANSWER_ALL), (ANNA, APPROVAL)):
        read.write(who, 1, says)
    read.state.review("cilla", 1, "changes-requested", "Vänta lite.")

    assert any("Cilla Alm" in found for found in read.judge(1))
    read.run(1)
    assert read.said == []


def test_one_who_objects_after_the_gate_has_said_yes_stops_it_too(read):
    for who, says in ((BO, TAKE_ON), (BO, ANSWER_ALL), (ANNA, APPROVAL)):
        read.write(who, 1, says)
    assert read.judge(1) == []
    read.state.review("cilla", 1, "changes-requested", "Vänta lite.")
    read.run(1)

    assert read.state.pull(1).state == "open"


def test_a_run_that_was_cut_short_before_its_answer_is_finished_by_the_next(read):
    read.state.comment(BO, 1, TAKE_ON)
    read.run(1)
    answer = read.state.pull(1).comments.pop()
    heads = read.state.heads()

    assert "handlägger" in answer.body
    (says,) = read.run(1)
    assert "redan gjort" in says
    assert read.state.heads() == heads


def test_commits_and_answers_hold_ids_and_our_words_alone(read):
    read.write(BO, 1, f"{TAKE_ON}\n\nJag ringer Fiktiva Frida @alla fixes #1")
    log = read.state.git("log", "--format=%an <%ae>%n%B", f"main..{BRANCH}", "-1")

    assert log[:2] == ["Exempelbanken <noreply@forge.example>", f"{ID}: /granska"]
    assert not {"Bo", "Frida", "@alla", "Köp"} & set(" ".join(log).split())


def test_what_has_happened_to_main_is_brought_in_before_the_merge(read):
    for who, says in ((BO, TAKE_ON), (BO, ANSWER_ALL), (ANNA, APPROVAL)):
        read.write(who, 1, says)
    git(read.root, "switch", "--quiet", "main")
    (read.root / "content/pages/om/ny.md").write_text("---\ntitle: Ny\n---\n\nHej.\n", "utf-8")
    read.save("main")
    read.judge(1)
    read.run(1)
    assert read.said == [f"tog in det nyaste i {BRANCH}"]
    assert read.judge(1) == []
    read.run(1)

    assert read.said == ["slog ihop #1"]
    assert {"content/pages/om/ny.md", "content/examples/kop-in-tillsammans.md"} <= read.files(
        "main"
    )


def test_a_response_that_looks_like_words_does_nothing(tmp_path):
    walk = a_walk(tmp_path)
    says = f"{APPROVAL}\n\n{TAKE_ON}\n\n<!-- exempelbank:version {'a' * 40} -->"
    example = a_submission(id=ID, title=APPROVAL, sections={Section.HOW: says})
    (walk.root / FILE).write_text(stored(example).document.text, "utf-8")
    walk.open(BRANCH, title=APPROVAL, body=says)
    heads = walk.state.heads()

    (welcome,) = walk.run(1)
    assert "Jag har läst förslaget" in welcome
    assert walk.run(1) == []
    assert walk.state.heads() == heads


def test_a_new_version_says_what_is_new_and_takes_the_place_of_the_old(tmp_path):
    walk = a_walk(tmp_path)
    example = a_submission(id=ID, revises=SHOWN_ID, title="Promenader", attestations=ATTESTED)
    (walk.root / FILE).write_text(stored(example).document.text, "utf-8")
    walk.open(BRANCH)
    walk.run(1)
    for who, says in ((BO, TAKE_ON), (BO, ANSWER_ALL)):
        walk.write(who, 1, says)

    assert "det står inte vad som har ändrats" in walk.write(ANNA, 1, APPROVAL)
    assert "är godkänt" in walk.write(ANNA, 1, f"{APPROVAL} nytt: Fler går med.")
    assert walk.judge(1) == []
    walk.run(1)
    assert walk.said == ["slog ihop #1"]
    walk.pull_in("main")
    assert "what: Fler går med." in (walk.root / SHOWN).read_text("utf-8")


def test_a_declined_response_is_merged_as_declined(read):
    assert "Avböjd" in read.write(BO, 1, "/avböj Handlar om något annat.")
    assert read.judge(1) == []
    read.run(1)
    assert read.said == ["slog ihop #1"]


def test_the_words_of_a_reviewer_are_harmless_in_the_answer(read):
    says = read.write(BO, 1, "/checklista <img src=x> @alla #1 ja")

    assert "<img" not in says and "@alla" not in says


# ---- Where no word can be carried out ----


def test_in_a_pull_request_from_elsewhere_nothing_is_done(read):
    read.state.pull(1).from_fork = True

    assert "De fungerar i en pull request i projektet" in read.write(BO, 1, TAKE_ON)


def test_where_several_responses_stand_nothing_is_done(read):
    read.pull_in(BRANCH)
    other = stored(a_submission(id="FC-2026-778", attestations=ATTESTED))
    (read.root / other.document.path).write_text(other.document.text, "utf-8")
    read.save(BRANCH)

    assert "2 svar står här" in read.write(BO, 1, TAKE_ON)


def test_when_branch_and_base_have_changed_the_same_a_person_chooses_first(walk):
    git(walk.root, "switch", "--quiet", "main")
    (walk.root / FILE).write_text("---\nid: x\n---\n", "utf-8")
    walk.save("main")

    assert "ändrat samma sak" in walk.write(BO, 1, TAKE_ON)
    assert walk.write("dave", 1, "Hej!") == ""


def test_a_change_of_settings_is_left_alone(tmp_path):
    walk = a_walk(tmp_path)
    (walk.root / "site_config/checklist.yml").write_text("checklist: []\n", "utf-8")
    walk.open("checklista", by=ANNA)
    walk.state.review(BO, 1, "approved", "Ja!")

    assert walk.run(1) == []
    assert "inget svar att utföra ord på" in walk.write(BO, 1, APPROVAL)
    assert walk.judge(1) != []


# ---- A pause, in a pull request that is merged ----


@pytest.fixture
def merged(tmp_path) -> Walk:
    """Where a published example once came from."""
    walk = a_walk(tmp_path)
    (walk.root / "content/media/mer.txt").write_text("x", "utf-8")
    assert walk.open(f"svar/{SHOWN_ID}") == 1
    walk.state.pull(1).state = "merged"
    return walk


def test_a_word_in_a_merged_pull_request_pauses_what_it_brought(merged):
    says = merged.write("cilla", 1, "/pausa Någon kan kännas igen.")

    assert "pausar det öppnas" in says
    assert merged.judge(2) == []
    merged.run(2)
    assert merged.said[-1] == "slog ihop #2"
    merged.pull_in("main")
    assert "state: paused" in (merged.root / SHOWN).read_text("utf-8")


@pytest.mark.parametrize(
    ("who", "says", "answer"),
    [
        (BO, APPROVAL, "Den här pull requesten är stängd"),
        (BO, "/pausa", "säger inte varför"),
        ("dave", "/hjälp", "/granska"),
    ],
)
def test_nothing_else_is_done_there(merged, who, says, answer):
    assert answer in merged.write(who, 1, says)
    assert len(merged.state.pulls) == 1


def test_in_a_merged_pull_request_of_something_else_nothing_is_paused(merged):
    merged.state.pull(1).head = "checklista"

    assert "inget svar att utföra ord på" in merged.write(BO, 1, "/pausa Skäl.")
    assert len(merged.state.pulls) == 1


def test_a_pause_is_opened_once(merged):
    merged.write("cilla", 1, "/pausa Någon kan kännas igen.")
    merged.state.pull(1).comments.pop()  # the answer never came there
    merged.run(1)

    assert len(merged.state.pulls) == 2


def test_a_pause_that_points_at_another_word_is_refused(merged):
    """The text of a pull request can be changed by many; the word itself by nobody unseen."""
    merged.write("cilla", 1, "/pausa Någon kan kännas igen.")
    other = merged.state.comment(BO, 1, "/pausa Skäl.")
    merged.state.edit_pull(2, None, f"<!-- exempelbank:asked 1:comment:{other.id} -->\n\nx")

    assert merged.judge(2) != []


def test_a_pause_whose_word_was_edited_is_refused(merged):
    merged.write("cilla", 1, "/pausa Någon kan kännas igen.")
    word = merged.state.pull(1).comments[0]
    merged.state.edit_comment("cilla", word.id, "/pausa Nej.")

    assert merged.judge(2) != []
