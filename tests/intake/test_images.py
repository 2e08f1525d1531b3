"""Pictures that were sent in: decoded, and written anew without what they carried."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from exempelbank.documents.images import reencode
from exempelbank.exceptions import UnreadableFile
from exempelbank.intake.images import WantedImage, find_images
from exempelbank.intake.parsing.file_names import FileName
from exempelbank.problems import Problems
from tests.intake.builders import a_csv, a_mapping, a_project, imported
from tests.intake.test_import import the_file, the_submission

FIELD_KINDS = {
    "image": {"column": "Bild", "files": "names"},
    "image.alt": {"column": "Bildtext"},
    "image.photographer": {"column": "Fotograf"},
}
ANSWERS = {"Bild": "möte.jpg", "Bildtext": "Sex stolar i en ring", "Fotograf": "Bo Ek"}


def a_picture(path: Path, size: tuple[int, int] = (40, 20), **options: object) -> Path:
    exif = Image.Exif()
    exif[0x010E] = "hemlig kommentar"
    exif[0x0112] = 6  # turned a quarter
    exif.get_ifd(0x8825)[1] = "N"  # a place
    Image.new("RGB", size, "red").save(path, exif=exif, **options)
    return path


def test_a_picture_follows_its_answer(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(FIELD_KINDS))
    folder = tmp_path / "bilder"
    folder.mkdir()
    a_picture(folder / "möte.jpg")

    imported(root, a_csv(ANSWERS), attachments=folder)

    image = the_submission(root).image
    assert image and image.file == f"{the_file(root).stem}.jpg"
    assert [image.alt, image.photographer] == ["Sex stolar i en ring", "Bo Ek"]
    assert (root / "content" / "media" / image.file).exists()


def test_without_the_folder_it_is_listed_by_name(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(FIELD_KINDS))

    imported(root, a_csv(ANSWERS))

    submission = the_submission(root)
    assert submission.image is None and submission.attachments == ("möte.jpg",)
    assert submission.unmatched["image.alt"] == ("Sex stolar i en ring",)


def test_what_a_picture_carries_is_gone(tmp_path: Path) -> None:
    raw = reencode(a_picture(tmp_path / "a.jpg", comment=b"hemlig"))

    found = Image.open(io.BytesIO(raw))
    assert b"hemlig" not in raw and not found.getexif()
    assert found.size == (20, 40)  # the right way up


def test_what_hides_behind_a_picture_is_gone(tmp_path: Path) -> None:
    path = a_picture(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes() + b"<script>alert(1)</script>PK\x03\x04")

    assert b"<script>" not in reencode(path)


def test_a_large_picture_becomes_what_a_screen_can_use(tmp_path: Path) -> None:
    raw = reencode(a_picture(tmp_path / "a.png", (4000, 1000)))

    assert max(Image.open(io.BytesIO(raw)).size) == 1600


@pytest.mark.parametrize(
    "raw",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"%PDF-1.7",
        b"",
        b"\xff\xd8\xff\xe0broken",
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(raw)

    with pytest.raises(UnreadableFile):
        reencode(tmp_path / "a.jpg")


def test_a_picture_of_a_million_million_pixels_is_refused(tmp_path: Path) -> None:
    Image.new("1", (30_000, 30_000)).save(tmp_path / "a.png")

    with pytest.raises(UnreadableFile):
        reencode(tmp_path / "a.png")


def test_a_refused_picture_does_not_stop_its_answer(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(FIELD_KINDS))
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "möte.jpg").write_bytes(b"<svg/>")
    problems = Problems()

    imported(root, a_csv(ANSWERS), problems, attachments=tmp_path / "bilder")

    assert the_submission(root).image is None
    assert len(problems.warnings) == 1


@pytest.mark.parametrize("name", ["../hemlig.jpg", "/etc/passwd", "lank.jpg", "undermapp"])
def test_only_plain_files_in_the_folder_are_pictures(tmp_path: Path, name: str) -> None:
    a_picture(tmp_path / "hemlig.jpg")
    folder = tmp_path / "bilder"
    (folder / "undermapp").mkdir(parents=True)
    (folder / "lank.jpg").symlink_to(tmp_path / "hemlig.jpg")

    found = find_images(folder, {2: WantedImage("FC-2026-AAAAA", [FileName(name, name)])})

    assert found[2].paths == ()
