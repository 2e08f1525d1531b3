"""What search engines and programs are article of a page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from exempelbank.model.content import NewsItem
from exempelbank.site.components import json_ld
from exempelbank.site.context import RenderContext
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import the_settings

ROOT = "https://exempelbanken.example/"
CC = "https://creativecommons.org/licenses/by/4.0/deed.sv"


def a_context(**organisation):
    settings = the_settings()
    whose = settings.organisation.model_copy(update=organisation)
    return RenderContext(a_catalogue(), replace(settings, organisation=whose), TODAY)


def facts(script):
    return json.loads(script.partition(">")[2].removesuffix("</script>"))


def an_article(record, **organisation):
    return facts(json_ld.article(a_context(**organisation), record))


def test_an_example_tells_whose_it_is_where_it_belongs_and_when_it_was_changed():
    article = an_article(an_example(unit="Gruppbostaden Solvägen", municipality="nacka"))

    assert article["author"] == {"@type": "Organization", "name": "Gruppbostaden Solvägen, Nacka"}
    assert article["publisher"]["name"] == "Forum Carpe i Stockholms län"
    assert article["isPartOf"]["@id"] == f"{ROOT}#website"
    assert date.fromisoformat(article["dateModified"]) >= date.fromisoformat(
        article["datePublished"]
    )


def test_a_piece_of_news_is_by_the_organisation():
    item = NewsItem.model_construct(
        id="nytt", title="Nytt", summary="Kort", published=date(2026, 3, 1), updated=None
    )
    article = an_article(item)

    assert article["author"] == article["publisher"]
    assert article["dateModified"] == "2026-03-01"


def test_the_licence_is_told_where_there_is_one():
    assert an_article(an_example())["license"] == CC
    assert an_article(an_example(), licence_url="")["license"] == "CC BY 4.0"
    assert "license" not in an_article(an_example(), licence="", licence_url="")


def test_the_site_can_be_searched_from_elsewhere():
    article = facts(json_ld.website(a_context()))

    assert (article["@type"], article["@id"], article["url"]) == (
        "WebSite",
        f"{ROOT}#website",
        ROOT,
    )
    search = article["potentialAction"]
    assert search["target"]["urlTemplate"] == f"{ROOT}sok/?q={{words}}"
    assert search["query-input"] == "required name=words"
