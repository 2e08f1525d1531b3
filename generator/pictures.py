"""A picture from a stranger -> a picture that is safe to show.

It is decoded and written anew: place, camera, comments and what hides behind it are gone.
"""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.documents import Refused
from generator.fingerprints import fingerprint
from generator.memory import Memory, keep_only
from generator.texts import _

if TYPE_CHECKING:
    from PIL import Image

FOLDER = "content/media"
MEGABYTE = 1_000_000
LARGEST = 25 * MEGABYTE
PIXELS = 40_000_000  # a good phone takes 12-50 million
SIDE = 1_600  # pixels; what a reader's screen can use
THUMBNAIL = 64
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")  # as their bytes say; the name says nothing


class Picture(NamedTuple):
    """Ready to be shown, as JPEG, when it is asked for."""

    width: int
    height: int
    mark: bytes  # changes when the file does
    read: Callable[[], bytes]


@dataclass
class Album:
    """The pictures in content/media, each written anew once for as long as it stays the same."""

    root: Path
    memory: Memory
    used: set[bytes] = field(default_factory=set)

    def picture(self, file: str) -> Picture:
        """Raises Refused."""
        path = f"{FOLDER}/{file}"
        mark, shelf = self.memory.mark(path), self.memory.shelf("pictures")
        if not mark or mark not in shelf:
            from PIL import Image

            raw = written_anew(self.root / path)
            mark = mark or fingerprint(raw)
            with Image.open(io.BytesIO(raw)) as shown:
                shelf[mark] = struct.pack(_SIZE, shown.width, shown.height)
            shelf[_RAW + mark] = raw
        self.used |= {mark, _RAW + mark}
        width, height = struct.unpack(_SIZE, shelf[mark])
        return Picture(width, height, mark, partial(shelf.__getitem__, _RAW + mark))

    def forget_the_rest(self) -> None:
        keep_only(self.memory.shelf("pictures"), self.used)


_SIZE, _RAW = "<II", b"raw "


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
