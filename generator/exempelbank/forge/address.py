"""The environment, or site_config/forge.yml -> which forge, which repository, and the token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from exempelbank.exceptions import ForgeDenied, ForgeError
from exempelbank.files.paths import FORGE
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.settings.forge_file import load_forge_file

TOKEN = "EXEMPELBANK_FORGE_TOKEN"


@dataclass(frozen=True, slots=True)
class Token:
    """Never shown, whoever prints it or what holds it."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ForgeAddress:
    kind: str  # "github", "forgejo", "gitea" or "gitlab"
    url: str  # "https://github.com", without / last
    repository: str  # "owner/name"

    @property
    def where(self) -> str:
        """As people name it."""
        return f"{self.url.partition('://')[2]}/{self.repository}"

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def api(self) -> str:
        match self.kind:
            case "gitlab":
                return f"{self.url}/api/v4"
            case "forgejo" | "gitea":
                return f"{self.url}/api/v1"
            case _ if self.host == "github.com" or self.host.endswith(".ghe.com"):
                return self.url.replace("://", "://api.", 1)
            case _:  # GitHub's own server for those who run one
                return f"{self.url}/api/v3"


def find_address(root: Path, environ: Mapping[str, str], problems: Problems) -> ForgeAddress:
    """In a workflow the forge that runs it, whatever a file says: the token is that forge's.

    Raises ForgeError when nothing tells, or the file can't be used.
    """
    if address := _address_of_workflow(environ):
        return address
    if file := load_forge_file(root, problems):
        return ForgeAddress(file.kind, file.url, file.repository)
    if problems.errors:
        raise ForgeError(FORGE, _("does not tell which forge it is"), str(problems.errors[0]))
    raise ForgeError(
        FORGE,
        _("is not there, so it is not known which forge the project lies on"),
        _("Write kind, url and repository in it. The guide says how: docs/plattformar.md."),
    )


def _address_of_workflow(environ: Mapping[str, str]) -> ForgeAddress | None:
    if environ.get("GITLAB_CI") == "true":
        url, repository = environ["CI_SERVER_URL"], environ["CI_PROJECT_PATH"]
        return ForgeAddress("gitlab", url.rstrip("/"), repository)
    if environ.get("GITHUB_ACTIONS") == "true":  # so say those of Forgejo and Gitea too
        kind = "github"
        if "FORGEJO_ACTIONS" in environ:
            kind = "forgejo"
        elif "GITEA_ACTIONS" in environ:
            kind = "gitea"
        url, repository = environ["GITHUB_SERVER_URL"], environ["GITHUB_REPOSITORY"]
        return ForgeAddress(kind, url.rstrip("/"), repository)
    return None


def find_token(address: ForgeAddress, environ: Mapping[str, str]) -> Token:
    value = environ.get(TOKEN, "").strip()
    if re.fullmatch("[!-~]+", value):
        return Token(value)
    if value:
        raise ForgeDenied(
            address.where,
            _("what stands in {name} is no token").format(name=TOKEN),
            _("A token is one word of plain letters and digits. Copy it anew."),
        )
    raise ForgeDenied(
        address.where,
        _("there is no token to ask with"),
        _("Put it in the environment variable {name}, never in a file.").format(name=TOKEN),
    )
