"""Writes the exports in this folder anew: python -m tests.exports.make

Each function writes the six responses the way one tool does, and says how a mapping reads it. What is
odd about a file is its point, and stands in its function's docstring.
"""

# ruff: noqa: E501 - a record of each tool stays on one line, as the tool writes it

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from tests.exports.six import CONSENT, OPTIONS, QUESTIONS, SIX, Question, Sent

HERE = Path(__file__).parent
STOCKHOLM = ZoneInfo("Europe/Stockholm")
SEVERAL = [question for question in QUESTIONS if question.kind == "several"]
MAPPINGS: dict[str, dict[str, Any]] = {}  # the export's file name -> how it is read


# ---- The six responses as cells ----


def plain(question: Question, sent: Sent) -> str:
    """An answer to a question that takes one."""
    answer = sent.answers[question.id]
    return answer if isinstance(answer, str) else ""


def files(sent: Sent) -> list[str]:
    return [*sent.answers["attachments"]]


def ticked(question: Question, sent: Sent) -> list[str]:
    answers = [*sent.answers[question.id]]
    return [*answers, sent.other[question.id]] if question.id in sent.other else answers


def cells(
    sent: Sent,
    join: str,
    files_joined: str = "",
    after: str = "",
    guard: Callable[[str], str] = str,
    consent: str = CONSENT,
) -> list[str]:
    """One cell for each question, several answers joined."""
    found = []
    for question in QUESTIONS:
        if question.kind == "several":
            answers = ticked(question, sent)
            found.append(guard(join.join(answers) + (after if answers else "")))
        elif question.kind == "files":
            found.append(files_joined)
        elif question.kind == "consent":
            found.append(consent if plain(question, sent) else "")
        else:
            found.append(guard(plain(question, sent)))
    return found


def spread(sent: Sent, yes: str, no: str, other: bool = True) -> list[str]:
    """One cell for each option, and one for the sender's own words."""
    found = []
    for question in QUESTIONS:
        if question.kind == "several":
            found += [
                (option if yes == "=" else yes) if option in sent.answers[question.id] else no
                for option in OPTIONS[question.options]
            ]
            found += [sent.other.get(question.id, "")] if other else []
        else:
            found.append("" if question.kind == "files" else plain(question, sent))
    return found


def spread_headings(name: Callable[[Question], str], option: Callable[[Question, int, str], str],
                    other: Callable[[Question], str] | None) -> list[str]:  # fmt: skip
    headings = []
    for question in QUESTIONS:
        if question.kind == "several":
            headings += [option(question, n, text) for n, text in enumerate(OPTIONS[question.options], 1)]  # fmt: skip
            headings += [other(question)] if other else []
        else:
            headings.append(name(question))
    return headings


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def utc(text: str) -> datetime:
    return moment(text).astimezone(UTC)


def guarded(before: str, prefix: str = "'") -> Callable[[str], str]:
    return lambda text: prefix + text if text[:1] and text[0] in before else text


def write(name: str, content: str | bytes, encoding: str = "utf-8") -> None:
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode(encoding))


def write_csv(
    name: str,
    rows: Iterable[Sequence[str]],
    encoding: str = "utf-8",
    delimiter: str = ",",
    all_quoted: bool = True,
    ends: str = "\n",
) -> None:
    buffer = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    csv.writer(buffer, delimiter=delimiter, quoting=quoting, lineterminator=ends).writerows(rows)
    write(name, buffer.getvalue(), encoding)


def write_json(name: str, document: object) -> None:
    write(name, json.dumps(document, ensure_ascii=True, indent=1).replace("/", "\\/"))


# ---- How a mapping reads them ----


