"""The forge where the project lies, for those who review in pull requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exempelbank.doctor.diagnosis import Diagnosis, Standing, diagnosis_of
from exempelbank.exceptions import ForgeError
from exempelbank.files.paths import CONFIG, FORGE
from exempelbank.forge.address import TOKEN
from exempelbank.forge.protocol import Forge
from exempelbank.forge.safeguards import problem_of, safeguards_of
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.settings import Settings
from exempelbank.settings.forge_file import load_forge_file


def diagnoses_of_forge(
    root: Path, settings: Settings | None, connect: Callable[[], Forge] | None
) -> Iterator[Diagnosis]:
    """`connect`: to ask it, and None to ask nobody. What is wrong in forge.yml, `check` tells."""
    known = load_forge_file(root, Problems())
    if known and settings:
        yield from _without_account(settings, known.kind)
    if connect:
        yield from _asked(connect)
    elif known:
        yield Diagnosis(
            FORGE,
            known.repository,
            _(
                "exempelbank doctor --forge asks it whether the project is guarded, with a token "
                "in the environment variable {name}."
            ).format(name=TOKEN),
        )
    elif not (root / FORGE).exists():
        yield Diagnosis(FORGE, _("is not there; only those who review in pull requests need it"))


def _without_account(settings: Settings, kind: str) -> Iterator[Diagnosis]:
    for reviewer in settings.reviewers.values():
        if reviewer.active and kind not in reviewer.accounts and not reviewer.keys:
            yield Diagnosis(
                f"{CONFIG}/reviewers.yml",
                _("{reviewer} has no account on {forge} and no key, so no approval there counts"
                ).format(reviewer=reviewer.id, forge=kind),
                _("Write it below accounts: in the file."),
                Standing.LOOK_OVER,
            )  # fmt: skip


def _asked(connect: Callable[[], Forge]) -> Iterator[Diagnosis]:
    try:
        forge = connect()
        for safeguard in safeguards_of(forge):
            problem = problem_of(safeguard, forge.kind, forge.where)
            yield diagnosis_of(problem) if problem else Diagnosis(forge.where, safeguard.right)
    except ForgeError as why:
        yield diagnosis_of(why.problem)
