"""A Report -> one HTML file that asks for nothing: no script, no request, its style within it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from exempelbank import i18n
from exempelbank.model.labels import field_label
from exempelbank.problems import Location, Problem
from exempelbank.report.report import Report
from exempelbank.report.steps import next_steps, verdict_text
from exempelbank.report.visible_text import visible
from exempelbank.rules.look import tokens_sheet
from exempelbank.settings import Look
from exempelbank.text.templates import strict_environment

_PACKAGE = Path(__file__).parent.parent
_TEMPLATES = _PACKAGE / "templates"
_ASSETS = _PACKAGE / "theme" / "assets"
MOST = 100  # findings; a reviewer who has seen these knows what to ask for


def as_page(
    reports: Sequence[Report], elsewhere: Sequence[Problem] = (), look: Look | None = None
) -> str:
    """One after the other; a first load brings many. `elsewhere` is wrong in files that
    no report is about. `look`: none where the settings can't be used.
    """
    style = _style(look or Look())
    return (
        _environment()
        .get_template("report/report.html")
        .render(
            reports=reports,
            elsewhere=elsewhere,
            verdict_text=verdict_text,
            steps_of=next_steps,
            language=i18n.language_in_use(),
            most=MOST,
            style=style,
            policy=policy_for(style),
        )
    )


def policy_for(style: str) -> str:
    """Nothing may be fetched, run or sent; only this very style counts."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> Environment:
    env = strict_environment(FileSystemLoader(_TEMPLATES), finalize=_make_visible)
    env.filters["field"] = _field_name
    return env


def _make_visible(value: Any) -> Any:
    """Every text on the page passes here, before it is escaped."""
    return visible(value) if type(value) is str else value


def _field_name(location: Location) -> str:
    return field_label(location.label or location.path)


@cache
def _style(look: Look) -> str:
    tokens = tokens_sheet(look)
    font = base64.b64encode((_ASSETS / "figtree.woff2").read_bytes()).decode()
    tokens = tokens.replace('url("figtree.woff2")', f'url("data:font/woff2;base64,{font}")')
    joined = tokens + (_TEMPLATES / "report" / "report.css").read_text("utf-8")
    return "\n" + re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", joined, flags=re.DOTALL))
