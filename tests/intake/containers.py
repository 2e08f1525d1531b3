"""The same responses in a file of each kind, their signs written as they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape

from tests.intake.builders import ANSWERS, a_csv
from tests.intake.hostile import cell, ods, ods_row, spreadsheet, workbook

Answers = Sequence[Mapping[str, str]]


def csv(answers: Answers) -> bytes:
    return a_csv(*answers)


def xlsx(answers: Answers) -> bytes:
    return workbook("".join(f"<row>{''.join(map(cell, row))}</row>" for row in _rows(answers)))


def ods_file(answers: Answers) -> bytes:
    return ods(spreadsheet("".join(ods_row(*row) for row in _rows(answers))))


def json_file(answers: Answers) -> bytes:
    return json.dumps([{**ANSWERS, **row} for row in answers]).encode()


def xml(answers: Answers) -> bytes:
    heading, *rows = _rows(answers)
    responses = (
        "".join(
            f"<{question}>{text}</{question}>" for question, text in zip(heading, row, strict=True)
        )
        for row in rows
    )
    document = "".join(f"<svar>{response}</svar>" for response in responses)
    return f"<alla>{document}</alla>".encode("utf-8", "surrogatepass")


def _rows(answers: Answers) -> list[list[str]]:
    rows = ({**ANSWERS, **row}.values() for row in answers)
    return [list(ANSWERS), *([escape(text, quote=False) for text in row] for row in rows)]


WRITERS: Mapping[str, Callable[[Answers], bytes]] = {
    "csv": csv, "xlsx": xlsx, "ods": ods_file, "json": json_file, "xml": xml,
}  # fmt: skip
# What the mapping must say of the kinds in which responses lie within something else.
INPUT = {"json": {"records": ""}, "xml": {"records": "svar"}}
