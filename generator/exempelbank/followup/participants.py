"""Catalogue -> how many came to what has been, and what of it nobody has followed up.

What an activity tells on its own page may stand in any sum. The parts, by role and municipality,
are for those who steer: `rules.participants` says which of them are hidden. They are told of years
that are over: of a year that grows, two reports would tell what each of them hides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from exempelbank.catalogue import Catalogue
from exempelbank.followup.figure_table import FigureTable, Value
from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.content import Event
from exempelbank.rules.participants import (
    hidden_parts,
    participants_shown,
    participants_text,
)
from exempelbank.rules.places import are_municipalities, place_title
from exempelbank.settings import Settings

_A_YEAR = 366  # days


def participant_figures(
    catalogue: Catalogue, settings: Settings, today: date
) -> Iterator[FigureTable]:
    """By kind and by network. None when nobody has written how many came."""
    held = _held(catalogue, today)
    if not any(participants_shown(event) for event in held):
        return
    yield _by_year(
        "deltagare",
        _("Participants in activities"),
        pgettext("figures", "Kind"),
        {term.id: term.label for term in settings.vocabulary("event_kinds")},
        held,
        lambda event: (event.kind,),
    )
    yield _by_year(
        "deltagare-natverk",
        _("Participants in networks' meetings"),
        _("Network"),
        {network.id: network.title for network in catalogue.networks},
        held,
        lambda event: event.networks,
    )


def participant_parts(
    catalogue: Catalogue, settings: Settings, today: date
) -> Iterator[FigureTable]:
    """By municipality and role, for those who steer."""
    held = [event for event in _held(catalogue, today) if participants_shown(event)]
    yield from _parts_by_year(
        "deltagare-kommuner",
        _("Participants by municipality")
        if are_municipalities(settings.municipalities)
        else _("Participants by party"),
        place_title(settings.municipalities),
        {place.id: place.label for place in settings.municipalities},
        held,
        today,
        lambda event: (
            (one.municipality, one.number) for one in event.participants_by_municipality
        ),
    )
    yield from _parts_by_year(
        "deltagare-yrkesroller",
        _("Participants by role"),
        pgettext("figures", "Role"),
        {term.id: term.label for term in settings.vocabulary("roles")},
        held,
        today,
        lambda event: ((one.role, one.number) for one in event.participants_by_role),
    )


def without_follow_up(
    catalogue: Catalogue, settings: Settings, today: date
) -> Iterator[FigureTable]:
    """Those of the last year, the latest first; no table when there are none. Networks meet again,
    and what prepares for another leads to that one: they are left out.
    """
    asked = [
        event
        for event in _held(catalogue, today)
        if not event.networks
        and not catalogue.chain_of(event).follows_up
        and not catalogue.chain_of(event).prepares_for
        and (today - event.last_day).days < _A_YEAR
    ]
    without = [event for event in asked if not catalogue.chain_of(event).follow_up]
    if not without:
        return
    says = ngettext(
        "{n} of {all} activity the last year has no follow-up. Networks' meetings, preparations "
        "and follow-ups are not counted.",
        "{n} of {all} activities the last year have no follow-up. Networks' meetings, preparations "
        "and follow-ups are not counted.",
        len(asked),
    )
    yield FigureTable(
        "utan-uppfoljning",
        _("Activities without follow-up"),
        (_("Activity"), _("Day"), pgettext("figures", "Kind"), _("Participants")),
        tuple(
            (
                event.title,
                event.last_day.isoformat(),
                settings.label("event_kinds", event.kind),
                participants_text(event),
            )
            for event in without
        ),
        says.format(n=len(without), all=len(asked)),
    )


def _held(catalogue: Catalogue, today: date) -> list[Event]:
    return [event for event in catalogue.events_before(today) if not event.cancelled]


def _by_year(
    id: str,
    title: str,
    first: str,
    labels: Mapping[str, str],
    held: Sequence[Event],
    groups_of: Callable[[Event], Iterable[str]],
) -> FigureTable:
    """Of what has been in each group: how many activities, and how many came each year."""
    activities: Counter[str] = Counter()
    came: Counter[tuple[str, int]] = Counter()
    counted = [event for event in held if any(group in labels for group in groups_of(event))]
    for event in counted:
        for group in dict.fromkeys(groups_of(event)):
            activities[group] += 1
            came[group, event.last_day.year] += participants_shown(event) or 0
    years = sorted({year for (_group, year), number in came.items() if number})
    rows: list[tuple[Value, ...]] = []
    for group, label in labels.items():
        if activities[group]:
            numbers = [came[group, year] for year in years]
            rows.append((label, activities[group], *numbers, sum(numbers)))
    columns = (first, _("Activities"), *map(str, years), _("Total"))
    return FigureTable(id, title, columns, tuple(rows), _note(counted), drawn=len(columns) - 1)


def _note(held: Sequence[Event]) -> str:
    """Of what the table counts, for how much it is known."""
    known = sum(event.participants is not None for event in held)
    says = ngettext(
        "It is known how many came to {n} of {all} activity that has been.",
        "It is known how many came to {n} of {all} activities that have been.",
        len(held),
    )
    few = _("Activities with fewer than five participants are in no sum.")
    return f"{says.format(n=known, all=len(held))} {few}" if held else few


def _parts_by_year(
    id: str,
    title: str,
    first: str,
    labels: Mapping[str, str],
    held: Sequence[Event],
    today: date,
    parts_of: Callable[[Event], Iterable[tuple[str, int]]],
) -> Iterator[FigureTable]:
    """Without totals, from which a hidden number could be worked out. None without parts."""
    came: dict[int, Counter[str]] = defaultdict(Counter)  # by year
    for event in held:
        for one, number in parts_of(event):
            if number:
                came[event.last_day.year][one] += number
    years = sorted(year for year in came if year < today.year)
    hidden = {year: hidden_parts(came[year]) for year in years}
    rows = tuple(
        (label, *(_("not shown") if one in hidden[year] else came[year][one] for year in years))
        for one, label in labels.items()
        if any(came[year][one] for year in years)
    )
    notes = []
    if rows:
        notes.append(
            _(
                "Where it is known. Fewer than five are not shown, nor what they could be worked "
                "out from."
            )
        )
    if today.year in came:
        notes.append(_("{year} is shown when the year is over.").format(year=today.year))
    if notes:
        yield FigureTable(id, title, (first, *map(str, years)), rows, " ".join(notes))
