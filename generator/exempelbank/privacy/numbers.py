"""Personal identity numbers and coordination numbers, in every way people write them.

A day of birth and four digits more, of which the last checks the others. Almost anything may stand
between them: `811228-9874`, `19 81 12 28 9874`, `**811228**-9874`, `８１１２２８·９８７４`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from exempelbank.privacy.number_checks import is_day, number_length, passes_luhn
from exempelbank.privacy.other_numbers import (
    ends_with_a_time,
    is_called_a_phone,
    is_date_and_time,
    is_divided_as_another,
    is_period,
    is_phone_or_figures,
    may_be_date_and_time,
)
from exempelbank.privacy.patterns import Match, Pattern
from exempelbank.privacy.prefilter import Substrings, may_hold_personal_number
from exempelbank.privacy.sentences import Span
from exempelbank.privacy.visible_characters import readings
from exempelbank.privacy.words import lowered

_SIGN = r"[-+ ./·:|_;=#@&~'\"()\[\]{}<>!?*^\\\n]"  # not a comma, which divides numbers
# Every place where digits begin and ten follow is tried: in "A0376 811228-9874" the digits of one
# number must not be taken for the beginning of another.
_BEGINS = Pattern(rf"[0-9](?<![0-9][0-9])(?=(?:{_SIGN}{{0,6}}[0-9]){{9}})")
_WHOLE = Pattern(
    rf"(?:(?P<century>1[89]|20)(?P<s0>{_SIGN}{{0,3}}))?"
    rf"(?P<year>\d\d)(?P<s1>{_SIGN}{{0,3}})(?P<month>\d\d)(?P<s2>{_SIGN}{{0,3}})(?P<day>\d\d)"
    rf"(?P<s3>{_SIGN}{{0,6}})(?P<last>\d[-· \n]?\d[-· \n]?\d[-· \n]?\d)(?!\d)"
)
# One digit at a time: 8 1 1 2 2 8 - 9 8 7 4.
_SPELT = Pattern(
    rf"\d(?P<sign>{_SIGN}{{1,3}})(?:\d(?P=sign)){{4,6}}\d{_SIGN}{{1,6}}"
    r"\d(?:(?P=sign)\d){3}(?!(?P=sign)?\d)"
)
# Until someone has a number of their own, letters stand where the birth number would.
_INTERIM = Pattern(r"(?:TF|[TRSUWXJKLMN]\d)\d\d(?![0-9A-Za-z])")
_BORN_BEFORE = Pattern(r"(?<!\d)(?:1[89]|20)?(\d{6})[-+ ]?\Z")
# What a text calls a personal number is one even when it does not check, or has O for nought.
_NAME = Pattern(
    r"(?:personn(?:r|um)|personal (?:identity )?num|pers\.? ?n(?:r|um)|\bp-?nr\b|födelsen(?:r|um)"
    r"|samordn(?:ingsn(?:r|um)|\.? ?nr)|coordination num|interimsnum|\btf-?n(?:r|um)|\bssn\b)"
)
_IN_NAMES = Substrings("pers", "nr", "delsen", "samordn", "tion num", "interims", "tf", "ssn")
_LOOSE = Pattern(rf"(?<!\w)[0-9OolI|](?:(?:{_SIGN}|,){{0,4}}[0-9OolI|]){{9,11}}(?!\w)")
_LOOKS_LIKE = str.maketrans("OolI|", "00111")
_AFTER_NAME = 60  # characters
_SENTENCE_ENDS = Pattern(r"[.!?]\s+(?=[A-ZÅÄÖ])")


def personal_numbers(text: str) -> Iterator[Span]:
    """Where each stands: (start, end), in order; two never overlap. Also what may be a time."""
    return _found(text, (_whole, _interim, _named))


def certain_numbers(text: str) -> Iterator[Span]:
    """Those that are no day with an hour of it, as far as anyone can tell."""
    return _found(text, (_certain, _interim, _named))


def numbers_or_times(text: str) -> Iterator[Span]:
    """The others: someone must say which they are."""
    uncertain = [*_found(text, (_uncertain,))]
    certain = [*certain_numbers(text)] if uncertain else []
    for start, end in uncertain:
        if not any(first < end and start < last for first, last in certain):
            yield start, end


_Search = Callable[[str], Iterator[Span]]


def _found(text: str, searches: tuple[_Search, ...]) -> Iterator[Span]:
    if may_hold_personal_number(text):
        spans = {
            reading.span(*span)
            for reading in readings(text)
            for search in searches
            for span in search(reading.text)
        }
        yield from _joined(sorted(spans))


def _joined(spans: Iterable[Span]) -> Iterable[Span]:
    joined = list[Span]()
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


# ---- Each way to write one, in the characters that are seen ----


def _whole(visible: str) -> Iterator[Span]:
    return (match.span() for match in _matches(visible))


def _certain(visible: str) -> Iterator[Span]:
    return (match.span() for match in _matches(visible) if not _may_be_time(match))


def _uncertain(visible: str) -> Iterator[Span]:
    return (match.span() for match in _matches(visible) if _may_be_time(match))


def _may_be_time(match: Match) -> bool:
    is_spelt = "day" not in match.re.groupindex
    return not is_spelt and may_be_date_and_time(match)


def _matches(visible: str) -> Iterator[Match]:
    for begins in _BEGINS.finditer(visible):
        start = begins.start()
        if visible[start + 1].isdigit():
            match, is_number = _WHOLE.match(visible, start), _is_whole
        else:
            match, is_number = _SPELT.match(visible, start), _is_spelt
        if match and is_number(match):
            yield match


def _interim(visible: str) -> Iterator[Span]:
    for match in _INTERIM.finditer(visible):
        last = match[0]
        before = _BORN_BEFORE.search(visible, max(0, match.start() - 9), match.start())
        if (
            before
            and is_day(before[1])
            and (last[1] == "F" or passes_luhn(f"{before[1]}1{last[1:]}"))
        ):
            yield before.start(), match.end()


def _named(visible: str) -> Iterator[Span]:
    small = lowered(visible)
    for name in _NAME.finditer(small) if _IN_NAMES.any_in(small) else ():
        end = name.end() + _AFTER_NAME
        if sentence_ends := _SENTENCE_ENDS.search(visible, name.end(), end):
            end = sentence_ends.start()
        for match in _LOOSE.finditer(visible, name.end(), end):
            places = [place for place, sign in enumerate(match[0]) if sign.isalnum() or sign == "|"]
            digits = "".join(match[0][place] for place in places)
            size = number_length(digits.translate(_LOOKS_LIKE))
            before = visible[name.end() : match.start()]
            if size and not ends_with_a_time(match[0]) and not is_called_a_phone(before):
                yield match.start(), match.start() + places[size - 1] + 1


# ---- Is it one? ----


def _is_whole(match: Match) -> bool:
    year, month, day, last = match.group("year", "month", "day", "last")
    return (
        is_day(year + month + day)
        and passes_luhn(year + month + day + "".join(filter(str.isdigit, last)))
        and not is_divided_as_another(match)
        and not is_date_and_time(match)
        and not is_period(match)
        and not is_phone_or_figures(match)
    )


def _is_spelt(match: Match) -> bool:
    visible, start, sign = match.string, match.start(), match["sign"]
    one_of_many = visible.endswith(sign, 0, start) and visible[start - len(sign) - 1].isdigit()
    digits = "".join(filter(str.isdigit, match[0]))
    return not one_of_many and number_length(digits) == len(digits) and passes_luhn(digits[-10:])
