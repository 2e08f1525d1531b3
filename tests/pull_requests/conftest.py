from __future__ import annotations

import os

import pytest

from tests.pull_requests.builders import Shared


@pytest.fixture(autouse=True)
def _alone(monkeypatch):
    """Nobody's own settings count."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def shared(tmp_path) -> Shared:
    return Shared(tmp_path)
