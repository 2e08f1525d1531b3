"""A mapping may say our fields and words by what people call them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exempelbank.intake.form.mapping import FormMapping, load_mapping
from exempelbank.problems import Problems
from tests.builders import sample_settings
from tests.intake.builders import a_mapping, a_project

SETTINGS = sample_settings()


def loaded(root: Path, problems: Problems, **options: Any) -> FormMapping | None:
    fields = {"Målgrupp": {"column": "Vilka?", "options": "Vilka"}}
    a_project(root, a_mapping(fields, options={"Vilka": options}))
    return load_mapping(root, "prov", problems, SETTINGS)


def test_labels_stand_for_the_fields_and_words_they_name(tmp_path: Path) -> None:
    problems = Problems()
    mapping = loaded(tmp_path, problems, a="Autism", b="Autism, adhd", c=["autism"], d="null")

    assert mapping
    assert "target_groups" in mapping.fields
    assert mapping.known_answers["Vilka"] == {
        "a": ("autism",),
        "b": ("autism", "adhd-npf"),
        "c": ("autism",),
        "d": None,
    }
    assert not problems.found


def test_a_word_that_is_none_of_ours_is_told_with_those_that_are(tmp_path: Path) -> None:
    problems = Problems()
    loaded(tmp_path, problems, a="Autsm")

    (problem,) = problems
    assert "”Personer med autism”" in problem.fix
