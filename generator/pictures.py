"""A picture from a stranger -> a picture that is safe to show.

It is decoded and written anew: place, camera, comments and what hides behind it are gone.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.cache import Cache, Key, key_of
from generator.documents import Refused
from generator.texts import _
from generator.workers import Workers

if TYPE_CHECKING:
    from PIL import Image

FOLDER = "content/media"
MEGABYTE = 1_000_000
LARGEST = 25 * MEGABYTE
PIXELS = 40_000_000  # a good phone takes 12-50 million
SIDE = 1_600  # pixels; what a reader's screen can use
THUMBNAIL = 64
AT_ONCE = 64  # pictures in memory together
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")  # as their bytes say; the name says nothing


class Picture(NamedTuple):
    """Ready to be shown, as JPEG, when it is asked for."""

    width: int
    height: int
    read: Callable[[], bytes]


def pictures_of(
    root: Path, files: Iterable[str], cache: Cache, workers: Workers
) -> dict[str, Picture | Refused]:
    """By name, the pictures in content/media, each written anew once while it stays the same."""
    paths = {file: root / FOLDER / file for file in dict.fromkeys(files)}
    keys = {file: key_of(file.encode(), _hash_of(path)) for file, path in paths.items()}
    made: dict[str, Any] = {file: cache.get(_FUNCTION, key) for file, key in keys.items()}
    missing = iter([file for file, one in made.items() if one is None])
    while some := list(islice(missing, AT_ONCE)):
        anew = dict(zip(some, workers.map(_made, [paths[file] for file in some], 2), strict=True))
        sound = {keys[file]: one for file, one in anew.items() if isinstance(one, _Jpeg)}
        cache.keep(_FUNCTION, sound)
        made |= {
            file: one if isinstance(one, Refused) else one._replace(raw=b"")
            for file, one in anew.items()
        }
    cache.wipe_but(_FUNCTION, keys.values())
    return {
        file: one
        if isinstance(one, Refused)
        else Picture(one.width, one.height, partial(_read, cache, keys[file], paths[file]))
        for file, one in made.items()
    }


_FUNCTION = "pictures_of"


class _Jpeg(NamedTuple):
    width: int
    height: int
    raw: bytes


def _made(path: Path) -> _Jpeg | Refused:
    from PIL import Image

    try:
        raw = written_anew(path)
    except Refused as why:
        return why
    with Image.open(io.BytesIO(raw)) as shown:
        return _Jpeg(shown.width, shown.height, raw)


def _read(cache: Cache, key: Key, path: Path) -> bytes:
    """It is made once more where nothing can be kept."""
    kept: _Jpeg | None = cache.get(_FUNCTION, key)
    return kept.raw if kept else written_anew(path)


def _hash_of(path: Path) -> bytes:
    """Of nothing when it is no picture that one would read."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return b""
    return picture_hash(path.read_bytes()).encode()


def picture_hash(raw: bytes) -> str:
    """Of a picture as it lies in content/media: what an approval binds."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def hash_of_picture(root: Path, file: str) -> str | None:
    """None when there is no such file; a link is none."""
    path = root / FOLDER / file
    if path.is_symlink() or not path.is_file():
        return None
    return picture_hash(path.read_bytes())


def written_anew(path: Path) -> bytes:
    """As JPEG, turned the right way up, no larger than a screen needs. Raises Refused."""
    from PIL import Image

    whole = _decoded(path, SIDE)
    ground = Image.new("RGB", whole.size, "white")  # what is see-through becomes white
    ground.paste(whole, mask=whole.getchannel("A"))
    buffer = io.BytesIO()
    ground.save(buffer, "JPEG", quality=85, optimize=True, progressive=True)
    return buffer.getvalue()


def look_at(path: Path) -> None:
    """As much of it as tells whether it can be written anew. Raises Refused."""
    _decoded(path, THUMBNAIL)


def _decoded(path: Path, side: int) -> Image.Image:
    """Turned the right way up, and no larger than this. Raises Refused."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if path.is_symlink() or not path.is_file():
        raise Refused(
            _("there is no image called “{file}”").format(file=path.name),
            fix=_("Put it in {folder}.").format(folder=FOLDER),
        )
    if path.stat().st_size > LARGEST:
        raise Refused(
            _("is larger than {n} MB").format(n=LARGEST // MEGABYTE),
            fix=_("Make the picture smaller."),
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATS) as found:
                if found.width * found.height > PIXELS:
                    most = PIXELS // 1_000_000
                    raise Refused(_("has more than {n} million pixels").format(n=most))
                found.draft("RGB", (2 * side, 2 * side))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((side, side))
                return upright.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning,
            OSError, SyntaxError, ValueError, EOFError):  # fmt: skip
        raise Refused(
            _("is not a picture that can be shown"),
            fix=_("Use JPEG, PNG or WebP. SVG and PDF are never shown."),
        ) from None
