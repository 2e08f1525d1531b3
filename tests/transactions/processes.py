"""Commands as processes that are stopped or killed in the middle, on a project made for it.

They are forked from this one, so that nothing has to be started anew. Both `make test` and
`make audit` come here.
"""

from __future__ import annotations

import gc
import os
import pathlib
import re
import select
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from itertools import combinations_with_replacement
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from exempelbank.building.caches import cache_folder
from exempelbank.cli import main
from exempelbank.documents import as_yaml, document_from
from exempelbank.transactions import JOURNAL, lock
from tests.builders import PROJECT, WHOLE, a_published, a_submission
from tests.intake.builders import a_csv
from tests.intake.builders import a_project as with_a_form
from tests.review.builders import a_project, a_ready_one, stored, write
from tests.site.builders import files_in

READY, NEW, PUBLISHED = "FC-2026-099", "FC-2026-098", "FC-2026-005"

LET_GO = ("--yes", "--decision", "1")

# What each does. Those that follow one another in the life of an example are about the same one.
COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("import", "svar.csv", "--form", "prov"),
    "handle": ("handle", NEW, "--by", "cilla-alm", "--not-involved"),
    "checklist": ("checklist", READY, "relevance=no:Nej.", "--by", "bo-lind"),
    "approve": ("approve", READY, "--by", "anna-ek", "--not-involved"),
    "pause": ("pause", PUBLISHED, "--by", "bo-lind", "--reason", "x"),
    "withdraw": ("withdraw", PUBLISHED, "--by", "anna-ek", "--reason", "y", *LET_GO),
    "withdraw a response": ("withdraw", READY, "--by", "cilla-alm", "--reason", "z", *LET_GO),
    "build": ("build",),
}

# Each with each, and with itself. Two that take an example away, take the same one.
NAMES = ("import", "handle", "checklist", "approve", "pause", "withdraw", "build")
_OF_A_RESPONSE = ("import", "handle", "checklist", "approve")
PAIRS = [
    (first, "withdraw a response" if second == "withdraw" and first in _OF_A_RESPONSE else second)
    for first, second in combinations_with_replacement(NAMES, 2)
]

# Where a command may be stopped: at every line of what holds the folder and writes to it.
_WRITERS = {
    pathlib.__file__,
    *map(str, (PROJECT / "generator/exempelbank/transactions").glob("*.py")),
    *(
        str(PROJECT / "generator/exempelbank" / name)
        for name in ("files/disk.py", "building/output.py", "building/site_folder.py")
    ),
}
_LEFT_OUT = re.compile(r"\.exempelbank/(lock|secret|\.gitignore)")
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+\d\d:\d\d|(?<=written_hash: )\S+")


NEVER = -1  # as a moment: they are only counted


class Ended(NamedTuple):
    code: int  # below 0: killed
    said: str
    moments: int = 0


def tree(root: Path) -> dict[str, bytes]:
    """Every file but the lock, with no time of day in it."""
    return {
        name: _CLOCK.sub(b"", raw) if name.endswith(".md") else raw
        for name, raw in files_in(root).items()
        if not _LEFT_OUT.fullmatch(name)
    }


