"""exempelbank letter: what each says, to whom, and what is left behind."""

import email
import email.policy
import shlex

import pytest

from exempelbank.i18n import _
from exempelbank.model.review import Answer, Check, LogEntry, ReviewState
from exempelbank.model.submission import (
    Attestation,
    PublishedExample,
    PublishedTrialNote,
    Source,
    Submission,
)
from tests.builders import a_published, a_published_note, a_submission, moment
from tests.review.builders import ATTESTED, a_project, a_ready_one, read, run, stored

FILE = "submissions/FC-2026-014.md"
PAGE = "content/examples/bildstod.md"
FROM_MS_FORMS = Source(
    dialect="ms-forms",
    form="larande-exempel",
    key="ms-forms:larande-exempel:17",
    submitted_at=moment("2026-03-02 09:15"),
)
CONTACT = {
    "contact_publish": True,
    "contact_role": "Stödpedagog",
    "contact_email": "bildstod@huddinge.example",
}


def write_letter(root, capsys, kind, *options, id="FC-2026-014"):
    code = run(root, "letter", id, kind, *options)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def opened(file):
    return email.message_from_bytes(file.read_bytes(), policy=email.policy.default)


# ---- What they say ----


def test_a_question_asks_for_what_is_missing_in_the_words_of_the_form(tmp_path, capsys):
    attested = ATTESTED.model_copy(update={"manager_informed": Attestation(answer=False)})
    response = a_submission(
        kind="", lessons=(), sections={}, attestations=attested, source=FROM_MS_FORMS
    )
    root = a_project(tmp_path, stored(response))

    code, letter, _told = write_letter(root, capsys, "fråga")

    assert code == 0
    for words in (
        "Typ av exempel\n   Välj bland: Arbetssätt; Metod;",
        "Det här lärde vi oss (en sak på varje rad)",
        "Utgångsläge: hur var det innan?",
        "Är närmaste chef informerad?\n   Ni har svarat nej",
    ):
        assert words in letter
    assert "Titel" not in letter and "Rubrik" not in letter, "it has one"


def test_a_form_of_another_year_asks_in_the_same_words(tmp_path, capsys):
    of_2025 = FROM_MS_FORMS.model_copy(update={"form": "larande-exempel-2025"})
    response = a_submission(stage="", attestations=ATTESTED, source=of_2025)
    root = a_project(tmp_path, stored(response))

    assert "1. Hur långt har ni kommit?\n" in write_letter(root, capsys, "fråga")[1]


def test_without_a_form_it_asks_by_our_own_words(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_submission(kind="", attestations=ATTESTED)))

    _code, letter, said = write_letter(root, capsys, "question")

    question = "1. Typ av exempel\n   Vilken typ av exempel det är.\n   Välj bland: Arbetssätt"
    assert question in letter and "2. " not in letter
    assert "inte via ett formulär" in said
    assert "granskarna har antecknat" not in said, "nobody has noted anything"


def test_what_no_form_has_asked_is_asked_so_that_one_can_answer(tmp_path, capsys):
    by_phone = Source(recorded_by="bo-lind")
    attested = ATTESTED.model_copy(update={"no_identifiable_person": None})
    root = a_project(
        tmp_path, stored(a_submission(sections={}, attestations=attested, source=by_phone))
    )

    _code, letter, said = write_letter(root, capsys, "fråga")

    assert "Hur var det innan, och varför började ni?" in letter
    assert "Är det säkert att ingen kan kännas igen" in letter
    assert "ni skickade" not in letter and "Bo Lind" in said, "it was told to him"


def test_what_the_reviewer_has_still_to_do_is_not_asked_of_the_sender(tmp_path, capsys):
    response = a_submission(
        title="x" * 90, roles=(), unmatched={"roles": ("Coach",)}, attestations=ATTESTED
    )
    root = a_project(tmp_path, stored(response))

    code, letter, said = write_letter(root, capsys, "fråga")

    assert (code, letter) == (1, "") and "FC-2026-014" in said


