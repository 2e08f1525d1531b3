"""An address -> its QR code, as an SVG that stands in a page."""

from __future__ import annotations

import re

from markupsafe import Markup

_QUIET = 4  # modules of white around it, without which it is not found
_DARK = re.compile(rb"\x01+")


def qr_code(address: str, name: str) -> Markup:
    """`name` is what those hear who do not see it."""
    import segno  # takes 40 ms, which a build with nothing to do is spared

    # A given mask, which in addresses is most often the best: to weigh all eight takes five times
    # as long, and whatever reads one reads each of them.
    code = segno.make_qr(address, error="m", boost_error=False, mask=2)
    size = len(code.matrix) + 2 * _QUIET
    lines = "".join(_line(number, row) for number, row in enumerate(code.matrix))
    return Markup(
        '<svg class="eb-qr" role="img" aria-label="{}" viewBox="0 0 {} {}"><path d="{}"/></svg>'
    ).format(name, size, size, lines)


def _line(number: int, row: bytes | bytearray) -> str:
    """Strokes as high as a module, through the middle of a row."""
    drawn: list[str] = []
    at = 0
    for dark in _DARK.finditer(row):
        start, end = dark.span()
        before = f"m{start - at} 0" if drawn else f"M{_QUIET + start} {_QUIET + number}.5"
        drawn.append(f"{before}h{end - start}")
        at = end
    return "".join(drawn)
