"""Words and their stems: Swedish, with whatever people paste in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.words import LONGEST_WORD, fold, joined_words, spelled, stem, words_in


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
        "lägenhet lägenheten lägenheter",
        "rum rummet rummen",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("daglig", "dag"), ("marknad", "mark"), ("val", "väl")])
def test_words_of_different_meaning_keep_apart(one, other):
    assert stem(one) != stem(other)


def test_what_looks_the_same_is_spelled_the_same():
    assert spelled("KÄRLEK") == spelled("ka\u0308rlek") == "kärlek"
    assert spelled("Café, Søren, Nær") == "cafe, sören, när"
    assert spelled("lätt\u00adläst\u200b") == "lättläst"


def test_rings_and_dots_can_be_left_out():
    assert fold("självbestämmande") == "sjalvbestammande"


def test_a_word_with_a_hyphen_is_its_parts_and_the_whole():
    assert words_in("Bank-id") == ["bank", "id"]
    assert joined_words("Bank-id") == ["bankid"]


@given(st.text())
def test_any_text_gives_words_that_are_spelled_out_and_not_too_long(text):
    for word in words_in(text):
        assert 0 < len(word) <= LONGEST_WORD
        assert stem(word)
        assert spelled(word) == word or not word.isascii()
