"""Letters to all at once: what each tells of, since when, to whom, and what is noted of it."""

import email
import email.policy
from dataclasses import replace
from datetime import date

import pytest

from exempelbank.catalogue.topics import mailout_topics
from exempelbank.files.paths import SENT
from exempelbank.mail.digest import build_digest, topic_from
from exempelbank.mail.letter import text_from
from exempelbank.mail.mailout import plan_mailout, receiver_of
from exempelbank.settings import Term, Vocabulary
from tests.builders import a_published, sample_settings
from tests.feeds.builders import a_catalogue, an_example, event, news
from tests.parties import settings_with_parties
from tests.review.builders import a_project, run, stored, write

SINCE, UNTIL = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture(scope="module")
def settings():
    return sample_settings()


def example_of(day=date(2026, 3, 5), **given):
    return an_example(review={"published": day, "updated": day}, **given)


def digest_about(name, settings, *records):
    catalogue = a_catalogue(*records)
    return build_digest(catalogue, SINCE, UNTIL, topic_from(name, catalogue, settings))


# ---- Districts and organisations ----


def test_a_district_hears_of_itself_and_of_what_concerns_its_municipality(settings):
    of_city = {"municipality": "stockholm"}
    digest = digest_about(
        "Farsta",
        settings,
        example_of(slug="farsta", district="farsta", **of_city),
        example_of(slug="staden", id="FC-2026-098", **of_city),
        example_of(slug="bromma", id="FC-2026-099", district="bromma", **of_city),
        news("staden", municipalities=("stockholm",)),
        news("nacka", municipalities=("nacka",)),
        event("staden", municipality="stockholm"),
    )

    assert {record.slug for record in digest.examples} == {"farsta", "staden"}
    assert [record.id for record in digest.news] == ["staden"]
    assert [record.id for record in digest.events] == ["staden"]


def test_a_party_that_is_no_municipality_hears_of_itself_and_of_activities_anywhere():
    settings = settings_with_parties()
    digest = digest_about(
        "FK",
        settings,
        example_of(slug="eget", municipality="forsakringskassan"),
        example_of(slug="annat", id="FC-2026-099", municipality="grums"),
        news("eget", municipalities=("forsakringskassan",)),
        news("grums", municipalities=("grums",)),
        event("grums", municipality="grums"),
    )

    assert [record.slug for record in digest.examples] == ["eget"]
    assert [record.id for record in digest.news] == ["eget"]
    assert [record.id for record in digest.events] == ["grums"]
    assert receiver_of(digest.topic, a_catalogue(), settings) == "samverkan@fk.example"


def test_an_office_of_such_a_party_hears_of_activities_anywhere_too():
    digest = digest_about(
        "fk-karlstad", settings_with_parties(), event("grums", municipality="grums")
    )

    assert [record.id for record in digest.events] == ["grums"]


def test_an_organisation_hears_of_its_own_examples_and_of_what_concerns_everyone(settings):
    party = Term(id="arbetsformedlingen", label="Arbetsförmedlingen", contact_email="af@af.example")
    lists = {**settings.vocabularies, "organisations": Vocabulary("organisations", (party,))}
    settings = replace(settings, vocabularies=lists)
    digest = digest_about(
        "Arbetsförmedlingen",
        settings,
        example_of(slug="eget", municipality="", organisation="arbetsformedlingen"),
        example_of(slug="annat", id="FC-2026-099"),
        news("alla"),
        news("nacka", municipalities=("nacka",)),
    )

    assert [record.slug for record in digest.examples] == ["eget"]
    assert [record.id for record in digest.news] == ["alla"]
    assert receiver_of(digest.topic, a_catalogue(), settings) == "af@af.example"
    assert "#" not in text_from(digest, settings), "no place of its own among what one can follow"


def test_districts_are_in_letters_and_not_among_what_one_can_follow(settings):
    topics = mailout_topics(a_catalogue(), settings)
    words = [topic.word for topic in topics]

    assert "farsta" in words and len(words) == len(set(words))


@pytest.mark.parametrize(
    ("name", "address"),
    [("Huddinge", "cka@huddinge.example"), ("Farsta", "cka@farsta.example"), ("Nacka", "")],
)
def test_the_receiver_is_the_functions_address_in_the_settings(settings, name, address):
    catalogue = a_catalogue()

    assert receiver_of(topic_from(name, catalogue, settings), catalogue, settings) == address


# ---- Since when ----


def planned(settings, sent, since=None, *records):
    mailout = plan_mailout(a_catalogue(*records), settings, since, sent, UNTIL)
    return {one.topic.word: one.digest.since for one in mailout.letters}, mailout


def test_each_letter_begins_where_its_last_one_ended(settings):
    sent = {"huddinge": date(2026, 3, 4), "nacka": date(2026, 3, 9)}
    days, mailout = planned(settings, sent, None, example_of(), news(published=date(2026, 3, 9)))

    assert days["huddinge"] == date(2026, 3, 5)
    assert days["solna"] == date(2026, 3, 5), "never sent: from the earliest"
    assert "nacka" in [topic.word for topic in mailout.nothing_new]


