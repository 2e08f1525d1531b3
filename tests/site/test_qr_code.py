"""What a telephone's camera meets on paper."""

import re

import segno

from exempelbank.site.components.qr_code import qr_code

ADDRESS = "https://exempelbanken.example/larande-exempel/bildstod/"
QUIET = 4


def drawn(svg: str) -> set[tuple[int, int]]:
    """(row, column) of every dark module."""
    found = set()
    for column, row, strokes in re.findall(r"M(\d+) (\d+)\.5([^M\"]+)", svg):
        found |= set(_modules(int(row), int(column), strokes))
    return found


def _modules(row, column, strokes):
    for gap, length in re.findall(r"(?:m(\d+) 0)?h(\d+)", strokes):
        column += int(gap or 0)
        yield from ((row, column + n) for n in range(int(length)))
        column += int(length)


def test_every_module_is_drawn_with_white_around():
    code = segno.make_qr(ADDRESS, error="m", boost_error=False, mask=2)
    svg = qr_code(ADDRESS, "Adressen")

    assert drawn(svg) == {
        (QUIET + row, QUIET + column)
        for row, modules in enumerate(code.matrix)
        for column, dark in enumerate(modules)
        if dark
    }
    assert f'viewBox="0 0 {len(code.matrix) + 8} {len(code.matrix) + 8}"' in svg


def test_it_is_read_aloud_by_its_name_and_asks_for_no_style():
    svg = qr_code(ADDRESS, 'Adressen "här"')

    assert 'role="img" aria-label="Adressen &#34;här&#34;"' in svg
    assert "style" not in svg
