"""A plan, and a folder of pictures -> the plan with each response's picture, and the pictures.

A picture that can't be told from others is left where it is, and a warning says how to name it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from exempelbank.documents.images import reencode
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MEDIA
from exempelbank.i18n import _
from exempelbank.intake.images import FoundImage, WantedImage, find_images
from exempelbank.intake.plan import ImportAction, ImportPlan, PlannedImport
from exempelbank.privacy.numbers import personal_numbers
from exempelbank.privacy.redaction import with_dots
from exempelbank.problems import Location, Problems


def plan_images(
    plan: ImportPlan,
    folder: Path | None,
    has_file: Callable[[str], bool],
    export: str,
    problems: Problems,
) -> tuple[ImportPlan, dict[str, bytes]]:
    """By path, the pictures to write. `has_file`: does one stand there in the project already?
    `export`: the name of its file.
    """
    images: dict[str, bytes] = {}
    wanted = {
        step.response.row: WantedImage(step.id, step.response.pictures)
        for step in plan.planned
        if step.action is not ImportAction.SKIPPED
    }
    found = find_images(folder, wanted) if folder else {}
    steps = []
    for step in plan.planned:
        path = f"{MEDIA}/{step.id}.jpg"
        is_there = has_file(path)
        if folder and _may_take(step, is_there):
            reader = _ImageReader(folder, Location(export, step.response.row), problems)
            if raw := reader.read(found[step.response.row], step, is_there):
                images[path] = raw
                step = _with_new_image(step)
        if (is_there or path in images) and (step.action.writes or step.newer):
            step = replace(step, image=f"{step.id}.jpg")
        steps.append(step)
    return replace(plan, planned=tuple(steps)), images


def _may_take(step: PlannedImport, is_there: bool) -> bool:
    """One that was read in before its picture was in the folder takes it now."""
    return step.action.writes or step.newer or (step.queued is not None and not is_there)


def _with_new_image(step: PlannedImport) -> PlannedImport:
    if step.queued is None:
        return step
    return replace(
        step,
        action=ImportAction.UPDATED,
        reasons=(_("its picture was in the folder this time"),),
        revises=step.queued.revises,
        log=step.queued.log,
    )


@dataclass(frozen=True)
class _ImageReader:
    folder: Path
    place: Location  # of the response
    problems: Problems

    def read(self, image: FoundImage, step: PlannedImport, is_there: bool) -> bytes:
        """ "", and a warning, when the answer names a picture that can't be taken."""
        rename = _("Give the right picture the name {file}, and run the import again.").format(
            file=f"{step.id}.jpg"
        )
        if not image.paths:
            if image.name and not is_there:
                says = _("the picture “{name}” is not in the folder {folder}")
                self._warn(says.format(name=image.name, folder=self.folder.name), rename)
        elif len(image.paths) > 1:
            says = _("the picture “{name}” may be any of {files}")
            files = _several(map(self._name, image.paths))
            self._warn(says.format(name=image.name, files=files), rename)
        elif image.rows:
            says = _("the picture “{name}” is named in other rows too: {rows}")
            self._warn(says.format(name=image.name, rows=_several(image.rows)), rename)
        elif step.queued and not step.queued.untouched:
            says = _("the picture “{name}” is in the folder, but someone has begun to edit {path}")
            fix = _("Put the picture in {folder} as {file}, and name it under image in the file.")
            self._warn(
                says.format(name=image.name, path=step.path),
                fix.format(folder=MEDIA, file=f"{step.id}.jpg"),
            )
        else:
            try:
                return reencode(image.paths[0])
            except UnreadableFile as why:
                self._warn(f"{self._name(image.paths[0])} {why.says}", why.fix)
        return b""

    def _warn(self, says: str, fix: str) -> None:
        self.problems.warning(self.place, says, fix)

    def _name(self, path: Path) -> str:
        name = path.relative_to(self.folder).as_posix()
        for span in personal_numbers(name):
            name = with_dots(name, *span)
        return name


def _several(things: Iterable[object]) -> str:
    return ", ".join(map(str, things))
