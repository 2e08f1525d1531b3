"""site_config/texts.yml: texts of the program in an organisation's own wording."""

import ast

import pytest

from exempelbank.documents import Document, read_document
from exempelbank.nouns import Noun
from exempelbank.problems import Problems
from exempelbank.settings.own_texts import READ_CONTEXTS, OwnTexts, checked_own_texts
from tests.builders import PROJECT

NUGGET = Noun("ett", "guldkorn", "guldkornet", "guldkorn", "guldkornen", "guldkorns")


@pytest.fixture
def checked(tmp_path):
    def check(lines, nouns=None, language="sv"):
        path = tmp_path / "texts.yml"
        path.write_text("texts:\n" + "".join(f"  {line}\n" for line in lines), "utf-8")
        problems = Problems()
        document = read_document(path, tmp_path, problems)
        assert isinstance(document, Document)
        texts = OwnTexts.model_validate(document.data).texts
        own = checked_own_texts(texts, language, nouns or {}, document, problems)
        return own, [str(problem) for problem in problems]

    return check


def test_a_text_is_found_by_what_people_see_or_by_its_english(checked):
    own, problems = checked(["Se nätverken: Våra nätverk", "See all examples: Visa alla"])

    assert problems == []
    assert own == {("", "See the networks"): "Våra nätverk", ("", "See all examples"): "Visa alla"}


def test_a_text_is_found_as_the_organisation_says_it_and_as_the_program_does(checked):
    for seen in ("Lämna ett guldkorn", "Lämna ett exempel"):
        own, problems = checked([f"{seen}: Berätta för oss"], {"example": NUGGET})

        assert problems == []
        assert len(own) > 1 and {*own.values()} == {"Berätta för oss"}
        assert ("", "Share an example") in own


def test_a_context_names_one_of_several_places(checked):
    assert len(checked(["Fokusområde: Tema"])[0]) > 1

    assert checked(["a field::Fokusområde: Tema"])[0] == {("a field", "Focus area"): "Tema"}


def test_each_form_of_a_text_that_counts_is_a_text_of_its_own(checked):
    own, _problems = checked(['"{n} kommun": "{n} medlem"'])

    assert own == {("", "{n} municipality"): "{n} medlem"}


def test_all_that_is_wrong_is_told_at_once_on_its_line(checked):
    own, problems = checked(
        [
            "Se nätvrken: Våra nätverk",
            '"{n} kommun": "en medlem"',
            '"{n} kommuner": "{n} medlemmar av {alla}"',
            '"{all} saker": "{"',
            '"Visa fler exempel": ""',
            'Examples from {place}: "{place.__class__}"',
            'Exempel från {place}: "Från {place"',
            "Se alla exempel: Visa alla",
            "See all examples: Alla",
        ]
    )

    assert [problem.splitlines()[0] for problem in problems] == [
        "texts.yml:2 (texts.Se nätvrken): fel: det finns ingen sådan text",
        "texts.yml:3 (texts.{n} kommun): fel: saknar {n}, som byts mot något när texten visas",
        "texts.yml:4 (texts.{n} kommuner): fel: innehåller {alla}, som inte byts mot något",
        "texts.yml:5 (texts.{all} saker): fel: det finns ingen sådan text",
        "texts.yml:6 (texts.Visa fler exempel): fel: får inte vara tomt",
        "texts.yml:7 (texts.Examples from {place}): fel: "
        "saknar {place}, som byts mot något när texten visas",
        "texts.yml:8 (texts.Exempel från {place}): fel: "
        "har en klammer som inte är stängd, eller en för mycket",
        "texts.yml:10 (texts.See all examples): fel: är samma text som den på rad 9",
    ]
    assert "Menade du ”Se nätverken”?" in problems[0]
    assert own == {("", "See all examples"): "Visa alla"}


@pytest.mark.parametrize(
    "lines",
    [
        ['"answer::Nej": Ja', '"answer::Ja": Nej'],
        ["Publicerad: Avböjd"],
        ['"slash command::ledare": komplettera'],  # what asks for changes would approve
        ['"slash command::godkänn": AVBÖJ'],
        ['"slash command::godkänn": tummen-upp', '"slash command::avböj": Tummen upp'],
        ['"section::Resultat": Starting point'],
        ['"a field::Rubrik": Sammanfattning'],
        ['"day in words::i dag": i morgon'],
    ],
)
def test_what_is_read_is_not_called_what_something_else_is(checked, lines):
    own, problems = checked(lines)

    assert "är namnet på något annat" in problems[-1]
    assert len(own) < len(lines)


def contexts_of_what_is_read():
    """Of the texts that some part of the program asks every wording of."""
    for path in (PROJECT / "generator/exempelbank").rglob("*.py"):
        module = ast.parse(path.read_text("utf-8"))
        constants = {
            one.targets[0].id: one.value
            for one in module.body
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
        }
        for call in ast.walk(module):
            if isinstance(call, ast.Call) and call.args:
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                context = call.args[0]
                context = constants.get(getattr(context, "id", ""), context)
                if name in ("wordings", "by_wording") and isinstance(context, ast.Constant):
                    yield context.value


def test_every_text_that_is_read_is_kept_apart_from_the_others_of_its_context():
    assert {*contexts_of_what_is_read()} == READ_CONTEXTS


def test_what_is_read_may_be_called_something_new(checked):
    lines = ['"slash command::godkänn": tummen-upp', '"section::Resultat": Vad blev det av det?']

    assert checked(lines)[1] == []


@pytest.mark.parametrize("put", ["{n:>99999999}", "{n!r}", "{n:%Y}", "{n:{n}}"])
def test_how_something_is_put_in_is_not_for_a_text_to_say(checked, put):
    own, problems = checked([f'"{{n}} kommun": "{put} medlem"'])

    assert own == {}
    assert "saknar {n}" in problems[0]
