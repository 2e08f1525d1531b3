"""Forges to test against, as strict as the real ones.

    state = ForgeState()                          what the forge holds: see state.py
    state.push("main", "a" * 40)                  without a repository, branches are what one says
    state = ForgeState(repository=bare)           beside a bare repository, they are its own
    state.comment(ANNA, 1, "/hjälp")              what people do, with nobody's token
    state.visibility, .rules, .accounts[…].role   how it is set up; a role is "" (may not see it),
                                                  "read", "write" or "admin"

Without a network, for tests of what uses a `Forge`:

    forge = MemoryForge(state)                    as the tool's account, BOT
    forge = MemoryForge(state, account=ANNA)      as somebody else

Over http, with git at `fake.clone_url` (any name, and the token as password):

    with FakeGitHub(state).serving() as fake:     or FakeForgejo, FakeGitLab
        forge = forge_at(fake.address, fake.token())
        fake.fail(500, matches="POST .*/pulls$")  the next such question; after=True: it is done
        fake.limit(seconds=1), fake.drop()        too many questions; a connection that is cut
        fake.revoke()                             the tool's token is gone
        fake.asked                                what has been asked: "GET /api/v3/repos/…"

`fake.state` may be exchanged between tests, so that a module needs one server. Pages are small.
"""

from tests.forge.fakes.forgejo import FakeForgejo
from tests.forge.fakes.github import FakeGitHub
from tests.forge.fakes.gitlab import FakeGitLab
from tests.forge.fakes.memory import MemoryForge
from tests.forge.fakes.server import FakeForge
from tests.forge.fakes.state import ANNA, BO, BOT, STRANGER, ForgeState, Refusal, Rules

FAKES = {fake.kind: fake for fake in (FakeGitHub, FakeForgejo, FakeGitLab)}

__all__ = [
    "ANNA",
    "BO",
    "BOT",
    "FAKES",
    "STRANGER",
    "FakeForge",
    "FakeForgejo",
    "FakeGitHub",
    "FakeGitLab",
    "ForgeState",
    "MemoryForge",
    "Refusal",
    "Rules",
]
