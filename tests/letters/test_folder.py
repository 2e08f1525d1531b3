"""A folder of letters is no part of the project, whatever git is told to save."""

from pathlib import Path

import pytest

from exempelbank.exceptions import NotMade
from exempelbank.letters.folder import write_letters
from tests.git.builders import git

REPOSITORY = Path(__file__).parents[2]


def test_letters_and_their_list_are_not_saved_with_everything_else(tmp_path):
    git(tmp_path, "init", "--quiet")
    folder = tmp_path / "till-alla"
    files = {folder / "FC-2026-014.eml": b"", folder / "brev.txt": "bildstod@huddinge.example\n"}

    write_letters(folder, files)
    write_letters(folder, {folder / "FC-2026-015.eml": b""})

    git(tmp_path, "add", "--all")
    assert git(tmp_path, "ls-files") == ""
    assert (folder / "brev.txt").exists()


@pytest.mark.parametrize("beside", ["om.md", ".gitignore"])
def test_a_folder_of_other_files_is_left_alone(tmp_path, beside):
    (tmp_path / beside).write_text("/site/\n")

    with pytest.raises(NotMade):
        write_letters(tmp_path, {tmp_path / "brev.txt": "bildstod@huddinge.example\n"})
    assert [file.name for file in tmp_path.iterdir()] == [beside]


def test_a_folder_of_drafts_from_before_is_taken_care_of(tmp_path):
    (tmp_path / "huddinge.eml").touch()
    write_letters(tmp_path, {tmp_path / "nacka.eml": b""})

    assert (tmp_path / ".gitignore").read_text() == "*\n"


def test_what_the_guides_write_in_the_projects_folder_is_not_saved():
    names = ("brev.csv", "brev/brev.txt", "fraga/nacka.eml", "berattare.csv", "uppfoljning.html")

    # Ends with 1, which `git` raises of, when it ignores none of them.
    assert git(REPOSITORY, "check-ignore", "--no-index", *names).split() == [*names]
