"""One row's answers, each read the way the mapping says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from exempelbank.exceptions import UnclearAnswer
from exempelbank.intake.export.rows import ExportRow, RawValue
from exempelbank.intake.export.tree import at_path
from exempelbank.intake.form.choices import (
    as_text,
    choices_in_array,
    choices_in_json,
    flagged_choices,
    split_choices,
)
from exempelbank.intake.form.cleaning import lines, one_line
from exempelbank.intake.form.mapping import Bool, FieldMapping
from exempelbank.intake.form.sheet import Sheet
from exempelbank.settings import Settings, Term
from exempelbank.text.normalization import comparable, normalised

_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4}-[0-9]{2})-[0-9]{2}(?:[ T].*)?")
_MUNICIPALITY = re.compile(r"(.+?) (?:kommun|stad)", re.IGNORECASE)
_MS_FORMS_FOLDER = re.compile(r"/Apps/Microsoft Forms/", re.IGNORECASE)


_OTHER = "-oth-"  # LimeSurvey's sign for "see the other column"


@dataclass(frozen=True, slots=True)
class Unknown:
    """An answer without a term. `expected`: the mapping knows it, or the form asked for words."""

    text: str
    expected: bool


@dataclass(frozen=True, slots=True)
class Values:
    row: ExportRow
    sheet: Sheet
    settings: Settings

    def text(self, how: FieldMapping) -> str:
        if how.multi:
            return "\n".join(text for text, _known in self._ticked(how))
        return self.sheet.text(self.row, how.column or ())

    def several(self, how: FieldMapping) -> list[str]:
        """A list of texts, each on a line of its own."""
        if how.multi:
            texts: Iterable[str] = (text for text, _known in self._ticked(how))
        elif how.split == "lines":
            texts = lines(self.text(how)).split("\n")
        else:
            answers = [self.sheet.answer(self.row, each) for each in how.column or ()]
            lists = any(isinstance(answer, list) for answer in answers)
            texts = (t for a in answers for t in choices_in_array(a)) if lists else [self.text(how)]
        return [text for each in texts if (text := one_line(each))]

    def yes_no(self, how: FieldMapping) -> bool | None:
        """None: not answered. Raises UnclearAnswer."""
        told = how.bool or Bool()
        given = self.text(how).strip()
        for form in (normalised, comparable, _without_sep):
            plain = form(given)
            if plain in map(form, told.yes):
                return True
            if plain in map(form, told.no):
                return False if given else None
        if given:
            raise UnclearAnswer
        return None

    def month(self, how: FieldMapping) -> str:
        text = one_line(self.text(how))
        day = _DAY.fullmatch(text)
        return day[1] if day else text

    # ---- Answers with a term ----

    def terms(self, how: FieldMapping, vocabulary: str) -> tuple[list[str], list[Unknown]]:
        """(ids, answers without one), in the form's order."""
        ids: list[str] = []
        unknown: list[Unknown] = []
        known = self.sheet.mapping.answers_of(how)
        for text, other in self._ticked(how):
            text = one_line(text)
            if not text or text == _OTHER:
                continue
            meaning = known.get(normalised(text), ()) if not other else ()
            declared = normalised(text) in known
            if meaning:
                ids += meaning
            elif meaning is None:
                unknown.append(Unknown(text, True))
            elif declared or not (how.options or other):
                term = self._term(text, vocabulary)
                if term:
                    ids.append(term.replaced_by or term.id)
                else:
                    unknown.append(Unknown(text, declared or how.other))
            else:
                unknown.append(Unknown(text, other or how.other))
        return list(dict.fromkeys(ids)), unknown

    def _term(self, text: str, vocabulary: str) -> Term | None:
        """A municipality is known as “Solna kommun” and “Solna stad” too."""
        terms = self.settings.vocabulary(vocabulary)
        if term := terms.find(text):
            return term
        named = _MUNICIPALITY.fullmatch(text) if vocabulary == "municipalities" else None
        return terms.find(named[1]) or terms.find(named[1].removesuffix("s")) if named else None

    def _ticked(self, how: FieldMapping) -> Iterator[tuple[str, bool]]:
        """(answer, in the sender's own words)."""
        answer = self.sheet.answer
        match how.multi:
            case "columns":
                yes = {
                    comparable(text) for text in how.ticked or ("x", "1", "y", "ja", "yes", "true")
                }
                for column, text in dict(how.columns or {}).items():  # type: ignore[arg-type]
                    if comparable(as_text(answer(self.row, column))) in yes:
                        yield text, False
            case "cells":
                for column in how.columns or ():
                    yield as_text(answer(self.row, column)), False
            case "joined":
                text = self.text_of(how)
                sep = how.sep or self.sheet.mapping.about.sep
                options = self.sheet.mapping.answers_of(how) if how.options else ()
                yield from ((item, False) for item in split_choices(text, sep, options))
            case "array":
                for column in how.column or ():
                    yield from (
                        (item, False) for item in choices_in_array(answer(self.row, column))
                    )
            case "json":
                yield from ((item, False) for item in choices_in_json(self.text_of(how)))
            case "flags":
                for column in how.column or ():
                    yield from (
                        (text, False)
                        for text in flagged_choices(answer(self.row, column), how.keys)
                    )
            case _:
                yield self.text_of(how), False
        if how.other_column:
            yield self.sheet.text(self.row, how.other_column), True

    def text_of(self, how: FieldMapping) -> str:
        return self.sheet.text(self.row, how.column or ())

    # ---- Addresses and files ----

    def links(self, how: FieldMapping) -> list[dict[str, str]]:
        """An address, or words and an address, on each line."""
        found = []
        texts = [lines(as_text(self.sheet.answer(self.row, each))) for each in how.column or ()]
        for line in "\n".join(texts).split("\n"):
            line = one_line(line)
            addresses = _ADDRESS.findall(line)
            for address in addresses or ([line] if line else []):
                title = line.replace(address, "").strip(" :–-,;()") if len(addresses) == 1 else ""
                link = {"title": title, "url": address} if title else {"url": address}
                found.append(link)
        return found

    def files(self, how: FieldMapping) -> list[str]:
        """Names only. An address that holds no name stays an address; nothing is ever fetched."""
        found: list[str] = []
        for column in how.column or ():
            answer = self.sheet.answer(self.row, column)
            match how.files:
                case "objects":
                    found += (_name_of(each, how) for each in _objects(answer))
                case "limesurvey-json":
                    found += (unquote(as_text(each.get("name"))) for each in _objects(answer))
                case "urls":
                    found += map(_name_in_address, _parts(answer, how.sep))
                case _:
                    found += _parts(answer, how.sep)
        return [name for each in found if (name := _base_name(one_line(each)))]


