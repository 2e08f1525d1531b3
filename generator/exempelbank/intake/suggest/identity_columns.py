"""An inspection -> the columns that hold the number of a response and its times, as mapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exempelbank.i18n import _
from exempelbank.intake.form.dialect import Dialect
from exempelbank.intake.suggest.export_column import ExportColumn, is_mail
from exempelbank.intake.suggest.inspection import Inspection
from exempelbank.intake.suggest.time_drafts import draft_time, is_time, remarks_on

_ID = re.compile(
    r"(?:id|nr|respondent|respondentid|svarsid|nummer|löpnr|löpnummer|svarsnummer|ärendenummer"
    r"|diarienummer)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:inkom|svarstid|tidsstämpel|tidstämpel|slutförd|inskickat|skickat|skickad|besvarat|datum|tid"
    r"|tidpunkt|submitted|date|timestamp)\b",
    re.IGNORECASE,
)


@dataclass
class IdentityDraft:
    mapping: dict[str, dict[str, object]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)  # whole sentences to whoever reads the draft

    @property
    def headers(self) -> set[str]:
        return {str(part["column"]) for part in self.mapping.values()}


def draft_identity(inspection: Inspection, dialect: Dialect) -> IdentityDraft:
    draft = IdentityDraft()
    for key, name, column in _found(inspection, dialect):
        draft.mapping[key] = {"column": name}
        if key != "id":
            time = draft_time(column, dialect)
            if time.formats:
                one = time.formats[0] if len(time.formats) == 1 else [*time.formats]
                draft.mapping[key]["format"] = one
            draft.remarks += remarks_on(key, time)
    if inspection.dialect == "generic":
        if "id" not in draft.mapping:
            draft.remarks.append(
                _("id: is missing. Which column holds the number of the response?")
            )
        if "submitted_at" not in draft.mapping:
            draft.remarks.append(_("submitted_at: is missing. Which column holds the time?"))
    return draft


def _found(inspection: Inspection, dialect: Dialect) -> Iterator[tuple[str, str, ExportColumn]]:
    """(the mapping's key, what it calls the column, the column)."""
    if inspection.dialect == "generic":
        tests = (("id", _ID, _holds_ids), ("submitted_at", _TIME, is_time))
        for key, words, fits in tests:
            for header, column in inspection.columns.items():
                if words.match(header) and fits(column):
                    yield key, header, column
                    break
        return
    for key in ("id", "submitted_at", "modified_at"):
        for name in getattr(dialect, key):
            if found := inspection.export.header_for(name):
                yield key, name, inspection.columns[found]
                break


def _holds_ids(column: ExportColumn) -> bool:
    """No names and no mail addresses: an id is part of a key, which is shown. One row may be of
    sums.
    """
    others = [a for a in column.answers if is_mail(a) or not any(map(str.isdigit, a))]
    return len(others) <= (len(column.answers) > 2)
