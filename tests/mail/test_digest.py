"""What a letter tells of, and how it is written."""

import email
import email.policy
import itertools
import re
from dataclasses import replace
from datetime import date

import html5lib
import pytest

from exempelbank.catalogue.public_trial_note import public_trial_note_from
from exempelbank.mail.digest import build_digest, topic_from
from exempelbank.mail.letter import html_from, letter_from, text_from
from exempelbank.model.content import FocusArea
from tests.builders import a_published_note, sample_settings
from tests.feeds.builders import a_catalogue, an_example, event, news, occasion

SINCE, UNTIL = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture(scope="module")
def settings():
    return sample_settings()


def published(day, **given):
    return an_example(review={"published": day, "updated": given.pop("updated", day)}, **given)


def digest_with(settings, *records, topic=None):
    catalogue = a_catalogue(*records)
    chosen = topic_from(topic, catalogue, settings) if topic else None
    return build_digest(catalogue, SINCE, UNTIL, chosen)


# ---- What is in it ----


@pytest.mark.parametrize(
    ("day", "within"),
    [("2026-02-28", False), ("2026-03-01", True), ("2026-03-31", True), ("2026-04-01", False)],
)
def test_both_days_are_included(settings, day, within):
    when = date.fromisoformat(day)
    digest = digest_with(settings, published(when), news(published=when))

    assert (len(digest.examples), len(digest.news)) == ((1, 1) if within else (0, 0))


def test_a_revised_example_is_told_of_as_revised(settings):
    digest = digest_with(settings, published(date(2025, 9, 1), updated=date(2026, 3, 5)))

    assert [digest.is_new(example) for example in digest.examples] == [False]


def test_news_that_only_tells_of_an_example_in_the_letter_is_left_out(settings):
    example = published(date(2026, 3, 5))

    assert not digest_with(settings, example, news(example=example.id)).news


def test_coming_events_are_those_not_over_and_not_cancelled(settings):
    over = event("over", occasion("2026-03-02 09:00", "2026-03-02 10:00"))
    digest = digest_with(settings, over, event("kommer"), event("installt", cancelled=True))

    assert [record.id for record in digest.events] == ["kommer"]


@pytest.mark.parametrize(
    "wording", ["Huddinge", "huddinge", "IPS", "Psykisk hälsa", "psykisk-halsa", "Enhetschef"]
)
def test_a_letter_can_be_about_one_place_network_focus_area_or_role(settings, wording):
    day = date(2026, 3, 5)
    mine = published(day, slug="mitt", municipality="huddinge", networks=("ips",),
                     focus_areas=("psykisk-halsa",), roles=("enhetschef",))  # fmt: skip
    other = published(day, slug="annat", id="FC-2026-099", municipality="nacka")
    news_of_mine = news("mitt", networks=("ips",), focus_areas=("psykisk-halsa",),
                        municipalities=("huddinge",), roles=("enhetschef",))  # fmt: skip
    news_of_others = news("annat", municipalities=("nacka",))
    digest = digest_with(settings, mine, other, news_of_mine, news_of_others, topic=wording)

    assert [record.slug for record in digest.examples] == ["mitt"]
    assert [record.id for record in digest.news] == ["mitt"]


def test_a_municipality_hears_what_concerns_everyone_and_what_is_online(settings):
    digest = digest_with(
        settings,
        news("alla"),
        event("har", municipality="huddinge"),
        event("digitalt", municipality="nacka", digital=True),
        event("borta", municipality="nacka"),
        topic="Huddinge",
    )

    assert [record.id for record in digest.news] == ["alla"]
    assert {record.id for record in digest.events} == {"har", "digitalt"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [("larande-exempel", (1, 0, 0)), ("nyheter", (0, 1, 0)), ("kalendarium", (0, 0, 1))],
)
def test_a_letter_can_be_about_all_of_a_kind(settings, word, parts):
    everything = (published(date(2026, 3, 5)), news(published=date(2026, 3, 5)), event("kommer"))
    digest = digest_with(settings, *everything, topic=word)

    assert (len(digest.examples), len(digest.news), len(digest.events)) == parts


def test_a_letter_about_a_topic_leads_back_to_it(settings):
    digest = digest_with(settings, event("kommer"), topic="Huddinge")
    chosen = "https://exempelbanken.example/prenumerera/#om-huddinge"

    assert chosen in html_from(digest, settings) and chosen in text_from(digest, settings)


def test_the_question_comes_from_a_new_example_before_the_focus_area(settings):
    area = FocusArea(id="psykisk-halsa", title="P", periods=({"from": 2026, "to": 2027},),
                     questions=("Områdets fråga?",))  # fmt: skip
    asked = published(date(2026, 3, 5), discussion_questions=("Exemplets fråga?",))
    with_area = replace(a_catalogue(), content=(area,))

    assert digest_with(settings, asked).question.text == "Exemplets fråga?"
    assert build_digest(with_area, SINCE, UNTIL).question.text == "Områdets fråga?"
    assert digest_with(settings).question.text