@dataclass
class Process:
    """A command at work in the project. `moment`: the one at which it gets the signal, if any."""

    root: Path
    words: tuple[str, ...]
    moment: int = 0
    by: signal.Signals = signal.SIGKILL
    first: Callable[[], object] = int  # what the process does before anything else
    _said: bytes = b""

    def __post_init__(self) -> None:
        self._pipe, write_end = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            os.close(self._pipe)
            self._run(write_end)
        os.close(write_end)

    def stopped(self) -> bool:
        """Whether it was stopped, and did not end before that."""
        _pid, status = os.waitpid(self.pid, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            return True
        self._status = status
        return False

    def waits_or_ends(self) -> None:
        """Until it has said something, as one does that waits, or has ended."""
        select.select([self._pipe], [], [], 30)

    def go_on(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def ended(self) -> Ended:
        while raw := os.read(self._pipe, 65536):
            self._said += raw
        os.close(self._pipe)
        if not hasattr(self, "_status"):
            _pid, self._status = os.waitpid(self.pid, 0)
        said, _mark, moments = self._said.decode().partition("\0")
        return Ended(os.waitstatus_to_exitcode(self._status), said, int(moments or 0))

    def _run(self, out: int) -> None:
        code = 70
        gc.disable()  # or it would look through all of the tests' memory
        try:
            self.first()
            os.chdir(self.root)
            sys.stdout = sys.stderr = os.fdopen(out, "w", encoding="utf-8")
            lock.PATIENCE = 0.01
            moments = _Moments(self.moment, self.by)
            if self.moment:  # it takes three times as long then
                sys.settrace(moments.called)
            code = main(["--project", str(self.root), *self.words])
            sys.settrace(None)
            print(end=f"\0{moments.passed}", flush=True)
        except SystemExit as why:
            code = int(why.code or 0)
        finally:
            os._exit(code)


@dataclass
class _Moments:
    until: int
    by: signal.Signals
    passed: int = 0

    def called(self, frame: FrameType, _event: str, _about: Any) -> Any:
        code = frame.f_code
        if code.co_filename not in _WRITERS:
            return None
        within = code.co_filename != pathlib.__file__ or code.co_name.startswith("write_")
        return self.line if within else None

    def line(self, _frame: FrameType, event: str, _about: Any) -> Any:
        if event == "line":
            self.passed += 1
            if self.passed == self.until:
                os.kill(os.getpid(), self.by)
                sys.settrace(None)
        return self.line


class Trial:
    """One project, which each trial finds as it was."""

    def __init__(self, folder: Path) -> None:
        """A response, one that is ready, one published, an export with two more answers; a site,
        and an edit that it does not show yet.
        """
        self.root, self.site = folder / "project", folder / "site"
        self._as_it_was = folder / "as it was"
        self._states: dict[tuple[str, ...], dict[str, bytes]] = {}
        self._checked: dict[tuple[str, ...], Ended] = {}
        self._moments: dict[str, int] = {}
        with_a_form(
            a_project(
                self.root,
                stored(a_ready_one(id=READY, title="Kanariefågel i morgonmötet")),
                stored(a_submission(id=NEW)),
                stored(a_published(id=PUBLISHED), slug="bildstod"),
            )
        )
        config = (PROJECT / "mkdocs.yml").read_text("utf-8")
        write(self.root, "mkdocs.yml", config.replace("site_dir: site", "site_dir: ../site"))
        write(self.root, "content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
        (self.root / "svar.csv").write_bytes(a_csv({}, {"Nr": "2", "Enhet": "Tryckeriet"}))
        shutil.rmtree(self.root / "content/networks")
        _leave_few_words(self.root)
        self._run_here("build")
        edited = self.root / "content/focus_areas/psykisk-halsa.md"
        edited.write_text(edited.read_text("utf-8") + "\nEn mening till.\n", "utf-8")
        for one in (self.root, self.site):
            shutil.copytree(one, self._as_it_was / one.name)
        shutil.copytree(cache_folder(self.root), self._as_it_was / "caches")
        for name in COMMANDS:  # so that each process need not learn how to
            self._run_here(name)

    def begin_anew(self, *names: str) -> None:
        """In the same place, for these: a build knows its project by where it lies."""
        shutil.rmtree(self.root)
        shutil.copytree(self._as_it_was / self.root.name, self.root)
        if "build" in names:
            shutil.rmtree(self.site)  # of its files none is ever written in, but replaced
            shutil.copytree(self._as_it_was / self.site.name, self.site, copy_function=os.link)
            shutil.rmtree(cache_folder(self.root))
            shutil.copytree(self._as_it_was / "caches", cache_folder(self.root))

    def files(self, *names: str) -> dict[str, bytes]:
        """Those that these may have changed."""
        site = tree(self.site) if "build" in names else {}
        return tree(self.root) | {f"site/{name}": raw for name, raw in site.items()}

    def after(self, *names: str) -> dict[str, bytes]:
        """The files when these have run one after the other."""
        if names not in self._states:
            self.begin_anew(*names)
            for name in names:
                self._run_here(name)
            self._states[names] = self.files(*names)
        return self._states[names]

    def checked(self, *names: str) -> Ended:
        """What `check` says then."""
        if names not in self._checked:
            self.begin_anew()
            for name in names:
                self._run_here(name)
            self._checked[names] = self._run_here("check")
        return self._checked[names]

    def moments(self, name: str) -> int:
        """At how many it can be stopped."""
        if name not in self._moments:
            self.begin_anew(name)
            self._moments[name] = Process(self.root, COMMANDS[name], NEVER).ended().moments
        return self._moments[name]

    def _run_here(self, name: str) -> Ended:
        said = TextIOWrapper(BytesIO(), "utf-8")
        with redirect_stdout(said), redirect_stderr(said), chdir(self.root):
            code = main(["--project", str(self.root), *COMMANDS.get(name, (name,))])
        said.seek(0)
        return Ended(code, said.read())

    def together(self, first: str, second: str, moment: int) -> Iterator[str]:
        """What is wrong when the first is stopped at this moment, and the second begins."""
        right = self.after(first, second), self.after(second, first)
        self.begin_anew(first, second)
        one = Process(self.root, COMMANDS[first], moment, signal.SIGSTOP)
        stopped = one.stopped()
        other = Process(self.root, COMMANDS[second])
        other.waits_or_ends()
        if stopped:
            one.go_on()
        for ended in (one.ended(), other.ended()):
            if ended.code not in (0, 1) or "Traceback" in ended.said:
                yield f"failed: {ended}"
        if (now := self.files(first, second)) not in right:
            yield f"not as one after the other leaves it: {_differing(now, right[0])}"

    def killed(self, name: str, moment: int) -> Iterator[str]:
        """What is wrong when the command is killed at this moment, and others follow."""
        before, after = self.after(), self.after(name)
        right = self.checked(), self.checked(name)
        self.begin_anew(name)
        ended = Process(self.root, COMMANDS[name], moment).ended()
        if ended.code != -signal.SIGKILL:
            yield f"not killed: {ended}"
        left, checked = self.files(), self._run_here("check")
        if self.files() != left:
            yield "check wrote something"
        if JOURNAL in left:
            if checked.code != 1 or JOURNAL not in checked.said or checked.said.count("fel:") > 1:
                yield f"check does not tell of the half of a change, and of that alone: {checked}"
        elif checked not in right:
            yield f"check tells of neither what was nor what is to be: {checked}"
        self._run_here("queue")
        if (now := self.files()) not in (before, _of_project(after)):
            yield f"the next command did not mend it: {_differing(now, before)}"
        if self.files(name) != after:
            self._run_here(name)
        if (now := self.files(name)) != after:
            yield f"run again it does something else: {_differing(now, after)}"


def _leave_few_words(root: Path) -> None:
    """Of each list those that the examples use, or one: each word has pages of its own, and most of
    the time would go to these.
    """
    for name in ("municipalities", "vocabularies"):
        path = root / f"site_config/{name}.yml"
        data = document_from(path.name, path.read_text("utf-8")).data
        lists = data["vocabularies"] if name == "vocabularies" else data
        for key, words in lists.items():
            lists[key] = [word for word in words if word["id"] in str(WHOLE)] or words[:1]
        path.write_text(as_yaml(data), "utf-8")


def _of_project(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: raw for name, raw in files.items() if not name.startswith("site/")}


def _differing(now: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    return sorted(name for name in now.keys() | wanted.keys() if now.get(name) != wanted.get(name))