def _without_sep(text: str) -> str:
    """Microsoft Forms ends even a single box with its separator."""
    return comparable(text).rstrip("; ")


def _parts(answer: RawValue, sep: str) -> Iterator[str]:
    for text in choices_in_array(answer):
        pieces = text.replace("\r\n", "\n").split(sep) if sep else text.split("\n")
        yield from (piece.strip() for piece in pieces)


def _objects(answer: RawValue) -> list[Mapping[str, Any]]:
    if isinstance(answer, str):
        try:
            answer = json.loads(answer) if answer.strip() else []
        except (ValueError, RecursionError):
            return [{"name": answer}]
    items = answer if isinstance(answer, list) else [answer]
    return [
        each if isinstance(each, Mapping) else {"name": as_text(each)} for each in items if each
    ]


def _name_of(file: Mapping[str, Any], how: FieldMapping) -> str:
    name = as_text(at_path(file, how.name, ".")) or as_text(file.get("name"))
    return name or _name_in_address(as_text(at_path(file, how.url, ".")))


def _name_in_address(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = unquote(parts.path)
    name = path.rstrip("/").rpartition("/")[2]
    if "." not in name:  # Drive's open?id=…: no name to be had
        return address
    if _MS_FORMS_FOLDER.search(path):
        # Microsoft Forms puts the sender's name at the end: plan_Anna Ek.pdf
        stem, dot, suffix = name.rpartition(".")
        return (stem.rpartition("_")[0] or stem) + dot + suffix
    return name


def _base_name(name: str) -> str:
    """The last part of a path, whichever way it is written; an address stays whole."""
    if "://" in name:
        return name[:300]
    return re.split(r"[/\\]", name)[-1].strip(". ")[:200]
