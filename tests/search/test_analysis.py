"""Words and their stems: Swedish, with whatever people paste in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exempelbank.search.analysis import (
    LONGEST_WORD,
    WORD,
    fold,
    joined_words_in,
    normalized,
    words_in,
)
from exempelbank.search.stemmer import stem_of


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


@given(st.text())
def test_any_text_gives_words_that_are_spelled_out_and_not_too_long(text):
    for word in [*words_in(text), *joined_words_in(text)]:
        assert 0 < len(word) <= LONGEST_WORD
        assert stem_of(word)
        assert normalized(word) == word or not word.isascii()
