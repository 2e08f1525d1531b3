"""What readers write, and what they find."""

import pytest

from exempelbank.search.question import question_from
from exempelbank.search.ranking import rank
from tests.search.builders import a_text, an_index, found


@pytest.mark.parametrize(
    "question",
    [
        "boendestöd",
        "BOENDESTÖDET",
        "boendestod",
        "boende stöd",
        "boendesstöd",
        "boendstöd",
        "boendest",
        "stöd i boendet",
        "boende-stöd",
    ],
)
def test_a_reader_finds_the_compound_however_it_is_written(question):
    index = an_index("Boendestöd på distans", "Kaniner och getter", "Mat och prat", "Vila")

    assert found(question, index)[0] == "Boendestöd på distans"


def test_the_word_itself_comes_before_the_word_in_a_compound():
    index = an_index("Gruppboende", "Ett boende")

    assert found("boende", index) == ["Ett boende", "Gruppboende"]


def test_a_compound_finds_its_parts_apart_and_both_before_one():
    index = an_index("Projekt", "Ett projekt på arbetsmarknaden", "Arbetsmarknad", "Om katter")

    first, *others = found("arbetsmarknadsprojekt", index)
    assert first == "Ett projekt på arbetsmarknaden"
    assert others[0] == "Arbetsmarknad"


def test_the_title_counts_more_than_the_text():
    index = an_index(a_text("Annat", body="Här nämns robotar."), a_text("Robotar"))

    assert found("robotar", index)[0] == "Robotar"


def test_the_text_that_meets_more_of_the_question_comes_first():
    index = an_index("Boendestöd i Täby", "Boendestöd i Solna", "Skola i Solna")

    assert found("boendestöd Solna", index)[0] == "Boendestöd i Solna"


def test_an_unknown_word_is_understood_and_the_reader_is_told():
    index = an_index("Samtalsmatta", "Annat")

    assert found("smatalsmatta", index) == ["Samtalsmatta"]
    assert question_from("smatalsmatta", index).meant == {"smatalsmatta": "samtalsmatta"}


def test_a_known_word_is_never_corrected():
    index = an_index("Val", "Vad kostar vård", "Vår")

    assert question_from("val", index).meant == {}


def test_a_reader_with_rings_and_dots_means_them():
    index = an_index("Valet", "Väl framme")

    assert found("väl", index)[0] == "Väl framme"
    assert set(found("val", index)) == {"Valet", "Väl framme"}


def test_archived_texts_come_last():
    index = an_index(a_text("Hund hund hund", archived=True), a_text("Annat", body="En hund."))

    assert found("hund", index) == ["Annat", "Hund hund hund"]


@pytest.mark.parametrize(
    "question",
    ["", " ", "!?", "och i att", "<img src=x onerror=alert(1)>", "__proto__", "å" * 10_000,
     "hasOwnProperty constructor", "%00 ../../etc/passwd", "1 " * 5000],
)  # fmt: skip
def test_any_question_has_an_answer_in_short_time(question):
    assert rank(question, an_index("Boendestöd", "Hund")) == []


def test_an_index_of_nothing_answers_nothing():
    assert rank("hund", an_index()) == []
