"""Files that were damaged on their way: a plan or words, never a traceback."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from exempelbank.exceptions import UnreadableFile
from exempelbank.intake.suggest.draft_mapping import draft_mapping
from exempelbank.intake.suggest.inspection import inspect_export, inspection_lines
from exempelbank.problems import Problems
from tests.intake.builders import a_mapping, a_project, imported, settings
from tests.intake.containers import INPUT, WRITERS

ANSWERS = [{"Berätta": "Vi – ”alla” – möts.\n- först\n- sedan"}, {"Nr": "2", "Rubrik": "Å & Ö < 3"}]
TIMES = 60  # of each kind
PIECES = [
    b"<", b">", b'"', b"&", b"\0", b"\x0b", b"&#0;", b"&#xD800;", b"&#99999999;", b"\xed\xa0\x80",
    b"\xff", b"<!DOCTYPE x>", b"<![CDATA[", b"-->", b"-1", b"99999999999999999999", b"1e999",
    b"NaN", b"\\ud800", b"\\", b"[", b"{", b"}", b"]", b",", b";", b"\r", b"\n", b"\t", b"\xc2\xb2",
    b"/", b"=", b' r="A1"', b' r="XFE1"', b' t="s"', b' t="d"', b' t="b"', b' s="7"', b' xmlns="x"',
    b"\xef\xbf\xbf", b"\xf0\x9f\x98\x80", b"_xD800_", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xfe",
]  # fmt: skip


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """As a disk, a line or a program may do it: cut, flipped, filled, doubled, mixed up."""
    made = bytearray(raw)
    for _damage in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(made) + 1)
        length = chance.choice((1, 2, 8, 100))
        piece = chance.choice(PIECES) * chance.choice((1, 1, 40))
        match chance.randrange(6):
            case 0:
                made[at : at + 1] = bytes(
                    sign ^ 1 << chance.randrange(8) for sign in made[at : at + 1]
                )
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = piece
            case 3:
                made[at : at + length] = piece
            case 4:
                made[at:at] = made[: length * 3]
            case 5:
                del made[at:]
    return bytes(made)


def damaged_inside(raw: bytes, chance: random.Random) -> bytes:
    """One part of the archive, packed anew so that it adds up, and maybe in another way."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(parts))
    parts[name] = damaged(parts[name], chance)
    buffer = io.BytesIO()
    packed_as = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
    with zipfile.ZipFile(buffer, "w", packed_as) as made:
        for part, content in parts.items():
            if part != name or chance.random() > 0.1:
                made.writestr(part, content)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", WRITERS)
def test_a_damaged_file_is_read_or_refused_in_words(tmp_path: Path, kind: str) -> None:
    chance = random.Random(13)
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))
    raw = WRITERS[kind](ANSWERS)
    refused = 0
    for _time in range(TIMES):
        inside = raw.startswith(b"PK") and chance.random() < 0.7
        export = (damaged_inside if inside else damaged)(raw, chance)
        problems = Problems()

        plan = imported(root, export, problems)

        refused += plan is None
        assert plan or problems.errors[0].says, export
        for path in (root / "submissions").rglob("*.md"):
            path.unlink()
    assert 0 < refused < TIMES


@pytest.mark.parametrize("kind", WRITERS)
def test_a_damaged_file_is_inspected_or_refused_in_words(tmp_path: Path, kind: str) -> None:
    chance = random.Random(14)
    raw = WRITERS[kind](ANSWERS)
    for _time in range(TIMES // 2):
        (tmp_path / "svar").write_bytes(damaged(raw, chance))
        try:
            found = inspect_export(tmp_path / "svar")
        except UnreadableFile as why:
            assert why.says
        else:
            assert inspection_lines(found, settings()) and draft_mapping(found, settings(), "prov")
