"""XML from anyone -> its elements as they come: no document type, nothing fetched, nothing kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar
from xml.parsers import expat

from exempelbank.exceptions import MalformedXml, UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.xml_characters import TAKEN_AWAY, characters_of

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
        for block, is_whole in characters_of(blocks):
            parser.Parse(block)
            if not is_whole:
                listener.text(TAKEN_AWAY)
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
