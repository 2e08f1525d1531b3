"""A picture from a stranger -> a picture that is safe to show.

It is decoded and written anew: place, camera, comments and what hides behind it are gone.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from generator.documents import Refused
from generator.texts import _

FOLDER = "content/media"
MEGABYTE = 1_000_000
LARGEST = 25 * MEGABYTE
PIXELS = 40_000_000  # a good phone takes 12-50 million
SIDE = 1_600  # pixels; what a reader's screen can use
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")  # as their bytes say; the name says nothing


@dataclass(frozen=True, slots=True)
class Picture:
    """Ready to be shown, as JPEG."""

    raw: bytes
    width: int
    height: int


def picture_from(path: Path) -> Picture:
    """Raises Refused."""
    from PIL import Image

    raw = written_anew(path)
    with Image.open(io.BytesIO(raw)) as shown:
        return Picture(raw, shown.width, shown.height)


def written_anew(path: Path) -> bytes:
    """As JPEG, turned the right way up, no larger than a screen needs. Raises Refused."""
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
                found.draft("RGB", (2 * SIDE, 2 * SIDE))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((SIDE, SIDE))
                whole = upright.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning,
            OSError, SyntaxError, ValueError, EOFError):  # fmt: skip
        raise Refused(
            _("is not a picture that can be shown"),
            fix=_("Use JPEG, PNG or WebP. SVG and PDF are never shown."),
        ) from None
    ground = Image.new("RGB", whole.size, "white")  # what is see-through becomes white
    ground.paste(whole, mask=whole.getchannel("A"))
    buffer = io.BytesIO()
    ground.save(buffer, "JPEG", quality=85, optimize=True, progressive=True)
    return buffer.getvalue()
