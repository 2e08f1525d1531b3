"""`check` tells of what a sender wrote, where someone has left it in the project."""

import json

import pytest

from exempelbank.authoring.form import form_of
from exempelbank.authoring.kinds import ADDED_KINDS
from exempelbank.problems import Severity
from exempelbank.review.project_checks.left_answers import left_answers
from tests.builders import sample_settings

SETTINGS = sample_settings()
FORM = form_of(ADDED_KINDS["example"], SETTINGS)
ANSWER = {"form": "lead", "version": 1, "sent": "", "key": "", "answers": {"title": "Bildstöd"}}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("svar.json", json.dumps(ANSWER)),
        ("submissions/svar.json", json.dumps([ANSWER])),
        ("exempel.md", FORM.replace("\nRubrik:", "\nRubrik: Bildstöd")),
        ("utkast/exempel.md", FORM.replace("\nRubrik:", "\nRubrik: Bildstöd")),
    ],
)
def test_what_a_sender_wrote_is_told_of_with_what_to_do(tmp_path, path, text):
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(text, "utf-8")

    (found,) = left_answers(tmp_path)
    assert (found.location.path, found.severity) == (path, Severity.WARNING)
    assert found.fix


def test_an_empty_form_and_other_files_are_left_in_peace(tmp_path):
    (tmp_path / "exempel.md").write_text(FORM, "utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', "utf-8")
    (tmp_path / "broken.json").write_bytes(b"{\xff")

    assert not [*left_answers(tmp_path)]
