"""What an event says of other events: of its preparation, its series and its follow-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exempelbank.checks.constraints import waiting_for
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.content import Event
from exempelbank.problems import Problem, Problems, Severity
from exempelbank.review.project_records import ProjectRecords
from exempelbank.text.choices import choices_text
from exempelbank.text.normalization import comparable, nearest


def check_event_chains(records: ProjectRecords, problems: Problems) -> None:
    events = {
        stored.record.id: stored.record
        for stored in records.content_records
        if isinstance(stored.record, Event)
    }
    damaged = {
        stored.document.stem: stored.document.path
        for stored in records.damaged
        if isinstance(stored.record, Event)
    }
    for stored in records.content_records:
        if isinstance(stored.record, Event):
            event, document = stored.record, stored.document
            for field, id in (
                ("preparatory_event", event.preparatory_event),
                ("follow_up_event", event.follow_up_event),
            ):
                if id:
                    problems.found += _check_named(document, event, field, id, events, damaged)
            problems.found += _check_series(document, event, events)


def _check_named(
    document: Document,
    event: Event,
    field: str,
    id: str,
    events: Mapping[str, Event],
    damaged: Mapping[str, str],
) -> Iterator[Problem]:
    place = document.location(field)
    if id == event.id:
        yield Problem(place, _("is the activity itself"), _("Name another, or take the line away."))
    elif id in damaged:
        yield waiting_for(place, id, damaged[id])
    elif (other := events.get(id)) is None:
        others = (one for one in events if one != event.id)
        says = _("there is no activity with the name “{id}”").format(id=id)
        yield Problem(place, says, choices_text(id, others, Event.folder))
    else:
        if other.cancelled and not event.cancelled:
            yield Problem(
                place,
                _("“{title}” is cancelled").format(title=other.title),
                _("Name another, or take the line away. The page says that it is cancelled."),
                Severity.WARNING,
            )
        first, last = (other, event) if field == "preparatory_event" else (event, other)
        if last.starts_at < first.starts_at:
            yield Problem(
                place,
                _("“{last}” comes before “{first}”").format(last=last.title, first=first.title),
                _("Correct the days, or name another activity."),
                Severity.WARNING,
            )


def _check_series(
    document: Document, event: Event, events: Mapping[str, Event]
) -> Iterator[Problem]:
    """A name that another series nearly has."""
    others = [one.series for one in events.values() if one.id != event.id and one.series]
    if not event.series or comparable(event.series) in map(comparable, others):
        return
    if like := nearest(event.series, others):
        yield Problem(
            document.location("series"),
            _("no other activity is in this series"),
            _("Did you mean “{word}”?").format(word=like),
            Severity.WARNING,
        )