def mapping(
    dialect: str,
    column: Callable[[Question], str] = lambda question: question.text,
    several: Callable[[Question], dict[str, Any]] | None = None,
    attached: dict[str, Any] | None = None,
    consent: Sequence[str] = (CONSENT,),
    no_consent: Sequence[str] = ("",),
    yes: str = "Ja",
    no: str = "Nej",
    **top: Any,
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for question in QUESTIONS:
        how: dict[str, Any] = {"column": column(question)}
        if question.kind == "several":
            how = several(question) if several else how
            how.setdefault("options", question.options)
        elif question.kind == "one":
            how["options"] = question.options
        elif question.kind == "yes-no":
            turned = question.id == "no_identifiable_person"
            how["bool"] = {"true": [no if turned else yes], "false": [yes if turned else no]}
        elif question.kind == "consent":
            how["bool"] = {"true": [*consent], "false": [*no_consent]}
        elif question.kind == "files":
            if attached is None:
                continue
            how |= attached
        if question.id in ("lessons", "links"):
            how["split"] = "lines"
        fields[question.id] = how
    options = {
        name: {text: "null" if ids is None else ids for text, ids in answers.items()}
        for name, answers in OPTIONS.items()
    }
    return {
        "version": "1",
        "dialect": dialect,
        "form": "exempel",
        "timezone": "Europe/Stockholm",
        **top,
        "options": options,
        "fields": fields,
    }


def joined(question: Question, sep: str, column: str = "") -> dict[str, Any]:
    return {"column": column or question.text, "multi": "joined", "sep": sep, "other": "yes"}


def columns(question: Question, option: Callable[[Question, int, str], str], yes: str, other: str | None) -> dict[str, Any]:  # fmt: skip
    how: dict[str, Any] = {
        "multi": "columns",
        "columns": {option(question, n, t): t for n, t in enumerate(OPTIONS[question.options], 1)},
        "true": [yes],
    }
    return how | ({"other_column": other} if other else {})


# ---- One function for each tool ----


def ms_forms() -> None:
    """Real date cells, a trailing ;, the sender's name in file names, an NBSP in a heading."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    headings = [q.text + ("\xa0" if q.id == "how" else "") for q in QUESTIONS]
    fixed = ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Ändrades senast klockan"]
    sheet.append([*fixed, *headings])
    for sent in SIX:
        at = datetime.fromisoformat(sent.at)
        changed = datetime.fromisoformat(sent.changed) if sent.changed else None
        sheet.append([sent.number, at.replace(second=0), at, "anonymous", None, changed])
        folder = "https://kommun-my.sharepoint.example/personal/agare/Documents/Apps/Microsoft%20Forms/Exempel/Question/"
        named = [f"{n.rpartition('.')[0]}_Anna%20Ek.{n.rpartition('.')[2]}" for n in files(sent)]
        attached = "; ".join(folder + name for name in named)
        for number, text in enumerate(cells(sent, ";", attached, ";", consent=CONSENT + ";"), 7):
            if text:
                cell = sheet.cell(sheet.max_row, number, text)
                cell.data_type = "s"  # a title may begin with =
    for line in sheet.iter_rows(min_row=2, min_col=2, max_col=6):
        for cell in line:
            if cell.is_date:
                cell.number_format = "m/d/yy h:mm:ss"
    book.save(HERE / "ms_forms.xlsx")
    MAPPINGS["ms_forms.xlsx"] = mapping(
        "ms-forms",
        several=lambda q: joined(q, ";"),
        attached={"files": "book", "sep": "; "},
        consent=[CONSENT, CONSENT + ";"],
        id={"column": "ID"},
        submitted_at={"column": "Slutförandetid", "format": "excel"},
        modified_at={"column": "Ändrades senast klockan", "format": "excel"},
    )


def google_forms() -> None:
    """Times with dots; answers joined by a comma and a space, which options hold too; Drive links.

    Also as Swedish Excel saves it (Windows-1252, semicolons, no seconds), and as Google's own
    download writes it (every cell quoted, ; between answers, "9:15:00 fm CET").
    """
    heading = ["Tidstämpel", *(question.text for question in QUESTIONS)]
    rows, resaved, direct = [heading], [heading], [heading]
    for sent in SIX:
        links = [f"https://drive.google.com/open?id=1Pahittad{sent.number}{n}" for n in range(len(files(sent)))]  # fmt: skip
        told = cells(sent, ", ", ", ".join(links))
        at = moment(sent.at)
        rows.append([f"{at:%Y-%m-%d %H.%M.%S}", *told])
        resaved.append([f"{at:%Y-%m-%d %H:%M}", *told])
        half = (
            f"{at:%Y/%m/%d} {(at.hour % 12) or 12}:{at:%M:%S} {'fm' if at.hour < 12 else 'em'} CET"
        )
        direct.append([half, *cells(sent, ";", ", ".join(links))])
    write_csv("google_forms.csv", rows, all_quoted=False, ends="\r\n")
    write_csv("google_forms_resaved_by_excel.csv", resaved, "cp1252", ";", False, "\r\n")
    write_csv("google_forms_direct.csv", direct)
    at_dots = {"column": "Tidstämpel", "format": "%Y-%m-%d %H.%M.%S"}
    how: dict[str, Any] = {"attached": {"files": "book", "sep": ", "}, "id": "null"}
    MAPPINGS["google_forms.csv"] = MAPPINGS["google_forms_resaved_by_excel.csv"] = mapping(
        "google-forms", several=lambda q: joined(q, ", "), submitted_at=at_dots, **how
    )
    MAPPINGS["google_forms_direct.csv"] = mapping(
        "google-forms",
        several=lambda q: joined(q, ";"),
        submitted_at={"column": "Tidstämpel", "format": "google-direct"},
        **how,
    )


_LIME = ("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp")


def _lime_rows(yes: str, no: str, guard: Callable[[str], str] = str) -> list[list[str]]:
    rows = []
    for sent in SIX:
        start = [str(sent.number), sent.at, "4", "sv", "187", sent.at, sent.changed or sent.at]
        told = [guard(text) for text in spread(sent, yes, no)]
        at = len(told) - [q.id for q in reversed(QUESTIONS)].index("attachments") - 1
        listed = [
            {"title": "", "comment": "", "size": "84.2", "name": name.replace(" ", "%20").replace("å", "%C3%A5"), "filename": f"fu_{n}", "ext": "pdf"}
            for n, name in enumerate(files(sent))
        ]  # fmt: skip
        told[at] = json.dumps(listed) if listed else ""
        rows.append([*start, *told])
    begun = ["14", "", "1", "sv", "5", "2026-02-28 10:00:00", "2026-02-28 10:04:00"]
    rows.insert(2, [*begun, "Påbörjat svar som aldrig skickades", *[""] * (len(rows[0]) - 8)])
    return rows


def limesurvey() -> None:
    """Codes as headings, a column for each option, a response that was never sent, a blank last line;
    in full text with semicolons; VV, with tabs and its own signs for line breaks; JSON.
    """

    def coded(question: Question, number: int, _text: str) -> str:
        return f"{question.code}[SQ00{number}]"

    codes = spread_headings(lambda q: q.code, coded, lambda q: f"{q.code}[other]")
    rows = _lime_rows("Y", "", guarded("="))
    write_csv("limesurvey_codes.csv", [[*_LIME, *codes], *rows], "utf-8-sig", ends="\r\n")
    with (HERE / "limesurvey_codes.csv").open("ab") as file:
        file.write(b"\r\n")
    times = {"id": {"column": "id"}, "submitted_at": {"column": "submitdate"}, "modified_at": {"column": "datestamp"}}  # fmt: skip
    how: dict[str, Any] = {
        "column": lambda q: q.code,
        "several": lambda q: columns(q, coded, "Y", f"{q.code}[other]"),
        "attached": {"files": "limesurvey-json"},
        **times,
    }
    MAPPINGS["limesurvey_codes.csv"] = mapping(
        "limesurvey", **how, unguard={"prefix": "'", "before": "="},
        only_if={"column": "submitdate", "not_empty": "yes"},
    )  # fmt: skip

    def full(question: Question, _number: int, text: str) -> str:
        return f"{question.text} [{text}]"

    names = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started", "Date last action"]  # fmt: skip
    texts = spread_headings(lambda q: q.text, full, lambda q: f"{q.text} [Annat]")
    rows = _lime_rows("Ja", "Nej", guarded("="))
    write_csv("limesurvey_full.csv", [[*names, *texts], *rows], "utf-8-sig", ";", ends="\r\n")
    MAPPINGS["limesurvey_full.csv"] = mapping(
        "limesurvey",
        several=lambda q: columns(q, full, "Ja", f"{q.text} [Annat]"),
        attached={"files": "limesurvey-json"},
    )

    def vv(text: str) -> str:
        text = text.replace("{", "{lbrace}").replace("\n", "{newline}").replace("\t", "{tab}")
        return text.replace("\r", "{cr}") or "{question_not_shown}"

    under = [code.replace("[", "_").replace("]", "") for code in (*_LIME, *codes)]
    lines = [[*_LIME, *texts], under, *([vv(cell) if n != 1 else cell for n, cell in enumerate(row)] for row in _lime_rows("Y", ""))]  # fmt: skip
    write("limesurvey_vv.csv", "\n".join("\t".join(line) for line in lines) + "\n")
    MAPPINGS["limesurvey_vv.csv"] = mapping(
        "limesurvey-vv",
        column=lambda q: q.code,
        several=lambda q: columns(q, lambda q, n, _t: f"{q.code}_SQ00{n}", "Y", f"{q.code}_other"),
        attached={"files": "limesurvey-json"},
        **times,
    )
    records = [
        {name: cell or None for name, cell in zip([*_LIME, *codes], row, strict=True)}
        for row in _lime_rows("Y", "")
    ]
    write_json("limesurvey.json", {"responses": records})
    MAPPINGS["limesurvey.json"] = mapping("limesurvey-json", **how)


def nextcloud() -> None:
    """A guard before + - = @, ISO times with offset, anonymous senders; as ODS without guards."""
    heading = [
        "Användar-ID",
        "Användarens visningsnamn",
        "Tidsstämpel",
        *(q.text for q in QUESTIONS),
    ]
    rows, sheet = [heading], [heading]
    for sent in SIX:
        start = ["", "Anonym användare", moment(sent.at).isoformat()]
        names = "; \n".join(files(sent))
        rows.append([*start, *cells(sent, "; ", names, guard=guarded("=+-@\t\r"))])
        sheet.append([*start, *cells(sent, "; ", names)])
    write_csv("nextcloud_forms.csv", rows, "utf-8-sig")
    write_ods("nextcloud_forms.ods", sheet)
    how: dict[str, Any] = {
        "several": lambda q: joined(q, "; "),
        "attached": {"files": "names", "sep": "; \n"},
        "id": "null",
        "submitted_at": {"column": "Tidsstämpel", "format": "iso"},
    }
    MAPPINGS["nextcloud_forms.csv"] = mapping("nextcloud-forms", **how)
    MAPPINGS["nextcloud_forms.ods"] = mapping("nextcloud-forms", **how)


def write_ods(name: str, rows: Sequence[Sequence[str]]) -> None:
    def cell(text: str) -> str:
        if not text:
            return "<table:table-cell/>"
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Blad1">{body}<table:table-row table:number-rows-repeated="1048569">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(HERE / name, "w") as archive:
        for part, text in (("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)):  # fmt: skip
            info = zipfile.ZipInfo(part, (2026, 3, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if part != "mimetype" else zipfile.ZIP_STORED
            archive.writestr(info, text)


def drupal() -> None:
    r"""Quotation marks after a backslash left undoubled (\"), a draft, Unix time; and a column for each
    option, with X.
    """
    fixed = ["Serial number", "Submission ID", "Submission URI", "Created", "Completed", "Changed", "Is draft", "Remote IP address"]  # fmt: skip
    rows = [[*fixed, *(q.text for q in QUESTIONS)]]
    spread_rows = []
    for sent in SIX:
        start = [str(sent.number), f"9{sent.number}", f"/node/1/submission/{sent.number}", sent.at, f"{moment(sent.at).timestamp():.0f}", sent.changed or sent.at, "0", "192.0.2.7"]  # fmt: skip
        told = cells(sent, ";", "; ".join(files(sent)))
        rows.append([*start, *(text.replace("\n", "\r\n") for text in told)])
        spread_rows.append([*start, *spread(sent, "X", "")])
    draft = ["7", "97", "/node/1/submission/7", "2026-02-01 10:00:00", "", "2026-02-01 10:00:00", "1", "192.0.2.7", "Bara ett utkast"]  # fmt: skip
    rows.append([*draft, *[""] * (len(QUESTIONS) - 1)])

    def php(cell: str) -> str:
        needs = any(sign in cell for sign in ' ,\t\n\r"\\')
        return '"' + cell.replace('"', '""').replace('\\""', '\\"') + '"' if needs else cell

    write("drupal_webform.csv", "".join(",".join(map(php, row)) + "\n" for row in rows))
    MAPPINGS["drupal_webform.csv"] = mapping(
        "drupal-webform",
        several=lambda q: joined(q, ";"),
        attached={"files": "names", "sep": "; "},
        id={"column": "Submission ID"},
        submitted_at={"column": "Created", "format": "%Y-%m-%d %H:%M:%S"},
        modified_at={"column": "Changed", "format": "%Y-%m-%d %H:%M:%S"},
    )
    keys = ["serial", "sid", "uri", "created", "completed", "changed", "in_draft", "remote_addr"]
    heads = spread_headings(lambda q: q.code, lambda q, n, t: f"{q.text}: {t}", lambda q: f"{q.text}: Annat")  # fmt: skip
    write_csv("drupal_webform_separate.csv", [[*keys, *heads], *spread_rows], delimiter=";")
    MAPPINGS["drupal_webform_separate.csv"] = mapping(
        "drupal-webform",
        column=lambda q: q.code,
        several=lambda q: columns(q, lambda q, _n, t: f"{q.text}: {t}", "X", f"{q.text}: Annat"),
        submitted_at={"column": "completed", "format": "unix"},
    )


def gravity() -> None:
    """Newest first; a heading for each choice, two of them "Annat"; consent in words; two headings
    "Inläggs-ID", of which the first is right.
    """
    heads = spread_headings(lambda q: q.text, lambda q, n, t: t, lambda q: "Annat")
    consent = heads.index("Samtycke till publicering")
    heads[consent : consent + 1] = [
        "Samtycke (Samtycke)",
        "Samtycke (Text)",
        "Samtycke (Beskrivning)",
    ]
    rows = []
    for sent in reversed(SIX):
        told = [guarded("=")(text) for text in spread(sent, "=", "")]
        said = "Markerat" if sent.answers["consent"] else "Inte markerat"
        told[consent : consent + 1] = [said, CONSENT, "Läs mer om publicering"]
        rows.append(
            [*told, str(sent.number), sent.at, "https://www.kommun.example/form", "0", "192.0.2.7"]
        )
    heads += ["Inläggs-ID", "Inläggsdatum", "Käll-URL", "Inläggs-ID", "Användarens IP"]
    write_csv("gravity_forms.csv", [heads, *rows], "utf-8-sig")
    others = {
        question.id: "Annat" + (f"#{n}" if n > 1 else "") for n, question in enumerate(SEVERAL, 1)
    }
    MAPPINGS["gravity_forms.csv"] = mapping(
        "gravity-forms",
        column=lambda q: "Samtycke (Samtycke)" if q.kind == "consent" else q.text,
        several=lambda q: {"multi": "cells", "columns": [*OPTIONS[q.options]], "other_column": others[q.id]},
        consent=["Markerat"],
        no_consent=["Inte markerat", ""],
        id={"column": "Inläggs-ID"},
        submitted_at={"column": "Inläggsdatum", "format": "%Y-%m-%d %H:%M:%S"},
    )  # fmt: skip


def flamingo() -> None:
    """A whole sentence before what begins with = + - @; newest first; no line end last."""
    warning = "(Säkerhetsvarning: Misstänkt innehåll upptäcktes. Se https://contactform7.com/faq/ för detaljer.) "
    rows = [[f"your-{q.code}" for q in QUESTIONS] + ["Date"]]
    for sent in reversed(SIX):
        told = cells(sent, ", ", ", ".join(files(sent)), guard=guarded("=+-@", warning))
        rows.append([*told, moment(sent.at).isoformat()])
    write_csv("flamingo.csv", rows, ends="\r\n")
    write("flamingo.csv", (HERE / "flamingo.csv").read_bytes().removesuffix(b"\r\n"))
    MAPPINGS["flamingo.csv"] = mapping(
        "flamingo",
        column=lambda q: f"your-{q.code}",
        several=lambda q: joined(q, ", ", f"your-{q.code}"),
        attached={"files": "names", "sep": ", "},
        id="null",
        submitted_at={"column": "Date", "format": "iso"},
    )


def _loose(question: Question, sent: Sent) -> Any:
    """A list for two boxes, a text for one."""
    answers = ticked(question, sent)
    return answers[0] if len(answers) == 1 else answers


def netlify() -> None:
    """A list for two boxes, a text for one, no key for none; addresses of the sender beside the answers."""
    records = []
    for sent in reversed(SIX):
        data: dict[str, Any] = {}
        for question in QUESTIONS:
            if question.kind == "several":
                if answers := _loose(question, sent):
                    data[question.code] = answers
            elif question.kind == "files":
                data[question.code] = [{"filename": n, "url": f"https://cdn.example/{n}"} for n in files(sent)]  # fmt: skip
            else:
                data[question.code] = plain(question, sent)
        data |= {
            "ip": "192.0.2.7",
            "user_agent": "Mozilla/5.0",
            "referrer": "https://kommun.example",
        }
        records.append({
            "number": sent.number, "title": None, "email": plain(QUESTIONS[21], sent), "name": None, "company": None,
            "summary": "…", "body": "…", "data": data, "created_at": f"{utc(sent.at):%Y-%m-%dT%H:%M:%S}.412Z",
            "human_fields": {}, "ordered_human_fields": [{"title": f"\n      {q.text}* ", "name": q.code, "value": data.get(q.code)} for q in QUESTIONS],
            "id": f"65a1b2c3d4e5f6a7b8c9d0{sent.number:02}", "form_name": "exempel",
        })  # fmt: skip
    write_json("netlify.json", records)
    MAPPINGS["netlify.json"] = mapping(
        "netlify-json",
        column=lambda q: f"data.{q.code}",
        several=lambda q: {"column": f"data.{q.code}", "multi": "array", "other": "yes"},
        id={"column": "id"},
        submitted_at={"column": "created_at", "format": "iso"},
    )


def typeform() -> None:
    """UTC in the headings; a column for each choice, "Other" again and again; and JSON, where what was
    not answered is absent: as its interface gives it, and as one message after another.
    """
    heads = ["#", *spread_headings(lambda q: q.text, lambda q, n, t: t, lambda q: "Other"),
             "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"]  # fmt: skip
    rows, items, hooks = [heads], [], []
    for sent in reversed(SIX):
        at = f"{utc(sent.at):%Y-%m-%d %H:%M:%S}"
        told = [guarded("=+-@")(text) for text in spread(sent, "=", "")]
        rows.append([f"t{sent.number}", *told, "completed", at, "", at, "ab12", ""])
        answers: list[dict[str, Any]] = []
        for question in QUESTIONS:
            field = {"id": f"f{question.code}", "ref": question.code, "type": "long_text"}
            if question.kind == "several":
                if ticked(question, sent):
                    choices: dict[str, Any] = {"labels": [*sent.answers[question.id]]}
                    choices |= (
                        {"other": sent.other[question.id]} if question.id in sent.other else {}
                    )
                    answers.append({"field": field, "type": "choices", "choices": choices})
            elif question.kind == "one" and plain(question, sent):
                answers.append({"field": field, "type": "choice", "choice": {"label": plain(question, sent)}})  # fmt: skip
            elif question.kind in ("yes-no", "consent") and plain(question, sent):
                answers.append({"field": field, "type": "boolean", "boolean": plain(question, sent) != "Nej"})  # fmt: skip
            elif question.kind == "files":
                answers += [{"field": field, "type": "file_url", "file_url": f"https://api.typeform.example/files/{n}"} for n in files(sent)[:1]]  # fmt: skip
            elif plain(question, sent):
                answers.append({"field": field, "type": "text", "text": plain(question, sent)})
        when = f"{utc(sent.at):%Y-%m-%dT%H:%M:%S}Z"
        items.append({"landing_id": f"t{sent.number}", "token": f"t{sent.number}", "response_id": f"t{sent.number}", "response_type": "completed", "submitted_at": when, "metadata": {"user_agent": "x"}, "hidden": {}, "answers": answers})  # fmt: skip
        hooks.append({"event_id": "e", "event_type": "form_response", "form_response": {"form_id": "ab", "token": f"t{sent.number}", "submitted_at": when, "definition": {"fields": []}, "answers": answers}})  # fmt: skip
    items.append({"landing_id": "t77", "token": "t77", "response_id": "t77", "response_type": "started", "submitted_at": "0001-01-01T00:00:00Z", "answers": []})  # fmt: skip
    write_csv("typeform.csv", rows, all_quoted=False)
    write_json("typeform.json", {"items": items, "total_items": 7, "page_count": 1})
    write_json("typeform_webhooks.json", hooks)
    others = {q.id: "Other" + (f"#{n}" if n > 1 else "") for n, q in enumerate(SEVERAL, 1)}
    MAPPINGS["typeform.csv"] = mapping(
        "typeform-csv",
        several=lambda q: {"multi": "cells", "columns": [*OPTIONS[q.options]], "other_column": others[q.id]},
        id={"column": "#"},
        submitted_at={"column": "Submit Date (UTC)", "format": "%Y-%m-%d %H:%M:%S"},
    )  # fmt: skip
    MAPPINGS["typeform.json"] = MAPPINGS["typeform_webhooks.json"] = mapping(
        "typeform-json",
        column=lambda q: q.code,
        several=lambda q: {"column": q.code, "multi": "array", "other": "yes"},
        yes="true",
        no="false",
        consent=["true"],
        no_consent=["false", ""],
        id={"column": "token"},
        submitted_at={"column": "submitted_at", "format": "iso"},
    )


def jotform() -> None:
    """Answers on lines of their own; JSON where an answer may be a text, a list or a mapping."""
    rows = [["Submission Date", *(q.text for q in QUESTIONS), "Submission ID", "Submission IP"]]
    content = []
    for sent in reversed(SIX):
        rows.append(
            [sent.at, *cells(sent, "\n", "\n".join(files(sent))), f"57{sent.number}", "192.0.2.7"]
        )
        answers: dict[str, Any] = {}
        for number, question in enumerate(QUESTIONS, 3):
            told: Any = plain(question, sent)
            if question.kind == "several":
                told = {**{str(n): t for n, t in enumerate(sent.answers[question.id])}, **({"other": sent.other[question.id]} if question.id in sent.other else {})}  # fmt: skip
            elif question.id == "contact_name" and told:
                first, _space, last = told.partition(" ")
                told = {"first": first, "last": last}
            elif question.kind == "files":
                told = [f"https://files.example/{n.replace(' ', '%20')}" for n in files(sent)]
            answers[str(number)] = {"name": question.code, "order": str(number), "text": question.text, "type": "control"} | ({"answer": told} if told else {})  # fmt: skip
        content.append({"id": f"57{sent.number}", "form_id": "8", "ip": "192.0.2.7", "created_at": f"{moment(sent.at).astimezone(ZoneInfo('America/New_York')):%Y-%m-%d %H:%M:%S}", "status": "ACTIVE", "updated_at": None, "answers": answers})  # fmt: skip
    content.append({"id": "5799", "form_id": "8", "created_at": "2026-02-01 10:00:00", "status": "DELETED", "answers": {}})  # fmt: skip
    write_csv("jotform.csv", rows)
    write_json("jotform.json", {"responseCode": 200, "message": "success", "content": content})
    MAPPINGS["jotform.csv"] = mapping(
        "jotform",
        several=lambda q: joined(q, "\n"),
        attached={"files": "names", "sep": "\n"},
        id={"column": "Submission ID"},
        submitted_at={"column": "Submission Date", "format": "%Y-%m-%d %H:%M:%S"},
    )
    number = {question.id: n for n, question in enumerate(QUESTIONS, 3)}
    MAPPINGS["jotform.json"] = mapping(
        "jotform-json",
        column=lambda q: f"answers.{number[q.id]}.answer",
        several=lambda q: {"column": f"answers.{number[q.id]}.answer", "multi": "array", "other": "yes"},
        attached={"files": "book"},
        id={"column": "id"},
        submitted_at={"column": "created_at", "format": "%Y-%m-%d %H:%M:%S"},
    ) | {"timezone": "America/New_York"}  # fmt: skip


def formio() -> None:
    """Boxes as {"a": true, "b": false}; a draft."""
    records = []
    for sent in SIX:
        data: dict[str, Any] = {}
        for question in QUESTIONS:
            if question.kind == "several":
                data[question.code] = {f"o{n}": t in sent.answers[question.id] for n, t in enumerate(OPTIONS[question.options])}  # fmt: skip
                data[f"{question.code}Other"] = sent.other.get(question.id, "")
            elif question.kind == "consent":
                data[question.code] = bool(plain(question, sent))
            elif question.kind == "files":
                data[question.code] = [{"storage": "url", "originalName": n, "name": f"x-{n}", "url": "https://f.example/1"} for n in files(sent)]  # fmt: skip
            else:
                data[question.code] = plain(question, sent)
        records.append({"_id": f"65f{sent.number:021}", "form": "f", "owner": None, "state": "submitted", "created": f"{utc(sent.at):%Y-%m-%dT%H:%M:%S}.000Z", "modified": f"{utc(sent.changed or sent.at):%Y-%m-%dT%H:%M:%S}.000Z", "data": data})  # fmt: skip
    records.append({"_id": "65f0000", "form": "f", "state": "draft", "created": "2026-02-01T10:00:00.000Z", "data": {}})  # fmt: skip
    write_json("formio.json", records)
    MAPPINGS["formio.json"] = mapping(
        "formio-json",
        column=lambda q: f"data.{q.code}",
        several=lambda q: {
            "column": f"data.{q.code}", "multi": "flags", "other_column": f"data.{q.code}Other",
            "keys": {f"o{n}": t for n, t in enumerate(OPTIONS[q.options])},
        },
        attached={"files": "objects", "name": "originalName"},
        consent=["true"],
        no_consent=["false"],
        id={"column": "_id"},
        submitted_at={"column": "created", "format": "iso"},
        modified_at={"column": "modified", "format": "iso"},
    )  # fmt: skip


def sharepoint() -> None:
    """The schema on the heading's line, å as _x00e5_, entities in cells, answers as JSON."""

    def internal(question: Question) -> str:
        return "".join(
            s if s.isalnum() and s.isascii() else f"_x{ord(s):04x}_" for s in question.text
        )[:200]

    heads = ["ID", *map(internal, QUESTIONS), "Created", "Modified"]
    rows = []
    for sent in SIX:
        told = []
        for question in QUESTIONS:
            answers = ticked(question, sent) if question.kind == "several" else []
            text = plain(question, sent)
            if question.kind == "several":
                told.append(json.dumps(answers, ensure_ascii=False) if answers else "")
            else:
                told.append(
                    "" if question.kind == "files" else escape(text, {"'": "&#39;", '"': "&quot;"})
                )
        rows.append([str(sent.number), *told, f"{utc(sent.at):%Y-%m-%dT%H:%M:%S}Z", f"{utc(sent.changed or sent.at):%Y-%m-%dT%H:%M:%S}Z"])  # fmt: skip
    write_csv("sharepoint_list.csv", [heads, *rows], ends="\r\n")
    schema = (
        'ListSchema={"schemaXmlList":["<Field ID=\\"{a}\\" Type=\\"Text\\" Name=\\"Title\\"/>"]}'
    )
    write(
        "sharepoint_list.csv", "\ufeff" + schema + (HERE / "sharepoint_list.csv").read_text("utf-8")
    )
    MAPPINGS["sharepoint_list.csv"] = mapping(
        "sharepoint-list",
        column=internal,
        several=lambda q: {"column": internal(q), "multi": "json", "other": "yes"},
        input={"preamble": "ListSchema", "entities": "html"},
        id={"column": "ID"},
        submitted_at={"column": "Created", "format": "iso"},
        modified_at={"column": "Modified", "format": "iso"},
    )


def kobotoolbox() -> None:
    """Semicolons; a useless summary column and one of 1 and 0 for each option; a second heading; UTC."""
    heads, tags = [], []
    for question in QUESTIONS:
        heads.append(question.code)
        tags.append(f"#{question.code}")
        if question.kind == "several":
            heads += [f"{question.code}/{text}" for text in OPTIONS[question.options]]
            heads.append(f"{question.code}_other")
            tags += [""] * (len(OPTIONS[question.options]) + 1)
    ends = ["_id", "_uuid", "_submission_time", "_status", "_index"]
    rows = [[*heads, *ends], [*tags, "#id", "", "", "", ""]]
    for sent in SIX:
        told = []
        for question in QUESTIONS:
            if question.kind == "several":
                told.append(" ".join(ticked(question, sent)))
                told += [
                    "1" if t in sent.answers[question.id] else "0"
                    for t in OPTIONS[question.options]
                ]
                told.append(sent.other.get(question.id, ""))
            else:
                told.append("" if question.kind == "files" else plain(question, sent))
        rows.append([*told, str(400 + sent.number), f"u-{sent.number}", f"{utc(sent.at):%Y-%m-%dT%H:%M:%S}", "submitted_via_web", "1"])  # fmt: skip
    write_csv("kobotoolbox.csv", rows, delimiter=";", ends="\r\n")
    MAPPINGS["kobotoolbox.csv"] = mapping(
        "kobotoolbox",
        column=lambda q: q.code,
        several=lambda q: columns(q, lambda q, _n, t: f"{q.code}/{t}", "1", f"{q.code}_other"),
        id={"column": "_uuid"},
        submitted_at={"column": "_submission_time", "format": "iso"},
    ) | {"timezone": "UTC"}


def surveymonkey() -> None:
    """Two heading rows: a question reaches over the blank cells to its right; American times."""
    fixed = [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
    ]
    first, second = [*fixed], [""] * len(fixed)
    for question in QUESTIONS:
        if question.kind == "several":
            options = [*OPTIONS[question.options]]
            first += [question.text, *[""] * len(options)]
            second += [*options, "Annat (ange)"]
        else:
            first.append(question.text)
            second.append(
                "Open-Ended Response" if question.kind in ("text", "long") else "Response"
            )
    rows = [first, second]
    for sent in reversed(SIX):
        at = f"{moment(sent.at):%m/%d/%Y %I:%M:%S %p}"
        rows.append(
            [f"1145678{sent.number}", "4123", at, at, "192.0.2.7", "", *spread(sent, "=", "")]
        )
    write_csv("surveymonkey.csv", rows, all_quoted=False, ends="\r\n")
    MAPPINGS["surveymonkey.csv"] = mapping(
        "surveymonkey",
        several=lambda q: {"multi": "cells", "columns": [f"{q.text} [{t}]" for t in OPTIONS[q.options]], "other_column": f"{q.text} [Annat (ange)]"},
        input={"header_rows": "2"},
        id={"column": "Respondent ID"},
        submitted_at={"column": "End Date", "format": "%m/%d/%Y %I:%M:%S %p"},
    )  # fmt: skip


def redcap() -> None:
    """field___1 is 1 or 0; a response that was not completed."""
    heads = ["record_id", "redcap_survey_identifier", "exempel_timestamp",
             *spread_headings(lambda q: q.code, lambda q, n, t: f"{q.code}___{n}", lambda q: f"{q.code}_other"),
             "exempel_complete"]  # fmt: skip
    rows = [heads]
    for sent in SIX:
        rows.append([str(sent.number), "", sent.at, *spread(sent, "1", "0"), "2"])
    rows.append(["10", "", "[not completed]", "Halvt svar", *[""] * (len(heads) - 5), "0"])
    write_csv("redcap.csv", rows, all_quoted=False)
    MAPPINGS["redcap.csv"] = mapping(
        "redcap",
        column=lambda q: q.code,
        several=lambda q: columns(q, lambda q, n, _t: f"{q.code}___{n}", "1", f"{q.code}_other"),
        id={"column": "record_id"},
        submitted_at={"column": "exempel_timestamp", "format": "%Y-%m-%d %H:%M:%S"},
        only_if={"column": "exempel_complete", "in": ["2"]},
    )


def open_eplatform() -> None:
    """ISO-8859-1 and CDATA that is broken for a dash, elements named after labels, what was not
    answered absent, and the applicant's personal number beside the answers.
    """

    def cdata(text: str) -> str:
        parts = []
        for sign in text:
            try:
                sign.encode("iso-8859-1")
                parts.append(sign)
            except UnicodeEncodeError:
                parts.append(f"]]>&#{ord(sign)};<![CDATA[")
        return "<![CDATA[\n" + "".join(parts) + "\n]]>"

    found = []
    for sent in SIX:
        values = ""
        for number, question in enumerate(QUESTIONS, 10):
            inner = ""
            if question.kind == "several":
                inner = "".join(f"<Value>{cdata(t)}</Value>" for t in sent.answers[question.id])
                if own := sent.other.get(question.id):
                    inner += f"<TextAlternative>{cdata(own)}</TextAlternative>"
            elif question.kind == "files":
                inner = "".join(f"<File><ID>1</ID><Name>{cdata(n)}</Name><Size>84</Size></File>" for n in files(sent))  # fmt: skip
            elif plain(question, sent):
                name = "Rubrik" if question.id == "title" else "Value"
                inner = f"<{name}>{cdata(plain(question, sent))}</{name}>"
            if inner:
                values += f"<{question.code}><QueryID>{number}</QueryID><Name>{cdata(question.text)}</Name>{inner}</{question.code}>"
        found.append(
            '<FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance"><Header><Flow><FamilyID>7</FamilyID></Flow>'
            f"<FlowInstanceID>{sent.number}</FlowInstanceID><Status>Inkommet</Status><Posted>{sent.at.replace(' ', 'T')}</Posted>"
            f"<FirstSubmitted>{sent.at.replace(' ', 'T')}</FirstSubmitted><LastSubmitted>{(sent.changed or sent.at).replace(' ', 'T')}</LastSubmitted></Header>"
            f"<Values><applicant><citizenIdentifier>198112289874</citizenIdentifier></applicant>{values}</Values></FlowInstance>"
        )
    document = (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<FlowInstances>'
        + "".join(found)
        + "</FlowInstances>"
    )
    write("open_eplatform.xml", document, "iso-8859-1")
    MAPPINGS["open_eplatform.xml"] = mapping(
        "open-eplatform",
        column=lambda q: f"Values/{q.code}/" + {"title": "Rubrik", "attachments": "File"}.get(q.id, "Value"),
        several=lambda q: {"column": f"Values/{q.code}/Value", "multi": "array", "other_column": f"Values/{q.code}/TextAlternative"},
        attached={"files": "objects", "name": "Name"},
        id={"column": "Header/FlowInstanceID"},
        submitted_at={"column": "Header/FirstSubmitted", "format": "iso"},
        modified_at={"column": "Header/LastSubmitted", "format": "iso"},
    )  # fmt: skip


def generic() -> None:
    """A table of one's own: lines above the heading, a row of sums, a hidden sheet; and tabs with sep=."""
    from openpyxl import Workbook

    heading = ["Löpnr", "Inkom", *(question.text for question in QUESTIONS)]
    rows = [[str(s.number), s.at, *cells(s, "\n", "\n".join(files(s)))] for s in SIX]
    book = Workbook()
    hidden = book.active
    hidden.title = "Listor"
    hidden.append(["gamla svar"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Svar")
    sheet.append(["Lämnade svar 2026"])
    sheet.append([])
    for line in ([heading, *rows, ["Summa:", "6"]]):  # fmt: skip
        sheet.append([None] * 0)
        for number, text in enumerate(line, 1):
            if text:
                sheet.cell(sheet.max_row + (number == 1), number, text).data_type = "s"
    book.save(HERE / "generic.xlsx")
    write_csv("generic_tabs.csv", [heading, *rows], "utf-16", "\t", ends="\r\n")
    raw = (HERE / "generic_tabs.csv").read_bytes().decode("utf-16")
    write("generic_tabs.csv", "sep=\t\r\n" + raw, "utf-16")
    MAPPINGS["generic.xlsx"] = MAPPINGS["generic_tabs.csv"] = mapping(
        "generic",
        several=lambda q: joined(q, "\n"),
        attached={"files": "names", "sep": "\n"},
        id={"column": "Löpnr"},
        submitted_at={"column": "Inkom", "format": "%Y-%m-%d %H:%M:%S"},
    )


ALL = (
    ms_forms, google_forms, limesurvey, nextcloud, drupal, gravity, flamingo, netlify, typeform, jotform, formio,
    sharepoint, kobotoolbox, surveymonkey, redcap, open_eplatform, generic,
)  # fmt: skip


def main() -> None:
    for each in ALL:
        each()
    from exempelbank.documents import as_yaml

    for name, how in MAPPINGS.items():
        write(f"{name}.yml", as_yaml(how))


if __name__ == "__main__":
    main()
