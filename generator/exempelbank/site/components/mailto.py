"""Links that open a letter."""

from __future__ import annotations

from urllib.parse import quote


def mail_link(to: str, subject: str = "", body: str = "") -> str:
    fields = "&".join(
        f"{name}={in_link(text)}" for name, text in (("subject", subject), ("body", body)) if text
    )
    return f"mailto:{quote(to, safe='@')}" + (f"?{fields}" if fields else "")


def in_link(text: str) -> str:
    """Percent-encoded throughout, so that what a sender wrote can't add a header of its own."""
    return quote(text.replace("\n", "\r\n"), safe="")
