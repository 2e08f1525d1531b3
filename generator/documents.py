"""A file of Markdown with front matter, or of YAML alone <-> a Document that knows its lines.

Reading guesses nothing: every scalar is the text that stands there (`no` is "no", `0123` is
"0123"); duplicate keys, anchors, aliases and tags are refused with their line. An edit replaces the
text of the value it changes and leaves the rest of the file as it was, comments and order included.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import yaml
from frontmatter.default_handlers import BaseHandler

from generator.problems import Place, Problems
from generator.texts import _

Keys = tuple[str | int, ...]  # the way to a value: ("review", "log", 0, "by")
LARGEST = 1_000_000  # bytes; a thousand times a long example


class Refused(Exception):
    """The file can't be read at all. `line` counts from 1 in the whole file."""

    def __init__(self, says: str, line: int | None = None, fix: str = "") -> None:
        super().__init__(says)
        self.says, self.line, self.fix = says, line, fix


class StrictFrontMatter(BaseHandler):
    """python-frontmatter's way in and out, without YAML's guesses.

    The front matter ends at the first line that is exactly `---`; any later one is text.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def split(self, text: str) -> tuple[str, str]:
        """(front matter, body), or ValueError when there is no front matter."""
        before, front, body = self.FM_BOUNDARY.split(text, 2)
        if before:
            raise ValueError("the first line is not ---")
        return front.removeprefix("\n"), body.removeprefix("\n")

    def load(self, fm: str) -> dict[str, Any]:
        root = _compose(fm)
        return cast(dict[str, Any], _plain(root)) if root else {}

    def export(self, metadata: Mapping[str, object], **_options: object) -> str:
        return as_yaml(metadata).rstrip("\n")


HANDLER = StrictFrontMatter()


@dataclass(frozen=True)
class Document:
    """`data` holds str, list and dict only. `front` is the YAML text it was read from."""

    path: str  # relative to the project, with "/"
    front: str
    body: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[Keys, int] = field(default_factory=dict)  # in the whole file, from 1
    body_line: int = 1  # where the body begins

    def place(self, *keys: str | int) -> Place:
        """Where the value stands, or the nearest thing that holds it."""
        label = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys) or None
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Place(self.path, self.lines.get(keys), label)

    @property
    def text(self) -> str:
        """The whole file."""
        return (
            self.front
            if self.path.endswith((".yml", ".yaml"))
            else f"---\n{self.front}---\n{self.body}"
        )

    def with_value(self, keys: Sequence[str], value: object) -> Document:
        """The same file with one value replaced, added, or (None) taken away."""
        return document_from(self.path, f"---\n{_edited(self.front, keys, value)}---\n{self.body}")

    def with_item(self, keys: Sequence[str], item: object) -> Document:
        """The same file with one item more, last in the list at `keys`; the others stay untouched."""
        return document_from(self.path, f"---\n{_appended(self.front, keys, item)}---\n{self.body}")

    def with_body(self, body: str) -> Document:
        return replace(self, body=body)


# ---- Reading ----


def read_document(path: Path, root: Path, problems: Problems) -> Document | None:
    """None, and a problem that says why, when the file can't be read."""
    name = path.relative_to(root).as_posix()
    try:
        return document_from(name, text_of(path))
    except Refused as why:
        problems.error(Place(name, why.line), why.says, why.fix)
        return None


