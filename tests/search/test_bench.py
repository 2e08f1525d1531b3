"""How well the judged questions are answered. The figures are floors: raise them, never lower."""

import pytest

from exempelbank.search.bench import ANSWERS, figures_of, mean, measured
from exempelbank.search.ranking import rank
from tests.search.builders import bench_index, judged, slips


@pytest.mark.parametrize(("name", "ndcg", "success"), [("dev", 0.85, 1.0), ("fresh", 0.90, 0.98)])
def test_judged_questions_are_answered_as_well_as_they_were(name, ndcg, success):
    asked, judgements = judged(name)
    figures = mean(
        one for many in measured(bench_index(), asked, judgements).values() for one in many
    )

    assert figures.ndcg >= ndcg, figures
    assert figures.success >= success, figures


def test_slips_made_from_the_texts_still_find_them():
    index = bench_index()
    missed = []
    every = list(slips(index))
    for slip in every:
        held = {
            text
            for form in index.forms_of(index.key_of(slip.meant))
            for text in index.postings(index.key_of(form))
        }
        if not any(hit.text in held for hit in rank(slip.written, index)[:3]):
            missed.append(slip)

    assert len(every) > 1000
    assert 1 - len(missed) / len(every) >= 0.98, missed


def test_the_figures_are_those_of_the_literature():
    # One answer in the second place, one related text missed.
    figures = figures_of(["x", "a"], {"a": ANSWERS, "b": 1})

    assert figures.ndcg == pytest.approx((2 / 1.58496) / (2 + 1 / 1.58496), abs=1e-4)
    assert figures.success == 1 and figures.recall == 0.5
