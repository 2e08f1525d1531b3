"""Names of files that nobody meant to publish: hidden ones, and what editors and systems leave."""

from __future__ import annotations

import re
from pathlib import PurePath

_IGNORED = re.compile(
    r"\..*"  # also an editor's .om.md.swp, .#om.md or .~lock.om.odt#
    r"|.*~|~\$.*|#.*#"
    r"|.*\.(swp|swo|tmp|temp|bak|old|orig|rej|save|part|crdownload)"
    r"|(eh)?thumbs\.db|desktop\.ini|__macosx|__pycache__",
    re.IGNORECASE | re.DOTALL,
)


def is_ignored(path: PurePath) -> bool:
    """Whether it, or a folder that it lies in, has such a name. `path`: below the pages' folder."""
    return any(_IGNORED.fullmatch(part) for part in path.parts)
