"""However much is kept, and however many share the work, the site is that of its sources."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.building.caches import caches_of
from generator.workers import Workers
from tests.building.builders import built
from tests.site.builders import a_project, exempelbank, files_in, write

CANARY = "Kanariefågeln"


@pytest.mark.parametrize("workers", (Workers(2, "fork"), Workers(3, "spawn")), ids=str)
def test_one_process_and_many_write_the_same_bytes(tmp_path, workers):
    project = a_project(tmp_path / "project")
    built(project, tmp_path / "one")

    shutil.rmtree(caches_of(project))
    built(project, tmp_path / "many", workers)

    assert files_in(tmp_path / "many") == files_in(tmp_path / "one")


def test_a_warm_cache_gives_the_bytes_of_a_cold_one(tmp_path):
    project = a_project(tmp_path / "project")
    built(project, tmp_path / "site")
    news = project / "content/news/tva-ar-med-psykisk-halsa.md"
    news.write_text(f"{news.read_text('utf-8')}\nEn mening till.\n", "utf-8")

    built(project, tmp_path / "site")

    shutil.rmtree(caches_of(project))
    built(project, tmp_path / "anew")
    assert files_in(tmp_path / "site") == files_in(tmp_path / "anew")