def test_a_no_in_the_checklist_is_asked_in_the_reviewers_words(tmp_path, capsys):
    checks = {"evidence": Check(answer=Answer.NO, comment="Hur många har ni frågat?")}
    root = a_project(tmp_path, stored(a_ready_one(review={"checklist": checks})))

    _code, letter, said = write_letter(root, capsys, "fråga")

    assert "1. Hur många har ni frågat?\n   Det gäller: Underlag." in letter
    assert "granskarna har antecknat" in said


def test_what_a_rule_holds_is_asked_about_and_never_quoted(tmp_path, capsys):
    held = a_submission(title="Möte för 191212121212", attestations=ATTESTED)
    root = a_project(tmp_path, stored(held))

    letter = write_letter(root, capsys, "fråga")[1]

    assert "ingen kan kännas igen" in letter and "19121212" not in letter


def test_a_number_in_a_reviewers_comment_goes_nowhere(tmp_path, capsys):
    checks = {"privacy": Check(answer=Answer.NO, comment="191212121212 står i texten.")}
    root = a_project(tmp_path, stored(a_ready_one(review={"checklist": checks})))

    code, letter, said = write_letter(root, capsys, "fråga")

    assert (code, letter) == (1, "") and "19121212" not in said


def test_the_proof_has_the_page_with_it(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_ready_one(**CONTACT)))

    code, _out, _told = write_letter(root, capsys, "korrektur", "--out", str(tmp_path / "brev.eml"))

    letter = opened(tmp_path / "brev.eml")
    (page,) = letter.iter_attachments()
    assert code == 0 and letter["To"] == "bildstod@huddinge.example" and letter["X-Unsent"] == "1"
    assert page.get_filename() == "FC-2026-014.html" and "Bildstöd" in page.get_content()
    assert "FC-2026-014.html" in letter.get_body().get_content()


def test_no_proof_is_made_of_what_a_rule_holds(tmp_path, capsys):
    held = a_ready_one(summary="Kalle, 191212121212, fick bildstöd.")
    root = a_project(tmp_path, stored(held))
    before = (root / FILE).read_bytes()

    out = ("--by", "bo-lind", "--out", str(tmp_path / "brev.eml"))
    code, _out, said = write_letter(root, capsys, "korrektur", *out)

    assert code == 1 and "19121212" not in said
    assert not (tmp_path / "brev.eml").exists() and (root / FILE).read_bytes() == before


def test_now_it_is_out_leads_to_the_page_and_to_one_to_print(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_published()))

    letter = write_letter(root, capsys, "publicerat")[1]

    assert "/larande-exempel/bildstod/\n" in letter and "/larande-exempel/bildstod/apt/\n" in letter


def test_a_trial_note_is_out_on_the_page_of_its_example(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_published()), stored(a_published_note()))

    letter = write_letter(root, capsys, "publicerat", id="FC-2026-101")[1]

    assert "/larande-exempel/bildstod/#provat-fc-2026-101\n" in letter


def test_what_is_declined_says_why(tmp_path, capsys):
    checks = {"relevance": Check(answer=Answer.NO, comment="Det handlar om skolan.")}
    root = a_project(tmp_path, stored(a_ready_one(review={"checklist": checks})))
    note = ("--note", "Vänd er gärna till skolans egen webbplats.")
    run(root, "set-state", "FC-2026-014", "declined", "--by", "bo-lind", *note)
    capsys.readouterr()

    letter = write_letter(root, capsys, "avböjt")[1]

    assert "– Det handlar om skolan.\n– Vänd er gärna" in letter


def test_nothing_is_declined_without_a_reason(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_submission(state=ReviewState.DECLINED)))

    code, letter, said = write_letter(root, capsys, "avböjt")

    assert (code, letter) == (1, "")
    advised = [shlex.split(line)[1:] for line in said.splitlines() if "set-state" in line]
    for words in advised:
        assert run(root, *(_as_bo(word) for word in words)) == 0
    assert write_letter(root, capsys, "avböjt")[0] == 0


