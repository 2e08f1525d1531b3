"""An answer of files -> their names. Nothing is ever fetched.

Tools write them as names, addresses, lists and objects, and several in one cell in as many ways.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from exempelbank.intake.cleaning import one_line
from exempelbank.intake.export.rows import RawValue
from exempelbank.intake.export.tree import at_path
from exempelbank.intake.form.mapping import FieldMapping
from exempelbank.intake.parsing.choices import as_text
from exempelbank.intake.parsing.links import NEXT_ADDRESS


class FileName(NamedTuple):
    name: str  # without the name of the sender; an address when it holds no name
    saved_as: str  # by the form tool, and when someone has downloaded it

    @property
    def is_picture(self) -> bool:
        return _PICTURE.search(self.name) is not None


_PICTURE = re.compile(r"\.(?:jpe?g|jfif|png|gif|webp|tiff?|heic|heif|bmp)\Z", re.IGNORECASE)
_NAME_KEYS = ("name", "filename", "fileName", "originalName")
_ADDRESS_KEYS = ("url", "link", "webUrl", "href")
_SUFFIX = r"\.[A-Za-z][A-Za-z0-9]{2,4}"
_ENDS_AS_FILE = re.compile(rf"{_SUFFIX}[\"”']?\Z")
_BETWEEN_NAMES = re.compile(
    r"""( [ ]?[;,|][ ]? | [ ](?:och|samt|and|&|\+)[ ]
        | (?<=\.pdf|\.jpg|\.png|\.gif|\.doc|\.xls)[ ]
        | (?<=\.jpeg|\.docx|\.xlsx|\.pptx|\.heic|\.webp)[ ] )""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN_ADDRESSES = re.compile(rf"(?={NEXT_ADDRESS})", re.IGNORECASE)
_AROUND = " \t\n,;|\"”'<>"  # a name, in a cell
_PROGRAM = re.compile(r"\.(?:php|aspx?|ashx|jsp|cgi|do|dll)\Z", re.IGNORECASE)
# Microsoft Forms puts the sender's name at the end: plan_Anna Ek.pdf
_MS_FORMS_FOLDER = re.compile(r"/Apps/Microsoft Forms/", re.IGNORECASE)
_MS_VIEWER = "/_layouts/15/"
_FULL_NAME = re.compile(r"[^\W\d_a-zåäöéü][\w.-]*(?: [^\W\d_a-zåäöéü][\w.-]*)+")


def file_names_in(answer: RawValue, mapping: FieldMapping) -> list[FileName]:
    return [file for file in _files_in(answer, mapping) if file.name]


def _files_in(answer: RawValue, mapping: FieldMapping) -> Iterator[FileName]:
    match _from_json(answer):
        case None | "":
            return
        case list() as files:
            for file in files:
                if isinstance(file, str):  # a list has divided them already
                    yield _file_from(file)
                else:
                    yield from _files_in(file, mapping)
        case Mapping() as file:
            name = as_text(at_path(file, mapping.name, ".")) or _first(file, _NAME_KEYS)
            address = as_text(at_path(file, mapping.url, ".")) or _first(file, _ADDRESS_KEYS)
            if name or address:
                yield _file_from_parts(name, address)
            else:
                for inner in file.values():
                    yield from _files_in(inner, mapping)
        case text:
            yield from map(_file_from, _divided(as_text(text), mapping.sep))


def _from_json(answer: RawValue) -> RawValue:
    if isinstance(answer, str) and answer.lstrip().startswith(("[", "{")):
        try:
            value: RawValue = json.loads(answer)
        except (ValueError, RecursionError):
            return answer
        return value
    return answer


def _first(file: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := as_text(file.get(key)))), "")


# ---- Several in one cell ----


def _divided(text: str, sep: str) -> Iterator[str]:
    """By the separator of the mapping, or by what shows where one ends; and always where the next
    address begins.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for cell in text.split(sep or "\n"):
        for part in _BETWEEN_ADDRESSES.split(cell):
            yield from [part] if sep else _divided_by_suffix(one_line(part))


def _divided_by_suffix(text: str) -> list[str]:
    """ "plan.pdf, bild.jpg" is two, and "Plan, slutlig.pdf" one."""
    names: list[str] = []
    name = between = ""
    pieces = [*_BETWEEN_NAMES.split(text), ""]
    for piece, after in zip(pieces[::2], pieces[1::2], strict=True):
        name += piece
        if _ENDS_AS_FILE.search(piece):
            names.append(name)
            name, between = "", after
        else:
            name += after
    if name.strip() and names:
        names[-1] += between + name
    elif name:
        names.append(name)
    return names


# ---- One ----


def _file_from(text: str) -> FileName:
    text = text.strip(_AROUND)
    return _file_from_parts("", text) if "://" in text else _file_from_parts(text, "")


def _file_from_parts(name: str, address: str) -> FileName:
    """`address`: where the tool keeps it, if that is known."""
    if not address:
        name = _base_name(_decoded(name))
        return FileName(name, name)
    try:
        parts = urlsplit(address)
    except ValueError:
        return FileName(one_line(name or address), name)
    path = _decoded(parts.path)
    saved_as = _base_name(_decoded(name)) or _name_in(path, parts.query)
    if not saved_as:
        return FileName(one_line(address), "")
    stem, dot, suffix = saved_as.rpartition(".")
    given, _underscore, sender = stem.rpartition("_")
    has_sender = _MS_FORMS_FOLDER.search(path) or (
        _MS_VIEWER in path and _FULL_NAME.fullmatch(sender)
    )
    return FileName(given + dot + suffix if given and has_sender else saved_as, saved_as)


def _name_in(path: str, query: str) -> str:
    """ "" for Drive's open?id=…: no name to be had."""
    names = [path, *(value for _key, value in parse_qsl(query))] if query else [path]
    for name in map(_base_name, names):
        if "." in name and not _PROGRAM.search(name):
            return name
    return ""


def _base_name(name: str) -> str:
    """The last part of a path, whichever way it is written."""
    return re.split(r"[/\\]", one_line(name).rstrip("/"))[-1].strip(". ")


def _decoded(name: str) -> str:
    """Bild%20ett.jpg as people read it."""
    if "%" not in name:
        return name
    try:
        return unquote(name, errors="strict")
    except UnicodeDecodeError:
        return unquote(name, encoding="latin-1")
