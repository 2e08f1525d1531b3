"""`inspect` shows nothing of a person, whatever the column is called, and saves nothing of one.

Source: reports that first and last names, user names and identity numbers came out in other tools'
previews, because a column was called otherwise than expected; a public export with both names.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings, strategies

from exempelbank.cli import main
from exempelbank.exceptions import UnreadableFile
from exempelbank.intake.suggest.draft_mapping import draft_mapping
from exempelbank.intake.suggest.inspection import inspect_export, inspection_lines
from exempelbank.intake.suggest.personal_headings import is_personal
from exempelbank.intake.suggest.samples import MASK
from tests.builders import PROJECT
from tests.intake.builders import a_csv
from tests.intake.builders import settings as project_settings

# None is a word of our lists, which may be shown: “Annan” is in them.
A_NAME = (
    strategies.text("adeiklmnorsuvåö", min_size=3, max_size=7)
    .map("{}zk".format)
    .map(str.capitalize)
)
NAMES = ("Zrinka", "Tallbacka", "Öyvind", "Mossberg")

ASKING_WHO = (
    "first_name", "fname", "LastName", "Efternamnet", "kontaktperson/e-post", "Handläggare",
    "_submitted_by", "Respondent ID", "username", "metadata/deviceid", "Inskickad av",
    "IP Address", "Ansvarig chef", "login", "Signatur", "Hemadress", "Mobilnr", "Födelsedatum",
    "Er e-postadress", "Vem svarar?", "Ålder", "Postnr", "anställningsnummer", "Användar-ID",
    "createdBy",
)  # fmt: skip


def shown_and_drafted(folder: Path, *answers: dict[str, str]) -> tuple[str, str]:
    """Of an export with these rows."""
    file = folder / "svar.csv"
    file.write_bytes(a_csv(*({"Nr": str(n), **row} for n, row in enumerate(answers, 1))))
    found = inspect_export(file)
    shown = "".join(f"{line}\n" for line in inspection_lines(found, project_settings()))
    return shown, draft_mapping(found, project_settings(), "prov")


def test_first_and_last_names_are_not_shown(tmp_path: Path) -> None:
    """As it was reported."""
    shown, draft = shown_and_drafted(
        tmp_path,
        {"Förnamn": "Zrinka", "Efternamn": "Tallbacka"},
        {"Förnamn": "Öyvind", "Efternamn": "Mossberg"},
    )

    assert not any(name in shown + draft for name in NAMES)
    assert f"  Förnamn\n      {MASK}" in shown and f"  Efternamn\n      {MASK}" in shown


@pytest.mark.parametrize(
    "answers",
    [
        ["Zrinka Tallbacka"],
        ["zrinka tallbacka"],
        ["ZRINKA"],
        ["zrinka.tallbacka"],
        ["zrinka@kommun.example"],
        ["070-174 06 18"],
        ["19811228-9874"],
        ["850322"],
        ["1985-03-22"],
        ["3/22/85"],
        ["Tallbackavägen 3"],
        ["192.0.2.7"],
        ["https://www.kommun.example/zrinka"],
        ["Vi ringer Zrinka varje morgon"],
        ["Tallbacka, Zrinka;Autism"],
        ["Zrinka Tallbacka"] * 5,  # who handles it, who sent it in
        ["Zrinka"] * 5,
        ["Zrinka med Öyvind"] * 5,
    ],
)
def test_what_may_tell_of_a_person_is_neither_shown_nor_saved(
    answers: list[str], tmp_path: Path
) -> None:
    headings = ("Fråga 7", "Målgrupp", "Samtycke till bild", "Status", "Rubrik", "Kommun")

    shown, draft = shown_and_drafted(tmp_path, *(dict.fromkeys(headings, a) for a in answers))

    assert not any(answer in shown + draft for answer in answers)


def test_a_heading_that_asks_who_it_is_hides_even_what_looks_harmless(tmp_path: Path) -> None:
    shown, _draft = shown_and_drafted(
        tmp_path, dict.fromkeys(ASKING_WHO, "4711"), dict.fromkeys(ASKING_WHO, "Autism")
    )

    assert [heading for heading in ASKING_WHO if not is_personal(heading)] == []
    assert "4711" not in shown and "Autism" not in shown


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        ("Är din chef informerad?", ["Ja", "Nej"]),
        ("Målgrupp", ["Autism", "Medarbetare; Autism"]),
        ("Inkom den", ["2026-03-02 09:15", "3/22/2026 8:53:03 PM"]),
        ("Antal", ["12", "7,5"]),
        ("Hur ofta?", ["Ett par gånger om dagen"] * 3),
    ],
)
def test_what_can_tell_of_nobody_is_shown(heading: str, answers: list[str], tmp_path: Path) -> None:
    shown, _draft = shown_and_drafted(tmp_path, *({heading: answer} for answer in answers))

    assert all(f"      {answer}\n" in shown for answer in answers)


def test_words_of_ones_own_beside_a_list_are_not_saved_as_options(tmp_path: Path) -> None:
    _shown, draft = shown_and_drafted(
        tmp_path, {"Målgrupp": "Medarbetare"}, {"Målgrupp": "Autism;Zrinka på avdelning tre"}
    )

    assert [*yaml.safe_load(draft)["options"]["target_groups"]] == ["Medarbetare", "Autism"]
    assert "target_groups: 1 " in draft


@pytest.mark.parametrize(
    ("answer", "means"),
    [
        ("Ja, exemplet får publiceras", "true"),
        ("Jag samtycker", "true"),
        ("Nej, det får inte publiceras", "false"),
        ("Inte än", None),
        ("Fråga Zrinka", None),
        ("Ja om Zrinka vill", None),
    ],
)
def test_only_a_clear_yes_is_taken_for_consent(
    answer: str, means: str | None, tmp_path: Path
) -> None:
    _shown, draft = shown_and_drafted(tmp_path, {"Samtycke": answer})

    meanings = yaml.safe_load(draft)["fields"]["consent"]["bool"]
    assert [word for word in ("true", "false") if answer in meanings[word]] == [means] * bool(means)
    assert ("consent: 1 " in draft) is (means is None)


@pytest.mark.parametrize(
    "first", ["Zrinka Tallbacka;zrinka@kommun.example;Ja", "Zrinka Tallbacka;070-174 06 18;Nacka"]
)
def test_a_file_without_headings_is_refused_and_shows_nobody(first: str, tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    file.write_text(f"{first}\nÖyvind Mossberg;-;Ja\n", encoding="utf-8")

    with pytest.raises(UnreadableFile) as refused:
        inspect_export(file)

    assert "Zrinka" not in f"{refused.value.says} {refused.value.fix}"


@settings(max_examples=8, deadline=None)
@given(A_NAME | strategies.builds("{} {}".format, A_NAME, A_NAME))
def test_no_name_is_shown_however_often_it_comes(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.mktemp("namn")

    shown, draft = shown_and_drafted(folder, *[{"Fråga 7": name, "Vilka arbetar": name}] * 4)

    assert name not in shown + draft


@pytest.mark.parametrize("name", ["Svar från Zrinka.csv", "Öyvind Mossberg (1).csv"])
def test_the_name_of_the_file_is_not_shown_or_saved(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(a_csv({}))
    found = inspect_export(file)

    lines = inspection_lines(found, project_settings())

    assert not any(part in "".join(lines) for part in NAMES)
    assert not any(part in draft_mapping(found, project_settings(), "prov") for part in NAMES)


def test_a_form_is_not_named_after_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site_config").mkdir()
    for path in (PROJECT / "site_config").glob("*.yml"):
        (tmp_path / "site_config" / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "Svar från Zrinka.csv"
    file.write_bytes(a_csv({}))

    main(["--project", str(tmp_path), "inspect", str(file)])

    assert "zrinka" not in capsys.readouterr().out.casefold()
