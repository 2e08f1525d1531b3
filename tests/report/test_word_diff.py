"""Before and after, word by word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exempelbank.report.word_diff import MOST_TOKENS, DiffOp, DiffRun, shortened, word_diff

TEXTS = st.text(st.sampled_from("ab åÄ.,\n-5"), max_size=60) | st.text(max_size=40)


def without(op, runs):
    return "".join(run.text for run in runs if run.op is not op)


@given(TEXTS, TEXTS)
def test_without_what_was_added_it_is_the_old_text(old, new):
    assert without(DiffOp.ADDED, word_diff(old, new)) == old


@given(TEXTS, TEXTS)
def test_without_what_is_gone_it_is_the_new_text(old, new):
    assert without(DiffOp.REMOVED, word_diff(old, new)) == new


@given(TEXTS, TEXTS)
def test_no_run_is_empty_and_two_of_a_kind_never_follow(old, new):
    runs = word_diff(old, new)

    assert all(run.text for run in runs)
    assert all(one.op is not other.op for one, other in pairwise(runs))


@given(TEXTS)
def test_the_same_text_is_kept_whole(text):
    assert word_diff(text, text) == ((DiffRun(DiffOp.KEPT, text),) if text else ())


def test_a_changed_word_is_changed_alone():
    assert word_diff("Vi ses klockan nio.", "Vi ses klockan åtta.") == (
        DiffRun(DiffOp.KEPT, "Vi ses klockan "),
        DiffRun(DiffOp.REMOVED, "nio"),
        DiffRun(DiffOp.ADDED, "åtta"),
        DiffRun(DiffOp.KEPT, "."),
    )


def test_words_changed_side_by_side_are_one_change():
    runs = word_diff("Vi går ut nu.", "Vi stannar inne nu.")

    assert [run.text for run in runs] == ["Vi ", "går ut", "stannar inne", " nu."]


def test_texts_too_different_to_match_in_time_are_replaced_whole():
    old, new = "a " * MOST_TOKENS, "b " * MOST_TOKENS

    assert [run.op for run in word_diff(f"x {old} y", f"x {new} y")] == [
        DiffOp.KEPT,
        DiffOp.REMOVED,
        DiffOp.ADDED,
        DiffOp.KEPT,
    ]


def test_what_is_far_from_a_change_is_left_out():
    far = "ord " * 100

    runs = shortened(word_diff(f"{far}nio {far}tio {far}", f"{far}åtta {far}elva {far}"), context=9)

    assert (
        "".join(run.text for run in runs) == "… ord ord nioåtta ord ord … ord ord tioelva ord ord …"
    )
