"""A picture that an answer names was not found in the folder, and nothing was said of it.

Names that the eye takes for the same differ: å as one letter or as two, spaces as signs, capitals,
a suffix, the number that a second download was given.

Source: names from a Mac that were looked for by their bytes, in uewepuep/FPVTracksideCore (75),
heypinchy/pinchy (729), nikolausm/imap-mcp-server (168) and droppyjs/droppy (72).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from exempelbank.intake.form.mapping import FieldMapping
from exempelbank.intake.images import WantedImage, find_images
from exempelbank.intake.parsing.file_names import file_names_in
from exempelbank.intake.plan import ImportPlan
from exempelbank.problems import Problems
from tests.intake.builders import a_csv, a_mapping, a_project, changes, imported
from tests.intake.test_images import FIELD_KINDS, a_picture
from tests.intake.test_import import the_file, the_submission

DECOMPOSED = unicodedata.normalize("NFD", "Köket på håll.jpg")
ADDRESS = "https://a.example/Apps/Microsoft%20Forms/F/K%C3%B6ket%20p%C3%A5%20h%C3%A5ll_Bo%20Ek.jpg"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "bilder").mkdir()
    return a_project(tmp_path, a_mapping({"image": FIELD_KINDS["image"]}))


def taken(root: Path, *answers: Mapping[str, str]) -> tuple[ImportPlan | None, list[str]]:
    problems = Problems()
    plan = imported(root, a_csv(*answers), problems, attachments=root / "bilder")
    return plan, [str(problem) for problem in problems]


def found(folder: Path, *answers: str) -> list[list[str]]:
    """For each answer, the files that fit it."""
    mapping = FieldMapping(column=("Bild",), files="names")
    wanted = {
        row: WantedImage(f"FC-2026-AAAA{row}", file_names_in(answer, mapping))
        for row, answer in enumerate(answers, 2)
    }
    return [
        [path.relative_to(folder).as_posix() for path in image.paths if not image.rows]
        for image in find_images(folder, wanted).values()
    ]


def a_folder(folder: Path, names: Iterable[str]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_name_from_a_mac_is_the_name_in_the_answer(root: Path) -> None:
    a_picture(root / "bilder" / DECOMPOSED)

    _plan, says = taken(root, {"Bild": "Köket på håll.jpg"})

    assert the_submission(root).image and says == []


def test_a_picture_that_is_not_there_is_named_with_its_row(root: Path) -> None:
    _plan, says = taken(root, {"Bild": "Köket på håll.jpg"})

    (message,) = says
    assert message.startswith("svar.csv:2") and "Köket på håll.jpg" in message


@pytest.mark.parametrize(
    "file",
    [
        "KÖKET PÅ HÅLL.JPG", "Köket_på_håll.jpg", "Köket%20på%20håll.jpg", "Köket+på+håll.jpg",
        "koket-pa-hall.jpg", "Köket på håll.jpeg", "Köket på håll (1).jpg", "Köket på håll.png",
        "Köket på håll - kopia.jpg", "Köket på håll_Bo Ek.jpg", "svar 2/Köket på håll.jpg",
        "FC-2026-AAAA2.jpg",
    ],
)  # fmt: skip
@pytest.mark.parametrize("answer", [ADDRESS, ADDRESS + "?download=1"])
def test_the_eye_takes_these_names_for_the_same(tmp_path: Path, file: str, answer: str) -> None:
    others = ["Köket.jpg", "._" + file.rpartition("/")[2]]

    assert found(a_folder(tmp_path, [file, *others]), answer) == [[file]]


@pytest.mark.parametrize(
    "file", ["Köket.jpg", "Köket på håll 2.jpg", "ny_Köket på håll.jpg", "Köket på håll_Ann Ek.jpg"]
)
def test_a_picture_with_another_name_is_not_taken(tmp_path: Path, file: str) -> None:
    assert found(a_folder(tmp_path, [file]), ADDRESS) == [[]]


def test_the_name_that_is_most_alike_is_taken(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, ["möte.jpg", "Möte.jpg", "mote.jpg", "möte (1).jpg"])

    assert found(folder, "möte.jpg", "MÖTE (1).JPG") == [["möte.jpg"], ["möte (1).jpg"]]


def test_two_files_that_fit_equally_well_are_both_named_and_none_is_taken(root: Path) -> None:
    for name in ("köket_på_håll.jpg", "köket på håll.jpeg"):
        a_picture(root / "bilder" / name)

    _plan, says = taken(root, {"Bild": "Köket-på-håll.jpg"})

    (message,) = says
    assert "köket_på_håll.jpg" in message and "köket på håll.jpeg" in message
    assert the_submission(root).image is None


def test_a_picture_that_two_answers_name_may_be_anyones(root: Path) -> None:
    a_picture(root / "bilder" / "image.jpg")

    _plan, says = taken(root, {"Bild": "image.jpg"}, {"Nr": "2", "Bild": "image.jpg"})

    assert len(says) == 2 and not (root / "content").exists()


def test_a_picture_belongs_to_the_answer_that_names_it_best(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, ["image.jpg"])

    assert found(folder, "image.jpg", "image (1).jpg") == [["image.jpg"], []]


def test_what_is_put_in_the_folder_later_comes_in_later(root: Path) -> None:
    taken(root, {"Bild": "möte.jpg"})
    a_picture(root / "bilder" / f"{the_submission(root).id}.png")

    plan, says = taken(root, {"Bild": "möte.jpg"})

    assert changes(plan) == ["updated"] and the_submission(root).image and says == []
    assert changes(taken(root, {"Bild": "möte.jpg"})[0]) == ["unchanged"]


def test_a_file_that_someone_has_edited_is_left_alone_and_that_is_said(root: Path) -> None:
    taken(root, {"Bild": "möte.jpg"})
    file = the_file(root)
    file.write_text(file.read_text(encoding="utf-8") + "Ett ord till.\n", encoding="utf-8")
    a_picture(root / "bilder" / "möte.jpg")

    plan, says = taken(root, {"Bild": "möte.jpg"})

    assert changes(plan) == ["unchanged"] and len(says) == 1


def test_only_pictures_are_looked_for_among_other_files(root: Path) -> None:
    a_picture(root / "bilder" / "bild.jpg")
    mapping = a_mapping({"attachments": {"column": "Bilagor", "files": "names"}})
    a_project(root, mapping)

    _plan, says = taken(root, {"Bilagor": "plan.pdf; bild.jpg"})

    assert the_submission(root).image and says == []
