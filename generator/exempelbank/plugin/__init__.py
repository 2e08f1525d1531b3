"""The only package that knows MkDocs.

plugin      what MkDocs asks, and when: it prints what a build needs, and decides nothing
config      settings -> what MkDocs goes by
printing    what MkDocs is to print, and has printed
templates   a build -> what templates may call
own_theme   what is said of templates and hooks of the project's own that fail
faults      mkdocs.yml -> what MkDocs would not take of it
commands    what our own commands ask of MkDocs: a whole build, or one page
preview     a project while someone edits it -> the page that is asked for
serving     `exempelbank serve`: a web server of a preview
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exempelbank.plugin.plugin import ExempelbankPlugin

__all__ = ["ExempelbankPlugin"]


def __getattr__(name: str) -> object:
    """The plugin, when MkDocs asks for it: `exempelbank check` asks for the faults alone."""
    if name != "ExempelbankPlugin":
        raise AttributeError(name)
    from exempelbank.plugin.plugin import ExempelbankPlugin

    return ExempelbankPlugin
