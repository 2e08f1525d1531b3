"""All that is looked at, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from exempelbank.doctor.computer import Computer, diagnoses_of_computer
from exempelbank.doctor.diagnosis import Diagnosis
from exempelbank.doctor.folders import diagnoses_of_folders
from exempelbank.doctor.forge_state import diagnoses_of_forge
from exempelbank.doctor.git_state import GitState, diagnoses_of_git
from exempelbank.doctor.project import CheckProject, diagnoses_of_project
from exempelbank.forge.protocol import Forge
from exempelbank.problems import Problems
from exempelbank.settings import load_settings


@dataclass(frozen=True)
class Situation:
    """What is known before anything of the project is read, and who may be asked."""

    computer: Computer
    git: GitState
    cache: Path  # the project's own
    check: CheckProject
    connect: Callable[[], Forge] | None = None  # None: nobody is asked over the net


def examine(root: Path, situation: Situation) -> Iterator[Diagnosis]:
    settings = load_settings(root, Problems())  # and their language is spoken from here on
    yield from diagnoses_of_computer(situation.computer, root)
    yield from diagnoses_of_folders(root, situation.cache)
    yield from diagnoses_of_git(situation.git, root)
    yield from diagnoses_of_project(root, settings, situation.check)
    yield from diagnoses_of_forge(root, settings, situation.connect)