def test_nothing_new_is_known(settings):
    assert digest_with(settings).empty


# ---- The letter ----

HOSTILE = "Rad\r\nBcc: x@y.example <script>alert(1)</script> & “å” =?utf-8?q?x?="


@pytest.fixture
def everything(settings):
    return digest_with(
        settings,
        published(
            date(2026, 3, 5), title=HOSTILE, lessons=(HOSTILE,), discussion_questions=(HOSTILE,)
        ),
        news(title=HOSTILE, summary=HOSTILE),
        event(title=HOSTILE, place=HOSTILE),
    )


def read(settings, digest):
    raw = letter_from(digest, settings).as_bytes()
    return email.message_from_bytes(raw, policy=email.policy.default)


def parts_of(letter):
    return [letter.get_body((kind,)).get_content() for kind in ("plain", "html")]


def test_the_letter_opens_without_defects(settings, everything):
    letter = read(settings, everything)

    assert letter.get_content_type() == "multipart/alternative"
    assert not letter.defects and not any(part.defects for part in letter.walk())
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]


def test_no_header_holds_what_someone_wrote(settings, everything):
    letter = read(settings, everything)

    assert set(letter.keys()) == {
        "Subject", "From", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"
    }  # fmt: skip
    assert "Rad" not in "".join(map(str, letter.values()))
    assert letter["From"].addresses[0].addr_spec == settings.organisation.email


@pytest.mark.parametrize("field", ["name", "site_name", "email"])
def test_a_broken_setting_cannot_add_a_header(settings, everything, field):
    broken = settings.organisation.model_copy(update={field: "x\r\nBcc: a@b.example"})
    letter = read(replace(settings, organisation=broken), everything)

    assert "Bcc" not in letter


def test_html_holds_text_as_text(settings, everything):
    html = html_from(everything, settings)

    assert "<script" not in html
    assert "&lt;script&gt;" in html and "&amp;amp;" not in html


def test_text_holds_text_as_it_is(settings, everything):
    assert "& “å”" in text_from(everything, settings)


def test_both_parts_say_the_same(settings):
    digest = digest_with(
        settings,
        published(date(2026, 3, 5), lessons=("Lärdomen.",), discussion_questions=("Frågan?",)),
        news(title="Nyheten"),
        event(title="Träffen"),
    )
    for part in parts_of(read(settings, digest)):
        for words in ("Bildstöd i morgonmötet", "Lärdomen.", "Nyheten", "Träffen", "Frågan?"):
            assert words in part
        assert "https://exempelbanken.example/larande-exempel/bildstod/" in part
        assert "https://exempelbanken.example/larande-exempel/bildstod/apt/" in part


def test_nothing_is_fetched(settings, everything):
    html = html_from(everything, settings)

    assert not re.search(
        r"<(img|link|script|iframe|source|object|video)\b|\burl\(|@import|src=", html
    )


def test_it_is_whole_html_with_a_language_and_ordered_headings(settings, everything):
    html = html_from(everything, settings)
    html5lib.HTMLParser(strict=True).parse(html.lstrip())

    assert '<html lang="sv">' in html
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_same_digest_gives_the_same_bytes(settings, everything):
    assert (
        letter_from(everything, settings).as_bytes() == letter_from(everything, settings).as_bytes()
    )


# ---- Trial notes ----


def digest_of_a_trial(settings, topic=None, **given):
    note = public_trial_note_from(a_published_note(municipality="nacka", **given))
    old = an_example(title="Bildstöd", roles=("stodpedagog",))
    catalogue = replace(a_catalogue(old), trial_notes=(note,))
    chosen = topic_from(topic, catalogue, settings) if topic else None
    return build_digest(catalogue, SINCE, UNTIL, chosen)


NEW = {"review": {"updated": date(2026, 3, 5)}}


def test_what_others_say_who_have_tried_is_told_when_it_is_new(settings):
    digest = digest_of_a_trial(settings, **NEW)

    assert not digest.examples
    for written in (text_from(digest, settings), html_from(digest, settings)):
        assert "Bildstöd" in written and "rovat av Nacka" in written
        assert "Fungerade det? Delvis" in written
        assert "/larande-exempel/bildstod/#provat-fc-2026-101" in written
    assert digest_of_a_trial(settings).empty


@pytest.mark.parametrize(
    ("topic", "is_told"),
    [
        ("Nacka", True),
        ("Huddinge", True),
        ("stodpedagog", True),
        ("Salem", False),
        ("nyheter", False),
    ],
)
def test_a_trial_concerns_whom_its_example_does_and_the_place_of_it(settings, topic, is_told):
    assert bool(digest_of_a_trial(settings, topic, **NEW).trials) == is_told
