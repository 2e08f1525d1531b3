"""What the workflows run, on its own: their jq programs, and steps with made-up programs around."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import PROJECT

WORKFLOWS = PROJECT / ".github" / "workflows"

needs_jq = pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
needs_a_shell = pytest.mark.skipif(
    os.name == "nt" or not all(map(shutil.which, ("bash", "curl", "jq"))),
    reason="bash, curl and jq are not all installed",
)


def filter_in(path: Path) -> tuple[str, tuple[str, ...]]:
    """The program that makes facts of a forge's answers, and the names of what it is handed."""
    text = path.read_text("utf-8")
    call, program = re.findall(r"jq ((?:--slurpfile \w+ \w+\.json )+)'([^']*)' \w+\.json", text)[0]
    return program, tuple(re.findall(r"--slurpfile (\w+)", call))


def facts_of(path: Path, folder: Path, pull: Any, **answers: Any) -> dict[str, Any]:
    """Raises CalledProcessError when the program refuses the answers."""
    program, names = filter_in(path)
    (folder / "pull.json").write_text(json.dumps(pull), "utf-8")
    words = []
    for name in names:
        (folder / f"{name}.json").write_text(json.dumps(answers[name]), "utf-8")
        words += ["--slurpfile", name, f"{name}.json"]
    done = subprocess.run(
        ["jq", *words, program, "pull.json"],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


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
