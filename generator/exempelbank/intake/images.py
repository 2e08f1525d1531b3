"""The names of pictures in answers -> the pictures, in the folder where they were saved."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from exempelbank.intake.parsing.file_names import FileName
from exempelbank.text.normalization import comparable, composed, slug_from

_COPY = re.compile(r"[ _-]*(?:\(\d{1,3}\)|- (?:kopia|copy))\Z", re.IGNORECASE)  # bild (1).jpg
_LONGEST = 255  # characters of a name
_NAMED_BY_ID = -1


@dataclass(frozen=True)
class WantedImage:
    id: str  # of the submission: what a person may call its picture
    files: Sequence[FileName] = ()  # the first that is found is taken


@dataclass(frozen=True)
class FoundImage:
    """One path; none when no file fits; several when they fit equally well."""

    name: str  # as the answer has it
    paths: tuple[Path, ...] = ()
    rank: int = 0  # how much the names differ: 0 in nothing
    rows: tuple[int, ...] = ()  # of others whose answers fit the same file as well


def find_images(folder: Path, wanted: Mapping[int, WantedImage]) -> dict[int, FoundImage]:
    """By row. A picture that the answers of two rows fit equally well may be anyone's."""
    files = [*_plain_files(folder)]
    by_spelling: list[dict[str, list[Path]]] = []
    for spelling in _SPELLINGS:
        paths: dict[str, list[Path]] = {}
        for path in files:
            paths.setdefault(spelling(path.name), []).append(path)
        by_spelling.append(paths)
    found = {row: _best_fit(one, by_spelling) for row, one in wanted.items()}
    claims: dict[Path, list[tuple[int, int]]] = {}
    for row, image in found.items():
        if len(image.paths) == 1:
            claims.setdefault(image.paths[0], []).append((image.rank, row))
    return {row: _settled(row, image, claims) for row, image in found.items()}


def _settled(
    row: int, image: FoundImage, claims: Mapping[Path, Sequence[tuple[int, int]]]
) -> FoundImage:
    if len(image.paths) != 1:
        return image
    claimants = claims[image.paths[0]]
    best = min(rank for rank, _row in claimants)
    if image.rank > best:  # it is another's
        return FoundImage(image.name)
    rows = tuple(other for rank, other in claimants if rank == best and other != row)
    return FoundImage(image.name, image.paths, image.rank, rows)


def _best_fit(wanted: WantedImage, by_spelling: Sequence[Mapping[str, list[Path]]]) -> FoundImage:
    if wanted.id and (paths := by_spelling[-1].get(_stem_alone(f"{wanted.id}.jpg"))):
        return FoundImage(wanted.id, tuple(paths), _NAMED_BY_ID)
    for file in wanted.files:
        for rank, (spelling, paths_by) in enumerate(zip(_SPELLINGS, by_spelling, strict=True)):
            for name in filter(None, (file.saved_as, file.name)):
                if paths := paths_by.get(spelling(name)):
                    return FoundImage(file.name, tuple(paths), rank)
    return FoundImage(wanted.files[0].name if wanted.files else "")


def _plain_files(folder: Path) -> Iterator[Path]:
    """Also those in folders within it. Links are not followed; hidden files are a system's own."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and not path.is_symlink():
                yield path


# ---- What may differ between two names of one file, a little more in each ----


def _as_written(name: str) -> str:
    return composed(name)


def _plain(name: str) -> str:
    """Without regard to what a system or a tool makes of spaces, letters and suffixes."""
    stem, suffix = _parts(name)
    return f"{slug_from(stem, _LONGEST) or comparable(stem)}.{_SAME_SUFFIX.get(suffix, suffix)}"


def _stem_alone(name: str) -> str:
    """Also when it was saved a second time, or as another kind of picture."""
    stem = _COPY.sub("", _parts(name)[0])
    return slug_from(stem, _LONGEST) or comparable(stem)


def _parts(name: str) -> tuple[str, str]:
    decoded = unquote(name.partition("?")[0]).replace("+", " ")
    stem, _dot, suffix = decoded.rpartition(".")
    return (stem, suffix.casefold()) if stem else (decoded, "")


_SAME_SUFFIX = {"jpeg": "jpg", "jfif": "jpg", "tiff": "tif", "heif": "heic"}
_SPELLINGS: tuple[Callable[[str], str], ...] = (_as_written, comparable, _plain, _stem_alone)
