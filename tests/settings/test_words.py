"""site_config/words.yml: what an organisation calls what its site is about."""

import pytest

from exempelbank import i18n
from exempelbank.files.paths import CONFIG
from exempelbank.nouns import NounsOf
from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from exempelbank.settings.words import Words

STORY = """\
example:
  article: en
  singular: berättelse
  plural: berättelser
  definite: berättelsen
  definite_plural: berättelserna
"""


@pytest.fixture(autouse=True)
def swedish_again():
    yield
    i18n.use_language("sv")


def loaded(project, words="", texts=""):
    """Settings, or none, and what is wrong."""
    (project / CONFIG / "words.yml").write_text(words, "utf-8")
    (project / CONFIG / "texts.yml").write_text(texts, "utf-8")
    problems = Problems()
    return load_settings(project, problems), [str(problem) for problem in problems]


def test_the_words_of_an_organisation_are_spoken_when_its_settings_are_loaded(project):
    settings, problems = loaded(project, STORY, "texts: {Se nätverken: Våra nätverk}")

    assert problems == []
    assert i18n._("See the networks") == "Våra nätverk"
    assert i18n.speech_in_use() == settings.speech
    assert settings.speech.nouns["example"].definite == "berättelsen"


def test_without_the_files_everything_is_called_as_before(project):
    load_settings(project, Problems())

    assert i18n.speech_in_use() == i18n.Speech("sv")


def test_what_an_example_is_called_a_learning_example_is_called_too():
    words = Words.model_validate(
        {
            "example": {
                "article": "ett",
                "singular": "guldkorn",
                "plural": "guldkorn",
                "definite": "guldkornet",
                "definite_plural": "guldkornen",
            }
        }
    )

    assert NounsOf("sv", words.nouns("sv")).put_into("[learning examples]") == "guldkorn"
    assert words.nouns("en") == {}


def test_english_makes_the_other_forms_by_itself():
    words = Words.model_validate(
        {"example": {"article": "a", "singular": "nugget", "plural": "nuggets"}}
    )

    assert NounsOf("en", words.nouns("en")).put_into("[The examples']") == "The nuggets'"


def test_a_swedish_word_without_its_endings_is_refused_where_it_stands(project):
    settings, problems = loaded(
        project, "municipality: {article: en, singular: part, plural: parter}\nexmple: {}\n"
    )

    assert settings is None
    assert [problem.splitlines()[0] for problem in problems] == [
        f"{CONFIG}/words.yml:1 (municipality): fel: behöver också definite och definite_plural, "
        "till exempel guldkornet och guldkornen",
        f"{CONFIG}/words.yml:2 (exmple): fel: det finns inget fält som heter ”exmple” här",
    ]
    assert "Menade du ”example”?" in problems[1]


def test_a_word_of_another_language_than_the_sites_is_told_of(project):
    _settings, problems = loaded(project, "example: {article: a, singular: nut, plural: nuts}\n")

    assert [problem.splitlines()[0] for problem in problems] == [
        f"{CONFIG}/words.yml:1 (example.article): fel: är ingen artikel i webbplatsens språk",
    ]


@pytest.mark.parametrize("form", ["{n.__class__}", "[an example]", "<b>berättelse</b>", "b" * 61])
def test_a_noun_is_a_word_and_nothing_that_texts_are_made_of(project, form):
    settings, problems = loaded(
        project, STORY.replace("singular: berättelse", f"singular: '{form}'")
    )

    assert settings is None
    assert "words.yml:3" in problems[0]
