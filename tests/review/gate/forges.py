"""What the workflows run, on its own: their steps, with made-up programs around."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.builders import PROJECT

WORKFLOWS = PROJECT / ".github" / "workflows"

needs_a_shell = pytest.mark.skipif(
    os.name == "nt" or not all(map(shutil.which, ("bash", "curl", "jq"))),
    reason="bash, curl and jq are not all installed",
)


def step_in(job: str, **marks: str) -> str:
    """The shell of the step of review.yml that has these marks, such as its id."""
    workflow = yaml.load((WORKFLOWS / "review.yml").read_text("utf-8"), yaml.BaseLoader)
    (found,) = [
        step["run"]
        for step in workflow["jobs"][job]["steps"]
        if marks.items() <= step.items() and "run" in step
    ]
    return str(found)


def programs(folder: Path, **texts: str) -> Path:
    """A folder of shell scripts that stand for programs of these names."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        program.chmod(0o755)
    return folder


def run_shell(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """As GitHub does."""
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=os.environ | {"GITHUB_OUTPUT": str(folder / "output")} | env,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
