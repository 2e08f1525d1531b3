"""Every deed that the program writes in a log is told in words, wherever the log is shown."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import exempelbank
from exempelbank.letters.kinds import LetterKind
from exempelbank.model.review import IMPORT, LogEntry, ReviewState
from tests.builders import moment
from tests.review.builders import a_project, a_ready_one, run, stored

PACKAGE = Path(exempelbank.__file__).parent
NOW = moment("2026-03-16 09:15")
WHEN = "2026-03-16 09:15"
Function = ast.FunctionDef | ast.AsyncFunctionDef


# ---- What is written, by the code itself ----


@cache
def functions() -> tuple[tuple[Path, Function], ...]:
    """With the file each stands in."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    return tuple(
        (path, node)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, Function)
    )


@cache
def writers() -> dict[str, tuple[Path | None, int | None]]:
    """What takes the deed of a log entry -> (the one file where it is known, or None; at which
    place among the arguments, or None when it is always named).
    """
    found: dict[str, tuple[Path | None, int | None]] = {"LogEntry": (None, None)}
    for path, function in functions():
        names = [argument.arg for argument in function.args.args]
        if "did" in names and "LogEntry" in ast.unparse(function.returns or function):
            private = function.name.startswith("_")
            found[function.name] = (path if private else None, names.index("did"))
    return found


def written() -> Iterator[tuple[str, ast.expr, Function]]:
    """(the writer, what it is handed as the deed, the function in which it is called)"""
    for path, function in functions():
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            only_in, place = writers().get(called(call), (Path(), None))
            if only_in in (None, path):
                named = [keyword.value for keyword in call.keywords if keyword.arg == "did"]
                for value in named or (call.args[place : place + 1] if place is not None else ()):
                    yield called(call), value, function


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def words_in(value: ast.expr, function: Function) -> set[str] | None:
    """The literals that this may be; none of its own when it is a state, or is handed on; None
    when the code does not tell.
    """
    match value:
        case ast.Constant(str(word)):
            return {word}
        case ast.IfExp(body=body, orelse=orelse):
            both = words_in(body, function), words_in(orelse, function)
            return None if None in both else set().union(*filter(None, both))
        case ast.Attribute(attr="value"):
            return set()  # of a state: every state has its label
        case ast.Attribute(attr="deed"):
            return {kind.deed for kind in LetterKind if kind.states}
        case ast.Name(id="did") if "did" in {argument.arg for argument in function.args.args}:
            return set()  # its callers say which
        case ast.Name(id=name):
            assigned = [
                words_in(step.value, function)
                for step in ast.walk(function)
                if isinstance(step, ast.Assign)
                and any(isinstance(to, ast.Name) and to.id == name for to in step.targets)
            ]
            known = [words for words in assigned if words is not None]
            return set().union(*known) if known and len(known) == len(assigned) else None
    return None


def deeds() -> list[str]:
    literals = [words_in(value, function) or set() for _writer, value, function in written()]
    return sorted(set().union(*literals) | set(ReviewState))


def test_the_code_tells_every_deed_it_writes():
    untold = [
        f"{writer}({ast.unparse(value)}) in {function.name}"
        for writer, value, function in written()
        if words_in(value, function) is None
    ]

    assert not untold
    assert {"handled", "checklist", "revised", "renewed", "released", "updated"} <= set(deeds())


# ---- What is read of it ----


@pytest.mark.parametrize("did", deeds())
def test_a_deed_is_told_in_words_and_in_the_same_ones_everywhere(tmp_path, capsys, did):
    shown, reported = both_lines(tmp_path, capsys, LogEntry(at=NOW, by="bo-lind", did=did))
    words = shown.partition("Bo Lind: ")[2]

    assert words and did not in words.split()
    assert reported.endswith(f"Bo Lind · {words}")


def test_what_import_has_done_is_told_of_the_import(tmp_path, capsys):
    shown, reported = both_lines(tmp_path, capsys, LogEntry(at=NOW, by=IMPORT, did="received"))

    assert "Importen" in shown
    assert "Importen" in reported


def both_lines(root, capsys, entry):
    """What `show` and `report` print of a log that holds this entry alone."""
    a_project(root, stored(a_ready_one(review={"log": (entry,)})))
    for command in ("show", "report"):
        assert run(root, command, "FC-2026-014") == 0
    shown, reported = (line for line in capsys.readouterr().out.splitlines() if WHEN in line)
    return shown, reported
