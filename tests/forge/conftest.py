"""Each forge in turn: its fake, and what asks it. One server of each for a module."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from exempelbank.forge.connecting import forge_at
from exempelbank.forge.protocol import Forge
from tests.forge.fakes import FAKES, FakeForge, ForgeState, MemoryForge

Servers = dict[str, FakeForge]
MAIN, HEAD, NEWER = "a" * 40, "b" * 40, "c" * 40


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    with ExitStack() as stack:
        yield {
            kind: stack.enter_context(fake(ForgeState()).serving()) for kind, fake in FAKES.items()
        }


@pytest.fixture
def state() -> ForgeState:
    """With a branch beside main."""
    state = ForgeState()
    state.push("main", MAIN)
    state.push("svar/FC-2026-001", HEAD)
    return state


@pytest.fixture(params=FAKES)
def fake(request: pytest.FixtureRequest, servers: Servers, state: ForgeState) -> FakeForge:
    fake = servers[request.param]
    fake.state = state
    fake.faults.clear()
    fake.asked.clear()
    return fake


@pytest.fixture(params=["memory", *FAKES])
def forge(request: pytest.FixtureRequest, servers: Servers, state: ForgeState) -> Forge:
    if request.param == "memory":
        return MemoryForge(state)
    fake = servers[request.param]
    fake.state = state
    fake.faults.clear()
    return forge_at(fake.address, fake.token())
