"""mkdocs.yml, look.yml -> what is wrong with the files of the project that they name.

Templates and hooks are code, which whoever writes content may not change: they lie outside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import normpath

from exempelbank.documents import read_document
from exempelbank.files.paths import CONFIG, PAGES, PROJECT_FOLDERS
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.rules.page_names import made_by_the_site
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import MkDocsFile

_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".ico")
# extra_templates: nothing that people may lay beside pages as content, for templates are code.
_KINDS = {
    "extra_css": (".css",),
    "extra_javascript": (".js", ".mjs"),
    "extra_templates": (".html", ".txt", ".xml", ".json", ".webmanifest"),
}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def check_own_files(config: MkDocsFile, settings: Settings | None) -> Iterator[Problem]:
    for key, kinds in _KINDS.items():
        for number, name in enumerate(config.files(key)):
            place = config.location(key, number)
            yield from _check_file(
                name, kinds, Location(place.path, place.line, key), config, settings
            )
    for key in ("logo", "favicon"):
        if name := config.text("theme", key):
            yield from _check_file(name, _PICTURES, config.location("theme", key), config, settings)
    if settings:
        yield from _check_pictures_of_look(config, settings)
    if folder := config.custom_dir:
        place = config.location("theme", "custom_dir")
        if not folder.is_dir():
            yield Problem(
                place,
                _("there is no folder “{name}”").format(name=config.text("theme", "custom_dir")),
                _("Make it in the project's folder, or take the line away."),
            )
        elif not _is_a_folder_of_its_own(folder, config.root):
            yield Problem(place, _("must be a folder of the project's own, outside its content"))
    for name in config.inherited:
        if _lies_in_content(config.root / name, config.root):
            yield Problem(config.location("INHERIT"), _must_lie_outside())
        elif not (config.root / name).is_file():
            says = _("there is no file “{name}”").format(name=name)
            yield Problem(config.location("INHERIT"), says)
    for number, name in enumerate(config.files("hooks")):
        place = config.location("hooks", number)
        place = Location(place.path, place.line, "hooks")
        yield from _check_hook(config.root / name, place, config.root)


def _check_pictures_of_look(config: MkDocsFile, settings: Settings) -> Iterator[Problem]:
    if pictures := settings.look.pictures:
        document = read_document(config.root / _LOOK, config.root, Problems())
        for key, name in pictures.items():
            place = document.location(key) if document else Location(_LOOK)
            yield from _check_file(name, _PICTURES, place, config, settings)


_LOOK = f"{CONFIG}/look.yml"


def _check_file(
    name: str,
    kinds: tuple[str, ...],
    place: Location,
    config: MkDocsFile,
    settings: Settings | None,
) -> Iterator[Problem]:
    if _ELSEWHERE.match(name):
        says = _("“{name}” is not a file of the project, and the site loads nothing from others")
        fix = _("Fetch the file once, and put it in {folder}.").format(folder=PAGES)
        yield Problem(place, says.format(name=name), fix)
    elif name.startswith("/") or normpath(name).startswith(".."):
        says = _("“{name}” must be named as it is seen from {folder}")
        yield Problem(place, says.format(name=name, folder=PAGES))
    elif not name.lower().endswith(kinds):
        says = _("“{name}” must end with one of {endings}")
        yield Problem(place, says.format(name=name, endings=" ".join(kinds)))
    elif not config.find(name):
        yield Problem(
            place,
            _("there is no file “{name}”").format(name=name),
            _where_it_may_be(name, config),
            Severity.WARNING,
        )
    elif settings and not is_published(name, config, settings):
        folder = normpath(name).partition("/")[0]
        yield Problem(
            place,
            _("“{name}” is not published: the site itself makes all that lies in {folder}").format(
                name=name, folder=f"{folder}/"
            ),
            _(
                "Put the file in another folder, such as {place}, and write its new name here."
            ).format(place=f"{PAGES}/bilder"),
            Severity.WARNING,
        )


def _where_it_may_be(name: str, config: MkDocsFile) -> str:
    inner = name.removeprefix(f"{PAGES}/")
    if inner != name and config.find(inner):
        return _("Write its name as it is seen from {folder}: {name}").format(
            folder=PAGES, name=inner
        )
    fix = _("Put it in {folder}, or in the folder that theme.custom_dir names.")
    return fix.format(folder=PAGES)


def is_published(name: str, config: MkDocsFile, settings: Settings) -> bool:
    """Whether what mkdocs.yml names so is on the site: it is there, and where it may lie."""
    file = config.find(name)
    own = file is not None and file.is_relative_to(config.root / PAGES)
    return file is not None and not (own and made_by_the_site(normpath(name), settings))


def own_logo(config: MkDocsFile, settings: Settings, on_dark: bool = False) -> str:
    """The picture beside the name, where it lies on the site; empty when there is none."""
    look = settings.look
    named = [look.logo_on_dark] if on_dark else [look.logo, config.text("theme", "logo")]
    return _first_published(named, config, settings)


def own_icon(config: MkDocsFile, settings: Settings) -> str:
    """The picture for tabs, or else the logo; empty when there is none."""
    named = [settings.look.icon, config.text("theme", "favicon"), own_logo(config, settings)]
    return _first_published(named, config, settings)


def _first_published(names: Iterable[str], config: MkDocsFile, settings: Settings) -> str:
    return next((name for name in names if name and is_published(name, config, settings)), "")


def _check_hook(file: Path, place: Location, root: Path) -> Iterator[Problem]:
    if _lies_in_content(file, root):
        yield Problem(place, _must_lie_outside())
    elif not file.is_file():
        yield Problem(
            place,
            _("there is no file “{name}”").format(name=file.relative_to(root).as_posix()),
            _("Put it in the project's folder, or take the line away."),
        )
    else:
        yield Problem(
            place,
            _(
                "hooks reach the text of pages written by hand; of pages that records make they "
                "see what is around the text, printed once for all that are alike (on_post_page)"
            ),
            _("For all pages, use templates in the folder that theme.custom_dir names."),
            Severity.NOTICE,
        )


def _must_lie_outside() -> str:
    return _("must lie outside the project's content: it is code")


def _is_a_folder_of_its_own(folder: Path, root: Path) -> bool:
    folder, root = folder.resolve(), root.resolve()
    return folder != root and folder.is_relative_to(root) and not _lies_in_content(folder, root)


def _lies_in_content(path: Path, root: Path) -> bool:
    return any(path.resolve().is_relative_to((root / name).resolve()) for name in PROJECT_FOLDERS)
