"""Builds of a project, in this process."""

from __future__ import annotations

from pathlib import Path

from exempelbank.building.build import Build
from exempelbank.building.result import BuildResult
from exempelbank.plugin.commands import build_with_mkdocs
from exempelbank.workers import Workers


def built(project: Path, folder: Path, workers: Workers | None = None) -> BuildResult:
    """As `exempelbank build` does it when something has changed."""
    build = Build(project, workers or Workers())
    build_with_mkdocs(build, folder, strict=False)
    assert build.result
    return build.result
