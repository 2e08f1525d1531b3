"""What the three fakes share: a server on loopback, accounts by token, faults to order, and git."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from exempelbank.forge.address import ForgeAddress, Token
from tests.forge.fakes.state import BOT, Account, ForgeState, Refusal

PROTECTED = "FAKE_PROTECTED"  # what the repository's hook lets nobody push to
HOOK = f"""#!/bin/sh
while read -r old new ref; do
  if [ "$ref" = "refs/heads/${PROTECTED}" ]; then echo "protected branch" >&2; exit 1; fi
done
"""


@dataclass
class Answer:
    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Fault:
    """What the next `times` questions get instead, of those whose method and path it matches."""

    answer: Answer | None  # None: no answer at all
    times: int = 1
    matches: str = ""  # a regular expression: "POST .*/pulls$"
    after: bool = False  # the question is carried out first, and only its answer is lost


@dataclass
class Asked:
    method: str
    path: str  # without the query
    query: dict[str, str]
    body: dict[str, Any]
    account: Account
    words: Mapping[str, str]  # what the route's pattern has caught
    _seen: set[str] = field(default_factory=set)

    def value(self, name: str, default: Any = None) -> Any:
        """Of the body, or of the query."""
        self._seen.add(name)
        return self.body.get(name, self.query.get(name, default))

    def number(self, name: str = "number") -> int:
        return int(self.words[name])

    def unknown(self) -> set[str]:
        """What no route has looked at: a real forge would ignore it, and so not do it."""
        return {*self.body, *self.query} - self._seen


Route = tuple[str, str, Callable[[Asked], Answer]]


class FakeForge(ABC):
    """`kind`, `api`, `routes`, `refused` and `token_in` are each forge's own."""

    kind = ""
    api = ""

    def __init__(self, state: ForgeState, page_size: int = 3) -> None:
        self.state, self.page_size = state, page_size
        self.faults: list[Fault] = []
        self.asked: list[str] = []  # "GET /api/v3/repos/…", in order
        self.lock = threading.Lock()
        if state.repository is not None:
            hook = state.repository / "hooks" / "pre-receive"
            hook.write_text(HOOK)
            hook.chmod(0o755)
            state.git("config", "receive.denyNonFastForwards", "true")
            state.git("config", "http.receivepack", "true")
        handler = type("Handler", (_Handler,), {"forge": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    @property
    def address(self) -> ForgeAddress:
        return ForgeAddress(self.kind, self.url, self.state.name)

    def token(self, account: str = BOT) -> Token:
        return Token(self.state.accounts[account].token)

    @property
    def clone_url(self) -> str:
        return f"{self.url}/{self.state.name}.git"

    @contextmanager
    def serving(self) -> Iterator[FakeForge]:
        thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.server.shutdown()
            self.server.server_close()
            thread.join()

    # ---- Faults to order ----

    def fail(self, status: int, times: int = 1, matches: str = "", after: bool = False) -> None:
        """An answer with this status, as 500 or 403."""
        body = {"message": "a fault to order"}
        self.faults.append(Fault(Answer(status, body), times, matches, after))

    def limit(self, seconds: int, times: int = 1, matches: str = "", status: int = 429) -> None:
        """Too many questions: come back in so many seconds. GitHub's secondary limit is a 403."""
        body = {"message": "You have exceeded a secondary rate limit."}
        answer = Answer(status, body, {"Retry-After": str(seconds)})
        self.faults.append(Fault(answer, times, matches))

    def drop(self, times: int = 1, matches: str = "", after: bool = False) -> None:
        """The connection is cut without an answer."""
        self.faults.append(Fault(None, times, matches, after))

    def revoke(self, account: str = BOT) -> None:
        """Its token is gone."""
        self.state.accounts[account].token = ""

    def fault_for(self, method: str, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.times and re.search(fault.matches, f"{method} {path}"):
                fault.times -= 1
                return fault
        return None

    # ---- Each forge's own ----

    @abstractmethod
    def routes(self) -> list[Route]: ...

    @abstractmethod
    def refused(self, why: Refusal) -> Answer: ...

    @abstractmethod
    def token_in(self, headers: Mapping[str, str]) -> str: ...

    def answer(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        parts = urlsplit(url)
        token = self.token_in(headers)
        found = [each for each in self.state.accounts.values() if token and each.token == token]
        if not found:
            return Answer(401, {"message": "Bad credentials"})
        if not headers.get("User-Agent", "").startswith("exempelbank"):
            return Answer(403, {"message": "Request forbidden by administrative rules"})
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        for route_method, pattern, call in self.routes():
            match = re.fullmatch(self.api + pattern, parts.path)
            if match and route_method == method:
                words = {name: unquote(word) for name, word in match.groupdict().items()}
                sent = json.loads(body) if body else {}
                asked = Asked(method, parts.path, query, sent, found[0], words)
                if not found[0].role and "name" in words:
                    return Answer(404, {"message": "Not Found"})
                try:
                    answer = call(asked)
                except Refusal as why:
                    return self.refused(why)
                if answer.status < 400 and (unknown := asked.unknown()):
                    return Answer(422, {"message": f"the fake knows no {sorted(unknown)}"})
                return answer
        return Answer(404, {"message": f"the fake has no {method} {parts.path}"})

    def page(self, asked: Asked, items: list[Any], size: str) -> tuple[list[Any], bool]:
        """The page that is asked for, and whether there is one after it."""
        number = int(asked.value("page", 1))
        most = min(int(asked.value(size, 30)), self.page_size)
        return items[(number - 1) * most : number * most], len(items) > number * most

    def next_link(self, asked: Asked) -> dict[str, str]:
        number = int(asked.value("page", 1)) + 1
        return {"Link": f'<{self.url}{asked.path}?page={number}>; rel="next"'}

    # ---- Git ----

    def git(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """By `git http-backend`: who may read may fetch, who may write may push."""
        scheme, _, encoded = headers.get("Authorization", "").partition(" ")
        token = base64.b64decode(encoded).decode().partition(":")[2] if scheme == "Basic" else ""
        found = [each for each in self.state.accounts.values() if token and each.token == token]
        if not found:
            return Answer(401, b"", {"WWW-Authenticate": 'Basic realm="git"'})
        parts = urlsplit(url)
        pushes = "git-receive-pack" in url
        if not found[0].role or (pushes and found[0].role == "read"):
            return Answer(403, b"no right to the repository")
        assert self.state.repository is not None
        inside = parts.path.partition(".git/")[2]
        rules = self.state.rules
        protected = self.state.main if rules.protected and not rules.may_be_pushed else ""
        environment = os.environ | {
            "GIT_PROJECT_ROOT": str(self.state.repository),
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PATH_INFO": f"/{inside}",
            "QUERY_STRING": parts.query,
            "REQUEST_METHOD": method,
            "CONTENT_TYPE": headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": headers.get("Git-Protocol", ""),
            "REMOTE_USER": found[0].name,
            PROTECTED: protected,
        }
        done = subprocess.run(
            ["git", "http-backend"], input=body, env=environment, capture_output=True, check=False
        )
        if pushes:
            self.state.note_pushes()
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        named = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if line)
        status = int(named.pop("Status", "200").split()[0])
        return Answer(status, content, named)


def z(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class _Handler(BaseHTTPRequestHandler):
    forge: FakeForge
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet for head and body, or the other side waits for the rest

    def _handle(self) -> None:
        forge, body = self.forge, self._body()
        path = urlsplit(self.path).path
        with forge.lock:
            forge.asked.append(f"{self.command} {path}")
            fault = forge.fault_for(self.command, path)
        is_git = ".git/" in path
        if fault is None or fault.after:
            if is_git:  # several at once, as on a real forge
                answer = forge.git(self.command, self.path, self.headers, body)  # type: ignore[arg-type]
            else:
                with forge.lock:
                    answer = forge.answer(self.command, self.path, self.headers, body)  # type: ignore[arg-type]
        if fault is not None:
            if fault.answer is None:
                self.close_connection = True
                return
            answer = fault.answer
        self._send(answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _handle

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") == "chunked":
            whole = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                whole += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return whole
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _send(self, answer: Answer) -> None:
        content, kind = answer.body, "text/plain"
        if not isinstance(content, bytes):
            content, kind = (
                json.dumps(content).encode() if content is not None else b"",
                "application/json",
            )
        self.send_response(answer.status)
        for name, value in ({"Content-Type": kind} | answer.headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass
