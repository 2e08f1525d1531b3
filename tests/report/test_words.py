"""Before and after, word by word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exempelbank.report.words import MOST_PIECES, Fate, Run, compared, shortened

TEXTS = st.text(st.sampled_from("ab åÄ.,\n-5"), max_size=60) | st.text(max_size=40)


def without(fate, runs):
    return "".join(run.text for run in runs if run.fate is not fate)


@given(TEXTS, TEXTS)
def test_without_what_was_added_it_is_the_old_text(old, new):
    assert without(Fate.ADDED, compared(old, new)) == old


@given(TEXTS, TEXTS)
def test_without_what_is_gone_it_is_the_new_text(old, new):
    assert without(Fate.GONE, compared(old, new)) == new


@given(TEXTS, TEXTS)
def test_no_run_is_empty_and_two_of_a_kind_never_follow(old, new):
    runs = compared(old, new)

    assert all(run.text for run in runs)
    assert all(one.fate is not other.fate for one, other in pairwise(runs))


@given(TEXTS)
def test_the_same_text_is_kept_whole(text):
    assert compared(text, text) == ((Run(Fate.KEPT, text),) if text else ())


def test_a_changed_word_is_changed_alone():
    assert compared("Vi ses klockan nio.", "Vi ses klockan åtta.") == (
        Run(Fate.KEPT, "Vi ses klockan "),
        Run(Fate.GONE, "nio"),
        Run(Fate.ADDED, "åtta"),
        Run(Fate.KEPT, "."),
    )


def test_words_changed_side_by_side_are_one_change():
    runs = compared("Vi går ut nu.", "Vi stannar inne nu.")

    assert [run.text for run in runs] == ["Vi ", "går ut", "stannar inne", " nu."]


def test_texts_too_different_to_match_in_time_are_replaced_whole():
    old, new = "a " * MOST_PIECES, "b " * MOST_PIECES

    assert [run.fate for run in compared(f"x {old} y", f"x {new} y")] == [
        Fate.KEPT,
        Fate.GONE,
        Fate.ADDED,
        Fate.KEPT,
    ]


def test_what_is_far_from_a_change_is_left_out():
    far = "ord " * 100

    runs = shortened(compared(f"{far}nio {far}tio {far}", f"{far}åtta {far}elva {far}"), around=9)

    assert (
        "".join(run.text for run in runs) == "… ord ord nioåtta ord ord … ord ord tioelva ord ord …"
    )
