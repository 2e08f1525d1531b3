"""Where the branches go: the shared repository, and the forge that holds it, if one does.

Raises ForgeError or GitError when nothing may be sent there; nothing has been then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exempelbank.exceptions import ForgeDenied, GitError
from exempelbank.files.paths import CONFIG
from exempelbank.forge.protocol import Forge
from exempelbank.forge.types import Repository, Visibility
from exempelbank.git.objects import Git
from exempelbank.git.remote import Credentials, Remote
from exempelbank.i18n import _
from exempelbank.problems import Location, Problems

_USERS = {"gitlab": "oauth2"}  # what stands for a name where a token is the password


@dataclass(frozen=True)
class Place:
    git: Git
    remote: Remote
    main: str  # the name of the branch
    forge: Forge | None = None
    repository: Repository | None = None  # as the forge tells of it
    ask: tuple[str, ...] | None = None  # reviewers' ids; None: all who have an account there


def place_on_forge(
    root: Path, forge: Forge, token: str, ask: tuple[str, ...] | None = None
) -> Place:
    repository = forge.repository()
    check_repository(repository)
    git = Git(root)
    credentials = Credentials(_USERS.get(forge.kind, "x-access-token"), token)
    remote = Remote(git, repository.clone_url, credentials)
    return Place(git, remote, repository.default_branch, forge, repository, ask)


def place_of_folder(root: Path) -> Place:
    """Where the folder was cloned from, reached as this person has set up git."""
    git = Git(root)
    names = git.in_repository("remote").decode().split()
    name = "origin" if "origin" in names or len(names) != 1 else names[0]
    url = git.in_repository("remote", "get-url", "--", name).decode().strip()
    if not url:
        raise GitError(
            _("The folder is not shared with any other repository."),
            _("Clone the project from where you share it, and run it there."),
        )
    remote = Remote(git, url)
    return Place(git, remote, remote.default_branch())


def check_repository(repository: Repository) -> None:
    """A pull request that others can read is published, and is kept after it is closed."""
    if repository.visibility is not Visibility.PRIVATE:
        says = (
            _("it is public, and what waits for review must not stand there")
            if repository.visibility is Visibility.PUBLIC
            else _("it is open to all who log in, and what waits for review must not stand there")
        )
        raise ForgeDenied(
            repository.name, says, _("Make it private, or keep the review in one that is.")
        )
    if not repository.may_push:
        raise ForgeDenied(
            repository.name,
            _("the token may not push branches there"),
            _("Give it the right to write contents and pull requests."),
        )


def check_folder(place: Place, main: str, problems: Problems) -> None:
    """`main`: the commit that stands at the shared repository now. The folder's settings decide how
    answers are read, and the gate reads those on main.
    """
    if place.git.in_repository("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError(
            _("The folder does not have the whole history."), _("Run git fetch --unshallow.")
        )
    if place.git.commit("HEAD") != main:
        raise GitError(
            _("The folder is not at {main} as it stands at {url} now.").format(
                main=place.main, url=place.remote.url
            ),
            _("Run git switch {main} and git pull, and then this again.").format(main=place.main),
        )
    for path in _changed_settings(place.git):
        problems.warning(
            Location(path),
            _("is not on {main} as it stands here").format(main=place.main),
            _("Make a pull request of its own for it, or the next import reads otherwise."),
        )


def _changed_settings(git: Git) -> Iterator[str]:
    """` M path` or `?? path` each."""
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    raw = git.in_repository("status", *options, "--", CONFIG)
    for line in filter(None, raw.decode("utf-8", "replace").split("\0")):
        yield line[3:].removeprefix(git.prefix)
