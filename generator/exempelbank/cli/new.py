"""`exempelbank new`: a project of one's own, asked for at the terminal or told by options."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from exempelbank.problems import Problems
    from exempelbank.starters import NewProject, Program, ProjectQuestion


def add_commands(commands: Any) -> None:
    new = commands.add_parser(
        "new",
        help=_("make a project of your own: pages, settings and workflows, ready to build"),
        description=_(
            "make a project of your own: pages, settings and workflows, ready to build. At a "
            "terminal you are asked for what you leave out. Nothing is written over."
        ),
    )
    new.add_argument("folder", type=path_from, metavar=_("FOLDER"), help=_("new, or empty"))
    new.add_argument("--from", dest="from_", metavar=_("STARTER"), help=_from())
    new.add_argument("--language", metavar="sv|en", help=_("(sv)"))
    new.add_argument("--name", metavar=_("NAME"), help=_("what the organisation is called"))
    new.add_argument("--short-name", metavar=_("NAME"), help=_("where there is little room"))
    new.add_argument("--site-name", metavar=_("NAME"), help=_("what the site is called"))
    new.add_argument("--url", metavar=_("ADDRESS"), help=_("where the site will live"))
    new.add_argument("--email", metavar=_("ADDRESS"), help=_("where readers write"))
    new.add_argument("--id-prefix", metavar=_("LETTERS"), help=_("EX gives EX-2026-001"))
    new.add_argument(
        "--reviewer",
        action="append",
        metavar=_("NAME"),
        help=_("who reviews; give the option twice, or more"),
    )
    new.add_argument(
        "--forge", metavar="github|forgejo|gitlab|none", help=_("whose workflows come along (none)")
    )
    new.add_argument(
        "--wheel",
        type=path_from,
        metavar=_("FILE"),
        help=_("the program as a file, which is put in the project"),
    )
    new.add_argument(
        "--version",
        dest="program_version",
        metavar="1.0.0",
        help=_("the program from PyPI, in this version; takes --hash"),
    )
    new.add_argument("--hash", action="append", metavar="sha256:…", help=_("of that version"))
    new.add_argument("--no-git", action="store_true", help=_("make no repository of it"))
    new.set_defaults(run=run, access="", in_project=False)


_WIDEST = 20
_STARTERS = "lansnatverk, samordningsforbund, tom"


def _from() -> str:
    return _("what to begin from (tom): {starters}").format(starters=_STARTERS)


def run(chosen: argparse.Namespace, here: Path) -> int:
    from exempelbank import i18n
    from exempelbank.problems import Problems
    from exempelbank.starters import create, plan_project
    from exempelbank.starters.creation import refuse_what_holds_something

    if chosen.language in i18n.LANGUAGES:
        i18n.use_language(chosen.language)
    folder = here / chosen.folder
    refuse_what_holds_something(folder)  # before anything is asked
    problems = Problems()
    try:
        project = _project_from(chosen, problems)
    except (KeyboardInterrupt, EOFError):  # whoever was asked has ended it
        print_lines(["", _("Nothing was made.")], to=sys.stderr)
        return 130
    if project is None:
        print_lines([str(problem) for problem in problems], to=sys.stderr)
        stop(_("Nothing was made."))
    i18n.use_language(project.language)
    created = create(folder, plan_project(project), project, not chosen.no_git)
    print_lines(_what_comes_next(chosen.folder, project, created.committed))
    return 0


def _project_from(chosen: argparse.Namespace, problems: Problems) -> NewProject | None:
    from exempelbank.starters import new_project_from

    names = ("language", "name", "short_name", "site_name", "url", "email", "id_prefix", "forge")
    reviewers = chosen.reviewer or []
    options = {
        "from": chosen.from_,
        **{name: getattr(chosen, name) for name in names},
        "reviewer": next(iter(reviewers), None),
        "second_reviewer": next(iter(reviewers[1:]), None),
    }
    given = {name: value.strip() for name, value in options.items() if value is not None}
    program = _program(chosen, problems)
    if sys.stdin.isatty() and program:
        _ask_for_the_rest(given)
    return new_project_from(given, program, tuple(reviewers[2:]), _today(), problems)


def _today() -> date:
    from datetime import datetime

    return datetime.now().astimezone().date()


def _ask_for_the_rest(given: dict[str, str]) -> None:
    """Each question whose answer is not given, again until the answer can be used."""
    from exempelbank.starters import QUESTIONS

    print_lines(
        [_("An empty line takes what stands in brackets. Ctrl+C ends, and nothing is made.")]
    )
    for question in QUESTIONS:
        if question.name not in given:
            given[question.name] = _answer_to(question, given)


def _answer_to(question: ProjectQuestion, given: dict[str, str]) -> str:
    from exempelbank.starters import default_of, problems_of_answer
    from exempelbank.starters.questions import about_text, asked_text
    from exempelbank.starters.starter import starter_texts

    default = default_of(question, given)
    print_lines(["", asked_text(question), f"  {about_text(question)}"])
    if question.name == "from":
        print_lines([f"  {name.ljust(_WIDEST)}{about}" for name, about in starter_texts()])
    while True:
        answer = input(f"  [{default}] > " if default else "  > ").strip() or default
        faults = [*problems_of_answer(question.name, answer, question.option)]
        if not faults:
            return answer
        for fault in faults:
            print_lines([f"  {line}" for line in (fault.says, *fault.fix.splitlines())])


def _program(chosen: argparse.Namespace, problems: Problems) -> Program | None:
    """The one that was named, or else the wheel that this very program was installed from."""
    from exempelbank.problems import Location
    from exempelbank.starters.new_project import program_from_version, program_from_wheel
    from exempelbank.starters.own_wheel import own_wheel

    if wheel := chosen.wheel or (None if chosen.program_version else own_wheel()):
        return program_from_wheel(Path(wheel), problems)
    if chosen.program_version:
        return program_from_version(chosen.program_version, tuple(chosen.hash or ()), problems)
    problems.error(
        Location("--wheel"),
        _("is missing"),
        _(
            "Say which Exempelbank the project is to have: --wheel FILE, or --version and --hash "
            "for the one on PyPI."
        ),
    )
    return None


def _what_comes_next(folder: Path, project: NewProject, committed: bool) -> list[str]:
    build = _("# installs what is needed, and builds the site")
    check = _("# says what is wrong, where, and what to do")
    return [
        _("{site} is made in {folder}.").format(site=project.site_name, folder=folder),
        *([] if committed else [_("It is no git repository yet.")]),
        "",
        _("Next:"),
        f"    cd {folder}",
        f"    make site     {build}",
        f"    make check    {check}",
        "",
        _("README.md says the same for Windows, and what to do then."),
    ]
