"""The program and the computer that it runs on."""

from __future__ import annotations

import locale
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from exempelbank.doctor.diagnosis import Diagnosis, Standing
from exempelbank.i18n import _, ngettext

LOCKS = ("requirements.txt", "requirements/run.txt")  # of a project of its own; of the program's
TRIED = ((3, 11), (3, 14))  # the first and the last Python that the tests are run with
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
_SHOWN = ("exempelbank", "mkdocs", "mkdocs-material")


@dataclass(frozen=True)
class Computer:
    python: tuple[int, int, int]
    system: str
    packages: Mapping[str, str]  # name, as in a lock, -> version
    encoding: str  # of texts that other programs write and show here
    knows_zones: bool

    @classmethod
    def this(cls) -> Computer:
        return cls(
            sys.version_info[:3],
            platform.system(),
            {_normal(one.name): one.version for one in distributions() if one.name},
            locale.getencoding(),
            _knows_zones(),
        )


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _knows_zones() -> bool:
    try:
        ZoneInfo("Europe/Stockholm")
    except (ZoneInfoNotFoundError, OSError):
        return False
    return True


def diagnoses_of_computer(computer: Computer, root: Path) -> Iterator[Diagnosis]:
    yield _python(computer)
    versions = (f"{name} {computer.packages.get(name, '–')}" for name in _SHOWN)
    yield Diagnosis(_("The program"), ", ".join(versions))
    if lock := next(filter(Path.is_file, (root / name for name in LOCKS)), None):
        text = lock.read_text("utf-8", errors="replace")
        yield _locked(text, lock.relative_to(root).as_posix(), computer.packages)
    if not computer.knows_zones:
        yield Diagnosis(
            _("Time zones"),
            _("this computer has no list of them, so no time can be told"),
            _("Install the package tzdata where Exempelbank is installed."),
            Standing.MEND,
        )
    yield _encoding(computer)


def _python(computer: Computer) -> Diagnosis:
    version = ".".join(map(str, computer.python))
    first, last = (".".join(map(str, one)) for one in TRIED)
    if TRIED[0] <= computer.python[:2] <= TRIED[1]:
        return Diagnosis("Python", version)
    return Diagnosis(
        "Python",
        _("{version} has not been tried").format(version=version),
        _("Install Exempelbank with Python {first}–{last}.").format(first=first, last=last),
        Standing.LOOK_OVER,
    )


def _locked(text: str, name: str, packages: Mapping[str, str]) -> Diagnosis:
    """Those of the lock that are not here are for other systems, or for another Python."""
    pinned = {_normal(package): version for package, version in _PINNED.findall(text)}
    others = [
        f"{package} {packages[package]} ({version})"
        for package, version in sorted(pinned.items())
        if packages.get(package, version) != version
    ]
    if not others:
        return Diagnosis(_("Packages"), _("in the versions that {file} says").format(file=name))
    return Diagnosis(
        _("Packages"),
        ngettext(
            "{n} is in another version than {file} says: {packages}",
            "{n} are in other versions than {file} says: {packages}",
            len(others),
        ).format(n=len(others), file=name, packages=", ".join(others)),
        _("Install Exempelbank anew, as the guide says: docs/borja.md."),
        Standing.LOOK_OVER,
    )


def _encoding(computer: Computer) -> Diagnosis:
    about, name = _("Characters"), computer.encoding
    if name.upper().replace("-", "") == "UTF8" or computer.system == "Windows":
        return Diagnosis(about, name)  # a console of Windows takes what we print, whatever it says
    return Diagnosis(
        about,
        _("the terminal is set to {encoding}, so å, ä and ö may look wrong").format(encoding=name),
        _("Set the environment variable LANG to C.UTF-8, or to sv_SE.UTF-8."),
        Standing.LOOK_OVER,
    )
