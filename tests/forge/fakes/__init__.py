"""Forges to test against, as strict as the real ones.

    state = ForgeState()                          what the forge holds: see state.py
    state.push("main", "a" * 40)                  without a repository, branches are what one says
    state = ForgeState(repository=bare)           beside a bare repository, they are its own
    forge = MemoryForge(state)                    a Forge without a network, as the tool's account
    forge = MemoryForge(state, account=ANNA)      as somebody else
    state.comment(ANNA, 1, "/hjälp")              what people do, with nobody's token

`state.pulls`, `.issues`, `.labels` and `.statuses` are there to be looked at.
"""

from tests.forge.fakes.memory import MemoryForge
from tests.forge.fakes.state import ANNA, BO, BOT, STRANGER, ForgeState, Refusal, Rules

__all__ = ["ANNA", "BO", "BOT", "STRANGER", "ForgeState", "MemoryForge", "Refusal", "Rules"]
