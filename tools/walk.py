"""The walk of one example, by the commands a person would use: `make site`.

In a scratch copy of the project: imports the exports of two different form tools, takes one
response through review to publication, and builds. Then builds the sample site into site/.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parent.parent
SCRATCH = PROJECT / ".cache" / "walk"
EXPORTS = Path("tests") / "fixtures" / "exports"
COPIED = ("content", "site_config", "submissions", "mkdocs.yml")


def exempelbank(*arguments: str, project: Path = SCRATCH, quiet: bool = False) -> str:
    """Runs one command, shows it, and gives back what it printed."""
    shown = " ".join(f"'{word}'" if " " in word else word for word in arguments)
    if not quiet:
        print(f"\n$ exempelbank {shown}", flush=True)
    command = [sys.executable, "-m", "exempelbank", "--project", str(project), *arguments]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if not quiet:
        print(done.stdout.rstrip(), flush=True)
    if done.returncode:
        sys.exit(f"exempelbank {shown}: exit {done.returncode}")
    return done.stdout


def scratch_copy() -> None:
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, SCRATCH / name)
        else:
            shutil.copy(source, SCRATCH / name)


def imported(export: str, form: str) -> Iterator[dict[str, Any]]:
    read = ("import", str(EXPORTS / export), "--form", form)
    plan = exempelbank(*read, "--dry-run", "--format", "json", quiet=True)
    exempelbank(*read)
    yield from (
        response for response in json.loads(plan)["responses"] if response["change"] == "new"
    )


def main() -> None:
    scratch_copy()
    responses = [
        *imported("ms_forms.xlsx", "ms-forms"),
        *imported("google_forms.csv", "google-forms"),
    ]
    whole = next(each for each in responses if each["fields"]["title"].startswith("Bildkort"))
    example = Path(whole["file"]).stem
    items = yaml.safe_load((SCRATCH / "site_config" / "checklist.yml").read_text("utf-8"))
    ticked = [f"{item['id']}=yes" for item in items["checklist"]]
    exempelbank("handle", example, "--by", "bo-lind", "--not-involved")
    exempelbank("checklist", example, *ticked, "--by", "bo-lind")
    exempelbank("approve", example, "--by", "anna-ek", "--not-involved")
    exempelbank("check")
    exempelbank("build")
    pages = (SCRATCH / "site" / "larande-exempel").glob("*/index.html")
    page = next(path for path in pages if example in path.read_text("utf-8"))
    exempelbank("build", project=PROJECT)
    print(f"\nThe response that was approved: {page.relative_to(PROJECT)}")
    print("The sample site:                site/index.html   (make serve shows it)")


if __name__ == "__main__":
    main()
