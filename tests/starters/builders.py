"""A new project, of which a test says only what matters to it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

from exempelbank.problems import Problems
from exempelbank.starters import NewProject, Program, new_project_from

TODAY = date(2026, 3, 16)
WHEEL_NAME = "exempelbank-1.2.3-py3-none-any.whl"
ANSWERS = {
    "from": "lansnatverk",
    "name": "Lärnätverket i Norrlandet",
    "short_name": "Lärnätverket",
    "url": "https://bank.larnatverket.se",
    "email": "bank@larnatverket.se",
    "reviewer": "Åsa Ek",
    "second_reviewer": "Bo Lind",
}


def a_wheel() -> bytes:
    """Whole as a file, with nothing in it that anyone installs here."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(zipfile.ZipInfo("exempelbank/__init__.py"), "")
    return raw.getvalue()


def a_wheel_in(folder: Path) -> Path:
    path = folder / WHEEL_NAME
    path.write_bytes(a_wheel())
    return path


def a_program() -> Program:
    wheel = a_wheel()
    return Program("1.2.3", (sha256(wheel).hexdigest(),), WHEEL_NAME, wheel)


def new_project(**given: str) -> NewProject:
    problems = Problems()
    project = new_project_from({**ANSWERS, **given}, a_program(), (), TODAY, problems)
    assert project, [*problems]
    return project


def problems_with(*left_out: str, **given: str) -> list[str]:
    """“--url: says”, of answers that are sound but for these."""
    problems = Problems()
    answers = {name: text for name, text in ANSWERS.items() if name not in left_out}
    new_project_from({**answers, **given}, a_program(), (), TODAY, problems)
    return [f"{problem.location}: {problem.says}" for problem in problems]
