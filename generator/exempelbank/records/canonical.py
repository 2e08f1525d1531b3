"""What a person wrote in a file -> the names and ids that the program uses, on the same lines.

"Typ av exempel: Arbetssätt" -> "kind: arbetssatt". "Målgrupp: Autism, adhd" -> "target_groups:
[autism, adhd-npf]". "Rättigheter: ja" -> "rights: yes". What is bound to a text is bound to this
form of it. What may mean two things, or nothing that we know, is left as it stands: whoever checks
the record says what is wrong with it. "i dag" and "16 mars 2026" are read where someone types them,
and not in a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

import yaml

from exempelbank.documents import Document, Keys, nodes_of
from exempelbank.model.labels import fields_by_label
from exempelbank.model.record import FrozenModel, yes_or_no_by_wording
from exempelbank.model.review import Check, Handling, answers_by_wording
from exempelbank.model.submission import Attestation
from exempelbank.model.typed_days import day_from_words
from exempelbank.records.written_fields import WrittenField, fields_of
from exempelbank.text.normalization import comparable, words_alone


class Wordings(Protocol):
    """What the settings know. An id, or None when no one thing is called so."""

    def term_id(self, vocabulary: str, wording: str) -> str | None: ...
    def checklist_id(self, wording: str) -> str | None: ...
    def reviewer_id(self, wording: str) -> str | None: ...


def canonical(
    document: Document,
    kind: type[FrozenModel],
    wordings: Wordings | None,
    typed_on: date | None = None,
) -> Document:
    """The document itself when it is so already. Without settings, only what the language says.
    `typed_on`: of answers that are typed now; days in words are then read too.
    """
    changes = [*_Reader(wordings, typed_on).changes(document.data, kind, ())]
    if not changes:
        return document
    front_matter = _changed(document.front_matter, changes)
    return document if front_matter is None else document.with_front_matter(front_matter)


class _Change(NamedTuple):
    keys: Keys  # as they stand in the file
    name: str = ""  # the key's own
    value: Any = None  # of the key, when it is another


class _Reader:
    def __init__(self, wordings: Wordings | None, typed_on: date | None) -> None:
        self.wordings = wordings
        self.typed_on = typed_on

    def changes(
        self, data: Mapping[str, Any], kind: type[FrozenModel], above: Keys
    ) -> Iterator[_Change]:
        fields = fields_of(kind)
        renamed = _renamed(data, kind)
        for key, value in data.items():
            keys = (*above, key)
            if name := renamed.get(key):
                yield _Change(keys, name)
            if field := fields.get(name or key):
                yield from self._in_field(value, field, keys)

    def _in_field(self, value: Any, field: WrittenField, keys: Keys) -> Iterator[_Change]:
        if field.part:
            yield from self._in_part(value, field.part, keys)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, str) and (settled := self._settled(item, field)) != item:
                    yield _Change((*keys, number), value=settled)
        elif isinstance(value, str) and value:
            if not field.is_list:
                if (settled := self._settled(value, field)) != value:
                    yield _Change(keys, value=settled)
            elif field.is_split:
                yield _Change(keys, value=_items_in(value, field, self.wordings))

    def _in_part(self, value: Any, part: type[FrozenModel], keys: Keys) -> Iterator[_Change]:
        if part is Check and isinstance(value, dict):
            yield from self._in_checklist(value, keys)
        elif part is Handling and isinstance(value, str):
            if by := self.wordings and self.wordings.reviewer_id(value):
                yield _Change(keys, value={"by": by})
        elif isinstance(value, dict):
            yield from self.changes(value, part, keys)
            if part is Handling and isinstance(by := value.get("by"), str):
                settled = self.wordings and self.wordings.reviewer_id(by)
                if settled and settled != by:
                    yield _Change((*keys, "by"), value=settled)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield from self.changes(item, part, (*keys, number))
        elif part is Attestation and isinstance(value, str):
            yield from _attested(value, keys, self.typed_on)

    def _in_checklist(self, answers: Mapping[str, Any], keys: Keys) -> Iterator[_Change]:
        for item, answer in answers.items():
            item_id = self.wordings and self.wordings.checklist_id(item)
            if item_id and item_id not in answers:
                yield _Change((*keys, item), item_id)
            if isinstance(answer, str):
                settled = answers_by_wording().get(comparable(answer), answer)
                if settled != answer:
                    yield _Change((*keys, item), value=str(settled))
            elif isinstance(answer, dict):
                yield from self.changes(answer, Check, (*keys, item))

    def _settled(self, text: str, field: WrittenField) -> str:
        if field.words:
            return field.words.get(comparable(text), text)
        if field.typed and self.typed_on:
            return field.typed(text, self.typed_on)
        if field.vocabulary and self.wordings:
            return self.wordings.term_id(field.vocabulary, text) or text
        return text


def _items_in(text: str, field: WrittenField, wordings: Wordings | None) -> list[str]:
    if field.vocabulary:
        return [*dict.fromkeys(term_ids_in(text, field.vocabulary, wordings))]
    return [item for part in text.split(",") if (item := part.strip())]


def term_ids_in(text: str, vocabulary: str, wordings: Wordings | None) -> Iterator[str]:
    """Of the terms between commas; what is none as it stands. A term may have a comma in its name:
    the longest that is known.
    """
    parts = text.split(",")
    while parts:
        for length in range(len(parts), 0, -1):
            wording = ",".join(parts[:length]).strip()
            term = wordings and wordings.term_id(vocabulary, wording)
            if term or length == 1:
                if wording:
                    yield term or wording
                del parts[:length]
                break


_ATTESTED = re.compile(r"([^\s,]+)(?:,?\s+(.+))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _attested(text: str, keys: Keys, typed_on: date | None) -> Iterator[_Change]:
    """ "ja" and "ja, 2026-03-16"; typed also "ja, i går"."""
    found = _ATTESTED.fullmatch(text)
    answer = found and yes_or_no_by_wording().get(comparable(found[1]))
    if not (found and answer):
        return
    day = found[2] or ""
    if day and typed_on:
        day = day_from_words(day, typed_on)
    if not day:
        yield _Change(keys, value={"answer": answer})
    elif _DAY.fullmatch(day):
        yield _Change(keys, value={"answer": answer, "date": day})


def _renamed(data: Mapping[str, Any], kind: type[FrozenModel]) -> Mapping[str, str]:
    """Key -> the field that it is another name of. Two keys for one field are left as they are."""
    fields = fields_of(kind)
    meant = {
        key: name
        for key in data
        if key not in fields and (name := fields_by_label(kind).get(words_alone(key)))
    }
    names = [*meant.values()]
    return {key: name for key, name in meant.items() if name not in data and names.count(name) == 1}


# ---- In the text of the file ----


def _changed(front_matter: str, changes: Sequence[_Change]) -> str | None:
    """The text with the changes in it. Line for line as it was."""
    nodes = nodes_of(front_matter)
    edits: list[tuple[yaml.Node, str]] = []
    for change in changes:
        key, value = nodes[change.keys]
        if change.name and key:
            edits.append((key, change.name))
        if change.value is not None and _is_short(value):
            edits.append((value, _flow(change.value)))
    for node, new in sorted(edits, key=lambda edit: -edit[0].start_mark.index):
        front_matter = (
            front_matter[: node.start_mark.index] + new + front_matter[node.end_mark.index :]
        )
    return front_matter if edits else None


def _is_short(node: yaml.Node) -> bool:
    """On a line of its own."""
    return (
        isinstance(node, yaml.ScalarNode)
        and node.style not in ("|", ">")
        and node.start_mark.line == node.end_mark.line
    )


_PLAIN = re.compile(r"[\w][\w .@/+-]*(?<! )")


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(one)}' for key, one in value.items())}}}"
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
