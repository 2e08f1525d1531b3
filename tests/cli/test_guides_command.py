"""`exempelbank guides`: new ones over old ones, and over nothing that is anyone else's."""

from __future__ import annotations

import pytest

from exempelbank.cli import main
from exempelbank.i18n import _
from tests.builders import PROJECT


def guides(out):
    return main(["--project", str(PROJECT), "guides", "--out", str(out)])


def test_guides_of_an_earlier_version_are_written_anew(tmp_path, capsys):
    assert guides(tmp_path) == 0
    assert str(tmp_path) in capsys.readouterr().out
    guide = tmp_path / "borja.md"
    as_written = guide.read_text("utf-8")
    guide.write_text("*Hör till Exempelbank 0.0.1.", "utf-8")

    assert guides(tmp_path) == 0
    assert guide.read_text("utf-8") == as_written


@pytest.mark.parametrize("name", ["borja.md", "examples/svar.csv"])
def test_guides_are_not_written_over_what_someone_else_has_written(name, tmp_path, capsys):
    own = tmp_path / name
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"\xe5")

    assert guides(tmp_path) == 1
    assert _("{path} is not one of our guides.").format(path=own) in capsys.readouterr().err
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [own]
