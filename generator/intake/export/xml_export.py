"""An XML document -> its responses, as values within values. No DTD; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from generator.documents import Refused
from generator.intake import limits
from generator.intake.export.rows import Answer, Export, ExportRow
from generator.intake.export.tree import paths_in
from generator.texts import _

_NAMESPACE = re.compile(r"^\{[^}]*\}")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_ENCODINGS = {"utf-8", "utf8", "utf-16", "iso-8859-1", "latin-1", "us-ascii", "windows-1252"}


def parsed_xml(raw: bytes) -> Element:
    """Raises Refused."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    declared = _DECLARED.search(raw[:200])
    if declared and declared[1].decode().lower() not in _ENCODINGS:
        raise Refused(
            _("says that it is written in “{encoding}”, which can't be read").format(
                encoding=declared[1].decode()
            ),
            1,
        )
    try:
        root: Element = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused(_("holds a document type, which no form tool writes")) from None
    except ParseError as why:
        line = why.position[0] if why.position else None
        raise Refused(
            _("is not well-formed XML, or was cut short on its way"),
            line,
            _("Export it once more."),
        ) from None
    except (ValueError, LookupError):
        raise Refused(_("is not well-formed XML, or was cut short on its way"), 1) from None
    except RecursionError:
        raise Refused(_("has elements within elements too deep to be meant")) from None
    return root


def read_xml(path: str, raw: bytes, records: str | None) -> Export:
    """`records`: the name of the element that repeats, or a path to it."""
    root = parsed_xml(raw)
    _refuse_deep(root)
    found = list(_records(root, records))
    if not found:
        raise Refused(
            _("has no “{path}”, where the mapping says that the responses are").format(path=records)
        )
    if len(found) > limits.ROWS:
        raise Refused(_("has more than {n} responses").format(n=limits.ROWS))
    rows, headers = [], dict[str, None]()
    for number, element in enumerate(found, 1):
        value = _value(element)
        answers = value if isinstance(value, dict) else {"#text": value}
        headers |= dict.fromkeys(paths_in(answers, "/"))
        rows.append(ExportRow(path, number, answers))
    return Export(path, tuple(headers), rows, True, "xml")


def local_name(element: Element) -> str:
    return _NAMESPACE.sub("", str(element.tag))


def _records(root: Element, records: str | None) -> Iterator[Element]:
    if not records:
        names = [local_name(child) for child in root]
        if len(names) > 1 and len(set(names)) == 1:  # a list and nothing else
            yield from root
        else:
            yield root
        return
    name = records.rstrip("/").rsplit("/", 1)[-1]
    yield from (element for element in root.iter() if local_name(element) == name)


def _value(element: Element) -> Answer:
    """Leaves are text; children of the same name a list; an attribute is "@name"."""
    value: dict[str, Answer] = {f"@{name}": text for name, text in element.attrib.items()}
    for child in element:
        name, inner = local_name(child), _value(child)
        if name not in value:
            value[name] = inner
        else:
            before = value[name]
            value[name] = [*before, inner] if isinstance(before, list) else [before, inner]
    text = "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
    if not value:
        return text
    return value | {"#text": text} if text else value


def _refuse_deep(root: Element) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > limits.DEPTH:
            raise Refused(_("has elements within elements too deep to be meant"))
        level = [child for element in level for child in element]
