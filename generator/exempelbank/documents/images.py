"""A picture from a stranger -> a picture that is safe to show.

It is decoded and written anew: place, camera, comments and what hides behind it are gone.
"""

from __future__ import annotations

import hashlib
import io
import os
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exempelbank.cache import Cache, Key, hash_parts
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.names import as_on_disk
from exempelbank.files.paths import MEDIA
from exempelbank.i18n import _
from exempelbank.workers import Workers

if TYPE_CHECKING:
    from PIL import Image

MEGABYTE = 1_000_000
LARGEST = 25 * MEGABYTE
PIXELS = 40_000_000  # a good phone takes 12-50 million
SIDE = 1_600  # pixels; what a reader's screen can use
THUMBNAIL = 64
AT_ONCE = 64  # pictures in memory together
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")  # as their bytes say; the name says nothing


class ImageFile(NamedTuple):
    """Ready to be shown, as JPEG, when it is asked for."""

    width: int
    height: int
    hash: str  # of the picture as it lies in content/media, from which this one was made
    read: Callable[[], bytes]


def load_images(
    root: Path, files: Iterable[str], cache: Cache, workers: Workers
) -> dict[str, ImageFile | UnreadableFile]:
    """By name, the pictures in content/media, each written anew once while it stays the same."""
    paths = {file: as_on_disk(root / MEDIA, file) for file in dict.fromkeys(files)}
    made: dict[str, _Jpeg | UnreadableFile | None] = {
        file: _cached(cache, file, path) for file, path in paths.items()
    }
    missing = iter([file for file, one in made.items() if one is None])
    while batch := list(islice(missing, AT_ONCE)):
        anew = dict(
            zip(batch, workers.map(_reencoded, [paths[file] for file in batch], 2), strict=True)
        )
        sound = {file: one for file, one in anew.items() if isinstance(one, _Jpeg)}
        cache.keep(_FUNCTION, {_key(file, one.hash): one for file, one in sound.items()})
        made |= anew | {file: one.without_raw() for file, one in sound.items()}
    jpegs = {file: one for file, one in made.items() if isinstance(one, _Jpeg)}
    cache.evict_except(_FUNCTION, [_key(file, one.hash) for file, one in jpegs.items()])
    return {
        **{file: one for file, one in made.items() if isinstance(one, UnreadableFile)},
        **{
            file: ImageFile(
                one.width, one.height, one.hash, partial(_read, cache, file, paths[file], one.hash)
            )
            for file, one in jpegs.items()
        },
    }


_FUNCTION = "load_images"


class _Jpeg(NamedTuple):
    width: int
    height: int
    hash: str  # of what it was made from: read once, so that it is that and nothing else
    raw: bytes

    def without_raw(self) -> _Jpeg:
        return self._replace(raw=b"")


def _key(file: str, hash: str) -> Key:
    return hash_parts(os.fsencode(file), hash.encode())


def _cached(cache: Cache, file: str, path: Path) -> _Jpeg | UnreadableFile | None:
    try:
        raw = _raw_of(path)
    except UnreadableFile as why:
        return why
    cached: _Jpeg | None = cache.get(_FUNCTION, _key(file, hash_image(raw)))
    return cached and cached.without_raw()


def _reencoded(path: Path) -> _Jpeg | UnreadableFile:
    from PIL import Image

    try:
        original = _raw_of(path)
        raw = _jpeg_from(original)
    except UnreadableFile as why:
        return why
    with Image.open(io.BytesIO(raw)) as shown:
        return _Jpeg(shown.width, shown.height, hash_image(original), raw)


def _read(cache: Cache, file: str, path: Path, hash: str) -> bytes:
    """It is made once more where nothing can be kept. Raises OSError when it is another by now."""
    cached: _Jpeg | None = cache.get(_FUNCTION, _key(file, hash))
    made = cached or _reencoded(path)
    if isinstance(made, UnreadableFile) or made.hash != hash:
        raise OSError(0, _("it was changed while the site was built"), str(path))
    return made.raw


def hash_image(raw: bytes) -> str:
    """Of a picture as it lies in content/media: what an approval binds."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def hash_image_file(root: Path, file: str) -> str | None:
    """None when there is no such file; a link is none."""
    path = as_on_disk(root / MEDIA, file)
    if path.is_symlink() or not path.is_file():
        return None
    return hash_image(path.read_bytes())


def reencode(path: Path) -> bytes:
    """As JPEG, turned the right way up, no larger than a screen needs. Raises UnreadableFile."""
    return _jpeg_from(_raw_of(path))


def _jpeg_from(raw: bytes) -> bytes:
    from PIL import Image

    image = _decoded(raw, SIDE)
    ground = Image.new("RGB", image.size, "white")  # what is see-through becomes white
    ground.paste(image, mask=image.getchannel("A"))
    buffer = io.BytesIO()
    ground.save(buffer, "JPEG", quality=85, optimize=True, progressive=True)
    return buffer.getvalue()


def inspect_image(path: Path) -> None:
    """As much of it as tells whether it can be written anew. Raises UnreadableFile."""
    _decoded(_raw_of(path), THUMBNAIL)


def _raw_of(path: Path) -> bytes:
    """Raises UnreadableFile."""
    try:
        if path.is_symlink() or not path.is_file():
            raise FileNotFoundError
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(
                _("is larger than {n} MB").format(n=LARGEST // MEGABYTE),
                fix=_("Make the picture smaller."),
            )
        return path.read_bytes()
    except OSError:
        raise UnreadableFile(
            _("there is no image called “{file}”").format(file=path.name),
            fix=_("Put it in {folder}.").format(folder=MEDIA),
        ) from None


def _decoded(raw: bytes, side: int) -> Image.Image:
    """Turned the right way up, and no larger than this. Raises UnreadableFile."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as found:
                if found.width * found.height > PIXELS:
                    most = PIXELS // 1_000_000
                    raise UnreadableFile(_("has more than {n} million pixels").format(n=most))
                found.draft("RGB", (2 * side, 2 * side))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((side, side))
                return upright.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning,
            OSError, SyntaxError, ValueError, EOFError):  # fmt: skip
        raise UnreadableFile(
            _("is not a picture that can be shown"),
            fix=_("Use JPEG, PNG or WebP. SVG and PDF are never shown."),
        ) from None
