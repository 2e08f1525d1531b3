"""What every Jinja environment of ours has in common: text is escaped, and no name is missing."""

from __future__ import annotations

from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined

from exempelbank import i18n


def strict_environment(loader: BaseLoader, **options: Any) -> Environment:
    """`options`: further ones of Jinja's own. Templates can say texts in the language in use."""
    env = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        **options,
    )
    env.globals.update(_=i18n._, ngettext=i18n.ngettext, pgettext=i18n.pgettext)
    return env
