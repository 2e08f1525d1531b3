"""Catalogue -> the figures of the library itself. Archived examples are not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.followup.table import Table, Value
from exempelbank.i18n import _, ngettext
from exempelbank.settings import Settings
from exempelbank.settings import Term as PlaceTerm

_SOON = 92  # days
_THIS_YEAR = 366


def figures_of(catalogue: Catalogue, settings: Settings, today: date) -> tuple[Table, ...]:
    examples = catalogue.examples
    districts = settings.vocabulary("districts").terms
    return (
        by_place(examples, settings),
        *((by_district(examples, settings),) if districts else ()),
        by_quarter(examples),
        days_to_publish(examples),
        gaps(catalogue, settings),
        review_dates(examples, today),
    )


def by_place(examples: Sequence[LearningExample], settings: Settings) -> Table:
    homes = Counter(example.origin for example in examples)
    organisations = [term for term in settings.vocabulary("organisations") if homes[term.id]]
    return _by_year(
        "kommuner",
        _("Examples by municipality"),
        _("Municipality or organisation"),
        [*settings.municipalities, *organisations],
        [(example.origin, example.review.published.year) for example in examples],
        _("Published examples by the year they were published, counted where they come from."),
    )


def by_district(examples: Sequence[LearningExample], settings: Settings) -> Table:
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
    places: Sequence[PlaceTerm],
    published: Iterable[tuple[str, int]],
    note: str,
) -> Table:
    held = Counter(published)
    years = sorted({year for _place, year in held})
    rows: list[tuple[Value, ...]] = []
    for place in places:
        counts = [held[place.id, year] for year in years]
        rows.append((place.label, *counts, sum(counts)))
    columns = (first, *map(str, years), _("Total"))
    return Table(id, title, columns, tuple(rows), note, drawn=len(columns) - 1)


def by_quarter(examples: Sequence[LearningExample]) -> Table:
    """Every quarter from the first to the last, the empty ones too."""
    held = Counter(_quarter(example.review.published) for example in examples)
    rows, total = [], 0
    for number in range(min(held, default=0), max(held, default=-1) + 1):
        total += held[number]
        year, quarter = divmod(number, 4)
        name = _("{year}, quarter {n}").format(year=year, n=quarter + 1)
        rows.append((name, held[number], total))
    return Table(
        "kvartal",
        _("Examples over time"),
        (_("Quarter"), _("New"), _("In all")),
        tuple(rows),
        _("By the day an example was first published."),
        drawn=2,
    )


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def days_to_publish(examples: Sequence[LearningExample]) -> Table:
    from statistics import median

    waited: dict[int, list[int]] = {}
    for example in examples:
        # An answer that was edited after publication has a later day, and says nothing of the wait.
        if example.received and example.received <= example.review.published:
            days = (example.review.published - example.received).days
            waited.setdefault(example.review.published.year, []).append(days)
    return Table(
        "handlaggningstid",
        _("From answer to publication"),
        (_("Year of publication"), _("Examples"), _("Median, days"), _("Shortest"), _("Longest")),
        tuple(
            (str(year), len(days), round(median(days)), min(days), max(days))
            for year, days in sorted(waited.items())
        ),
        _("From the day the form was answered to the day the example was published."),
    )


def gaps(catalogue: Catalogue, settings: Settings) -> Table:
    areas = catalogue.focus_areas
    rows: list[tuple[Value, ...]] = []
    for place in settings.municipalities:
        examples = catalogue.examples_from(place.id)
        counts = (sum(area.id in one.focus_areas for one in examples) for area in areas)
        rows.append((place.label, *counts))
    note = [_("Examples a municipality took part in count too.")]
    for column, area in enumerate(areas, 1):
        without = sum(row[column] == 0 for row in rows)
        missing = ngettext(
            "{area}: {n} municipality has none.", "{area}: {n} municipalities have none.", without
        )
        note.append(missing.format(area=area.title, n=without))
    columns = (_("Municipality"), *(area.title for area in areas))
    title = _("Focus areas and municipalities")
    return Table("luckor", title, columns, tuple(rows), " ".join(note))


def review_dates(examples: Sequence[LearningExample], today: date) -> Table:
    names = (_("Time has run out"), _("Within three months"), _("Within a year"), _("Later"))
    left = [(example.review.review_by - today).days for example in examples]
    counts = (
        sum(days < 0 for days in left),
        sum(0 <= days <= _SOON for days in left),
        sum(_SOON < days <= _THIS_YEAR for days in left),
        sum(days > _THIS_YEAR for days in left),
    )
    return Table(
        "omprovning",
        _("When examples are to be reviewed again"),
        (_("Review by"), _("Examples")),
        tuple(zip(names, counts, strict=True)),
        drawn=1,
    )
