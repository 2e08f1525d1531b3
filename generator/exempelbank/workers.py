"""Work shared among processes, so that every core takes part.

A process is forked where that is safe, and knows at once all that this one knows; elsewhere it is
begun anew and given the function as a pickle. Either way the results are the same, in the same
order, as when the work is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from exempelbank import i18n

T = TypeVar("T")
V = TypeVar("V")

# Fewer things are done sooner here: to begin two processes takes a twentieth of a second.
WORTH_SHARING = 200
MOST = 61  # processes; Windows waits for no more
CHUNKS = 16  # for each process: small enough that all end at about the same time


@dataclass(frozen=True)
class Workers:
    count: int = 1
    start: str = ""  # "fork" or "spawn"; otherwise what suits the system

    def map(
        self,
        function: Callable[[T], V],
        things: Sequence[T],
        worth_sharing: int = WORTH_SHARING,
    ) -> Iterator[V]:
        """`function` of each, in their order. It is handed to each process once, and the things in
        chunks as they are asked for. What it raises is raised here.
        """
        if self.count < 2 or len(things) < worth_sharing:
            yield from map(function, things)
            return
        method = self.start or _start_method()
        # A pickle is opened when the speech is set: what is worked out as it is opened has words.
        handed = function if method == "fork" else pickle.dumps(function)
        begin = i18n.speech_in_use(), handed
        # As Python's documentation advises before a fork: what the search for circles looks at is
        # copied into each process. It costs a twentieth of a build of 1,000 examples.
        gc.freeze()
        count = min(self.count, len(things), MOST)
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(count, context, _begin, begin) as pool:
            size = max(1, len(things) // (count * CHUNKS))
            yield from pool.map(_call, things, chunksize=size)


def usable_cores() -> int:
    """Those that this process may run on, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_method() -> str:
    """A process that has threads must not be forked: a lock that one of them holds stays locked."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if is_safe else "spawn"


# ---- In the other process ----

_function: Callable[[Any], Any]


def _begin(speech: i18n.Speech, handed: Callable[[Any], Any] | bytes) -> None:
    global _function
    # It is soon over, and makes few circles: to look for them takes 5 % of a build of 10,000.
    gc.disable()
    i18n.use_speech(speech)
    _function = pickle.loads(handed) if isinstance(handed, bytes) else handed


def _call(thing: Any) -> Any:
    return _function(thing)
