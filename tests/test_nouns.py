"""An organisation's nouns, in the texts that people read."""

import pytest

from exempelbank.nouns import Noun, NounsOf, unknown_marks

STORY = Noun("en", "berättelse", "berättelsen", "berättelser", "berättelserna", "berättelse")
NUGGET = Noun("a", "golden nugget", "the nugget", "nuggets", "the nuggets", "nugget ")


def swedish(text, **own):
    return NounsOf("sv", own).put_into(text)


@pytest.mark.parametrize(
    ("text", "by_default", "of_a_story"),
    [
        ("Lämna [an example]", "Lämna ett exempel", "Lämna en berättelse"),
        ("[The example's] nummer", "Exemplets nummer", "Berättelsens nummer"),
        ("{n} [examples]", "{n} exempel", "{n} berättelser"),
        ("i [the examples]", "i exemplen", "i berättelserna"),
        ("[Example-]filen", "Exempelfilen", "Berättelsefilen"),
        ("[The example] är [godkänt|godkänd]", "Exemplet är godkänt", "Berättelsen är godkänd"),
    ],
)
def test_a_noun_stands_in_the_form_that_is_marked(text, by_default, of_a_story):
    assert swedish(text) == by_default
    assert swedish(text, example=STORY) == of_a_story


def test_a_word_agrees_with_the_noun_that_it_names():
    text = "[The example] från [the municipality] är [godkänt|godkänd: example]"

    assert swedish(text) == "Exemplet från kommunen är godkänt"
    assert swedish(text, example=STORY) == "Berättelsen från kommunen är godkänd"


def test_an_english_noun_brings_its_article_and_genitive():
    english = NounsOf("en", {"example": NUGGET})

    assert english.put_into("Share [an example]") == "Share a golden nugget"
    assert english.put_into("[The examples'] pages") == "The nuggets' pages"


def test_links_and_other_brackets_are_left_as_they_are():
    text = "[guiden]({url}) och !ENV [NAMN, värde], [[the example]]({url})"

    assert swedish(text) == "[guiden]({url}) och !ENV [NAMN, värde], [exemplet]({url})"


def test_a_mark_that_names_no_noun_is_found_and_so_is_one_that_agrees_with_nothing():
    assert unknown_marks("[the exampel], [godkänt|godkänd]") == ["the exampel", "godkänt|godkänd"]
    assert unknown_marks("[The example] är [ett|en]") == []
    assert unknown_marks("[an example] i [a municipality] är [ett|en]") == ["ett|en"]


def test_a_genitive_gets_no_s_after_s_and_can_be_given():
    plural = Noun("ett", "hus", "huset", "hus", "husen", "hus", definite_genitive="husets egna")

    assert swedish("[example's], [the example's]", example=plural) == "hus, husets egna"
