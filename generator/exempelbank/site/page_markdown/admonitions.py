"""The words above a note that has none of its own, in the site's language."""

from __future__ import annotations

from exempelbank.i18n import pgettext


def admonition_titles() -> dict[str, str]:
    """By the kind, as Material names them."""
    return {
        "note": pgettext("note", "Note"),
        "abstract": pgettext("note", "Abstract"),
        "summary": pgettext("note", "Summary"),
        "tldr": pgettext("note", "In short"),
        "info": pgettext("note", "Information"),
        "todo": pgettext("note", "To do"),
        "tip": pgettext("note", "Tip"),
        "hint": pgettext("note", "Hint"),
        "important": pgettext("note", "Important"),
        "success": pgettext("note", "It worked"),
        "check": pgettext("note", "Done"),
        "done": pgettext("note", "Done"),
        "question": pgettext("note", "Question"),
        "help": pgettext("note", "Help"),
        "faq": pgettext("note", "Frequent questions"),
        "warning": pgettext("note", "Warning"),
        "caution": pgettext("note", "Be careful"),
        "attention": pgettext("note", "Attention"),
        "failure": pgettext("note", "It went wrong"),
        "fail": pgettext("note", "It went wrong"),
        "missing": pgettext("note", "Missing"),
        "danger": pgettext("note", "Danger"),
        "error": pgettext("note", "Error"),
        "bug": pgettext("note", "Fault"),
        "example": pgettext("note", "Example"),
        "quote": pgettext("note", "Quotation"),
        "cite": pgettext("note", "Quotation"),
    }
