"""Whom an example is most like, in a collection of any size."""

from hypothesis import given
from hypothesis import strategies as st

from exempelbank.catalogue.related import RelatedExamples, SimilarityFeatures

WEIGHTS = {"networks": 5, "keywords": 4, "focus_areas": 3, "work_areas": 2, "roles": 1}
traits = st.lists(st.tuples(st.sampled_from(list(WEIGHTS)), st.sampled_from("abc")), unique=True)


@st.composite
def collections(draw):
    likenesses = draw(st.lists(st.tuples(st.integers(1, 3), st.booleans(), traits), max_size=20))
    return [
        SimilarityFeatures(f"FC-{number}", f"exempel-{number:02}", published, listed, tuple(found))
        for number, (published, listed, found) in enumerate(likenesses)
    ]


def weight_of(because):
    return sum(WEIGHTS[field] for field, _value in because)


def counted(one, collection):
    """One at a time, as a person would."""
    shared = [
        (other, tuple(trait for trait in one.traits if trait in other.traits))
        for other in collection
        if other is not one and other.listed
    ]
    shared.sort(key=lambda pair: (-weight_of(pair[1]), -pair[0].published, pair[0].slug))
    return [(other.id, because) for other, because in shared if weight_of(because) >= 3][:3]


@given(collections())
def test_all_at_once_gives_what_one_at_a_time_gives(collection):
    relations = RelatedExamples(collection)

    for one in collection:
        assert list(relations.of(one.id)) == counted(one, collection)


def test_a_trait_may_weigh_more_than_the_collection_is_wide():
    everything = tuple((field, value) for field in WEIGHTS for value in "abcdefgh")
    one, other = (SimilarityFeatures(id, id, 1, True, everything) for id in ("FC-1", "FC-2"))

    assert list(RelatedExamples([one, other]).of("FC-1")) == [("FC-2", everything)]
