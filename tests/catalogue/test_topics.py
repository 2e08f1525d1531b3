"""What one can follow."""

from dataclasses import replace

from exempelbank.catalogue.topics import topics_of
from exempelbank.model.content import FocusArea, Network
from tests.builders import sample_settings
from tests.feeds.builders import a_catalogue


def topics(*content):
    catalogue = replace(a_catalogue(), content=content)
    return topics_of(catalogue, sample_settings())


def test_each_topic_has_a_word_of_its_own():
    network = Network(id="huddinge", title="Huddinges", form="natverk", run="x", status="pagar")
    area = FocusArea(id="huddinge", title="Om Huddinge")
    words = {topic.word: topic.kind for topic in topics(network, area)}

    assert len(words) == len(topics(network, area))
    assert words["huddinge"] == "municipalities"
    assert words["natverk-huddinge"] == "networks"
    assert words["fokusomraden-huddinge"] == "focus_areas"


def test_a_topic_of_all_of_a_kind_has_the_word_of_its_section():
    assert [(one.word, one.page) for one in topics() if not one.id] == [
        ("nyheter", "nyheter/"),
        ("larande-exempel", "larande-exempel/"),
        ("kalendarium", "kalendarium/"),
    ]


def test_of_a_network_that_has_ended_nothing_more_is_to_come():
    ended = Network(id="x", title="X", form="natverk", run="x", status="avslutat")

    assert [one.over for one in topics(ended) if one.kind == "networks"] == [True]
