"""The pictures of tabs and home screens."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from exempelbank.cache import MemoryCache
from exempelbank.rules.own_files import own_icon
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.site.rendering.site_icons import SITE_ICONS, site_icons
from tests.site.builders import write
from tests.site.pages.builders import the_settings


def a_picture(width=200, height=200, colour="#c0392b", kind="PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, kind)
    return stream.getvalue()


@pytest.fixture
def icons(tmp_path):
    """Those of a project with this theme and these files beside its pages."""

    def icons(theme="", **files):
        write(tmp_path, "mkdocs.yml", f"theme: {{name: material, {theme}}}")
        for name, raw in files.items():
            path = tmp_path / "content/pages" / name.replace("__", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        return site_icons(read_mkdocs_file(tmp_path), the_settings(), MemoryCache())

    return icons


def opened(raw):
    return Image.open(io.BytesIO(raw))


def test_the_mark_serves_who_has_no_picture_of_their_own(icons):
    made = icons()

    assert set(made) == set(SITE_ICONS)
    assert opened(made["favicon.ico"]).info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert opened(made["apple-touch-icon.png"]).size == (180, 180)


@pytest.mark.parametrize("key", ["favicon", "logo"])
@pytest.mark.parametrize(("name", "kind"), [("egen__png", "PNG"), ("egen__ico", "ICO")])
def test_an_organisations_own_picture_becomes_all_of_them(icons, key, name, kind):
    made = icons(f"{key}: {name.replace('__', '.')}", **{name: a_picture(kind=kind)})

    for raw in made.values():
        assert opened(raw).convert("RGB").getpixel((24, 24)) == (192, 57, 43)
    assert set(made) == set(SITE_ICONS)


def test_the_picture_for_tabs_comes_before_the_logo(icons, tmp_path):
    icons("favicon: a.png, logo: b.png", a__png=a_picture(), b__png=a_picture())

    assert own_icon(read_mkdocs_file(tmp_path), the_settings()) == "a.png"


def test_a_wide_logo_stands_whole_on_white(icons):
    made = icons("logo: egen.png", egen__png=a_picture(width=600))
    touch = opened(made["apple-touch-icon.png"]).convert("RGB")

    assert touch.getpixel((90, 5)) == (255, 255, 255)
    assert touch.getpixel((90, 90)) == (192, 57, 43)


@pytest.mark.parametrize(("name", "raw"), [("egen__svg", b"<svg/>"), ("egen__png", b"ingen bild")])
def test_what_is_not_made_of_points_becomes_none_and_no_mark_stands_in_for_it(icons, name, raw):
    assert icons(f"favicon: {name.replace('__', '.')}", **{name: raw}) == {}


def test_a_small_picture_becomes_none_for_telephones(icons):
    assert set(icons("favicon: a.png", a__png=a_picture(32, 32))) == {"favicon.ico"}


def test_a_file_of_ones_own_by_that_name_takes_its_place(icons):
    made = icons("favicon: favicon.ico", favicon__ico=a_picture(kind="ICO"))

    assert set(made) == {"apple-touch-icon.png"}
