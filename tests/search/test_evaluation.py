"""How well the judged questions are answered. The figures are floors: raise them, never lower."""

import pytest

from exempelbank.search.evaluation import ANSWERING, mean, metrics_by_class, metrics_of
from exempelbank.search.ranking import search
from tests.search.builders import bench_index, judged, variants


@pytest.mark.parametrize(
    ("name", "ndcg", "success"),
    [("dev", 0.84, 0.98), ("fresh", 0.90, 0.98), ("review", 0.85, 0.81)],
)
def test_judged_questions_are_answered_as_well_as_they_were(name, ndcg, success):
    by_class = metrics_by_class(bench_index(), *judged(name))
    metrics = mean(query for of_class in by_class.values() for query in of_class)

    assert metrics.ndcg >= ndcg, metrics
    assert metrics.success >= success, metrics


def test_what_readers_write_instead_of_its_words_still_finds_a_text():
    index = bench_index()
    missed = []
    every = list(variants(index))
    for variant in every:
        having_word = {
            document
            for form in index.forms_of(index.stem_of_known(variant.intended))
            for document in index.postings(index.stem_of_known(form))
        }
        if not any(hit.document in having_word for hit in search(variant.written, index)[:3]):
            missed.append(variant)

    assert len(every) > 1000
    assert 1 - len(missed) / len(every) >= 0.98, missed


def test_the_figures_are_those_of_the_literature():
    # One answer in the second place, one related text missed.
    metrics = metrics_of(["x", "a"], {"a": ANSWERING, "b": 1})

    assert metrics.ndcg == pytest.approx((2 / 1.58496) / (2 + 1 / 1.58496), abs=1e-4)
    assert metrics.success == 1 and metrics.recall == 0.5
