"""The walk of an export: file -> rows -> responses -> plan -> submissions/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.intake.export.reader import read_export
from exempelbank.intake.form.dialects import OWN
from exempelbank.intake.form.mapping import load_mapping
from exempelbank.intake.form.own_form import own_mapping
from exempelbank.intake.form.resolved import resolve_mapping
from exempelbank.intake.identity.response_key import local_secret
from exempelbank.intake.known_records import KnownRecords, load_known_records
from exempelbank.intake.own_answers import read_own_answers
from exempelbank.intake.parsing.doubtful_times import mixes_orders
from exempelbank.intake.parsing.mapped_export import MappedExport, map_export
from exempelbank.intake.parsing.row_metadata import MetadataReader
from exempelbank.intake.parsing.row_parser import RowParser
from exempelbank.intake.plan import ImportAction, ImportPlan, plan_import
from exempelbank.intake.plan_images import plan_images
from exempelbank.intake.response import Response, response_from
from exempelbank.intake.write import submission_files
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.review import IMPORT
from exempelbank.problems import Location, Problems
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction, carry_out, digest_of


def import_export(
    file: Path,
    form: str | ResponseKind,
    root: Path,
    settings: Settings,
    *,
    now: datetime,
    problems: Problems,
    choices: ImportChoices | None = None,
    dry_run: bool = False,
) -> ImportPlan | None:
    """What was done, or with `dry_run` would be. None, and problems, when the file is refused: then
    nothing is written. `form`: the name of a mapping; or which of the answers to our own form.
    """
    known = load_known_records(root, problems)
    planned = plan_export(
        file,
        form,
        root,
        settings,
        known,
        lambda path: (root / path).exists(),
        now=now,
        problems=problems,
        choices=choices,
        keep_secret=not dry_run,
    )
    if planned is None:
        return None
    if not dry_run:
        files = planned.files(now)
        digests = {path: digest_of(root / path) for path in planned.images}
        carry_out(Transaction(files, read={**known.digests, **digests}), root)
    return planned.plan


def forms_in(file: Path, form: str, problems: Problems) -> list[str | ResponseKind]:
    """By what `file` is read: the mapping `form`, or else each of our own forms that it answers."""
    place = Location(file.name)
    if form and not file.is_dir():
        return [form]
    if form:
        problems.error(
            place,
            _("is a folder, and is read without --form: answers that our own form has saved"),
            _("Name the file that --form is for."),
        )
        return []
    found = read_own_answers(file, problems)
    if not found and not problems.errors:
        problems.error(place, _("holds no answers to our own form"))
    return [*found]


def keys_of(form: str | ResponseKind, keys: Iterable[str]) -> list[str]:
    """Without those that belong to another of our own forms."""
    others = [f"{OWN}:{other}:" for other in ResponseKind if other != form]
    is_own = isinstance(form, ResponseKind)
    return [key for key in keys if not (is_own and key.startswith(tuple(others)))]


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a person says of an import."""

    releases: Mapping[str, str] = field(default_factory=dict)  # key -> why a hold is let go
    released_by: str = IMPORT
    attachments: Path | None = None  # a folder with pictures that were sent in
    only: str = ""  # the id of the one to read in; empty: all


@dataclass(frozen=True, slots=True)
class PlannedExport:
    plan: ImportPlan
    images: Mapping[str, bytes]  # by path

    def files(self, now: datetime) -> dict[str, str | bytes]:
        """Path -> what is to stand there."""
        return {**self.images, **submission_files(self.plan, now)}


def plan_export(
    file: Path,
    form: str | ResponseKind,
    root: Path,
    settings: Settings,
    known: KnownRecords,
    has_file: Callable[[str], bool],
    *,
    now: datetime,
    problems: Problems,
    choices: ImportChoices | None = None,
    keep_secret: bool = True,
) -> PlannedExport | None:
    """Nothing is written but this computer's secret, if it has none. None, and problems, when the
    file is refused. `known`, `has_file`: what stands in the project, wherever that is; the mapping
    is read below `root`.
    """
    choices = choices or ImportChoices()
    attachments, releases = choices.attachments, choices.releases
    if attachments and not attachments.is_dir():
        problems.error(Location(attachments.name), _("there is no such folder"))
    if isinstance(form, ResponseKind):
        mapped = _own_export(file, form, settings, problems)
    else:
        mapped = _mapped_export(file, form, root, settings, problems)
    if mapped is None or problems.errors:
        return None
    secret = local_secret(root, keep=keep_secret)
    mapping = mapped.mapping
    mixed = mixes_orders(mapped.rows(), mapping.submitted_at)
    day = settings.organisation.as_of
    clock = None if day else now
    parser = RowParser(mapping, settings, MetadataReader(mapping, clock, mixed))
    plan = plan_import(
        [
            replace(
                response_from(
                    parser.parse(row), mapping.dialect, mapping.form, secret, mapping.record
                ),
                file=row.file,
            )
            for row in mapped.rows()
        ],
        known,
        dialect=mapping.dialect,
        form=mapping.form,
        prefix=settings.organisation.id_prefix,
        now=now,
        releases=releases,
        released_by=choices.released_by,
        record=mapping.record,
    )
    if day and any(_was_sent_after(step.response, now) for step in plan.planned):
        problems.warning(
            Location(f"{CONFIG}/organisation.yml"),
            _("the day is set to {day} (as_of), and responses were sent later").format(day=day),
            _("Take as_of away on a site that is in use."),
        )
    keys = {step.response.key for step in plan.planned}
    if choices.only:
        plan = replace(plan, planned=tuple(s for s in plan.planned if s.id == choices.only))
        if not plan.planned:
            problems.error(
                Location(file.name),
                _("no response becomes {id}").format(id=choices.only),
                _("Without --only all are shown: exempelbank import … --dry-run"),
            )
    for key in releases:
        if key not in keys:
            problems.error(
                Location(file.name),
                _("no response has the key {key}").format(key=key),
                _("Copy the key from the plan."),
            )
    for step in plan.planned:
        if step.response.key in releases and step.action is ImportAction.HELD:
            problems.error(
                Location(file.name, step.response.row),
                _("{key} can't be let through: {why}").format(
                    key=step.response.key, why="; ".join(step.reasons)
                ),
                _(
                    "Have the answer mended in the form tool, and export once more. "
                    "Without this --release the others are read."
                ),
            )
    if problems.errors:
        return None
    return PlannedExport(*plan_images(plan, attachments, has_file, file.name, problems))


def _was_sent_after(response: Response, now: datetime) -> bool:
    return response.submitted_at is not None and response.submitted_at > now


def _own_export(
    file: Path, kind: ResponseKind, settings: Settings, problems: Problems
) -> MappedExport | None:
    """Of a folder, what can be read: whoever has chosen `kind` has told of the rest."""
    export = read_own_answers(file, Problems())[kind]
    mapping = own_mapping(kind, export, settings, problems)
    return map_export(export, resolve_mapping(mapping, settings.zone), problems)


def _mapped_export(
    file: Path, form: str, root: Path, settings: Settings, problems: Problems
) -> MappedExport | None:
    form_mapping = load_mapping(root, form, problems, settings)
    if form_mapping is None:
        return None
    mapping = resolve_mapping(form_mapping, settings.zone, form)
    try:
        export = read_export(file, mapping.options, mapping.is_heading, mapping.short_names)
    except UnreadableFile as why:
        problems.error(Location(file.name, why.line), why.says, why.fix)
        return None
    for note in export.notes:
        problems.warning(Location(file.name), note)
    return map_export(export, mapping, problems)
