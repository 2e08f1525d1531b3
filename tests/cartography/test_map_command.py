"""The command in a project: what it says when it lacks something, and what it leaves alone."""

import shutil

import pytest

from exempelbank.cartography import borders
from exempelbank.cli import main
from tests.builders import PROJECT
from tests.parties import MAP


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / "site_config", tmp_path / "site_config")
    return tmp_path


def run(root, *words):
    return main(["--project", str(root), "map", *words])


def test_without_the_packages_it_says_how_to_install_them_and_writes_nothing(
    project, monkeypatch, capsys
):
    monkeypatch.setattr(borders, "PACKAGES", ("no_such_package",))
    before = (project / "site_config/map.yml").read_text("utf-8")

    assert run(project, "--out", str(project / "site_config/map.yml")) == 1
    assert "pip install 'exempelbank[map]'" in capsys.readouterr().err
    assert (project / "site_config/map.yml").read_text("utf-8") == before


def test_the_municipalities_of_the_project_are_drawn_and_those_it_lacks_are_named(
    project, monkeypatch, capsys
):
    asked = []
    names = {"0126": "Huddinge", "1780": "Karlstad"}
    monkeypatch.setattr(borders, "PACKAGES", ())
    monkeypatch.setattr(borders, "names_by_code", lambda: names)
    monkeypatch.setattr(borders, "shapes_by_code", asked.append)
    monkeypatch.setattr("exempelbank.cartography.drawing.draw_map", lambda _shapes: MAP)

    assert run(project, "Karlstad", "0126", "--out", str(project / "site_config/map.yml")) == 0
    assert asked == [("0126", "1780")]
    assert 'code: "1761"' in (project / "site_config/map.yml").read_text("utf-8")
    says = capsys.readouterr().err
    assert "1780 Karlstad" in says
    assert "0126 Huddinge" not in says
