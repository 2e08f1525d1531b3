"""The commands as a person meets them: in groups, each with what to try it by on the sample."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from exempelbank.cli import nearest_project
from exempelbank.cli.localized_argparse import LocalizedParser, screen_width
from exempelbank.i18n import N_, _, pgettext

GUIDE = "docs/borja.md"
_NARROW, _WIDE = 16, 28  # where the second column of a table begins


class CommandGroup(NamedTuple):
    title: str
    examples: Mapping[str, tuple[str, ...]]  # by command, in the order they are listed


GROUPS = (
    CommandGroup(
        N_("commands", "Begin"),
        {
            "new": (
                "new exempelbanken",
                "new guldkorn --from samordningsforbund --forge github",
            ),
            "guides": ("guides --out handbok",),
        },
    ),
    CommandGroup(
        N_("commands", "Take in"),
        {
            "inspect": (
                "inspect docs/examples/svar.csv",
                "inspect docs/examples/svar.csv --save vart-formular",
            ),
            "import": (
                "import docs/examples/svar.csv --form ms-forms --dry-run",
                "import docs/examples/svar.csv --form ms-forms",
            ),
            "add": (
                "add exempel --by bo-lind",
                "add exempel --template --out exempel.md",
            ),
            "tie": ("tie EX-2026-007 EX-2026-006 --by bo-lind",),
            "take-newer": ("take-newer EX-2026-004 --by bo-lind",),
            "inbox": ("inbox", "inbox --purge 30"),
            "form-export": (
                "form-export limesurvey --out formular",
                "form-export text --form lead --out formular",
            ),
            "poster": ("poster --out affisch.html",),
        },
    ),
    CommandGroup(
        N_("commands", "Review"),
        {
            "queue": ("queue",),
            "show": ("show EX-2026-007",),
            "handle": (
                "handle EX-2026-007 --by bo-lind --not-involved",
                'handle EX-2026-004 --by bo-lind --follow-up 2026-04-15 --note "Frågat."',
            ),
            "checklist": (
                'checklist EX-2026-004 "Rätt plats=ja" "Klarspråk=ja" --by cilla-alm',
                "checklist EX-2026-004 --by cilla-alm",
            ),
            "report": (
                "report EX-2026-004",
                "report EX-2026-004 --format html --out rapport.html",
            ),
            "preview": ("preview EX-2026-004 --out sida.html",),
            "letter": (
                "letter EX-2026-007",
                "letter EX-2026-007 fråga --by bo-lind --out fråga.eml",
                "letter --all mottaget --by bo-lind --out brev",
                "letter saknas --for Ekby --by bo-lind --out ekby.eml",
            ),
            "set-state": ('set-state EX-2026-004 "Komplettering begärd" --by cilla-alm',),
            "release": (
                "release content/news/tva-ar-med-psykisk-halsa.md --by bo-lind --reason …",
            ),
            "approve": (
                "approve EX-2026-004 --by anna-ek --not-involved",
                "approve EX-2024-007 --by anna-ek --handled-by bo-lind --not-involved",
            ),
        },
    ),
    CommandGroup(
        N_("commands", "Publish"),
        {
            "check": ("check", "check submissions/EX-2026-007.md"),
            "settings": ("settings", "settings look"),
            "texts": ("texts lämna", "texts"),
            "fmt": ("fmt --check", "fmt"),
            "map": ("map --out site_config/map.yml", "map Karlstad Grums 1780"),
            "build": ("build",),
            "serve": ("serve --open",),
            "export": ("export utdrag",),
            "publish-news": ("publish-news EX-2026-004 --by bo-lind",),
            "pause": ('pause EX-2025-003 --by anna-ek --reason "En person kan kännas igen."',),
            "withdraw": ('withdraw EX-2025-003 --by anna-ek --reason "Samtycket är återtaget."',),
            "archive": ('archive EX-2024-007 --by anna-ek --reason "De arbetar inte så längre."',),
        },
    ),
    CommandGroup(
        N_("commands", "Follow up"),
        {
            "stats": (
                "stats",
                "stats --format html --out uppfoljning.html",
                "stats --format csv-excel --out uppfoljning.csv",
            ),
            "storytellers": (
                "storytellers",
                "storytellers --format csv-excel --out berattare.csv",
            ),
            "digest": (
                "digest --since 2026-03-01",
                "digest --since 2026-03-01 --each --out utskick",
                "digest --list --format csv-excel --out brev.csv",
            ),
            "forge": ("forge check", "forge remind"),
            "doctor": ("doctor",),
            "search": ("search bildstöd", "search --synonyms"),
        },
    ),
    CommandGroup(
        N_("commands", "For developers"),
        {
            "schema": ("schema",),
            "words": ("words facts 12", "words plan --facts facts.json", "words post plan.json"),
            "privacy-bench": ("privacy-bench",),
            "search-bench": (
                "search-bench tests/search/bench/corpus.jsonl "
                "tests/search/bench/queries_dev.tsv tests/search/bench/qrels_dev.txt",
            ),
        },
    ),
)
EXAMPLES = {name: lines for group in GROUPS for name, lines in group.examples.items()}


class ProgramParser(LocalizedParser):
    """Its help lists the commands in groups, and says where to begin."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.sentences: dict[str, str] = {}  # by command

    def format_help(self) -> str:
        usage = f"{pgettext('argparse', 'usage: ')}{self.prog} {_('COMMAND')} …"
        here = Path.cwd()
        lines = ["queue", "serve --open"]
        if nearest_project(here, here.parents) is None:
            lines.insert(0, f"new {_('FOLDER')}")
        begin = {
            **{f"{self.prog} {line}": self.sentences.get(line.split()[0], "") for line in lines},
            GUIDE: _("the guide, from an empty computer to a published site, in Swedish"),
        }
        options = {
            "--help": pgettext("argparse", "show this help message and exit"),
            "--version": _("say which version this is"),
            f"--project {_('FOLDER')}": _("the project's folder (found from where you stand)"),
        }
        more = _("{line} says more of a command, with examples.").format(
            line=f"{self.prog} {_('COMMAND')} --help"
        )
        parts = [
            [usage],
            _wrapped(self.description or ""),
            [_("Begin here:"), *_table(begin, _WIDE)],
            *([title, *_table(sentences, _NARROW)] for title, sentences in self._groups()),
            [f"{pgettext('argparse', 'options').capitalize()}:", *_table(options, _WIDE)],
            _wrapped(more),
        ]
        return "\n\n".join("\n".join(lines) for lines in parts) + "\n"

    def _groups(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        for group in GROUPS:
            sentences = {name: self.sentences[name] for name in group.examples}
            yield f"{pgettext('commands', group.title)}:", sentences


class Commands:
    """Takes the commands of each module, and gives them their sentence and their examples."""

    def __init__(self, parser: ProgramParser) -> None:
        self._sentences = parser.sentences
        self._subparsers = parser.add_subparsers(metavar=_("COMMAND"), parser_class=LocalizedParser)

    def add_parser(self, name: str, *, help: str, description: str = "") -> LocalizedParser:
        """`help`: what it does, as the list of commands says it. `description`: more of it."""
        self._sentences[name] = help
        return self._subparsers.add_parser(
            name,
            description=_sentence(description or help),
            examples=[f"exempelbank {line}" for line in EXAMPLES.get(name, ())],
        )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '…')) else '.'}"


def _table(rows: Mapping[str, str], indent: int) -> Iterator[str]:
    for term, text in rows.items():
        begins = f"  {term}"
        if len(begins) + 1 > indent:
            yield begins
            begins = ""
        yield from _wrapped(text, begins.ljust(indent))


def _wrapped(text: str, begins: str = "") -> list[str]:
    """Lines as wide as the screen; those after the first are indented as far as `begins` goes."""
    space = " " * len(begins)
    return textwrap.wrap(text, screen_width(), initial_indent=begins, subsequent_indent=space)
