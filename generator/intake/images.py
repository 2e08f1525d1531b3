"""Pictures from strangers -> pictures that are safe to show. Only those in the folder one names.

The picture is decoded and written anew: place, camera, comments and what hides behind it are gone.
It lies in content/media under its example's id, from where only an approved example brings it out.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from pathlib import Path

from generator.documents import Refused
from generator.intake import limits
from generator.texts import _

FOLDER = "content/media"
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")  # as their bytes say; the name says nothing


def picture_in(folder: Path, names: Iterable[str]) -> Path | None:
    """The first of the names that lies in the folder. Links and paths are not followed."""
    here = {path.name.casefold(): path for path in folder.iterdir() if _is_plain_file(path)}
    return next((here[name.casefold()] for name in names if name.casefold() in here), None)


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def written_anew(path: Path) -> bytes:
    """As JPEG, turned the right way up, no larger than a screen needs. Raises Refused."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if path.stat().st_size > limits.PICTURE:
        raise Refused(
            _("is larger than {n} MB").format(n=limits.PICTURE // limits.MEGABYTE),
            fix=_("Make the picture smaller."),
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATS) as found:
                if found.width * found.height > limits.PIXELS:
                    most = limits.PIXELS // 1_000_000
                    raise Refused(_("has more than {n} million pixels").format(n=most))
                found.draft("RGB", (2 * limits.PICTURE_SIDE, 2 * limits.PICTURE_SIDE))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((limits.PICTURE_SIDE, limits.PICTURE_SIDE))
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
