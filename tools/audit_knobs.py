"""Every knob of Material's setup pages, by a real build; the spare engine; plugins of others.

Each knob works as its documentation says, or is named once with nothing changed, or is refused in
one line. ProperDocs builds the same bytes as MkDocs. Plugins that work beside ours do so wherever
they are listed. Prints what is wrong, and ends with 1 if anything is.

    python tools/audit_knobs.py [FOLDER]    FOLDER: where ProperDocs and the plugins are installed
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.rules.knobs import mkdocs_yml_with
from tests.rules.trial import KnobTrial, a_small_project
from tests.site.builders import a_project, files_in, write

REDIRECT = "{redirects: {redirect_maps: {gammal.md: om/index.md}}}"
OTHERS = {  # listed with ours -> a file of the site, and what stands in it
    f"{REDIRECT}, exempelbank": ("gammal/index.html", "/om/"),
    f"exempelbank, {REDIRECT}": ("gammal/index.html", "/om/"),
    "{minify: {minify_html: true}}, exempelbank": ("om/index.html", "<p>Hej"),
    "exempelbank, {minify: {minify_html: true}}": ("om/index.html", "<p>Hej"),
    "macros, exempelbank": ("summa/index.html", "<p>49"),
    "exempelbank, macros": ("summa/index.html", "<p>49"),
}


def run_engine(root: Path, installed: Path, engine: str) -> str:
    """What it says, when it does not end well."""
    paths = [str(installed), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", "--config-file", "mkdocs.yml"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr if done.returncode else ""


def wrong_of_the_spare_engine(folder: Path, installed: Path) -> Iterator[str]:
    root, sites = a_project(folder / "whole"), []
    for engine in ("mkdocs", "properdocs"):
        if said := run_engine(root, installed, engine):
            yield f"{engine}: {said}"
            return
        sites.append(files_in(root / "site"))
        (root / "site").rename(folder / engine)
    by_mkdocs, by_properdocs = sites
    names = by_mkdocs.keys() | by_properdocs.keys()
    print(f"{len(names)} files of each engine", flush=True)
    for name in sorted(names):
        if by_mkdocs.get(name) != by_properdocs.get(name):
            yield f"properdocs: {name} differs"


def wrong_of_others(folder: Path, installed: Path) -> Iterator[str]:
    for number, (plugins, (name, text)) in enumerate(OTHERS.items()):
        root = a_small_project(folder / str(number))
        write(root, "content/pages/summa.md", "---\ntitle: Summa\n---\n\n{{ 7 * 7 }}\n")
        config = mkdocs_yml_with("{}").replace(
            "plugins:\n- exempelbank\n", f"plugins: [{plugins}]\n"
        )
        write(root, "mkdocs.yml", config)
        for _again in range(2):
            said = run_engine(root, installed, "mkdocs")
            path = root / "site" / name
            if said or not path.exists() or text not in path.read_text("utf-8"):
                yield f"{plugins}: {name} is not as it should be. {said}"


def main(arguments: list[str]) -> int:
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_STATE_HOME"] = f"{folder}/home"
        wrong = [*KnobTrial(folder / "knobs").wrong()]
        if arguments:
            installed = Path(arguments[0]).resolve()
            wrong += wrong_of_the_spare_engine(folder, installed)
            wrong += wrong_of_others(folder / "others", installed)
    print(f"Knobs of mkdocs.yml: {len(wrong)} wrong", *wrong, sep="\n    ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
