"""Catalogue -> the figures of the library itself. Archived examples are not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.followup.figure_table import FigureTable, Value
from exempelbank.followup.participants import participant_figures
from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.content import FocusArea
from exempelbank.model.trial_note import Outcome
from exempelbank.rules.places import are_municipalities, place_title
from exempelbank.settings import Settings, Term

_SOON = 92  # days
_THIS_YEAR = 366


def figures_of(catalogue: Catalogue, settings: Settings, today: date) -> tuple[FigureTable, ...]:
    examples = catalogue.examples
    districts = settings.vocabulary("districts").terms
    return (
        by_place(examples, settings),
        *((by_district(examples, settings),) if districts else ()),
        by_quarter(examples),
        days_to_publish(examples),
        *((trials(catalogue),) if catalogue.trial_notes else ()),
        gaps(catalogue, settings),
        *participant_figures(catalogue, settings, today),
        review_dates(examples, today),
    )


def by_place(examples: Sequence[LearningExample], settings: Settings) -> FigureTable:
    origins = Counter(example.origin for example in examples)
    organisations = [term for term in settings.vocabulary("organisations") if origins[term.id]]
    return _by_year(
        "kommuner",
        *_by_place_titles(settings),
        [*settings.municipalities, *organisations],
        [(example.origin, example.review.published.year) for example in examples],
        _("Published examples by the year they were published, counted where they come from."),
    )


def _by_place_titles(settings: Settings) -> tuple[str, str]:
    """(of the table, of its first column)"""
    if are_municipalities(settings.municipalities):
        return _("Examples by municipality"), _("Municipality or organisation")
    return _("Examples by party"), _("Party or organisation")


def by_district(examples: Sequence[LearningExample], settings: Settings) -> FigureTable:
    return _by_year(
        "stadsdelar",
        _("Examples by district"),
        _("District"),
        list(settings.vocabulary("districts")),
        [(example.district, example.review.published.year) for example in examples],
        _("Only where the municipality has districts and the example names one."),
    )


def _by_year(
    id: str,
    title: str,
    first: str,
    places: Sequence[Term],
    published: Iterable[tuple[str, int]],
    note: str,
) -> FigureTable:
    published_counts = Counter(published)
    years = sorted({year for _place, year in published_counts})
    rows: list[tuple[Value, ...]] = []
    for place in places:
        counts = [published_counts[place.id, year] for year in years]
        rows.append((place.label, *counts, sum(counts)))
    columns = (first, *map(str, years), _("Total"))
    return FigureTable(id, title, columns, tuple(rows), note, drawn=len(columns) - 1)


def by_quarter(examples: Sequence[LearningExample]) -> FigureTable:
    """Every quarter from the first to the last, the empty ones too."""
    counts = Counter(_quarter(example.review.published) for example in examples)
    rows, total = [], 0
    for number in range(min(counts, default=0), max(counts, default=-1) + 1):
        total += counts[number]
        year, quarter = divmod(number, 4)
        name = _("{year}, quarter {n}").format(year=year, n=quarter + 1)
        rows.append((name, counts[number], total))
    return FigureTable(
        "kvartal",
        _("Examples over time"),
        (_("Quarter"), _("New"), _("In all")),
        tuple(rows),
        _("By the day an example was first published."),
        drawn=2,
    )


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def days_to_publish(examples: Sequence[LearningExample]) -> FigureTable:
    from statistics import median

    waited: dict[int, list[int]] = {}
    for example in examples:
        # An answer that was edited after publication has a later day, and says nothing of the wait.
        if example.received and example.received <= example.review.published:
            days = (example.review.published - example.received).days
            waited.setdefault(example.review.published.year, []).append(days)
    return FigureTable(
        "handlaggningstid",
        _("From answer to publication"),
        (_("Year of publication"), _("Examples"), _("Median, days"), _("Shortest"), _("Longest")),
        tuple(
            (str(year), len(days), round(median(days)), min(days), max(days))
            for year, days in sorted(waited.items())
        ),
        _("From the day the form was answered to the day the example was published."),
    )


def gaps(catalogue: Catalogue, settings: Settings) -> FigureTable:
    areas = catalogue.focus_areas
    rows: list[tuple[Value, ...]] = []
    for place in settings.municipalities if areas else ():
        examples = catalogue.examples_from(place.id)
        counts = (sum(area.id in example.focus_areas for example in examples) for area in areas)
        rows.append((place.label, *counts))
    if are_municipalities(settings.municipalities):
        title = _("Focus areas and municipalities")
        note = [_("Examples a municipality took part in count too.")]
    else:
        title = _("Focus areas and parties")
        note = [_("Examples a party took part in count too.")]
    for column, area in enumerate(areas, 1):
        without = sum(row[column] == 0 for row in rows)
        note.append(_without(area, without, settings))
    columns = (place_title(settings.municipalities), *(area.title for area in areas))
    return FigureTable("luckor", title, columns, tuple(rows), " ".join(note))


def _without(area: FocusArea, n: int, settings: Settings) -> str:
    if are_municipalities(settings.municipalities):
        says = ngettext(
            "{area}: {n} municipality has none.", "{area}: {n} municipalities have none.", n
        )
    else:
        says = ngettext("{area}: {n} party has none.", "{area}: {n} parties have none.", n)
    return says.format(area=area.title, n=n)


def trials(catalogue: Catalogue) -> FigureTable:
    notes = [note for example in catalogue.examples for note in catalogue.trial_notes_on(example)]
    counts = Counter(note.worked for note in notes)
    tried = len({note.example for note in notes})
    says = ngettext(
        "{n} example has been tried by others, who tell of it.",
        "{n} examples have been tried by others, who tell of it.",
        tried,
    )
    return FigureTable(
        "provat",
        _("We have tried"),
        (_("Did it work?"), pgettext("figures", "Answers")),
        tuple((outcome.label, counts[outcome]) for outcome in Outcome),
        says.format(n=tried),
        drawn=1,
    )


def review_dates(examples: Sequence[LearningExample], today: date) -> FigureTable:
    names = (_("Time has run out"), _("Within three months"), _("Within a year"), _("Later"))
    left = [(example.review.review_by - today).days for example in examples]
    counts = (
        sum(days < 0 for days in left),
        sum(0 <= days <= _SOON for days in left),
        sum(_SOON < days <= _THIS_YEAR for days in left),
        sum(days > _THIS_YEAR for days in left),
    )
    return FigureTable(
        "omprovning",
        _("When examples are to be reviewed again"),
        (_("Review by"), _("Examples")),
        tuple(zip(names, counts, strict=True)),
        drawn=1,
    )
