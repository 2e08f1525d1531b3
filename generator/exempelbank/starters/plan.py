"""A NewProject -> its files, by path. Touches no disk but for our own templates."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable

from exempelbank.documents import document_from
from exempelbank.guides import project_guides
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.records import record_from
from exempelbank.starters.new_project import NewProject

FILES = files("exempelbank.starters") / "files"
BUILD_REQUIREMENTS, REQUIREMENTS = "requirements-build.txt", "requirements.txt"
WHEELS = "wheels"
EXAMPLES = PublishedExample.folder + "/"
_PLACEHOLDER = re.compile(r"<<([A-Za-z_]+)([+-][0-9]+)?>>")
_HIDDEN = (
    "dot_"  # begins the names that begin with a full stop in the project: wheels leave those out
)


def plan_project(project: NewProject) -> dict[str, bytes]:
    """By path from the project's folder, in order."""
    templates: dict[str, bytes] = {}
    for part in (
        f"common/{project.language}",
        f"{project.starter.name}/{project.language}",
        f"forges/{project.forge}",
    ):
        templates |= _files_in(FILES / part)
    made = {path: _filled(raw.decode(), project).encode() for path, raw in templates.items()}
    made |= {path: _approved(path, raw) for path, raw in made.items() if path.startswith(EXAMPLES)}
    made["site_config/organisation.yml"] += _own_settings(project).encode()
    made["site_config/reviewers.yml"] += _reviewers(project).encode()
    made |= _locked(project)
    guides = project_guides(project.id_prefix, project.program.version)
    made |= {f"docs/{name}": raw for name, raw in guides.items()}
    return dict(sorted(made.items()))


def _files_in(folder: Traversable, path: str = "") -> dict[str, bytes]:
    """None if there is no such folder."""
    found: dict[str, bytes] = {}
    for one in folder.iterdir() if folder.is_dir() else ():
        name = one.name.replace(_HIDDEN, ".", 1) if one.name.startswith(_HIDDEN) else one.name
        if one.is_dir():
            found |= _files_in(one, f"{path}{name}/")
        else:
            found[f"{path}{name}"] = one.read_bytes()
    return found


def _filled(text: str, project: NewProject) -> str:
    """With what the project is called where the template has <<name>>, and a day of it, so many
    days from today, where it has <<day+14>>.
    """
    words = {
        "name": project.name,
        "short_name": project.short_name,
        "site_name": project.site_name,
        "url": project.url,
        "host": project.url.split("://", 1)[1].rstrip("/"),
        "email": project.email,
        "id_prefix": project.id_prefix,
        "reviewer": project.reviewer_ids[0],
        "second_reviewer": project.reviewer_ids[1],
        "year": str(project.today.year),
        "next_year": str(project.today.year + 1),
        "version": project.program.version,
        **project.starter.words[project.language],
    }
    words |= {name.capitalize(): word[:1].upper() + word[1:] for name, word in words.items()}

    def word(match: re.Match[str]) -> str:
        if match[1] == "day":
            return (project.today + timedelta(days=int(match[2] or 0))).isoformat()
        return words[match[1]]

    return _PLACEHOLDER.sub(word, text)


def _approved(path: str, raw: bytes) -> bytes:
    """An invented example, bound to its text as an approval binds it."""
    document, problems = document_from(path, raw.decode()), Problems()
    if not (example := record_from(document, PublishedExample, problems)):
        raise ValueError("\n".join(map(str, problems)))  # a starter of ours is broken
    return document.with_value(("review", "content_hash"), example.content_hash()).text.encode()


def _own_settings(project: NewProject) -> str:
    values = {
        "name": project.name,
        "short_name": project.short_name,
        "site_name": project.site_name,
        "url": project.url,
        "language": project.language,
        "id_prefix": project.id_prefix,
        "email": project.email,
    }
    return "".join(f"{key}: {_quoted(value)}\n" for key, value in values.items())


def _reviewers(project: NewProject) -> str:
    lines = ["reviewers:"]
    for number, (id, name) in enumerate(zip(project.reviewer_ids, project.reviewers, strict=True)):
        lines += [f"  - id: {_quoted(id)}", f"    name: {_quoted(name)}"]
        lines += ["    leader: yes"] if number == 0 else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """As YAML has it within quotation marks, which is as JSON has it."""
    return json.dumps(text, ensure_ascii=False)


def _locked(project: NewProject) -> Mapping[str, bytes]:
    """What is installed, each with its hash. pip and uv look for wheels beside the file."""
    program = project.program
    lines = [f"--find-links {WHEELS}\n"] if program.wheel else []
    hashes = "".join(f" \\\n    --hash=sha256:{one}" for one in program.sha256)
    lines.append(f"exempelbank=={program.version}{hashes}\n")
    locked = {
        BUILD_REQUIREMENTS: (FILES / "locked" / "build.txt").read_bytes(),
        REQUIREMENTS: "".join(lines).encode() + (FILES / "locked" / "run.txt").read_bytes(),
    }
    if program.wheel:
        locked[f"{WHEELS}/{program.wheel_name}"] = program.wheel
    return locked