def test_a_day_that_is_given_goes_for_all(settings):
    days, _mailout = planned(settings, {"huddinge": UNTIL}, SINCE, example_of())

    assert days["huddinge"] == SINCE


# ---- By command ----


@pytest.fixture
def project(tmp_path):
    day = date(2026, 3, 5)
    given = {"published": day, "updated": day}
    return a_project(tmp_path / "projekt", stored(a_published(review=given)))


def write_letters(root, folder, *options):
    return run(root, "digest", "--each", "--format", "eml", "--out", str(folder), *options)


def test_what_is_noted_as_sent_is_not_told_again(project, tmp_path, capsys):
    first, second = tmp_path / "mars", tmp_path / "april"
    assert write_letters(project, first, "--since", "2026-03-01") == 0
    assert "cka@huddinge.example" in capsys.readouterr().out
    letter = email.message_from_bytes(
        (first / "huddinge.eml").read_bytes(), policy=email.policy.default
    )
    assert letter["To"] == "cka@huddinge.example"

    assert run(project, "digest", "--sent", str(first)) == 0
    noted = (project / SENT).read_text("utf-8")
    assert "  huddinge: 2026-03-16\n" in noted and "  nacka: 2026-03-16\n" in noted
    assert "@" not in noted
    assert run(project, "check", SENT) == 0

    assert write_letters(project, second) == 0
    assert not second.exists()
    capsys.readouterr()
    assert run(project, "digest", "--for", "Huddinge") == 0
    assert capsys.readouterr().out == ""


def test_a_letter_that_was_taken_away_keeps_what_it_tells_for_the_next_time(
    project, tmp_path, capsys
):
    write_letters(project, tmp_path / "mars", "--since", "2026-03-01")
    (tmp_path / "mars" / "huddinge.eml").unlink()
    capsys.readouterr()

    run(project, "digest", "--sent", str(tmp_path / "mars"))
    assert "1 brev skickades inte: Huddinge." in capsys.readouterr().out
    noted = (project / SENT).read_text("utf-8")
    assert "  huddinge: 2026-02-28\n" in noted and "  larande-exempel: 2026-03-16\n" in noted

    write_letters(project, tmp_path / "april")
    assert [file.name for file in (tmp_path / "april").glob("*.eml")] == ["huddinge.eml"]


def test_an_earlier_mailout_noted_late_takes_back_nothing(project, tmp_path):
    write(project, SENT, "# Vi skickar i början av månaden.\nsent:\n  huddinge: 2026-05-01\n")
    write_letters(project, tmp_path / "mars", "--since", "2026-03-01")

    run(project, "digest", "--sent", str(tmp_path / "mars"))

    noted = (project / SENT).read_text("utf-8")
    assert "huddinge: 2026-05-01\n" in noted and "# Vi skickar" in noted


@pytest.mark.parametrize(
    "words",
    [
        ("--each", "--out", "brev"),
        ("--for", "Huddinge"),
        (),
        ("--sent", "ingen-mapp"),
    ],
)
def test_what_is_not_known_is_asked_for(project, capsys, words):
    assert run(project, "digest", *words) == 1
    assert "--since" in (err := capsys.readouterr().err) or "--each" in err


def test_a_file_of_days_that_can_not_be_read_is_told_of_on_its_line(project, capsys):
    write(project, SENT, "sent:\n  huddinge: i mars\n")

    assert run(project, "digest", "--for", "Huddinge") == 1
    assert f"{SENT}:2" in capsys.readouterr().err
    assert run(project, "check", SENT) == 1


def test_an_address_that_is_none_is_told_of_on_its_line(project, capsys):
    places = project / "site_config/municipalities.yml"
    text = places.read_text("utf-8").replace("cka@farsta.example", "cka farsta")
    places.write_text(text, "utf-8")
    line = text[: text.index("cka farsta")].count("\n") + 1

    assert run(project, "check", "site_config") == 1
    assert f"municipalities.yml:{line} " in capsys.readouterr().out


def test_the_list_says_to_whom_each_letter_goes_and_until_when_it_has_told(project, capsys):
    write(project, SENT, "sent:\n  huddinge: 2026-02-01\n")
    assert run(project, "digest", "--list", "--format", "csv-excel") == 0
    _header, *rows = capsys.readouterr().out.splitlines()

    [of_huddinge] = [row for row in rows if row.endswith(";huddinge")]
    assert of_huddinge.split(";")[1:3] == ["cka@huddinge.example", "2026-02-01"]
    assert len(rows) > 30


@pytest.mark.parametrize(
    "words", [("--list", "--format", "eml"), ("--since", "2026-03-01", "--format", "csv-excel")]
)
def test_a_letter_is_no_list_and_a_list_no_letter(project, capsys, words):
    assert run(project, "digest", *words) == 1

    assert words[-1] in capsys.readouterr().err
