"""å as two characters, an a and a ring, is the å that everyone sees: in headings, facts, settings
and the names of files, and whoever approves approves the same text.

Source: a submission whose body had been pasted from a program on a Mac; check knew none of its
headings, and told of each by the very name it ought to have. Names of files from a Mac are the same
kind.
"""

import shutil
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.cli import main
from exempelbank.documents import document_from, text_from
from exempelbank.documents.images import hash_image_file
from exempelbank.intake.form.mapping import load_mapping
from exempelbank.model.example import Section
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from exempelbank.settings import load_settings
from tests.builders import PROJECT, a_picture, a_published, a_submission
from tests.review.builders import a_project, a_ready_one, read, run, stored, write


def decomposed(text: str) -> str:
    return normalize("NFD", text)


def test_a_submission_with_headings_from_a_mac_has_its_sections():
    whole = a_submission(sections={Section.HOW: "Så här.", Section.DID_NOT_WORK: "Röran."})
    text = document_of(whole, "submissions/FC-2026-014.md").text.encode()

    problems = Problems()
    pasted = document_from(
        "submissions/FC-2026-014.md", text_from(decomposed(text.decode()).encode())
    )

    assert record_from(pasted, Submission, problems) == whole
    assert not problems.found


def test_the_words_of_the_settings_are_found_however_they_are_composed(tmp_path):
    shutil.copytree(PROJECT / "site_config", tmp_path / "site_config")
    for file in (tmp_path / "site_config").glob("*.yml"):
        file.write_text(decomposed(file.read_text("utf-8")), "utf-8")

    settings = load_settings(tmp_path, Problems())

    assert settings.vocabulary("municipalities").find("Södertälje")


def test_an_approval_holds_for_the_same_text_composed_in_another_way():
    approved = a_published(title="Blåbär på avdelningen", lessons=("Hör efter först.",))
    text = document_of(approved, "content/examples/blabar.md").text

    saved_on_a_mac = document_from("content/examples/blabar.md", decomposed(text))

    again = record_from(saved_on_a_mac, PublishedExample, Problems())
    assert again.content_hash() == approved.review.content_hash


def test_what_is_told_to_readers_may_be_typed_on_a_mac(tmp_path):
    root = a_project(tmp_path, stored(a_ready_one(id="FC-2026-014")))
    what = decomposed("Första, nu med råd.")

    assert (
        run(root, "approve", "FC-2026-014", "--by", "anna-ek", "--not-involved", "--what", what)
        == 0
    )

    (file,) = (root / "content/examples").glob("*.md")
    published = read(root, f"content/examples/{file.name}", PublishedExample)
    assert published.content_hash() == published.review.content_hash
    assert published.review.versions[0].what == "Första, nu med råd."


@pytest.mark.parametrize(
    ("on_disk", "said"),
    [
        (decomposed("kök.jpg"), "kök.jpg"),
        ("kök.jpg", decomposed("kök.jpg")),
        ("kök.jpg", "kök.jpg"),
    ],
    ids=["the disk", "the file", "neither"],
)
def test_a_picture_is_found_by_the_name_one_sees(tmp_path, on_disk, said):
    (tmp_path / "content/media").mkdir(parents=True)
    (tmp_path / "content/media" / on_disk).write_bytes(a_picture())

    assert hash_image_file(tmp_path, said)


def test_a_form_is_found_by_the_name_one_sees(tmp_path):
    form = next((PROJECT / "site_config/forms").glob("*.yml"))
    write(tmp_path, f"site_config/forms/{decomposed('anmälan')}.yml", form.read_text("utf-8"))

    assert load_mapping(tmp_path, "anmälan", Problems())


def test_check_takes_the_path_of_a_file_as_one_types_it(tmp_path, capsys):
    write(tmp_path, "site_config/x.yml", "")
    write(tmp_path, f"content/news/{decomposed('blåbär')}.md", "no front matter")

    assert main(["--project", str(tmp_path), "check", "content/news/blåbär.md"]) == 1
    assert "content/news/" in capsys.readouterr().out


@settings(max_examples=25)
@given(st.text("aåäöéÅ\u0301\u030a\u0308ệ가\u1100\u1161x:# \n", max_size=40))
def test_two_spellings_of_a_text_are_one_document(text):
    spellings = [f"---\ntitle: x\n---\n{normalize(form, text)}" for form in ("NFC", "NFD")]

    assert len({document_from("x.md", spelling).body for spelling in spellings}) == 1
