"""The repository that a project is shared by: what stands there, and new commits sent to it.

A secret is handed to git in the environment alone: it stands in no command line, address, setting
or message. Nothing is ever forced: git takes a commit only upon what stands there.
"""

from __future__ import annotations

import os
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from subprocess import CompletedProcess
from urllib.parse import unquote, urlsplit

from exempelbank.exceptions import GitError
from exempelbank.git.objects import Git
from exempelbank.i18n import _

LIMIT = 300  # seconds for one command
AT_ONCE = 100  # branches in one push: a command line has an end
_SHARED = "refs/shared"
_NAME = "shared"
# How this person reaches servers. All else that is called GIT_… could lead git astray.
_KEPT = re.compile(r"GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|SSH(_COMMAND)?|SSL_CAINFO|ASKPASS)")
_ASKS = ("GIT_ASKPASS", "SSH_ASKPASS")  # a window that asks for a password
_IN_ADDRESS = re.compile(r"(?<=://)[^/@\s]+@")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What proves who asks."""

    user: str
    secret: str = field(repr=False)

    @property
    def header(self) -> str:
        return "Authorization: Basic " + b64encode(f"{self.user}:{self.secret}".encode()).decode()


class Remote:
    """Of one repository. What is fetched can be read by `git`, and is gone with it."""

    def __init__(self, git: Git, url: str, credentials: Credentials | None = None) -> None:
        """Without `credentials` git asks as this person has set it up. Raises GitError."""
        self._git = git
        self._address, in_address = _without_secret(url)
        self.url = _IN_ADDRESS.sub("", self._address)  # as it may be shown
        self._credentials = credentials or in_address
        if self._credentials and not _keeps_secrets(self._address):
            raise GitError(_("{url} is not https, so no token is sent there.").format(url=self.url))

    def default_branch(self) -> str:
        """Raises GitError."""
        answer = self._run("ls-remote", "--symref", "--", _NAME, "HEAD")
        for line in answer.stdout.decode("utf-8", "replace").splitlines():
            if match := re.fullmatch(r"ref: refs/heads/(\S+)\tHEAD", line):
                return match[1]
        raise GitError(_("{url} has no default branch.").format(url=self.url))

    def fetch(self, *branches: str) -> dict[str, str]:
        """The branch -> its newest commit, in order of name, of those that are there.
        "svar/*": all that begin so. Raises GitError.
        """
        wanted = [f"+refs/heads/{branch}:{_SHARED}/{branch}" for branch in branches]
        harmless = ("--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--prune")
        self._run("fetch", "--quiet", *harmless, "--refmap=", "--", _NAME, *wanted)
        listed = self._git.line("for-each-ref", "--format=%(refname) %(objectname)", f"{_SHARED}/")
        names = (line.rsplit(" ", 1) for line in listed.splitlines())
        return {name.removeprefix(f"{_SHARED}/"): commit for name, commit in names}

    def push(self, commits: Mapping[str, str]) -> dict[str, str]:
        """Branch -> commit, each for itself. The branches that did not take theirs, and why, in
        git's own words: someone else was there before, or a rule says no. Raises GitError.
        """
        harmless = ("--no-verify", "--no-follow-tags", "--no-signed", "--recurse-submodules=no")
        refused: dict[str, str] = {}
        branches = [*commits]
        for start in range(0, len(branches), AT_ONCE):
            some = branches[start : start + AT_ONCE]
            refs = [f"{commits[branch]}:refs/heads/{branch}" for branch in some]
            answer = self._run("push", "--porcelain", *harmless, "--", _NAME, *refs, may_fail=True)
            results = dict(_pushed(answer.stdout.decode("utf-8", "replace")))
            if results.keys() != {*some}:
                raise self._error(answer)
            refused |= {branch: why for branch, why in results.items() if why}
        return refused

    def _run(self, *arguments: str, may_fail: bool = False) -> CompletedProcess[bytes]:
        try:
            done = subprocess.run(
                ["git", *arguments],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=LIMIT,
            )
        except subprocess.TimeoutExpired:
            says = _("{url} did not answer in time.").format(url=self.url)
            raise GitError(says) from None
        if done.returncode and not may_fail:
            raise self._error(done)
        return done

    @property
    def _environment(self) -> Mapping[str, str]:
        settings = [
            (f"remote.{_NAME}.url", self._address),
            ("core.hooksPath", os.devnull),
            ("maintenance.auto", "false"),
            ("gc.auto", "0"),
            ("http.lowSpeedLimit", "1"),
            ("http.lowSpeedTime", "60"),
        ]
        if self._credentials:
            settings += [
                ("http.followRedirects", "false"),  # a header would follow, too
                ("credential.helper", ""),  # nobody is asked, and nobody keeps it
                ("core.askPass", ""),
                (f"http.{self._address}.extraHeader", ""),  # those that were
                (f"http.{self._address}.extraHeader", self._credentials.header),
            ]
        dropped = _ASKS if self._credentials else ()
        inherited = {
            name: value
            for name, value in os.environ.items()
            if (_KEPT.fullmatch(name) or not name.startswith("GIT_")) and name not in dropped
        }
        return inherited | {
            "GIT_DIR": self._git.folder,
            "GIT_TERMINAL_PROMPT": "0" if self._credentials else "1",
            "LC_ALL": "C",
            "GIT_CONFIG_COUNT": str(len(settings)),
            **{f"GIT_CONFIG_KEY_{n}": name for n, (name, _value) in enumerate(settings)},
            **{f"GIT_CONFIG_VALUE_{n}": value for n, (_name, value) in enumerate(settings)},
        }

    def _error(self, done: CompletedProcess[bytes]) -> GitError:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = self._redacted(lines[-1]) if lines else "?"
        return GitError(_("{url} does not do what git asks: {why}").format(url=self.url, why=why))

    def _redacted(self, text: str) -> str:
        """Git's words without what proves who asks."""
        if self._credentials:
            _kind, encoded = self._credentials.header.rsplit(" ", 1)
            for secret in filter(None, (encoded, self._credentials.secret)):
                text = text.replace(secret, "***")
        return _IN_ADDRESS.sub("***@", text)


def _pushed(porcelain: str) -> Iterator[tuple[str, str]]:
    """`!\\t<commit>:refs/heads/<branch>\\t[rejected] (fetch first)`: the branch, and why not."""
    for line in porcelain.splitlines():
        if "\t" in line:
            flag, refs, summary = line.split("\t", 2)
            branch = refs.partition(":")[2].removeprefix("refs/heads/")
            yield branch, summary if flag == "!" else ""


def _without_secret(url: str) -> tuple[str, Credentials | None]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.password:
        return url, None
    host = parts.netloc.rpartition("@")[2]
    credentials = Credentials(unquote(parts.username or ""), unquote(parts.password))
    return parts._replace(netloc=host).geturl(), credentials


def _keeps_secrets(url: str) -> bool:
    """Over which nobody on the way can read what is sent."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")
    )
