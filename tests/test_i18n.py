import ast
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po

from exempelbank import i18n
from exempelbank.model.example import Example
from exempelbank.model.labels import fields_by_label
from exempelbank.nouns import NounsOf
from tests.builders import PROJECT
from tests.retired_english import english_in
from tools.noun_marks import NOT_THE_NOUN, marked_english, wrong_marks


def texts_said():
    """(context, English), the first form alone of what is one or many."""
    catalogue = PROJECT / "generator/exempelbank/locale/sv/LC_MESSAGES/exempelbank.po"
    return {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for message in read_po(catalogue.open("rb"))
    }


@pytest.fixture(autouse=True)
def swedish_again():
    yield
    i18n.use_language("sv")


def test_every_text_is_in_both_catalogues_and_they_are_compiled():
    done = subprocess.run(
        [sys.executable, "tools/messages.py", "--check"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr


def test_a_text_within_an_f_string_is_in_the_catalogue_too():
    # Babel reads no f-strings, so that the start page once said “Example” in Swedish.
    # How many of the first arguments are a context and a text.
    functions = {"_": 1, "ngettext": 1, "pgettext": 2}
    texts = set()
    for path in (PROJECT / "generator/exempelbank").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in functions:
                first = call.args[: functions[call.func.id]]
                if first and all(isinstance(argument, ast.Constant) for argument in first):
                    texts.add(("", *(argument.value for argument in first))[-2:])

    assert len(texts) > 500
    assert texts - texts_said() == set()


def test_no_swedish_text_holds_english_that_was_taken_away():
    catalogue = PROJECT / "generator/exempelbank/locale/sv/LC_MESSAGES/exempelbank.po"
    texts = [message.string for message in read_po(catalogue.open("rb"))]
    swedish = [text for each in texts for text in ([each] if isinstance(each, str) else each)]

    assert len(swedish) > 1000
    as_read = [NounsOf("sv", {}).put_into(text) for text in swedish]
    assert [text for text in as_read if english_in(text)] == []


def test_a_noun_that_an_organisation_may_choose_is_told_of_when_it_is_not_marked():
    found = [*wrong_marks("sv", "Lämna ett exempel, till exempel med exempelbank.")]

    assert found == [
        "“ett exempel” is a noun that an organisation may choose: write [an example]",
    ]
    assert [*wrong_marks("sv", "{n} exempel i [the exampel]")] == [
        "[the exampel] names no noun",
        "“exempel” is a noun that an organisation may choose: write [example] or [examples]",
    ]
    assert [*wrong_marks("sv", "[The example] är [godkänt|godkänd]")] == []


def test_what_is_excepted_from_being_marked_is_still_said():
    assert NOT_THE_NOUN - texts_said() == set()


def test_english_is_marked_by_itself_but_for_paths_and_what_is_put_in():
    text = "Share an example, for example {example}, by site_config/municipalities.yml"

    assert marked_english(text) == text.replace("an example", "[an example]", 1)


def test_people_are_spoken_to_in_the_language_in_use():
    assert i18n.ngettext("{n} error", "{n} errors", 2) == "{n} fel"
    i18n.use_language("en")

    assert i18n.ngettext("{n} error", "{n} errors", 2) == "{n} errors"
    with pytest.raises(ValueError, match="no message catalogue"):
        i18n.use_language("tlh")


def test_an_organisation_is_spoken_of_in_its_own_texts():
    own = {("", "{n} error"): "Ett enda fel", ("a field", "Title"): "Namn"}
    i18n.use_language("sv", own_texts=own)

    assert i18n.pgettext("a field", "Title") == "Namn"
    assert i18n.ngettext("{n} error", "{n} errors", 1) == "Ett enda fel"
    assert i18n.ngettext("{n} error", "{n} errors", 2) == "{n} fel"


def test_what_people_wrote_before_a_text_was_changed_can_still_be_read():
    i18n.use_language("sv", own_texts={("a field", "Title"): "Namn"})

    assert i18n.wordings("a field", "Title") == ("Namn", "Rubrik", "Title")
    assert fields_by_label(Example)["namn"] == fields_by_label(Example)["rubrik"] == "title"
