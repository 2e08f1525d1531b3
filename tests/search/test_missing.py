"""What readers searched for in vain, and the words that come nearest."""

from exempelbank.search.missing import missing_from
from tests.search.builders import an_index


def missing(question, *titles, synonyms=""):
    return list(missing_from({question: 3}, an_index(*titles, synonyms=synonyms)))


def test_a_word_that_no_text_holds_is_missing_beside_those_that_are_found():
    (one,) = missing("kajak i bildstöd", "Bildstöd i morgonmötet")

    assert (one.term, one.times, one.nearest) == ("kajak", 3, ())


def test_what_is_found_whole_inside_a_compound_or_by_a_synonym_is_not_missing():
    titles = ("Ett gruppboende", "Bildstödet")

    assert missing("bild", *titles) == []
    assert missing("gruppboendet", *titles) == []
    assert missing("gruppbostad", *titles, synonyms="gruppbostad, gruppboende") == []


def test_a_slip_of_the_pen_is_told_with_the_word_that_is_meant():
    (one,) = missing("bostdstöd", "Boendestöd", "Bostadsstöd")

    assert "bostadsstöd" in one.nearest


def test_words_that_are_all_unknown_are_one_thing():
    (one,) = missing("zorba xylofon", "Bildstöd")

    assert one.term == "zorba xylofon"


def test_a_synonym_that_leads_to_no_text_says_that_a_text_is_missing():
    (known,) = missing("säbo", "Bildstöd", synonyms="säbo, äldreboende")
    (unknown,) = missing("vårdhem", "Bildstöd", synonyms="säbo, äldreboende")

    assert known.is_synonym and not unknown.is_synonym
