"""exempelbank add: what is told on the phone, written down by the rules that import holds to."""

import builtins
from datetime import date

import pytest

from exempelbank.checks.publication import check_publication
from exempelbank.i18n import _
from exempelbank.model.review import Review, ReviewState
from exempelbank.model.submission import Attestation, Submission
from exempelbank.problems import Problems
from exempelbank.settings import PlaceKind, load_settings
from tests.builders import a_published, a_submission, sample_settings
from tests.review.builders import a_project, a_ready_one, read, run, stored, write

FORM = """---
Rubrik: Bildstöd i duschen
Kommun: Huddinge
Målgrupp: autism, adhd
Visa kontakten: nej
"Kontakt: e-post": anna@huddinge.example
Intyg:
  Samtycke till publicering: {consent}
---

## Resultat

{result}
"""


@pytest.fixture
def root(tmp_path):
    return a_project(tmp_path)


def add(root, *words, consent="ja, 2026-03-12", result="Det blev lugnare.", by="bo-lind"):
    form = write(root.parent, "form.md", FORM.format(consent=consent, result=result))
    return run(root, "add", "exempel", "--file", str(form), "--by", by, *words)


def written(root):
    (path,) = (root / "submissions").glob("*.md")
    return read(root, f"submissions/{path.name}", Submission)


def test_an_example_told_on_the_phone_is_in_the_queue_with_who_asked_and_when(root):
    assert add(root, "--note", "Berättat på telefon.") == 0

    example = written(root)
    assert example.review.state is ReviewState.RECEIVED
    assert example.id.startswith("FC-2026-")
    assert example.target_groups == ("autism", "adhd-npf")
    assert example.attestations.consent == Attestation(
        answer=True, date=date(2026, 3, 12), asked_by="bo-lind"
    )
    assert example.contact_email == ""  # kept only when it is to be published
    (entry,) = example.review.log
    assert (entry.by, entry.did, entry.note) == ("bo-lind", "recorded", "Berättat på telefon.")


@pytest.mark.parametrize("consent", ("", "nej"))
def test_without_consent_nothing_is_written(root, consent, capsys):
    assert add(root, consent=consent) == 1
    assert _("no consent to publish") in capsys.readouterr().err
    assert not (root / "submissions").exists()


@pytest.mark.parametrize("text", ("Kalle, 19121212-1212, mår bättre.", "Kalle har diabetes."))
def test_what_the_privacy_rules_hold_is_not_written(root, text, capsys):
    assert add(root, result=text) == 1
    assert "form.md:13" in capsys.readouterr().err
    assert not (root / "submissions").exists()


def test_whoever_writes_it_down_is_a_reviewer(root, capsys):
    assert add(root, by="nobody") == 1
    assert "nobody" in capsys.readouterr().err


def test_who_wrote_it_down_handles_it_and_never_approves_it(tmp_path, capsys):
    source = {"recorded_by": "anna-ek"}
    root = a_project(tmp_path, stored(a_ready_one(source=source)))
    refused = _("{name} wrote down what was told, and can't approve it").format(name="Anna Ek")
    approve = ("approve", "FC-2026-014", "--not-involved", "--by")

    assert run(root, *approve, "anna-ek") == 1
    assert refused in capsys.readouterr().err
    assert run(root, *approve, "cilla-alm") == 0

    by_hand = stored(a_published(source={"recorded_by": "bo-lind"}))
    (problem,) = check_publication(by_hand.document, by_hand.record, sample_settings())
    assert by_hand.record.review.approved_by[1] == "bo-lind"
    assert problem.says == refused.replace("Anna Ek", "Bo Lind")


def test_an_example_of_a_lead_keeps_its_id_and_its_log(tmp_path):
    log = [{"at": "2026-03-05T16:10:00+01:00", "by": "cilla-alm", "did": "lead"}]
    lead = a_submission(id="FC-2026-006", review=Review(state=ReviewState.LEAD, log=log))
    root = a_project(tmp_path, stored(lead))

    assert add(root, "--lead", "FC-2026-006") == 0
    example = written(root)
    assert (example.id, example.title) == ("FC-2026-006", "Bildstöd i duschen")
    assert [entry.did for entry in example.review.log] == ["lead", "recorded"]


def test_a_lead_asks_no_consent_and_is_kept_by_who_wrote_it(root):
    form = write(root.parent, "lead.md", "---\nRubrik: Läxhjälp en kväll\nKommun: tyresö\n---\n")
    words = ("--file", str(form), "--by", "bo-lind", "--follow-up", "2026-04-15")

    assert run(root, "add", "uppslag", *words) == 0
    lead = written(root)
    assert (lead.review.state, lead.review.handled.by) == (ReviewState.LEAD, "bo-lind")
    assert lead.review.follow_up == date(2026, 4, 15)


def test_a_lead_tells_where_it_is_kept_who_told_of_it_and_never_who(root, capsys):
    form = write(root.parent, "lead.md", "---\nRubrik: Läxhjälp en kväll\nKommun: tyresö\n---\n")
    add_it = ("add", "uppslag", "--file", str(form), "--by", "bo-lind", "--sender-in")

    assert run(root, *add_it, "anna@tyreso.example") == 1
    assert capsys.readouterr().err.startswith("--sender-in: fel: ")
    assert run(root, *add_it, "svar.xlsx, rad 14") == 0
    run(root, "show", written(root).id)
    assert "svar.xlsx, rad 14" in capsys.readouterr().out


