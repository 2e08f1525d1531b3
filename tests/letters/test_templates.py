"""The texts of letters: those that come with the program, and an organisation's own."""

import pytest

from exempelbank import i18n
from exempelbank.letters.kinds import LetterKind, kind_from
from exempelbank.letters.letter import letter_from
from exempelbank.letters.placeholders import OPEN, Placeholder, needed_in, placeholders_of
from exempelbank.letters.templates import (
    LetterTemplate,
    check_templates,
    load_template,
    template_text,
)
from exempelbank.problems import Problems
from exempelbank.rules.log import action_text
from tests.review.builders import write

FILE = "site_config/letters/fraga.md"
EVERY_KIND = pytest.mark.parametrize("kind", LetterKind)


def problems_in(root, text, file=FILE):
    write(root, file, text)
    problems = Problems()
    check_templates(root, problems)
    return [str(problem) for problem in problems]


@EVERY_KIND
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_texts_that_come_with_the_program_pass_the_check(tmp_path, kind, language):
    i18n.use_language(language)
    try:
        text = template_text(kind)
        assert problems_in(tmp_path, text, f"site_config/letters/{kind.label}.md") == []
    finally:
        i18n.use_language("sv")


@EVERY_KIND
def test_a_text_that_is_saved_unchanged_is_the_same_letter(tmp_path, kind):
    before = load_template(tmp_path, kind, Problems())
    write(tmp_path, f"site_config/letters/{kind.value}.md", template_text(kind))

    assert load_template(tmp_path, kind, Problems()) == before


@EVERY_KIND
def test_what_each_letter_needs_stands_in_its_text(kind):
    named = {Placeholder(name) for name in OPEN.findall(kind.body)}

    assert set(needed_in(kind)) <= named <= set(placeholders_of(kind))


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.states])
def test_the_log_has_words_for_each_letter(kind):
    assert action_text(kind.deed) != kind.deed


@pytest.mark.parametrize("name", ["fråga", "Fraga", "question", "FRÅGA"])
def test_a_letter_is_known_by_its_swedish_and_its_english_name(name):
    assert kind_from(name) is LetterKind.QUESTION


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("---\nämne: Hej\n---\n\n{frågor}{frågr}\n", 5, "{frågor}"),
        ("---\nämne: Hej\n---\n\n{frågor}\n\n{adress}\n", 7, "{rubrik}"),
        ("---\nämne: Om {rubrik}\n---\n\n{frågor}\n", 2, "{nummer}"),
        ("---\nämne: Hej\n---\n\n{frågor} {\n", 5, "klammer"),
        ("---\nämne: Hej\n---\n\nHej!\n", 4, "{frågor}"),
        ("---\n---\n\n{frågor}\n", 1, "ämne: "),
        ("---\nämne: Hej\ntill: eva@exempel.example\n---\n\n{frågor}\n", 3, "till"),
    ],
)
def test_what_is_wrong_in_a_text_is_said_on_its_line(tmp_path, text, line, says):
    (found,) = problems_in(tmp_path, text)

    assert found.startswith(f"{FILE}:{line}") and says in found


def test_a_file_that_is_no_letter_is_told_of(tmp_path):
    (found,) = problems_in(
        tmp_path, template_text(LetterKind.DECLINED), "site_config/letters/avbojd.md"
    )

    assert "avböjt" in found


def test_a_letter_has_one_text(tmp_path):
    write(tmp_path, "site_config/letters/question.md", template_text(LetterKind.QUESTION))

    assert len(problems_in(tmp_path, template_text(LetterKind.QUESTION))) == 1


def test_a_paragraph_with_nothing_to_say_is_left_out():
    text = LetterTemplate(LetterKind.RECEIPT, "{id}", "Hej!\n\nRing {phone}.\n\n{title}")

    letter = letter_from(text, {Placeholder.ID: "FC-1", Placeholder.TITLE: "A\n\nB {x}"})
    assert (letter.subject, letter.body) == ("FC-1", "Hej!\n\nA\n\nB {x}\n")
