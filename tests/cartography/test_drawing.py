"""The drawing fits where it is shown, and its file says what was drawn.

What takes shapely is tried by tools/audit_map.py.
"""

import pytest

from exempelbank.cartography.drawing import HEIGHT, WIDTH, frame_around
from exempelbank.cartography.map_file import map_text
from exempelbank.documents import document_from
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.settings import Map
from tests.builders import PROJECT, sample_settings
from tests.parties import MAP


@pytest.mark.parametrize(
    ("width", "height", "drawn"),
    [(100_000, 50_000, (WIDTH, 325)), (50_000, 100_000, (455, HEIGHT)), (630, 890, (640, 900))],
)
def test_a_map_is_as_large_as_there_is_room_for_however_wide_the_place(width, height, drawn):
    frame = frame_around(400_000, 6_600_000, 400_000 + width, 6_600_000 + height)

    assert (frame.width, frame.height) == drawn


@pytest.mark.parametrize("map_", [MAP, sample_settings().map])
def test_the_file_of_a_map_reads_back_as_the_same(map_):
    problems = Problems()
    document = document_from("site_config/map.yml", map_text(map_))

    assert validated(document.data, Map, document, problems) == map_
    assert not problems.found


def test_the_sample_s_map_is_what_the_command_writes():
    assert map_text(sample_settings().map) == (PROJECT / "site_config/map.yml").read_text("utf-8")
