"""What a term means is said in the settings: the program knows no term by its id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exempelbank.model.content import Network
from exempelbank.rules.terms import (
    MARKED,
    focus_areas_named,
    has_ended,
    news_kind_of_examples,
    tells_of_own_experience,
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


def test_no_focus_area_is_no_focus_area():
    settings = with_terms("focus_areas", term("arbete"), term("annat", Meaning.NONE_OF_THESE))

    assert focus_areas_named(("arbete", "annat"), settings) == ("arbete",)


def test_own_experience_asks_for_consent():
    settings = with_terms("perspectives", term("jag", Meaning.OWN_EXPERIENCE), term("andra"))

    assert tells_of_own_experience(a_submission(perspectives=("jag",)), settings)
    assert not tells_of_own_experience(a_submission(perspectives=("andra",)), settings)


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ((term("annat"), term("nytt", Meaning.LEARNING_EXAMPLE)), "nytt"),
        ((term("annat"), term("nytt")), "annat"),
        ((), ""),
    ],
)
def test_news_of_an_example_gets_the_kind_that_is_marked_or_else_the_first(kinds, kind):
    assert news_kind_of_examples(with_terms("news_kinds", *kinds)) == kind


def test_the_sample_says_all_that_the_program_asks_for():
    assert [row for row in MARKED if not SETTINGS.vocabulary(row[0]).meaning(row[1])] == []


def test_a_list_without_a_mark_and_an_icon_that_is_not_there_are_told_of(tmp_path, capsys):
    root = a_project(tmp_path)
    vocabularies = root / "site_config" / "vocabularies.yml"
    text = vocabularies.read_text("utf-8")
    text = text.replace("      means: own-experience\n", "")
    vocabularies.write_text(text.replace("icon: chat-outline", "icon: chat-outlin"), "utf-8")

    code = run(root, "check")

    printed = capsys.readouterr().out
    assert code == 0
    assert "site_config/vocabularies.yml" in printed and "perspectives" in printed
    assert "means: own-experience" in printed and "chat-outlin" in printed
