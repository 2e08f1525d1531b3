"""What a writer is told while they write; the browser is held to the same table."""

from __future__ import annotations

import pytest

from exempelbank.privacy.advice import advice_on, all_advice
from tests.privacy.advice_cases import CASES


@pytest.mark.parametrize(("text", "found"), CASES)
def test_a_text_is_told_of_what_can_be_recognised(text, found):
    assert [one.id for one in advice_on(text)] == found


def test_each_piece_of_advice_has_a_case():
    assert {one.id for one in all_advice()} == {id for _text, found in CASES for id in found}
