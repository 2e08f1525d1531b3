"""A row of an export -> when it was sent, which response it is, and whether it is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from exempelbank.i18n import _
from exempelbank.intake.form.resolved import ResolvedMapping, TimeSource
from exempelbank.intake.parsing.doubtful_times import in_both_orders, unread_time
from exempelbank.intake.parsing.excel import holds_shortened_number
from exempelbank.intake.parsing.mapped_export import MappedRow, quoted
from exempelbank.intake.parsing.parsed_row import AnswersSoFar
from exempelbank.intake.parsing.time_formats import days_of
from exempelbank.intake.parsing.times import time_from


@dataclass(frozen=True)
class MetadataReader:
    """What is wrong holds the answers."""

    mapping: ResolvedMapping
    now: datetime | None  # a time later than this is warned of; None: on a site with a fixed day
    # Some time in the file has day and month the other way round than the mapping says.
    mixes_orders: bool = False

    def submitted_at(self, row: MappedRow, answers: AnswersSoFar) -> datetime | None:
        return self._read_time(row, self.mapping.submitted_at, _("the time of sending"), answers)

    def modified_at(self, row: MappedRow, answers: AnswersSoFar) -> datetime | None:
        return self._read_time(row, self.mapping.modified_at, _("the time of change"), answers)

    def _read_time(
        self, row: MappedRow, source: TimeSource, time: str, answers: AnswersSoFar
    ) -> datetime | None:
        """`time`: what it is called."""
        if error := row.error_of(source.columns):
            answers.hold(lost_answer(time, error))
            return None
        text = row.text_of(source.columns)
        if text.strip() in ("", source.no_time):
            return None
        read = time_from(text, source.formats, source.zone, row.from_1904)
        if read is None:
            answers.hold(unread_time(time, text, source))
            return None
        if self.mixes_orders and len(days := days_of(text)) > 1:
            answers.hold(in_both_orders(time, days))
            return None
        if read.ambiguous:
            says = _("{time} lies in the hour when summer time begins or ends")
            answers.warnings.append(says.format(time=time))
        if self.now and read.moment > self.now:
            answers.warnings.append(_("{time} has not come yet").format(time=time))
        return read.moment.astimezone(self.mapping.zone)

    def response_id(self, row: MappedRow, submitted: datetime | None, answers: AnswersSoFar) -> str:
        if error := row.error_of(self.mapping.id):
            answers.hold(lost_answer(_("the id"), error))
            return ""
        response_id = row.text_of(self.mapping.id).strip()
        if holds_shortened_number(response_id):
            answers.hold(_("Excel has shortened the id to {id}").format(id=response_id))
        if response_id:
            return response_id
        if self.mapping.id.names:
            answers.hold(_("the row has no id"))
        elif not submitted or not (
            answers.values.get("unit") or answers.values.get("contact_email")
        ):
            answers.hold(
                _(
                    "nothing tells this response from others: "
                    "it needs a time, and a unit or a mail address. If the form tool numbers "
                    "its answers, write that column after “id:” in the mapping"
                )
            )
        return ""

    def reason_to_skip(self, row: MappedRow, answers: AnswersSoFar) -> str:
        """Why the row is no response that was sent, or ""."""
        if row.is_sum:
            return _("is a row of sums")
        if row.repeats_heading:
            return _("is the heading once more")
        condition = self.mapping.only_if
        if condition is None:
            return ""
        columns = condition.columns.names
        if condition.columns.first_only:
            columns = tuple(islice(filter(row.has, columns), 1))
            if not columns:
                return ""
        if error := row.error_in(columns):
            answers.hold(lost_answer(quoted(" ".join(columns)), error))
            return ""
        value = row.text(columns).strip()
        is_missing = condition.not_empty and not value
        if is_missing or (condition.among is not None and value not in condition.among):
            return _("was not sent in (“{column}”)").format(column=" ".join(columns))
        return ""


def lost_answer(what: str, error: str) -> str:
    return _(
        "{what} holds a spreadsheet's error value ({error}), not the answer. Export once more "
        "from the form tool, and import that file without opening it in Excel."
    ).format(what=what, error=error)
