"""The files of a project -> a folder, whole or not at all, with a first commit where git is."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exempelbank.exceptions import CommandStopped
from exempelbank.files.disk import new_folder, writing
from exempelbank.files.paths import SCHEMAS
from exempelbank.i18n import _
from exempelbank.intake.form.json_schema import mapping_schema_files
from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from exempelbank.settings.json_schema import schema_files, settings_schema_files
from exempelbank.starters.new_project import NewProject


@dataclass(frozen=True)
class Created:
    folder: Path
    committed: bool


def create(
    folder: Path, planned: Mapping[str, bytes], project: NewProject, with_git: bool
) -> Created:
    """Raises CommandStopped when the folder holds something, and UnwritableFile."""
    refuse_what_holds_something(folder)
    with new_folder(folder) as made:
        with writing(folder):
            _write(made, planned)
            _write(made, _schemas(made))
        committed = with_git and _commit(made, project)
    return Created(folder, committed)


def refuse_what_holds_something(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CommandStopped(_("{path} is there already. Choose another name.").format(path=folder))
    if folder.is_dir() and (name := next((one.name for one in folder.iterdir()), "")):
        says = _("{path} holds {name}, and nothing is written over. Choose a new or empty folder.")
        raise CommandStopped(says.format(path=folder, name=name))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, raw in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
        if path.endswith(".sh"):
            (folder / path).chmod(0o755)


def _schemas(root: Path) -> Mapping[str, bytes]:
    """What editors know of each file, with the terms of these vocabularies."""
    problems = Problems()
    settings = load_settings(root, problems)
    if settings is None:
        raise RuntimeError("\n".join(map(str, problems)))  # a starter of ours is broken
    schemas = {**schema_files(settings), **settings_schema_files(), **mapping_schema_files()}
    return {f"{SCHEMAS}/{name}": text.encode() for name, text in schemas.items()}


def _commit(folder: Path, project: NewProject) -> bool:
    """Whether git is there and took it. By whoever git knows, or else by the organisation."""
    if shutil.which("git") is None:
        return False
    # A repository around us, or what a hook has set, is not the one meant.
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}

    def git(*arguments: str) -> bool:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, capture_output=True, check=False
        )
        return done.returncode == 0

    known = git("config", "user.name") and git("config", "user.email")
    host = project.url.split("/")[2].split(":")[0]
    by = [] if known else [f"user.name={project.short_name}", f"user.email=noreply@{host}"]
    settings = [
        word for one in (*by, "core.hooksPath=", "commit.gpgSign=false") for word in ("-c", one)
    ]
    message = _("Begin {site}").format(site=project.site_name)
    done = (
        git("init", "--quiet", "--initial-branch=main")
        and git("add", "--all")
        and git(*settings, "commit", "--quiet", "--message", message)
    )
    if not done:
        shutil.rmtree(folder / ".git", ignore_errors=True)
    return done