def text_of(path: Path) -> str:
    """The file as text with "\\n" for line ends. Raises Refused."""
    if path.is_symlink():
        raise Refused(_("is a link to another file"), fix=_("Put the file itself here."))
    try:
        raw = path.read_bytes()
    except OSError as why:
        raise Refused(_("can't be opened: {why}").format(why=why.strerror)) from None
    if len(raw) > LARGEST:
        raise Refused(_("is larger than {n} kB").format(n=LARGEST // 1000))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = raw[: why.start].count(b"\n") + 1
        raise Refused(_("is not UTF-8 text"), line, _("Save the file as UTF-8.")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _NOT_TEXT.search(text):
        line = text[: found.start()].count("\n") + 1
        raise Refused(
            _("holds an invisible control character"),
            line,
            _("Take it away, or write the line anew."),
        )
    return text


_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def document_from(path: str, text: str) -> Document:
    """Text -> Document. Raises Refused."""
    if path.endswith((".yml", ".yaml")):
        front, body, first = text, "", 1
    else:
        try:
            front, body = HANDLER.split(text)
        except ValueError:
            raise Refused(
                _("has no front matter"),
                1,
                _("The file must begin with a line --- and have another --- after the facts."),
            ) from None
        first = 2
    root = _compose(front, first)
    return Document(
        path,
        front,
        body,
        data=cast(dict[str, Any], _plain(root)) if root else {},
        lines=dict(_lines(root, first)) if root else {},
        body_line=first + front.count("\n") + 1,
    )


def _compose(text: str, first: int = 1) -> yaml.MappingNode | None:
    """The tree of nodes; `first` is the line in the file where `text` begins. Raises Refused."""
    try:
        if _MAY_BE_REFERENCE.search(text):
            _refuse_references(text, first)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as why:
        # A scanner notices on the next line; what it was reading began where the fault is.
        scanning = isinstance(why, yaml.scanner.ScannerError) and why.context_mark
        mark = scanning or why.problem_mark
        raise Refused(
            _("has front matter that can't be read as YAML"),
            mark.line + first if mark else None,
            _(
                "Look for a missing colon, a wrong indentation or a quotation mark without its pair."
                " A value that holds “: ” or begins with a sign must stand within quotation marks."
            ),
        ) from None
    except (yaml.YAMLError, RecursionError):
        raise Refused(_("has front matter that can't be read as YAML")) from None
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        raise Refused(_("has front matter that is not a list of “name: value”"), first)
    _refuse_odd_keys(root, first)
    return root


_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MAY_BE_REFERENCE = re.compile(
    r"(^|[\s:,\[{-])[&*!]", re.MULTILINE
)  # the second parse costs as much as the first
_DEEPEST = 20


def _refuse_references(text: str, first: int) -> None:
    for event in yaml.parse(text, Loader=_Loader):
        line = (event.start_mark.line if event.start_mark else 0) + first
        if getattr(event, "anchor", None):  # AliasEvent has one too
            says = _("uses & or * at the start of a value, which YAML reads as a reference")
        elif getattr(event, "tag", None):
            says = _("uses ! at the start of a value, which YAML reads as a tag")
        else:
            continue
        raise Refused(says, line, _("Put the value within quotation marks."))


def _refuse_odd_keys(node: yaml.Node, first: int, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise Refused(
            _("has lists within lists too deep to be meant"), node.start_mark.line + first
        )
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + first
            if not isinstance(key, yaml.ScalarNode):
                raise Refused(_("has something other than a name before a colon"), line)
            if key.value in seen:
                raise Refused(
                    _("has “{key}” twice").format(key=key.value), line, _("Keep one of them.")
                )
            seen.add(key.value)
            _refuse_odd_keys(value, first, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_odd_keys(item, first, depth + 1)


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _lines(node: yaml.Node, first: int, keys: Keys = ()) -> Iterator[tuple[Keys, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*keys, key.value), key.start_mark.line + first
            yield from _lines(value, first, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*keys, number), item.start_mark.line + first
            yield from _lines(item, first, (*keys, number))


# ---- Writing ----


class _Dumper(yaml.SafeDumper):
    """Block style, long lines unbroken, texts with line breaks as `|` blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    )


_Dumper.add_representer(str, _text)


def as_yaml(data: Mapping[str, object] | Sequence[object]) -> str:
    """Block YAML that our reader, and any other, reads back as the same texts."""
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=False,
    )


def _edited(front: str, keys: Sequence[str], value: object) -> str:
    """`front` with the value at `keys` replaced; a missing one is added last in its mapping."""
    node: yaml.Node | None = _compose(front)
    column = 0
    for depth, key in enumerate(keys):
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            # Something short stands here (empty, or {…}): write it anew from the outside.
            whole = _nested(
                _plain(node) if isinstance(node, yaml.MappingNode) else {}, keys[depth:], value
            )
            return _edited(front, keys[:depth], whole) if depth else as_yaml(whole)
        column = node.start_mark.column
        pairs = [pair for pair in node.value if pair[0].value == key]
        if not pairs:
            return _inserted(front, _end_of(node, front), column, _nested({}, keys[depth:], value))
        ((found, node),) = pairs
    if node is None:
        return _inserted(front, len(front), 0, _nested({}, keys, value))
    start = _line_start(front, found.start_mark.index)
    end = _end_of(node, front)
    new = "" if value is None else _indented({keys[-1]: value}, column)
    return front[:start] + new + front[end:]


def _appended(front: str, keys: Sequence[str], item: object) -> str:
    """`front` with the item last in the list at `keys`, which is made when there is none."""
    node: yaml.Node | None = _compose(front)
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in pairs if name.value == key), None)
    if not isinstance(node, yaml.SequenceNode):
        return _edited(front, keys, [item])
    if node.flow_style or not node.value:
        return _edited(front, keys, [*(_plain(old) for old in node.value), item])
    return _inserted(front, _end_of(node, front), node.start_mark.column, [item])


def _nested(outer: Any, keys: Sequence[str], value: object) -> dict[str, Any]:
    first, *rest = keys
    data: dict[str, Any] = dict(outer)
    if rest:
        inner = data.get(first)
        data[first] = _nested(inner if isinstance(inner, dict) else {}, rest, value)
    elif value is None:
        data.pop(first, None)
    else:
        data[first] = value
    return data


def _inserted(
    front: str, at: int, column: int, data: Mapping[str, object] | Sequence[object]
) -> str:
    before = front[:at]
    if before and not before.endswith("\n"):
        before += "\n"
    return before + _indented(data, column) + front[at:]


def _indented(data: Mapping[str, object] | Sequence[object], column: int) -> str:
    lines = as_yaml(data).splitlines(keepends=True)
    return "".join(" " * column + line if line.strip() else line for line in lines)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _end_of(node: yaml.Node, text: str) -> int:
    """Where the line after the value begins; comments below the value belong to what follows."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        final = last.value[-1]
        last = final[1] if isinstance(final, tuple) else final
    end = last.end_mark.index
    if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
        # A block's end mark stands at the next key, past blank lines and comments.
        lines = text[last.start_mark.index : end].splitlines(keepends=True)
        column = _block_column(lines)
        while len(lines) > 1 and not (lines[-1].strip() and _indent(lines[-1]) >= column):
            end -= len(lines.pop())
        return end
    newline = text.find("\n", end)
    return len(text) if newline < 0 else newline + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block_column(lines: Sequence[str]) -> int:
    return next((_indent(line) for line in lines[1:] if line.strip()), 0)


def write_atomically(path: Path, text: str | bytes) -> None:
    """Whole or not at all: to a temporary file beside it, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = text.encode() if isinstance(text, str) else text
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


# ---- Sections of a body ----

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*$")


@dataclass(frozen=True, slots=True)
class BodySection:
    heading: str
    text: str
    line: int  # of the heading, in the whole file


def body_sections(document: Document) -> tuple[str, tuple[BodySection, ...]]:
    """(text before the first heading, the sections). A line `\\## x` is the text `## x`."""
    before: list[str] = []
    found: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if heading := _HEADING.match(line):
            found.append((heading[1], number, []))
        elif found:
            found[-1][2].append(line)
        else:
            before.append(line)
    return _unescaped(before), tuple(
        BodySection(heading, _unescaped(lines), line) for heading, line, lines in found
    )


def body_from(sections: Iterable[tuple[str, str]]) -> str:
    """(heading, text) pairs -> a body. No text can open or close a section."""
    return "".join(f"\n## {heading}\n\n{_escaped(text)}\n" for heading, text in sections if text)


def _escaped(text: str) -> str:
    return re.sub(r"^(\\*##[ \t])", r"\\\1", text, flags=re.MULTILINE)


def _unescaped(lines: Sequence[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return re.sub(r"^\\(\\*##[ \t])", r"\1", text, flags=re.MULTILINE)
