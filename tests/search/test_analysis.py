"""Words and their stems: Swedish, with whatever people paste in."""

import re

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from exempelbank.search.analysis import (
    DEFINITE_FORMS,
    FLEETING_VOWELS,
    LONGEST_WORD,
    WORD,
    fold,
    joined_words_in,
    normalized,
    stem_of,
    words_in,
)
from exempelbank.search.snowball import ENDINGS, OTHER_ENDINGS, PAIRS, snowball

PACKAGE = snowballstemmer.stemmer("swedish")


@pytest.mark.parametrize(
    "forms",
    [
        "hjälpmedel hjälpmedlet hjälpmedlen",
        "nyckel nyckeln nycklar nycklarna",
        "syster systern systrar systrarna",
        "förälder föräldern föräldrar föräldrarna",
        "bok boken böcker böckerna",
        "möte mötet möten mötena",
        "boende boendet boenden boendena",
        "handläggare handläggaren handläggarna handläggares",
        "bostad bostaden bostäder bostäderna",
        "marknad marknaden marknader",
        "demens demensen",
        "kurs kursen kurser kurserna",
        "plats platsen platser",
        "tecken tecknet tecknen",
        "dator datorn datorer datorerna",
        "daglig dagligt dagliga",
        "intelligens intelligensen",
        "lägenhet lägenheten lägenheter",
        "rum rummet rummen",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem_of(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("daglig", "dag"), ("marknad", "mark"), ("val", "väl")])
def test_words_of_different_meaning_keep_apart(one, other):
    assert stem_of(one) != stem_of(other)


def test_what_looks_the_same_is_spelled_the_same():
    assert normalized("KÄRLEK") == normalized("ka\u0308rlek") == "kärlek"
    assert normalized("Café, Søren, Nær") == "cafe, sören, när"
    assert normalized("lätt\u00adläst\u200b") == "lättläst"


def test_rings_and_dots_can_be_left_out():
    assert fold("självbestämmande") == "sjalvbestammande"


def test_a_word_with_a_hyphen_is_its_parts_and_the_whole():
    assert words_in("Bank-id") == ["bank", "id"]
    assert joined_words_in("Bank-id") == ["bankid"]


@given(st.text(st.sampled_from("aÅöÖéßÆ½²ªµ™…–”’-_ .\u00ad\u008a\u0308ł1")))
def test_a_text_of_common_letters_is_spelled_as_any_other(text):
    assert words_in(text) == WORD.findall(normalized(text))


@pytest.mark.parametrize("text", ["bank-id", "(Bank‑ID)", "ett\nbank‐id, två"])
def test_words_are_joined_whatever_the_hyphen(text):
    assert joined_words_in(text) == ["bankid"]


LETTERS = st.text("abdeghijklnorstuvåäö", max_size=9)


@given(LETTERS, st.sampled_from([*ENDINGS, *OTHER_ENDINGS, *PAIRS, "fullt", "löst", "öst", ""]))
def test_snowball_is_what_its_package_has(letters, ending):
    assert snowball(letters + ending) == PACKAGE.stemWord(letters + ending)


@given(LETTERS, st.sampled_from(["en", "ar", "et", "ium", "in", "elt", "er", "kn", "mm", ""]))
def test_a_rule_for_stems_names_the_last_letter_of_all_it_changes(letters, ending):
    for last, pattern, _rest in (*DEFINITE_FORMS, *FLEETING_VOWELS):
        assert not re.search(pattern, letters + ending) or (letters + ending)[-1] in last


@given(st.text())
def test_any_text_gives_words_that_are_spelled_out_and_not_too_long(text):
    for word in [*words_in(text), *joined_words_in(text)]:
        assert 0 < len(word) <= LONGEST_WORD
        assert stem_of(word)
        assert normalized(word) == word or not word.isascii()


@given(LETTERS, st.sampled_from([*ENDINGS, "nad", "ator", "böck", "bostäd", "nätt", "böcker", ""]))
def test_a_stem_begins_as_its_word_but_for_the_last_letter(letters, ending):
    word = letters + ending

    assert fold(word).startswith(fold(stem_of(word))[:-1])