def _as_bo(word):
    return "bo-lind" if word == _("REVIEWER") else word


def test_an_organisations_own_text_goes_before_ours(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_submission()))
    own = root / "site_config/letters/mottaget.md"
    own.parent.mkdir()
    own.write_text("---\nämne: Hos {organisation}\n---\n\nGoddag, {rubrik}.\n", "utf-8")

    assert write_letter(root, capsys, "mottaget")[1] == (
        "Hos Forum Carpe\n\nGoddag, Bildstöd i morgonmötet.\n"
    )


@pytest.mark.parametrize("kind", ["publicerat", "stämmer", "avböjt"])
def test_a_letter_is_not_written_before_its_time(tmp_path, capsys, kind):
    root = a_project(tmp_path, stored(a_submission()))

    code, letter, said = write_letter(root, capsys, kind)

    assert (code, letter) == (1, "") and "Inkommen" in said


def test_the_letters_of_its_state_are_listed(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_published()))
    run(root, "letter", "FC-2026-014")

    words = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert words == ["publicerat", "stämmer"]


# ---- To whom, and what is kept of it ----


def test_without_an_address_one_is_told_how_to_find_the_row(tmp_path, capsys):
    before = a_submission(
        id="FC-2026-013",
        source=FROM_MS_FORMS.model_copy(
            update={"key": "ms-forms:larande-exempel:9", "submitted_at": moment("2026-03-01 08:00")}
        ),
    )
    hidden = a_submission(source=FROM_MS_FORMS, contact_email="inte@publik.example")
    root = a_project(tmp_path, stored(hidden), stored(before))

    said = write_letter(root, capsys, "mottaget")[2]

    for words in ("larande-exempel", "2026-03-02 09:15", ": 17\n", "nummer 2 av de 2"):
        assert words in said
    assert "inte@publik.example" not in said, "it was not to be published"


def test_a_key_of_hashes_is_no_number_to_look_for(tmp_path, capsys):
    source = FROM_MS_FORMS.model_copy(update={"key": "nextcloud:f:0123456789abcdef-01234567"})
    root = a_project(tmp_path, stored(a_submission(source=source)))

    assert "0123456789" not in write_letter(root, capsys, "mottaget")[2]


def test_the_log_says_who_wrote_what_and_no_address_is_kept(tmp_path, capsys):
    root = a_project(tmp_path / "projekt", stored(a_submission()))
    out = tmp_path / "brev.eml"
    options = ("--by", "bo-lind", "--to", "eva@huddinge.example", "--out", str(out))

    assert write_letter(root, capsys, "mottaget", *options)[0] == 0
    again = write_letter(root, capsys, "mottaget")[2]

    (entry,) = read(root, FILE, Submission).review.log
    assert (entry.by, entry.did, entry.note) == ("bo-lind", "letter-receipt", "")
    assert opened(out)["To"] == "eva@huddinge.example" and "Bo Lind" in out.read_text("utf-8")
    assert "eva@" not in (root / FILE).read_text("utf-8")
    assert "Bo Lind skrev samma brev den 2026-03-16" in again


@pytest.mark.parametrize(
    ("record", "file", "kind"),
    [
        (a_published(), PAGE, PublishedExample),
        (a_published_note(), "content/trial_notes/fc-2026-101.md", PublishedTrialNote),
    ],
)
def test_a_letter_about_what_is_published_leaves_its_approval_valid(
    tmp_path, capsys, record, file, kind
):
    root = a_project(tmp_path, stored(a_published()), stored(a_published_note()))

    write_letter(root, capsys, "stämmer", "--by", "bo-lind", id=record.id)

    after = read(root, file, kind)
    assert after.review.log[-1].did == "letter-renewal"
    assert after.content_hash() == after.review.content_hash


def test_whoever_signs_may_be_named_as_people_name_them(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_submission()))

    assert "\nBo Lind\n" in write_letter(root, capsys, "mottaget", "--by", "Bo Lind")[1]
    assert read(root, FILE, Submission).review.log[-1].by == "bo-lind"