@pytest.mark.parametrize("day", ["2026-03-15", "i går", "snart"])
def test_a_day_to_come_back_that_has_gone_or_is_none_is_refused(root, capsys, day):
    form = write(root.parent, "lead.md", "---\nRubrik: Läxhjälp en kväll\nKommun: tyresö\n---\n")
    words = ("--file", str(form), "--by", "bo-lind", "--follow-up", day)

    assert run(root, "add", "uppslag", *words) == 1
    assert capsys.readouterr().err.startswith("--follow-up: fel: ")
    assert not [*root.glob("submissions/*.md")]


def test_a_municipality_is_put_last_in_the_settings_and_only_once(root, capsys):
    form = write(root.parent, "m.yml", 'Namn: Norrköping\nKod: "0581"\nMedlem: ja\n')
    add_it = ("add", "kommun", "--file", str(form))

    assert run(root, *add_it) == 0
    new = load_settings(root, Problems()).vocabulary("municipalities").find("Norrköping")
    assert (new.id, new.code, new.member) == ("norrkoping", "0581", "yes")
    assert run(root, *add_it) == 1
    says = capsys.readouterr().err
    assert "m.yml:1 (Namn)" in says and "municipalities.yml" in says


@pytest.mark.parametrize(
    "words",
    (
        ("provat", "--by", "Bo Lin"),
        ("provat", "--by", "bo-lind", "--note", "19121212-1212 ringde."),
        ("nyhet", "--name", "Två ord"),
    ),
)
def test_what_would_be_refused_at_the_end_is_told_before_anything_is_asked(
    root, monkeypatch, words, capsys
):
    monkeypatch.setattr(builtins, "input", lambda _mark: pytest.fail("asked"))

    assert run(root, "add", *words) == 1
    assert words[-2] in capsys.readouterr().err


@pytest.mark.parametrize("stops", (KeyboardInterrupt, EOFError))
def test_what_was_answered_is_kept_outside_git_for_whoever_stops_in_the_middle(
    root, monkeypatch, stops, capsys
):
    lines = iter(("Samtal om bildstöd",))

    def typed(_mark):
        for line in lines:
            return line
        raise stops

    monkeypatch.setattr(builtins, "input", typed)
    monkeypatch.chdir(root)

    assert run(root, "add", "nyhet") == 130
    (form,) = (root / "utkast").glob("nyhet-*.md")
    said = capsys.readouterr().err
    assert "Rubrik: Samtal om bildstöd" in form.read_text("utf-8")
    assert f"exempelbank add nyhet --file utkast/{form.name}" in said
    assert (root / "utkast/.gitignore").read_text("utf-8") == "*\n"
    assert not (root / "content" / "news").exists()


def test_whoever_stops_at_the_first_question_has_left_nothing(root, monkeypatch, capsys):
    def stopped(_mark):
        raise EOFError

    monkeypatch.setattr(builtins, "input", stopped)

    assert run(root, "add", "nyhet") == 130
    assert _("Nothing has been written.") in capsys.readouterr().err
    assert not (root / "utkast").exists()


@pytest.mark.parametrize(("answer", "code"), (("ja", 0), ("nej", 130)))
def test_what_was_answered_is_shown_and_written_when_one_says_yes(
    root, monkeypatch, answer, code, capsys
):
    lines = iter(("Norrköping", "", "0581", "ja", "", "", "kanske", answer))
    monkeypatch.setattr(builtins, "input", lambda _mark: next(lines))

    assert run(root, "add", "kommun") == code
    assert "Norrköping" in capsys.readouterr().out
    added = load_settings(root, Problems()).vocabulary("municipalities").find("Norrköping")
    assert bool(added) == (code == 0)


def test_a_party_that_is_no_municipality_is_asked_for_no_code(root, monkeypatch, capsys):
    lines = iter(("Region Värmland", "Region", "ja", "", "", "ja"))
    monkeypatch.setattr(builtins, "input", lambda _mark: next(lines))

    assert run(root, "add", "part") == 0
    assert capsys.readouterr().out.startswith("Part\n")
    added = load_settings(root, Problems()).vocabulary("municipalities").find("Region Värmland")
    assert (added.kind, added.code, added.member) == (PlaceKind.REGION, "", "yes")


def test_a_kind_that_is_none_is_told_with_those_there_are(root, capsys):
    assert run(root, "add", "aktivitt") == 1

    says = capsys.readouterr().err
    assert _("Did you mean “{word}”?").format(word="aktivitet") in says
    assert "fokusområde" in says


def test_the_same_form_twice_is_asked_about(root, capsys):
    add(root)
    id = written(root).id
    capsys.readouterr()

    assert add(root) == 1
    assert id in capsys.readouterr().err
    assert add(root, "--again") == 0
    assert len([*(root / "submissions").glob("*.md")]) == 2


def test_nobody_has_agreed_on_a_day_that_is_yet_to_come(root, capsys):
    assert add(root, consent="ja, 2099-01-01") == 1
    said = capsys.readouterr().err
    assert "form.md:8" in said and _("is a day that has not come yet") in said
    assert not (root / "submissions").exists()


def test_a_form_that_has_been_read_is_to_be_taken_away(root, capsys):
    add(root)

    path = str(root.parent / "form.md")
    says = _("Take the form away, it is not needed: {path}").format(path=path)
    assert says in capsys.readouterr().out
