"""Writes the exports in this folder anew: python -m tests.exports.make

Each function writes the six responses the way one tool does; what is odd about it is the point.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from tests.exports.six import CONSENT, QUESTIONS, SIX, Question, Sent

HERE = Path(__file__).parent


def plain(question: Question, sent: Sent) -> str:
    """An answer to a question that takes one."""
    answer = sent.answers[question.id]
    return answer if isinstance(answer, str) else ""


def ticked(question: Question, sent: Sent) -> list[str]:
    answers = [*sent.answers[question.id]]
    return [*answers, sent.other[question.id]] if question.id in sent.other else answers


def row(sent: Sent, join: str, files: str = "; ", after: str = "") -> list[str]:
    """One cell for each question, several answers joined."""
    cells = []
    for question in QUESTIONS:
        if question.kind == "several":
            answers = ticked(question, sent)
            cells.append(join.join(answers) + (after if answers else ""))
        elif question.kind == "files":
            cells.append(files.join(sent.answers[question.id]))
        else:
            cells.append(plain(question, sent))
    return cells


def write_csv(
    name: str,
    rows: Iterable[Sequence[str]],
    encoding: str = "utf-8",
    delimiter: str = ",",
    all_quoted: bool = False,
    ends: str = "\r\n",
) -> None:
    buffer = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    csv.writer(buffer, delimiter=delimiter, quoting=quoting, lineterminator=ends).writerows(rows)
    (HERE / name).write_bytes(buffer.getvalue().encode(encoding))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def ms_forms() -> None:
    """Real date cells, a trailing ;, the sender's name in file names, an NBSP in a heading."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    headings = [question.text for question in QUESTIONS]
    headings[headings.index("Så gjorde vi")] = "Så gjorde vi\xa0"
    sheet.append(
        ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Ändrades senast klockan", *headings]
    )
    for sent in SIX:
        cells = row(sent, ";", after=";")
        where = [question.id for question in QUESTIONS]
        at = where.index("attachments")
        cells[at] = "; ".join(
            "https://kommun-my.sharepoint.example/personal/agare/Documents/Apps/Microsoft%20Forms/"
            f"Exempel/Question/{name.rpartition('.')[0]}_Anna%20Ek.{name.rpartition('.')[2]}"
            for name in sent.answers["attachments"]
        )
        if sent.answers["consent"]:
            cells[where.index("consent")] = CONSENT + ";"
        changed = moment(sent.changed) if sent.changed else None
        at_sent = moment(sent.at)
        sheet.append([sent.number, at_sent.replace(second=0), at_sent, "anonymous", None, changed])
        for column, text in enumerate(cells, 7):
            if text:
                cell = sheet.cell(sheet.max_row, column, text)
                cell.data_type = "s"  # a title may begin with =
    for line in sheet.iter_rows(min_row=2, min_col=2, max_col=6):
        for cell in line:
            if cell.is_date:
                cell.number_format = "m/d/yy h:mm:ss"
    book.save(HERE / "ms_forms.xlsx")


def google_forms() -> None:
    """Times with dots; answers joined by a comma and a space, which options hold too; Drive links."""
    heading = ["Tidstämpel", *(question.text for question in QUESTIONS)]
    rows, resaved = [heading], [heading]
    for sent in SIX:
        cells = row(sent, ", ", files=", ")
        at = [question.id for question in QUESTIONS].index("attachments")
        cells[at] = ", ".join(
            f"https://drive.google.com/open?id=1Pahittad{sent.number}{n}"
            for n, _name in enumerate(sent.answers["attachments"])
        )
        rows.append([f"{moment(sent.at):%Y-%m-%d %H.%M.%S}", *cells])
        resaved.append([f"{moment(sent.at):%Y-%m-%d %H:%M}", *cells])
    write_csv("google_forms.csv", rows)
    write_csv("google_forms_resaved_by_excel.csv", resaved, encoding="cp1252", delimiter=";")


ALL = (ms_forms, google_forms)


def main() -> None:
    for write in ALL:
        write()


if __name__ == "__main__":
    main()
