"""exempelbank texts: lines to paste into site_config/texts.yml."""

import pytest

from exempelbank import i18n
from exempelbank.documents import document_from
from exempelbank.problems import Problems
from exempelbank.settings.own_texts import checked_own_texts
from exempelbank.settings.texts_listing import listed_texts

OWN = i18n.Speech("sv", own_texts={("", "See the networks"): "Våra nätverk"})


def test_a_text_is_found_by_what_it_says_now_and_by_what_it_said():
    shown = ["# Sidorna", '  "Se nätverken": "Våra nätverk"']

    assert [*listed_texts(OWN, "våra nätverk")] == [*listed_texts(OWN, "SE NÄTVERKEN")] == shown


def test_where_one_text_is_several_each_can_be_chosen():
    lines = [*listed_texts(i18n.Speech("sv"), "Fokusområde")]

    assert '  "Fokusområde": "Fokusområde"' in lines
    assert '  # "facet::Fokusområde": "Fokusområde"' in lines


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_all_that_is_shown_can_be_pasted_and_changes_nothing(language):
    lines = [line for line in listed_texts(i18n.Speech(language)) if not line.startswith("#")]
    once = dict.fromkeys(lines)
    document = document_from("texts.yml", "\n".join(["texts:", *once, ""]))
    problems = Problems()
    own = checked_own_texts(document.data["texts"], language, {}, document, problems)

    assert [str(problem) for problem in problems] == []
    assert len(own) > 3000
    i18n.use_language(language)
    try:
        assert [key for key, text in own.items() if i18n.pgettext(*key) not in (text, key[1])] == []
    finally:
        i18n.use_language("sv")
