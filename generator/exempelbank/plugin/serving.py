"""A preview -> a web server on this computer, until it is interrupted."""

from __future__ import annotations

import mimetypes
import sys
import webbrowser
from collections.abc import Iterable, Sequence
from errno import EADDRINUSE
from html import escape
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Timer
from urllib.parse import quote
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.exceptions import MkDocsException
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from exempelbank.building.inputs import INPUT_FOLDERS, PACKAGE
from exempelbank.exceptions import CommandStopped, UnreadableSettings
from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.i18n import _, language_in_use
from exempelbank.plugin.preview import Preview
from exempelbank.problems import Problem, Severity
from exempelbank.rules.theme_overrides import THEME
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.system_words import system_words
from exempelbank.transactions.internal_error import record_internal_error

LOOKS = ("templates", "theme")  # ours: read anew, so that whoever edits them sees it
RELOAD = "_preview/reload.js"  # with a version after ?: asks for what comes after it
AFTER = "_preview/after/"  # with a version: answered when there is a later one, or in a while
PATIENCE = 25  # seconds; browsers and what lies between wait for no more than a minute
NOT_FOUND = "404.html"


def serve_project(root: Path, host: str, port: int, opens: bool) -> int:
    """Until interrupted; the exit code. `opens`: a browser, when it is up."""
    pages = PreviewApp(root, host, port)
    try:
        server = make_server(host, port, pages, _Server, _Quiet)
    except OSError as why:
        print(_not_possible(host, port, why), file=sys.stderr)
        return 1
    with server, Watcher(root, pages.preview):
        try:
            pages.preview.content("index.html")
        except UnreadableSettings:  # it has been said why
            return 1
        except (MkDocsException, CommandStopped) as why:
            print(why, file=sys.stderr)
            return 1
        print(_("The preview is at {url}. Ctrl+C ends it.").format(url=pages.url), flush=True)
        if opens:
            webbrowser.open(pages.url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def _not_possible(host: str, port: int, why: OSError) -> str:
    if why.errno == EADDRINUSE:
        says = _("Port {port} is taken by another program.").format(port=port)
        other = port + 1 if port < 65_535 else 8000
        fix = _("Choose another port: exempelbank serve --port {port}").format(port=other)
    else:
        says = _("The preview can't be at {host}, port {port} ({why}).").format(
            host=host, port=port, why=system_words(why)
        )
        fix = _("Without --host and --port it is at 127.0.0.1, port 8000, for you alone.")
    return f"{says}\n    {fix}"


class PreviewApp:
    """Answers for every address of the site."""

    def __init__(self, root: Path, host: str, port: int) -> None:
        # 0.0.0.0 answers at all of this computer's addresses, and is none of them.
        self.url = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}/"
        self._said = ""
        self._known: Sequence[Problem] = ()
        self._root, self.preview = root, Preview(root, self.url, self._tell)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        # WSGI hands over the bytes of an address as letters of latin-1.
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        address = path.removeprefix("/")
        if address == RELOAD:
            return _send(start, "200 OK", RELOAD, (THEME / "reload.js").read_bytes())
        if address.startswith(AFTER):
            return self._after(address.removeprefix(AFTER), start)
        try:
            return self._answer(address, start)
        except (MkDocsException, CommandStopped) as why:
            says = str(why)
        except Exception as why:  # a fault of ours
            says = record_internal_error(why, self._root)
        if says != self._said:  # the page asks again and again
            print(says, file=sys.stderr, flush=True)
        self._said = says
        return _send(start, "503 Service Unavailable", NOT_FOUND, _failure(says))

    def _tell(self, problems: Sequence[Problem]) -> None:
        """After each save: errors as long as they stand, all else once."""
        for problem in problems:
            if problem.severity is Severity.ERROR or problem not in self._known:
                print(problem, file=sys.stderr, flush=True)
        self._known = problems

    def _answer(self, address: str, start: StartResponse) -> Iterable[bytes]:
        uri = f"{address}index.html" if not address or address.endswith("/") else address
        if (raw := self.preview.content(uri)) is not None:
            return _send(start, "200 OK", uri, raw)
        if self.preview.content(f"{uri}/index.html") is not None:
            start("302 Found", [("Location", f"/{quote(address)}/"), ("Content-Length", "0")])
            return []
        raw = self.preview.content(NOT_FOUND) or b""
        return _send(start, "404 Not Found", NOT_FOUND, raw)

    def _after(self, version: str, start: StartResponse) -> Iterable[bytes]:
        later = self.preview.wait_for_newer(version, PATIENCE)
        return _send(start, "200 OK", "after.txt", b"changed" if later else b"same")


def _send(start: StartResponse, status: str, name: str, raw: bytes) -> Iterable[bytes]:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    headers = [("Content-Type", kind), ("Content-Length", str(len(raw)))]
    start(status, [*headers, ("Cache-Control", "no-store")])
    return [raw]


def _failure(says: str) -> bytes:
    """A page that tells why there is none, and asks again in a while."""
    title = _("Preview")
    return (
        f'<!doctype html><html lang="{language_in_use()}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="refresh" content="2">'
        f"<title>{escape(title)}</title><h1>{escape(title)}</h1>"
        f'<pre style="white-space: pre-wrap">{escape(says)}</pre></html>'
    ).encode()


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each question: some wait for what has yet to be saved."""

    daemon_threads = True

    def handle_error(self, *_whose: object) -> None:
        """A browser that goes away while it is answered is nobody's fault."""


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_what: object) -> None: ...


# ---- What is saved ----

AT_REST = 0.03  # seconds without a change: an editor writes a file in several steps
_CHANGES = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]


class Watcher(FileSystemEventHandler):
    """Tells the preview whatever is saved in the project, or in our own looks."""

    def __init__(self, root: Path, preview: Preview) -> None:
        self._root, self._config = root, root / MKDOCS_FILE
        self._always = [
            *(root / name for name in INPUT_FOLDERS),
            *(PACKAGE / name for name in LOOKS),
        ]
        self._folders: list[Path] = []
        self._watches: dict[Path, ObservedWatch] = {}
        self._preview, self._observer = preview, Observer()
        self._at_rest = Timer(AT_REST, preview.saved)
        # Beside mkdocs.yml lies much that is no matter of ours: the site itself may.
        self._observer.schedule(self, str(root), event_filter=_CHANGES)
        self._watch_all()

    def _watch_all(self) -> None:
        """Also the code that mkdocs.yml names by now: templates and hooks."""
        code = [self._root / name for name in read_mkdocs_file(self._root).code]
        code = [
            path.parent if path.is_file() and path.parent != self._root else path for path in code
        ]
        before, self._folders = self._folders, [*self._always, *code]
        for folder in self._folders:
            if folder not in before:
                self._watch(folder)

    def _watch(self, folder: Path) -> None:
        """Anew when it has been away: the system watches what was there, not its name."""
        if watch := self._watches.pop(folder, None):
            self._observer.unschedule(watch)
        if folder.is_dir():
            self._watches[folder] = self._observer.schedule(
                self, str(folder), recursive=True, event_filter=_CHANGES
            )

    def __enter__(self) -> None:
        self._observer.start()

    def __exit__(self, *_why: object) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        for folder in self._folders:
            if folder in paths:
                self._watch(folder)
        if self._config in paths:
            self._watch_all()
        if any(path == self._config or self._is_ours(path) for path in paths):
            self._at_rest.cancel()
            self._at_rest = Timer(AT_REST, self._preview.saved)
            self._at_rest.start()

    def _is_ours(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._folders)
