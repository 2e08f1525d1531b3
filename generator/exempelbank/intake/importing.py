"""The walk of an export: file -> rows -> responses -> plan -> submissions/."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.reader import read_export
from exempelbank.intake.form.mapping import load_mapping
from exempelbank.intake.form.resolved import resolve_mapping
from exempelbank.intake.identity.response_key import local_secret
from exempelbank.intake.known_records import load_known_records
from exempelbank.intake.parsing.doubtful_times import mixes_orders
from exempelbank.intake.parsing.mapped_export import MappedExport, map_export
from exempelbank.intake.parsing.row_metadata import MetadataReader
from exempelbank.intake.parsing.row_parser import RowParser
from exempelbank.intake.plan import ImportPlan, plan_import
from exempelbank.intake.plan_images import plan_images
from exempelbank.intake.response import response_from
from exempelbank.intake.write import submission_files
from exempelbank.model.review import IMPORT
from exempelbank.problems import Location, Problems
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction, carry_out, digest_of


def import_export(
    file: Path,
    form: str,
    root: Path,
    settings: Settings,
    *,
    now: datetime,
    problems: Problems,
    releases: Mapping[str, str] | None = None,
    released_by: str = IMPORT,
    attachments: Path | None = None,
    dry_run: bool = False,
) -> ImportPlan | None:
    """What was done, or with `dry_run` would be. None, and problems, when the file is refused: then
    nothing is written. `attachments`: a folder with pictures that were sent in.
    """
    if attachments and not attachments.is_dir():
        problems.error(Location(attachments.name), _("there is no such folder"))
    mapped = _mapped_export(file, form, root, settings, problems)
    known = load_known_records(root, problems)
    if mapped is None or problems.errors:
        return None
    secret = local_secret(root, keep=not dry_run)
    mapping = mapped.mapping
    mixed = mixes_orders(mapped.rows(), mapping.submitted_at)
    parser = RowParser(mapping, settings, MetadataReader(mapping, now, mixed))
    plan = plan_import(
        [
            response_from(parser.parse(row), mapping.dialect, mapping.form, secret, mapping.record)
            for row in mapped.rows()
        ],
        known,
        dialect=mapping.dialect,
        form=mapping.form,
        prefix=settings.organisation.id_prefix,
        now=now,
        releases=releases,
        released_by=released_by,
        record=mapping.record,
    )
    keys = {step.response.key for step in plan.planned}
    for key in releases or ():
        if key not in keys:
            problems.error(
                Location(file.name),
                _("no response has the key {key}").format(key=key),
                _("Copy the key from the plan."),
            )
    if problems.errors:
        return None
    plan, images = plan_images(plan, root, attachments, file.name, problems)
    if not dry_run:
        files: dict[str, str | bytes] = {**images, **submission_files(plan, now)}
        digests = {path: digest_of(root / path) for path in images}
        carry_out(Transaction(files, read={**known.digests, **digests}), root)
    return plan


def _mapped_export(
    file: Path, form: str, root: Path, settings: Settings, problems: Problems
) -> MappedExport | None:
    form_mapping = load_mapping(root, form, problems, settings)
    if form_mapping is None:
        return None
    mapping = resolve_mapping(form_mapping, settings.zone)
    try:
        export = read_export(file, mapping.options, mapping.is_heading, mapping.short_names)
    except UnreadableFile as why:
        problems.error(Location(file.name, why.line), why.says, why.fix)
        return None
    for note in export.notes:
        problems.warning(Location(file.name), note)
    return map_export(export, mapping, problems)
