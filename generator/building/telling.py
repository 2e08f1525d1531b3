"""A web server of pages -> the same, where each page begins with what must be put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_BEFORE = b'<main class="eb-page" id="content" tabindex="-1">\n'


def telling(pages: WSGIApplication, told: Callable[[], str]) -> WSGIApplication:
    """`told` gives HTML, or an empty text."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        begun: list[Any] = []
        parts = pages(environ, lambda *how: begun.append(how))  # type: ignore[arg-type]
        status, headers = begun[0][:2]
        if not any(
            name == "Content-Type" and value.startswith("text/html") for name, value in headers
        ):
            start(status, headers)
            return parts
        page = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        page = page.replace(_BEFORE, _BEFORE + told().encode(), 1)
        headers = [(name, value) for name, value in headers if name != "Content-Length"]
        start(status, [*headers, ("Content-Length", str(len(page)))])
        return [page]

    return answer
