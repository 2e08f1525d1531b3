"""Addresses are made from text, and known when they are seen."""

from hypothesis import example, given
from hypothesis import strategies as st

from exempelbank.text.normalization import is_slug, slug_from

NAMES = st.text(alphabet="ab0-_Å. ", min_size=1, max_size=85)


@given(NAMES)
@example("a" * 81)
@example("a-b\n")
def test_a_slug_is_what_making_one_would_leave_alone(name):
    assert is_slug(name) == (name == slug_from(name))
