"""XML from anyone -> its elements as they come: no document type, nothing fetched, nothing kept.

What XML has no room for (control characters, half characters) is taken away first: a form tool that
let it through should not cost a coordinator all other responses.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar
from xml.parsers import expat

from exempelbank.exceptions import MalformedXml, UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_UTF8 = {"utf-8", "utf8", "utf-16", "us-ascii"}  # of UTF-16 there is nothing left here but the word
_ENCODINGS = {
    **{name: name for name in ("windows-1250", "windows-1252", "windows-1257", "macintosh")},
    **{f"iso-8859-{part}": f"iso-8859-{part}" for part in (2, 4, 9, 10, 13, 15)},
    # As browsers have it, for the quotation marks of Windows are often in it.
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1"), "windows-1252"),
    **dict.fromkeys(("cp850", "ibm850"), "cp850"),
}
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\r"))
# What XML can't hold: half a character, the two that are none, and any of all these by its number.
_ODD = re.compile(
    rb"\xed[\xa0-\xbf][\x80-\xbf]|\xef\xbf[\xbe\xbf]|"
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bceBCE]|[fF]|1[0-9a-fA-F])|"
    rb"0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]|6553[45])|"
    rb"x0*(?:[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF]));"
)
_UNFINISHED = re.compile(rb"(?:&[#0-9a-zA-Z]{0,10}|[\xe0-\xef][\x80-\xbf]?)\Z")

Start = Callable[[dict[str, str]], None]  # is given the attributes
End = Callable[[], None]
Handler = TypeVar("Handler")


class Listener:
    """Says, once for each name, what to do when such an element begins and ends. The text between
    is kept while `reads` is true, and taken when it is whole.
    """

    def __init__(self) -> None:
        self.reads = False
        self._texts: list[str] = []
        self._room = limits.CELL

    def start_of(self, word: str) -> Start | None:
        """`word`: the name without its namespace. None: nothing."""

    def end_of(self, word: str) -> End | None: ...

    def text(self, text: str) -> None:
        if self.reads and self._room > 0:
            self._texts.append(text)
            self._room -= len(text)

    def take_text(self) -> str:
        """What was read; of a text without end hardly more than the longest that is kept."""
        texts = self._texts
        if not texts:
            return ""
        text = texts[0] if len(texts) == 1 else "".join(texts)
        texts.clear()
        self._room = limits.CELL
        return text


def read_elements(blocks: Iterable[bytes], listener: Listener) -> None:
    """Raises MalformedXml, and UnreadableFile for what nobody means."""
    for _block in stream_elements(blocks, listener):
        pass


def stream_elements(blocks: Iterable[bytes], listener: Listener) -> Iterator[None]:
    """A step for each block, so that what has been heard can be handed on before the next."""
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.CharacterDataHandler = listener.text
    starts, ends = _Handlers(listener.start_of), _Handlers(listener.end_of)
    count = depth = parsed = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count += 1
        depth += 1
        if depth > limits.DEPTH:
            raise UnreadableFile(_("has elements within elements too deep to be meant"))
        if count > limits.ELEMENTS:
            raise too_many_values(limits.ELEMENTS)
        if handler := starts[name]:
            handler(attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if handler := ends[name]:
            handler()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        for block in _without_odd(_as_utf8(blocks)):
            parser.Parse(block)
            parsed += len(block)
            if parsed - parser.CurrentByteIndex > limits.CELL:  # expat reads it anew at each block
                raise UnreadableFile(_("has a tag without end"))
            if len(parser.intern) > limits.PATHS:
                raise UnreadableFile(_("has more than {n} different names").format(n=limits.PATHS))
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as why:
        raise MalformedXml(why.lineno) from None


class _Handlers(dict[str, Handler | None], Generic[Handler]):
    """A name, which is its namespace, a space and a word -> what to do."""

    def __init__(self, of_word: Callable[[str], Handler | None]) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, name: str) -> Handler | None:
        self[name] = handler = self._of_word(name.rpartition(" ")[2])
        return handler


def whole_number(text: str | None, default: int) -> int:
    """What some program wrote where a number should stand."""
    if text and len(text) < 10 and text.isascii() and text.isdigit():
        return int(text)
    return default


def too_many_values(n: int = limits.CELLS) -> UnreadableFile:
    return UnreadableFile(
        _("holds more than {n} values").format(n=n),
        fix=_("Export fewer responses at a time, for example one year."),
    )


def _refuse_document_type(*_declared: object) -> None:
    raise UnreadableFile(_("holds a document type, which no form tool writes"))


def _as_utf8(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Raises UnreadableFile."""
    decoder = None
    for number, block in enumerate(blocks):
        if number == 0:
            encoding = declared_encoding(block)
            if encoding != "utf-8":
                decoder = codecs.getincrementaldecoder(encoding)("replace")
            else:
                block = block.removeprefix(codecs.BOM_UTF8)
        yield decoder.decode(block).encode("utf-8", "replace") if decoder else block


def declared_encoding(start: bytes) -> str:
    """By the mark it begins with, or what it says of itself. Raises UnreadableFile."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith((b"<\0", b"\0<")):
        return "utf-16-le" if start.startswith(b"<") else "utf-16-be"
    match = _DECLARED.search(start[:200])
    declared = match[1].decode().lower() if match else "utf-8"
    if declared in _UTF8:
        return "utf-8"
    if declared not in _ENCODINGS:
        raise UnreadableFile(
            _("says that it is written in “{encoding}”, which can't be read").format(
                encoding=declared
            ),
            1,
        )
    return _ENCODINGS[declared]


def _without_odd(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """In UTF-8. A sign that lies across two blocks is looked at whole."""
    rest = b""
    for block in blocks:
        block = (rest + block).translate(None, _CONTROLS)
        unfinished = _UNFINISHED.search(block, max(0, len(block) - 12))
        rest = unfinished[0] if unfinished else b""
        yield _ODD.sub(b"", block[: len(block) - len(rest)])
    yield rest