def test_looking_at_a_letter_changes_nothing(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_submission()))
    before = (root / FILE).read_bytes()

    said = write_letter(root, capsys, "mottaget")[2]

    assert (root / FILE).read_bytes() == before and "--by" in said


@pytest.mark.parametrize(
    "options", [("--by", "nobody"), ("--to", "två@adresser.example, till@x.example")]
)
def test_what_can_not_be_used_is_refused(tmp_path, capsys, options):
    root = a_project(tmp_path, stored(a_submission()))

    code, letter, said = write_letter(root, capsys, "mottaget", *options)

    assert (code, letter) == (1, "") and said and "Traceback" not in said


# ---- To those whom a lead is about ----


def a_lead(**given):
    return a_submission(title="Nattfotboll i Huddinge", state=ReviewState.LEAD, **given)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ringa", "Får vi ringa och höra mer?"),
        ("berätta", "Vill ni berätta om det? Det behöver inte vara klart"),
    ],
)
def test_those_whom_a_lead_is_about_are_asked(tmp_path, capsys, kind, words):
    root = a_project(tmp_path, stored(a_lead()))

    code, letter, _said = write_letter(root, capsys, kind, "--by", "Bo Lind")

    assert code == 0 and words in letter and "”Nattfotboll i Huddinge”" in letter
    assert [entry.by for entry in read(root, FILE, Submission).review.log] == ["bo-lind"]


def test_a_lead_is_asked_about_and_gets_no_receipt(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_lead()))

    assert write_letter(root, capsys, "mottaget")[0] == 1
    run(root, "letter", "FC-2026-014")
    words = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert words == ["ringa", "berätta"]


# ---- To all at once ----


def write_all(root, capsys, kind="mottaget", by="Bo Lind"):
    code = run(root, "letter", "--all", kind, "--by", by, "--out", str(root.parent / "brev"))
    return code, capsys.readouterr()


def test_all_that_have_come_get_their_receipts_at_once_and_only_once(tmp_path, capsys):
    with_contact = a_submission(id="FC-2026-011", **CONTACT)
    by_form = a_submission(id="FC-2026-012", source=FROM_MS_FORMS)
    already_read = a_ready_one(id="FC-2026-013")
    written = [with_contact, by_form, a_lead(), already_read]
    root = a_project(tmp_path / "projekt", *map(stored, written))

    code, first = write_all(root, capsys)
    letters = sorted(path.name for path in (tmp_path / "brev").glob("[!.]*"))
    _code, second = write_all(root, capsys)

    assert code == 0 and letters == ["FC-2026-011.eml", "FC-2026-012.eml", "brev.txt"]
    assert opened(tmp_path / "brev/FC-2026-011.eml")["To"] == "bildstod@huddinge.example"
    assert "2 brev" in first.out and "Ingen väntar på det brevet" in second.out
    listed = (tmp_path / "brev/brev.txt").read_text("utf-8")
    assert "FC-2026-012: formulär: larande-exempel; inskickat: 2026-03-02 09:15" in listed
    for id in ("FC-2026-011", "FC-2026-012"):
        (entry,) = read(root, f"submissions/{id}.md", Submission).review.log
        assert (entry.by, entry.did, entry.note) == ("bo-lind", "letter-receipt", "")
    assert "huddinge.example" not in entry.model_dump_json()


def test_whoever_was_asked_two_years_ago_is_asked_again(tmp_path, capsys):
    review = a_published().review
    asked = LogEntry(at=moment("2023-03-01 09:00"), by="bo-lind", did="letter-renewal")
    renewed = LogEntry(at=moment("2023-03-02 09:00"), by="anna-ek", did="renewed")
    past = {"review_by": moment("2026-03-01 00:00").date(), "log": (asked, renewed)}
    due = a_published().model_copy(update={"review": review.model_copy(update=past)})
    root = a_project(tmp_path / "projekt", stored(due))

    assert "1 brev" in write_all(root, capsys, "stämmer")[1].out
    assert "Ingen väntar" in write_all(root, capsys, "stämmer")[1].out


