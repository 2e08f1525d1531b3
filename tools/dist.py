"""Our package as it is released, into dist/: `make dist`.

    exempelbank-….tar.gz     the source
    exempelbank-….whl        the program, built from that source
    SHA256SUMS               of both, as `exempelbank new --hash` takes them
    LICENCES.txt             of all that is locked, from the packages' own metadata

The same commit gives the same bytes: only what is committed is there, all times are the commit's,
and files lie in order.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DIST = PROJECT / "dist"
# What the wheel must hold, beside modules: a build that forgets a line of pyproject.toml says so.
NEEDED = (
    "exempelbank/locale/sv/LC_MESSAGES/exempelbank.mo",
    "exempelbank/starters/files/common/en/mkdocs.yml",
    "exempelbank/starters/files/common/sv/dot_gitignore",
    "exempelbank/starters/files/forges/github/dot_github/workflows/publish.yml",
    "exempelbank/starters/files/locked/run.txt",
    "exempelbank/templates/start.html",
    "exempelbank/theme/main.html",
)
GUIDES = PROJECT / "generator" / "exempelbank" / "guides" / "names.txt"
_LOCKED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def main() -> None:
    when = int(_git("log", "-1", "--format=%ct"))
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        committed = Path(folder) / "committed"
        with tarfile.open(fileobj=io.BytesIO(_git("archive", "HEAD"))) as archive:
            archive.extractall(committed, filter="data")
        source = _built(Path(folder), committed, "sdist", when)
        (DIST / source.name).write_bytes(_with_settled_times(source, when))
        with tarfile.open(DIST / source.name) as archive:
            archive.extractall(folder, filter="data")
        unpacked = Path(folder) / source.name.removesuffix(".tar.gz")
        wheel = shutil.copy(_built(Path(folder), unpacked, "wheel", when), DIST)
    with zipfile.ZipFile(wheel) as archive:
        guides = {f"exempelbank/guides/{name}" for name in GUIDES.read_text("utf-8").split()}
        if missing := {*NEEDED, *guides} - {*archive.namelist()}:
            sys.exit(f"the wheel lacks {', '.join(sorted(missing))}")
    (DIST / "LICENCES.txt").write_text("".join(licences()), "utf-8")
    packages = sorted(DIST.glob("exempelbank-*"))
    sums = [f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in packages]
    (DIST / "SHA256SUMS").write_text("".join(sums), "utf-8")
    print("".join(sums), end="")


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=PROJECT, capture_output=True, check=True).stdout


def _built(folder: Path, source: Path, kind: str, when: int) -> Path:
    """By setuptools, in a process that stands in the source, from a copy that it may litter."""
    build = f"import setuptools.build_meta as b; print(b.build_{kind}({str(folder)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", build],
        cwd=source,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(when)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return folder / done.stdout.splitlines()[-1]


def _with_settled_times(source: Path, when: int) -> bytes:
    """The same archive in order, with no trace of who packed it and when."""
    raw = io.BytesIO()
    with (
        tarfile.open(source) as old,
        gzip.GzipFile("", "wb", mtime=when, fileobj=raw) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        for one in sorted(old.getmembers(), key=lambda member: member.name):
            one.mtime, one.pax_headers = when, {}
            one.uid = one.gid = 0
            one.uname = one.gname = ""
            one.mode = 0o755 if one.isdir() or one.mode & 0o100 else 0o644
            new.addfile(one, old.extractfile(one) if one.isfile() else None)
    return raw.getvalue()


def licences() -> Iterator[str]:
    """A line for ourselves, for what we bring along, and for each locked package."""
    yield "exempelbank: EUPL-1.2\n"
    yield "the font Figtree, in theme/assets: OFL-1.1\n"
    for name, version in _LOCKED.findall((PROJECT / "requirements" / "run.txt").read_text("utf-8")):
        try:
            yield f"{name} {version}: {_licence_of(name)}\n"
        except PackageNotFoundError:  # it is for another system or Python
            yield f"{name} {version}: not installed where this list was made\n"


def _licence_of(name: str) -> str:
    package = metadata(name)
    if stated := package.get("License-Expression"):
        return stated
    begins = "License :: "
    classified = [line for line in package.get_all("Classifier") or () if line.startswith(begins)]
    named = [line.rsplit(" :: ", 1)[1] for line in classified]
    return ", ".join(named) or (package.get("License") or "not stated").splitlines()[0]


if __name__ == "__main__":
    main()
