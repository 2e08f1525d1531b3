"""synonyms.txt: what coordinators write, and what they hear when it will not do."""

import pytest

from exempelbank.problems import Problems
from exempelbank.search.synonyms import read_synonyms, stem_of_term, synonyms_from
from exempelbank.search.unused_synonyms import unused_terms
from tests.builders import PROJECT, sample_settings
from tests.search.builders import an_index, site_synonyms, titles_found


def read(text):
    problems = Problems()
    return synonyms_from(text, problems), problems


def test_every_term_of_a_group_finds_the_others():
    index = an_index("Ett gruppboende", "En gruppbostad", synonyms="gruppbostad, gruppboende")

    assert titles_found("gruppbostad", index) == ["En gruppbostad", "Ett gruppboende"]
    assert titles_found("gruppboende", index) == ["Ett gruppboende", "En gruppbostad"]


def test_an_arrow_goes_one_way():
    index = an_index("Hund på recept", "Djur i vården", synonyms="djur => hund, häst")

    assert titles_found("djur", index) == ["Djur i vården", "Hund på recept"]
    assert titles_found("hund", index) == ["Hund på recept"]


def test_an_abbreviation_finds_the_words_and_the_other_way_round():
    index = an_index(
        "Daglig verksamhet i parken", "Från DV till lön", synonyms="daglig verksamhet, dv"
    )

    assert set(titles_found("DV", index)) == set(titles_found("daglig verksamhet", index))


def test_a_synonym_counts_less_than_the_word_inside_a_compound():
    index = an_index("Sport", "Sportdagar", "Musik", "Musik igen", synonyms="sport, musik")

    assert titles_found("sport", index)[:2] == ["Sport", "Sportdagar"]


def test_a_term_is_all_its_words_also_the_common_ones():
    index = an_index("God mat", "Vår förvaltare", "Den gode mannen", synonyms="god man, förvaltare")

    assert titles_found("god man", index)[:2] == ["Den gode mannen", "Vår förvaltare"]
    assert "God mat" not in titles_found("förvaltare", index)


def test_a_synonym_that_no_text_holds_leads_one_step_further():
    index = an_index("Avlösning", "Katter", synonyms="avlastning, respit\nrespit, avlösning")

    assert titles_found("avlastning", index) == ["Avlösning"]


def test_a_word_of_the_file_that_no_text_holds_is_understood_as_any_unknown_word():
    index = an_index("Simhallen", "Badhus", synonyms="sim, motion")

    assert titles_found("sim", index) == ["Simhallen"]


def test_remarks_and_empty_lines_say_nothing():
    synonyms, problems = read("# ord\n\ndv, dagcenter  # förkortning\n")

    assert not problems.found and synonyms.of("dv")[0].stem == "dagcent"


def test_a_broad_group_is_warned_of_on_its_line_and_counts_less():
    narrow, _none = read("a1, b1, c1")
    broad, problems = read("\n" + ", ".join(f"{letter}1" for letter in "abcdefghij"))

    assert [problem.location.line for problem in problems.warnings] == [2]
    assert broad.of("a1")[0].weight < narrow.of("a1")[0].weight


def test_a_wide_word_that_finds_too_many_is_warned_of_too():
    _synonyms, problems = read("djur => " + ", ".join(f"{letter}1" for letter in "abcdefg"))

    assert [problem.location.line for problem in problems.warnings] == [1]


def test_a_term_that_is_never_searched_for_is_warned_of_but_not_inside_a_phrase():
    _synonyms, problems = read("god man, förvaltare\nman, karl\n")

    assert [problem.location.line for problem in problems.warnings] == [2]


@pytest.mark.parametrize(
    "line", ["gruppbostad", "=> hund", "djur =>", "djur => djur", "djur, Djur"]
)
def test_a_group_of_one_is_refused_on_its_line(line):
    _synonyms, problems = read(f"# ord\n{line}\n")

    assert [problem.location.line for problem in problems.errors] == [2]


def test_words_that_no_text_holds_are_told_and_lines_that_lead_to_no_text():
    synonyms, _problems = read("sport, idrott\ndjur => hund\nhund => valp\n")
    index = an_index("Idrott med hund", synonyms="sport, idrott\ndjur => hund\nhund => valp")
    unused = {each.group.line: each for each in unused_terms(synonyms, index)}

    assert {line: each.terms for line, each in unused.items()} == {
        1: ("sport",), 2: ("djur",), 3: ("valp",)
    }  # fmt: skip
    assert [line for line, each in unused.items() if each.leads_nowhere] == [3]


def test_our_own_file_has_nothing_to_put_right():
    problems = Problems()
    read_synonyms(PROJECT, problems)

    assert not problems.found


def test_our_own_file_knows_other_words_for_every_kind_of_support_role_and_target_group():
    vocabularies, known = sample_settings().vocabularies, site_synonyms().stems
    terms = [
        term
        for name in ("work_areas", "support", "target_groups", "roles")
        for term in vocabularies[name].terms
    ]

    assert len(terms) > 50
    assert [
        term.label
        for term in terms
        if not {*map(stem_of_term, (term.label, term.short, *term.aliases))} & known
    ] == []


def test_a_word_of_two_senses_stands_in_our_own_file_only_beside_one_that_settles_it():
    two_senses = {"band", "fall", "kontaktperson", "kön", "lag", "lov", "mål", "pass", "plats"}
    two_senses |= {"rss", "sex", "slag", "tal", "val", "våning"}
    alone = {term.lower() for group in site_synonyms().groups for term in group.terms}

    assert two_senses & alone == set()
