"""The extensions of Markdown that mkdocs.yml names -> what they are told besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exempelbank.i18n import _, pgettext
from exempelbank.site.page_markdown.icons import icon_element, icon_index


def with_page_options(options: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """By extension. What mkdocs.yml says holds, except where the page could not show it."""
    wanted, forced = _defaults(), _forced()
    return {
        name: {**wanted.get(name, {}), **options.get(name, {}), **forced.get(name, {})}
        for name in {**options, **wanted, **forced}
    }


def _defaults() -> dict[str, dict[str, Any]]:
    return {
        "footnotes": {"BACKLINK_TITLE": _("Back to where footnote {} is mentioned")},
        "toc": {"permalink_title": _("A link to this heading")},
        "pymdownx.highlight": {"linenums_style": "pymdownx-inline"},
        "pymdownx.keys": {"key_map": _keys()},
    }


def _forced() -> dict[str, dict[str, Any]]:
    """Our sheet knows these alone, and nothing is fetched from elsewhere."""
    return {
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.blocks.tab": {"alternate_style": True},
        "pymdownx.tasklist": {"custom_checkbox": False},
        "pymdownx.emoji": {
            "emoji_index": icon_index,
            "emoji_generator": icon_element,
            "alt": "unicode",
        },
    }


def _keys() -> dict[str, str]:
    """Those that are called something else than in English, with `++shift+tab++`."""
    return {
        "space": pgettext("key", "Space"),
        "enter": pgettext("key", "Enter"),
        "shift": pgettext("key", "Shift"),
        "tab": pgettext("key", "Tab"),
        "backspace": pgettext("key", "Backspace"),
        "delete": pgettext("key", "Delete"),
        "insert": pgettext("key", "Insert"),
        "arrow-up": pgettext("key", "Up"),
        "arrow-down": pgettext("key", "Down"),
        "arrow-left": pgettext("key", "Left"),
        "arrow-right": pgettext("key", "Right"),
    }
