"""What readers write, and what they find."""

import pytest

from exempelbank.search.query import query_from
from exempelbank.search.ranking import near_only, search
from tests.search.builders import a_document, an_index, titles_found


@pytest.mark.parametrize(
    "query",
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
def test_a_reader_finds_the_compound_however_it_is_written(query):
    index = an_index("Boendestöd på distans", "Kaniner och getter", "Mat och prat", "Vila")

    assert titles_found(query, index)[0] == "Boendestöd på distans"


def test_the_word_itself_comes_before_the_word_in_a_compound():
    index = an_index("Gruppboende", "Ett boende")

    assert titles_found("boende", index) == ["Ett boende", "Gruppboende"]


def test_a_compound_finds_its_parts_apart_and_both_before_one():
    index = an_index("Projekt", "Ett projekt på arbetsmarknaden", "Arbetsmarknad", "Om katter")

    first, *others = titles_found("arbetsmarknadsprojekt", index)
    assert first == "Ett projekt på arbetsmarknaden"
    assert others[0] == "Arbetsmarknad"


def test_a_compound_that_is_found_whole_does_not_find_each_of_its_parts():
    index = an_index("Boendestöd", "Ett stöd i boendet", "Stöd i skolan", "Boende")

    assert titles_found("boendestöd", index) == ["Boendestöd", "Ett stöd i boendet"]


def test_two_words_with_a_third_between_are_no_compound():
    index = an_index("Måltavla", "Mål på tavlan")

    assert titles_found("mål på tavlan", index)[0] == "Mål på tavlan"


def test_of_three_words_those_are_joined_that_are_one_more_often():
    index = an_index(
        *("Spelmusik", "Musikskola ett", "Musikskola två", "Musikskola tre", "Spel"),
        *("Musik", "Skola"),
    )

    clauses = query_from("spel musik skola", index).clauses
    assert [clause.words for clause in clauses] == [("spel",), ("musik", "skola")]


def test_of_an_unknown_compound_the_rarer_part_counts_more():
    index = an_index("Stöd på natten", "Stöd nu", "Stöd här", "Stöd där", "Kaninen bor här")

    def weights_of_parts(query):
        parts = [c for c in query_from(query, index).clauses[0].candidates if c.match == "part"]
        return [round(candidate.weight, 2) for candidate in parts]

    assert weights_of_parts("kaninstöd") == [0.4, 0.2]
    assert weights_of_parts("stödkanin") == [0.3, 0.3]


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("hund", False),
        ("hundar", False),
        ("hun", False),
        ("jycke", True),
        ("hundvakt", True),
        ("humd", True),
        ("god man", True),
        ("jycke parken", False),
    ],
)
def test_it_is_told_whether_anything_holds_the_words_or_only_what_is_near(query, near):
    index = an_index("Hund i parken", "Vakt", "God mat", synonyms="hund, jycke\ngod man, ombud")

    assert search(query, index)
    assert near_only(query_from(query, index), index) == near


def test_the_title_counts_more_than_the_text():
    index = an_index(a_document("Annat", body="Här nämns robotar."), a_document("Robotar"))

    assert titles_found("robotar", index)[0] == "Robotar"


def test_the_text_that_meets_more_of_the_question_comes_first():
    index = an_index("Boendestöd i Täby", "Boendestöd i Solna", "Skola i Solna")

    assert titles_found("boendestöd Solna", index)[0] == "Boendestöd i Solna"


def test_an_unknown_word_is_understood_and_the_reader_is_told():
    index = an_index("Samtalsmatta", "Annat")

    assert titles_found("smatalsmatta", index) == ["Samtalsmatta"]
    assert query_from("smatalsmatta", index).mended == {"smatalsmatta": "samtalsmatta"}


@pytest.mark.parametrize(
    ("written", "title"), [("otrygghet", "Trygghet"), ("häsla", "Hasla"), ("tråning", "Träning")]
)
def test_nobody_is_asked_whether_they_meant_another_word(written, title):
    assert not query_from(written, an_index(title, "Annat")).mended


def test_a_word_that_begins_alike_is_meant_before_one_that_ends_alike():
    index = an_index("Klara uppgifter", "Skal", "Tal", "Mål")

    assert titles_found("kalra", index) == ["Klara uppgifter"]


def test_a_known_word_is_never_corrected():
    index = an_index("Val", "Vad kostar vård", "Vår")

    assert query_from("val", index).mended == {}


@pytest.mark.parametrize("written", ["våld", "vald", "våldet", "hotad"])
def test_a_word_that_only_the_synonyms_know_is_none_to_correct_or_to_propose(written):
    index = an_index("Väldigt bra", "Vål", "Hatar", synonyms="våld, hotade")
    query = query_from(written, index)

    assert not query.mended
    assert not [c for clause in query.clauses for c in clause.candidates if c.match == "misspelt"]


def test_a_reader_with_rings_and_dots_means_them():
    index = an_index("Valet", "Väl framme")

    assert titles_found("väl", index)[0] == "Väl framme"
    assert set(titles_found("val", index)) == {"Valet", "Väl framme"}


def test_archived_texts_come_last():
    index = an_index(
        a_document("Hund hund hund", archived=True), a_document("Annat", body="En hund.")
    )

    assert titles_found("hund", index) == ["Annat", "Hund hund hund"]


@pytest.mark.parametrize(
    "query",
    ["", " ", "!?", "och i att", "<img src=x onerror=alert(1)>", "__proto__", "å" * 10_000,
     "hasOwnProperty constructor", "%00 ../../etc/passwd", "1 " * 5000],
)  # fmt: skip
def test_any_question_has_an_answer_in_short_time(query):
    assert search(query, an_index("Boendestöd", "Hund")) == []


def test_an_index_of_nothing_answers_nothing():
    assert search("hund", an_index()) == []
