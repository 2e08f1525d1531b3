"""What a term means is said in the settings: the program knows no term by its id."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exempelbank.model.content import Network
from exempelbank.rules.terms import (
    MARKED_LISTS,
    focus_areas_named,
    has_ended,
    may_tell_of_own_experience,
    news_kind_of_examples,
)
from exempelbank.settings import Meaning, Term, Vocabulary
from tests.builders import a_submission, sample_settings
from tests.review.builders import a_project, run

SETTINGS = sample_settings()


def with_terms(vocabulary, *terms):
    lists = {**SETTINGS.vocabularies, vocabulary: Vocabulary(vocabulary, terms)}
    return replace(SETTINGS, vocabularies=lists)


def term(id, means=None):
    return Term(id=id, label=id.capitalize(), means=means)


def network(status):
    return Network(id="ips", title="IPS", form="natverk", run="planerat", status=status)


def test_what_has_ended_is_known_by_its_mark_whatever_it_is_called():
    settings = with_terms("network_statuses", term("vilar"), term("slut", Meaning.ENDED))

    assert has_ended(network("slut"), settings)
    assert not has_ended(network("vilar"), settings)


def test_a_term_that_is_replaced_means_what_the_one_in_its_place_means():
    retired = term("avslutat").model_copy(update={"replaced_by": "slut"})
    settings = with_terms("network_statuses", retired, term("slut", Meaning.ENDED))

    assert has_ended(network("avslutat"), settings)


def test_no_focus_area_is_no_focus_area():
    settings = with_terms("focus_areas", term("arbete"), term("annat", Meaning.NONE_OF_THESE))

    assert focus_areas_named(("arbete", "annat"), settings) == ("arbete",)


def test_own_experience_asks_for_consent():
    settings = with_terms("perspectives", term("jag", Meaning.OWN_EXPERIENCE), term("andra"))

    assert may_tell_of_own_experience(a_submission(perspectives=("jag",)), settings)
    assert not may_tell_of_own_experience(a_submission(perspectives=("andra",)), settings)


def test_where_nobody_says_which_perspective_is_ones_own_every_perspective_asks_for_consent():
    settings = with_terms("perspectives", term("jag"), term("andra"))

    assert may_tell_of_own_experience(a_submission(perspectives=("andra",)), settings)
    assert not may_tell_of_own_experience(a_submission(), settings)


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ((term("annat"), term("nytt", Meaning.LEARNING_EXAMPLE)), "nytt"),
        ((term("annat"), term("nytt")), "annat"),
        ((term("annat").model_copy(update={"replaced_by": "nytt"}), term("nytt")), "nytt"),
        ((), ""),
    ],
)
def test_news_of_an_example_gets_the_kind_that_is_marked_or_else_the_first(kinds, kind):
    assert news_kind_of_examples(with_terms("news_kinds", *kinds)) == kind


def test_the_sample_says_all_that_the_program_asks_for():
    for meaning, lists in MARKED_LISTS.items():
        for name in lists:
            assert SETTINGS.vocabulary(name).meaning(meaning), (name, meaning)


def checked(folder, capsys, *replaced):
    """What `check` prints when these words of the vocabularies are others."""
    root = a_project(folder)
    vocabularies = root / "site_config" / "vocabularies.yml"
    text = vocabularies.read_text("utf-8")
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    vocabularies.write_text(text, "utf-8")
    code = run(root, "check")
    return code, capsys.readouterr().out


def test_a_list_without_a_mark_is_told_of_and_what_comes_of_it(tmp_path, capsys):
    code, printed = checked(tmp_path, capsys, ("      means: own-experience\n", ""))

    assert code == 0
    assert re.search(r"vocabularies.yml:\d+ \(vocabularies.perspectives\): varning", printed)
    assert "means: own-experience" in printed and "har sagt ja" in printed


def test_a_mark_in_a_list_where_it_says_nothing_is_an_error(tmp_path, capsys):
    code, printed = checked(tmp_path, capsys, ("means: learning-example", "means: ended"))

    assert code == 1
    assert "means: ended" in printed and "news_kinds" in printed
    assert "network_statuses, initiative_statuses" in printed


def test_an_icon_that_is_not_there_is_told_of_on_its_line(tmp_path, capsys):
    code, printed = checked(tmp_path, capsys, ("icon: chat-outline", "icon: chat-outlin"))

    assert code == 0
    assert re.search(r"vocabularies.yml:\d+ .*chat-outlin", printed)
