"""The project's folder: its settings, what `check` says of them, and what to change before the site
goes live.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exempelbank.doctor.diagnosis import Diagnosis, Standing, diagnosis_of
from exempelbank.files.paths import CONFIG, FORMS, MKDOCS_FILE
from exempelbank.i18n import _, ngettext
from exempelbank.problems import Problem, Problems
from exempelbank.review.project_checks.going_live import before_the_site_goes_live
from exempelbank.settings import Settings

CheckProject = Callable[[Path, Problems], None]  # everything that is wrong in a project


def diagnoses_of_project(
    root: Path, settings: Settings | None, check: CheckProject
) -> Iterator[Diagnosis]:
    """`settings`: None when they can't be read, which `check` tells too."""
    if not (root / CONFIG).is_dir():
        yield Diagnosis(
            CONFIG,
            _("is not here, so this is no project"),
            _(
                "Stand in the project's folder, or name it: exempelbank --project FOLDER doctor. "
                "A new project: exempelbank new FOLDER"
            ),
            Standing.MEND,
        )
        return
    problems = Problems()
    check(root, problems)
    before_live = [*before_the_site_goes_live(root, settings)] if settings else []
    rest = [one for one in problems.by_place() if one not in before_live]
    yield from (diagnosis_of(one) for one in rest if _is_of_settings(one))
    yield _content(Problems([one for one in rest if not _is_of_settings(one)]))
    if settings:
        yield from _in_use(root, settings)
    yield from (diagnosis_of(one, Standing.BEFORE_LIVE) for one in before_live)


def _is_of_settings(problem: Problem) -> bool:
    path = problem.location.path
    return path in (MKDOCS_FILE, CONFIG) or path.startswith(f"{CONFIG}/")


def _content(problems: Problems) -> Diagnosis:
    """How much is wrong with it: what, only `check` tells."""
    about = _("Content")
    if not (problems.errors or problems.warnings):
        return Diagnosis(about, _("everything is in order"))
    fix = _("exempelbank check says which.")
    standing = Standing.MEND if problems.errors else Standing.LOOK_OVER
    return Diagnosis(about, problems.summary(), fix, standing)


def _in_use(root: Path, settings: Settings) -> Iterator[Diagnosis]:
    """What the settings come to, for whoever wonders whether they are read."""
    organisation = settings.organisation
    yield Diagnosis(
        _("Settings"), f"{organisation.site_name}, {organisation.url}, {organisation.timezone}"
    )
    active = sum(reviewer.active for reviewer in settings.reviewers.values())
    says = ngettext("{n} is active", "{n} are active", active)
    yield Diagnosis(_("Reviewers"), says.format(n=active))
    forms = len([*(root / FORMS).glob("*.yml")])
    says = ngettext("{n} form is read by a mapping", "{n} forms are read by a mapping", forms)
    yield Diagnosis(_("Forms"), says.format(n=forms))
