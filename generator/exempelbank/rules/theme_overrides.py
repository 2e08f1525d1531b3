"""Templates in theme.custom_dir -> what in them reaches no page.

A template of the theme's name takes its place; main.html may fill the blocks of base.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings.icons import icon_sets
from exempelbank.settings.mkdocs_file import MkDocsFile

if TYPE_CHECKING:  # few projects have templates of their own
    from jinja2.nodes import Template

THEME = Path(__file__).parents[1] / "theme"
_THEME_SOURCE = "generator/exempelbank/theme"
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
    from jinja2 import Environment, TemplateSyntaxError, meta

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
            yield from _check_blocks(template, place)
        yield from _check_material(template, name, place, folder)
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


def _check_blocks(template: Template, place: str) -> Iterator[Problem]:
    from jinja2 import nodes

    for block in template.find_all(nodes.Block):
        if block.name not in BLOCKS:
            yield _no_such_block(block.name, Location(place, block.lineno))


def _check_material(template: Template, name: str, place: str, folder: Path) -> Iterator[Problem]:
    """A copy of Material's own asks for its words by `lang`, or for parts that are not here."""
    from jinja2 import nodes

    given = any(
        (one.name, one.ctx) == ("lang", "store") for one in template.find_all(nodes.Name)
    ) or any(one.target == "lang" for one in template.find_all(nodes.Import))
    lines = [
        part.lineno
        for part in template.find_all(nodes.Getattr)
        if part.attr == "t" and getattr(part.node, "name", "") == "lang" and not given
    ]
    for part in template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        named = getattr(part, "template", None)
        wanted = named.value if isinstance(named, nodes.Const) else None
        if getattr(part, "ignore_missing", False) or not isinstance(wanted, str):
            continue
        if any((one / wanted).is_file() for one in (folder, THEME)):
            continue
        if wanted.startswith(".icons/") and (icon_sets().parent / wanted).is_file():
            continue
        if (icon_sets().parent / wanted).is_file():
            lines.append(part.lineno)
        else:
            says = _("there is no template “{name}”").format(name=wanted)
            yield Problem(Location(place, part.lineno), says)
    if lines:
        yield Problem(
            Location(place, min(lines)),
            _("is a template of Material's, which this theme can't run"),
            _("Begin with {file} instead.").format(file=f"{_THEME_SOURCE}/{name}")
            if (THEME / name).is_file()
            else _("Those of the theme lie in {folder}.").format(folder=_THEME_SOURCE),
        )


def _no_such_block(name: str, place: Location) -> Problem:
    return Problem(
        place,
        _("the theme has no block called “{name}”").format(name=name),
        _("Its blocks are: {names}.").format(names=", ".join(sorted(BLOCKS))),
        Severity.WARNING,
    )
