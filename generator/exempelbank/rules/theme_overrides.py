"""Templates in theme.custom_dir -> what in them reaches no page.

A template of the theme's name takes its place; main.html may fill the blocks of base.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings.mkdocs_file import MkDocsFile

THEME = Path(__file__).parents[1] / "theme"
BASE = "base.html"
# Of base.html.
BLOCKS = frozenset(
    (
        *("site_meta", "htmltitle", "styles", "libs", "extrahead", "announce", "header", "hero"),
        *("container", "content", "footer", "scripts"),
    )
)


def check_theme_overrides(config: MkDocsFile) -> Iterator[Problem]:
    folder = config.custom_dir
    if not folder or not folder.is_relative_to(config.root):
        return
    from jinja2 import Environment, TemplateSyntaxError, meta, nodes

    env, used, unknown = Environment(), set[str | None](), dict[str, Location]()
    ours = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")}
    for path in sorted(folder.rglob("*.html")):
        name, place = path.relative_to(folder).as_posix(), path.relative_to(config.root).as_posix()
        try:
            template = env.parse(text_of(path))
        except UnreadableFile as why:
            yield Problem(Location(place, why.line), why.says, why.fix)
            continue
        except TemplateSyntaxError as why:
            says = _("is no template that can be read: {why}").format(why=why.message)
            yield Problem(Location(place, why.lineno), says)
            continue
        used.update(referenced := {*meta.find_referenced_templates(template)})
        if BASE in referenced:
            for block in template.find_all(nodes.Block):
                if block.name not in BLOCKS:
                    yield _no_such_block(block.name, Location(place, block.lineno))
        if name not in ours:
            unknown[name] = Location(place)
    for name, location in unknown.items():
        if name not in used and None not in used:
            yield Problem(
                location,
                _("takes the place of no template, and no other template names it"),
                _("Those of the theme are: {names}.").format(names=", ".join(sorted(ours))),
                Severity.WARNING,
            )


def _no_such_block(name: str, place: Location) -> Problem:
    return Problem(
        place,
        _("the theme has no block called “{name}”").format(name=name),
        _("Its blocks are: {names}.").format(names=", ".join(sorted(BLOCKS))),
        Severity.WARNING,
    )
