"""Builds of a project, in this process."""

from __future__ import annotations

from pathlib import Path

from generator.building.build import Outcome, opened_build
from generator.plugin import build_with_mkdocs


def built(project: Path, folder: Path, store: str = ".exempelbank/store.sqlite") -> Outcome:
    """As `exempelbank build` does it."""
    with opened_build(project, store) as build:
        outcome = build.as_before(folder) or build.with_kept_frame(folder)
        if outcome is None:
            build_with_mkdocs(build, folder, strict=False)
            outcome = build.outcome
        assert outcome
        return outcome


def built_anew(project: Path, folder: Path) -> Outcome:
    """Without anything from an earlier build."""
    (project / ".exempelbank/anew.sqlite").unlink(missing_ok=True)
    return built(project, folder, ".exempelbank/anew.sqlite")