@pytest.mark.parametrize(
    ("kind", "by"), [("fråga", "Bo Lind"), ("mottaget", ""), ("mottaget", "x")]
)
def test_what_can_not_be_written_to_all_is_refused(tmp_path, capsys, kind, by):
    root = a_project(tmp_path / "projekt", stored(a_submission()))

    code, printed = write_all(root, capsys, kind, by)

    assert code == 1 and printed.err and not (tmp_path / "brev").exists()


def test_a_broken_file_is_told_of_and_the_others_get_their_letters(tmp_path, capsys):
    root = a_project(tmp_path / "projekt", stored(a_submission()))
    (root / "submissions/FC-2026-015.md").write_text("---\nid: [\n---\n", "utf-8")

    code, printed = write_all(root, capsys)

    assert code == 1 and "FC-2026-015.md" in printed.err
    assert (tmp_path / "brev/FC-2026-014.eml").exists()


# ---- About no example ----


def test_a_municipality_is_asked_at_the_address_of_its_function(tmp_path, capsys):
    root = a_project(tmp_path / "projekt", stored(a_published()))
    out = tmp_path / "huddinge.eml"

    code = run(root, "letter", "saknas", "--for", "Huddinge kommun", "--out", str(out))

    assert code == 0 and opened(out)["To"] == "cka@huddinge.example"
    assert "Från Huddinge finns" in opened(out).get_body().get_content()


def test_all_municipalities_and_districts_are_asked_at_once(tmp_path, capsys):
    root = a_project(tmp_path / "projekt", stored(a_published()))
    before = {path: path.read_bytes() for path in root.rglob("*.md")}

    assert run(root, "letter", "--all", "saknas", "--out", str(tmp_path / "brev")) == 0

    written = {path.name for path in (tmp_path / "brev").iterdir()}
    assert {"huddinge.eml", "farsta.eml", "brev.txt"} <= written
    listed = (tmp_path / "brev" / "brev.txt").read_text("utf-8")
    assert "huddinge.eml: cka@huddinge.example (Huddinge)\n" in listed
    assert "saknar adress. Skriv den som contact_email" in capsys.readouterr().out
    assert before == {path: path.read_bytes() for path in root.rglob("*.md")}


def test_whoever_has_an_address_is_told_of_the_form_each_in_a_letter(tmp_path, capsys):
    root, folder = a_project(tmp_path / "projekt", stored(a_published())), tmp_path / "brev"

    code = run(root, "letter", "--all", "lansering", "--by", "bo-lind", "--out", str(folder))

    assert code == 0 and opened(folder / "huddinge.eml")["To"] == "cka@huddinge.example"
    assert all(opened(path)["To"] for path in folder.glob("*.eml"))
    assert "saknar adress" in capsys.readouterr().out


def test_whoever_proposed_a_network_is_answered(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_submission()))

    assert run(root, "letter", "förslag-mottaget", "--network", "Natten", "--by", "Bo Lind") == 0
    letter = capsys.readouterr().out
    assert "”Natten”" in letter and "\nBo Lind\n" in letter


@pytest.mark.parametrize(
    "words",
    [
        ("förslag-avböjt", "--network", "Natten"),
        ("saknas", "--for", "Huddige"),
        ("saknas", "--by", "nobody"),
        ("--all", "saknas"),
        ("FC-2026-014", "saknas"),
        ("FC-2026-014", "mottaget", "--note", "Vi ses."),
        ("förslag-mottaget", "--network", "Natten", "--reason", "Fler delar behovet=Nej."),
        ("FC-2026-014", "--all", "mottaget", "--by", "Bo Lind", "--out", "brev"),
    ],
)
def test_a_letter_about_no_example_is_refused_in_words(tmp_path, capsys, words):
    root = a_project(tmp_path, stored(a_submission()))

    code = run(root, "letter", *words)
    printed = capsys.readouterr()

    assert (code, printed.out) == (1, "") and len(printed.err.splitlines()) == 2
