"""Python's search for circles among its objects, put off while a build runs.

A build leaves few circles, and is soon over: to look through a whole library again and again takes
a tenth of it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_lying() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        # Whatever is left counts as old now, or all of it would be looked through at once.
        gc.freeze()
        gc.unfreeze()
        gc.enable()
