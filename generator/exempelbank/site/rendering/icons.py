"""The icons that the pages show."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from exempelbank.settings.icons import icon_file, is_icon


@cache
def icon(name: str) -> Markup:
    """One of the Material Design Icons, in the colour of the text; a word beside it names it."""
    svg = icon_file(name).read_text("utf-8")
    attributes = 'class="eb-icon" viewBox="0 0 24 24" aria-hidden="true"'
    return Markup(f"<svg {attributes}>{svg[svg.index('>') + 1 :]}")


def icon_or(wanted: str | None, otherwise: str) -> str:
    """`wanted`, if there is such an icon."""
    return wanted if wanted and is_icon(wanted) else otherwise
