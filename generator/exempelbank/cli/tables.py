"""Tables of figures -> text, CSV, JSON or a page: the formats of every command that prints some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from exempelbank.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.followup import FigureTable


class Statement(NamedTuple):
    """What a command has to say in tables."""

    title: str  # stands above them on a page, as the lead does
    lead: str
    tables: Sequence[FigureTable]
    context: CatalogueContext

    def written_as(self, form: str) -> bytes:
        return _FORMATS[form](self)


def add_format(command: Any) -> None:
    command.add_argument(
        "--format",
        choices=tuple(_FORMATS),
        default="text",
        help=_(
            "text: on the screen; html: a page to send or print; csv-excel: a file that Swedish "
            "Excel opens in columns; csv and json: for other programs"
        ),
    )


def _text(statement: Statement) -> bytes:
    lines = [line for table in statement.tables for line in (*table.as_lines(), "", "")]
    return "\n".join(lines[:-1]).encode()


def _html(statement: Statement) -> bytes:
    from exempelbank.site.pages.follow_up import report_from

    context = statement.context
    return report_from(
        statement.tables, context.settings, context.today, statement.title, statement.lead
    ).encode()


def _csv(statement: Statement) -> bytes:
    """One table as it is; several in one: a figure a line."""
    from exempelbank.files.csv import csv_from

    if len(statement.tables) == 1:
        return statement.tables[0].as_csv()
    rows = [
        (table.id, row[0], column, value)
        for table in statement.tables
        for row in table.rows
        for column, value in zip(table.columns[1:], row[1:], strict=True)
    ]
    return csv_from((_("Table"), _("Row"), _("Column"), _("Value")), rows)


def _csv_for_excel(statement: Statement) -> bytes:
    """One table as it is, to be sorted and chosen from; several as on a page, below each other."""
    from exempelbank.files.csv import csv_for_excel

    if len(statement.tables) == 1:
        [table] = statement.tables
        return csv_for_excel((table.columns, *table.rows))
    return csv_for_excel(row for table in statement.tables for row in _block(table))


def _block(table: FigureTable) -> Sequence[Sequence[str | int]]:
    note = ((table.note,),) if table.note else ()
    return ((table.title,), table.columns, *table.rows, *note, ())


def _json(statement: Statement) -> bytes:
    import json

    tables = [table._asdict() for table in statement.tables]
    figures = {"as_of": statement.context.today.isoformat(), "tables": tables}
    return (json.dumps(figures, ensure_ascii=False, indent=2) + "\n").encode()


_FORMATS: Mapping[str, Callable[[Statement], bytes]] = {
    "text": _text,
    "html": _html,
    "csv-excel": _csv_for_excel,
    "csv": _csv,
    "json": _json,
}
