"""Links that open a letter."""

from __future__ import annotations

from urllib.parse import quote


def mail_link(to: str, subject: str = "", body: str = "") -> str:
    """Percent-encoded throughout, so that what a sender wrote can't add a header of its own."""
    fields = "&".join(
        f"{name}={quote(text.replace(chr(10), chr(13) + chr(10)), safe='')}"
        for name, text in (("subject", subject), ("body", body))
        if text
    )
    return f"mailto:{quote(to, safe='@')}" + (f"?{fields}" if fields else "")
