"""The help: every command has its place, and what it shows can be tried on the sample."""

import io
import shlex
import shutil

import pytest

from exempelbank import i18n
from exempelbank.cli import main, program_parser
from exempelbank.cli.commands import EXAMPLES, GROUPS
from exempelbank.i18n import _
from tests.builders import PROJECT

COPIED = ("content", "site_config", "submissions", "docs/examples", "mkdocs.yml")
# What a command answers on the sample, where that is not 0.
ANSWERS = {
    "add exempel --by bo-lind": 130,  # nobody is there to answer its questions
    "approve FC-2026-004 --by anna-ek --not-involved": 1,  # says what is left to do
    "take-newer FC-2026-004 --by bo-lind": 1,  # says that there is no newer answer
    "new exempelbanken": 1,  # says what is missing
    "new guldkorn --from samordningsforbund --forge github": 1,
    "map --out site_config/map.yml": 1,  # says which packages it takes
    "map Karlstad Grums 1780": 1,
    "forge check": 1,  # says that site_config/forge.yml is not there
    "forge remind": 1,
    # nobody is there to say yes, and in a folder without git a decision is asked for
    'withdraw FC-2025-003 --by anna-ek --reason "Samtycket är återtaget."': 1,
    "publish-news FC-2026-004 --by bo-lind": 1,  # nor a draft
    "release content/news/tva-ar-med-psykisk-halsa.md --by bo-lind --reason …": 1,  # nor a text
}
FOR_DEVELOPERS = ("privacy-bench", "search-bench")  # they read what lies among the tests
ON_A_FORGE = ("words",)
ENDLESS = "serve --open"


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """A copy of what a project holds, and where we stand."""
    for name in COPIED:
        source, copy = PROJECT / name, tmp_path / name
        copy.parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


def on_the_sample(line):
    """The help speaks of anyone's examples; those of the sample have its own numbers and places."""
    return line.replace("EX-", "FC-").replace("Ekby", "Huddinge")


def said_by(capsys, *arguments):
    with pytest.raises(SystemExit):
        main([*arguments])
    return "".join(capsys.readouterr())


def test_the_name_alone_tells_where_to_begin_and_lists_every_command_once(capsys):
    assert main([]) == 0

    said = capsys.readouterr().out
    commands = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    listed = [name for name in commands if name in EXAMPLES]
    assert "docs/borja.md" in said and (PROJECT / "docs" / "borja.md").exists()
    assert sorted(listed) == sorted(EXAMPLES)
    last = list(GROUPS[-1].examples)
    assert listed[-len(last) :] == last


def test_one_begins_with_a_project_where_there_is_none(tmp_path, monkeypatch, capsys):
    def first_of_all():
        assert main([]) == 0
        return capsys.readouterr().out.split(_("Begin here:"))[1].split()[:2]

    assert first_of_all() == ["exempelbank", "queue"]
    monkeypatch.chdir(tmp_path)
    assert first_of_all() == ["exempelbank", "new"]


def test_the_help_speaks_the_language_of_the_project_we_stand_in(sample, capsys):
    settings = sample / "site_config" / "organisation.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("language: sv", 'language: "en"  # since March'), "utf-8")
    try:
        assert main([]) == 0
    finally:
        i18n.use_language("sv")

    assert capsys.readouterr().out.startswith("usage: exempelbank COMMAND")


def test_every_command_has_its_place_in_the_list():
    assert program_parser().sentences.keys() == EXAMPLES.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_help_of_a_command_says_what_it_does_and_shows_how(name, capsys):
    said = said_by(capsys, name, "--help")

    _usage, sentence, *_rest = said.split("\n\n")
    assert sentence[0].isupper() and sentence.rstrip().endswith((".", "…"))
    assert all(f"\n  exempelbank {line}\n" in said for line in EXAMPLES[name])


@pytest.mark.parametrize(
    "name", [name for name in EXAMPLES if name not in (*FOR_DEVELOPERS, *ON_A_FORGE)]
)
def test_what_the_help_shows_can_be_tried_on_the_sample(name, sample, capsys):
    for line in EXAMPLES[name]:
        if line != ENDLESS:
            on_sample = on_the_sample(line)
            code = main(shlex.split(on_sample))

            assert code == ANSWERS.get(on_sample, 0), capsys.readouterr().err


def test_a_word_that_is_missing_is_answered_with_an_example(capsys):
    assert f"\n  exempelbank {EXAMPLES['set-state'][0]}" in said_by(capsys, "set-state")


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0

    assert capsys.readouterr().out.startswith("Exempelbank 0.")
