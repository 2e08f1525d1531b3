"""Builds of a project, in this process."""

from __future__ import annotations

from pathlib import Path

from generator.building.store import store_of

from generator.building.build import Outcome, opened_build
from generator.plugin.commands import build_with_mkdocs


def built(project: Path, folder: Path, store: Path | None = None) -> Outcome:
    """As `exempelbank build` does it."""
    with opened_build(project, store or store_of(project)) as build:
        if not build.without_engine(folder):
            build_with_mkdocs(build, folder, strict=False)
        assert build.outcome
        return build.outcome


def built_anew(project: Path, folder: Path) -> Outcome:
    """Without anything from an earlier build."""
    store = store_of(project, "anew")
    store.unlink(missing_ok=True)
    return built(project, folder, store)
