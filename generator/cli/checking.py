"""Looks everything over, and says what is wrong."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.cli import print_lines, stop
from generator.cli.formats import formatted
from generator.texts import _


def check(chosen: argparse.Namespace, root: Path) -> int:
    from generator.cli.desk import now_in
    from generator.problems import Problems
    from generator.review.change import finish_interrupted
    from generator.review.check import check_project
    from generator.review.library import load_library
    from generator.settings import load_settings

    problems = Problems()
    settings = load_settings(root, problems)
    finish_interrupted(root)
    if settings:
        check_project(root, settings, now_in(settings).date(), problems)
    else:
        load_library(root, problems)
    if chosen.paths:
        wanted = [_below(root, path) for path in chosen.paths]
        problems.found = [
            problem
            for problem in problems
            if any(_is_within(problem.place.path, path) for path in wanted)
        ]
    if problems.found or chosen.format == "json":
        print_lines(formatted(problems, chosen.format))
    if chosen.format == "text":
        print(problems.summary() if problems.found else _("Everything is in order."))
    return 1 if problems.errors else 0


def _below(root: Path, path: str) -> str:
    try:
        return Path(path).resolve().relative_to(root).as_posix()
    except ValueError:
        stop(_("{path} is not in the project.").format(path=path))


def _is_within(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(f"{folder}/")
