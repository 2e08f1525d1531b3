"""Pictures written anew: each from the bytes that were judged, and once."""

from __future__ import annotations

import pytest

from exempelbank.cache import MemoryCache
from exempelbank.documents.images import hash_image, load_images
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MEDIA
from exempelbank.workers import Workers
from tests.builders import a_picture


@pytest.fixture
def root(tmp_path):
    (tmp_path / MEDIA).mkdir(parents=True)
    (tmp_path / MEDIA / "a.jpg").write_bytes(a_picture())
    return tmp_path


def test_it_is_known_by_the_bytes_from_which_it_was_made(root):
    cache = MemoryCache()
    for raw in (a_picture(size=(8, 8)), a_picture(size=(16, 16))):
        (root / MEDIA / "a.jpg").write_bytes(raw)
        for _ in range(2):  # made, and kept
            picture = load_images(root, ["a.jpg"], cache, Workers())["a.jpg"]
            assert picture.hash == hash_image(raw)
            assert picture.read().startswith(b"\xff\xd8")


def test_one_that_was_changed_after_it_was_judged_is_not_shown(root):
    """Where nothing can be kept it is made once more, as it is written."""
    cache = MemoryCache()
    picture = load_images(root, ["a.jpg"], cache, Workers())["a.jpg"]
    cache.evict_except("load_images", ())
    assert picture.read()

    (root / MEDIA / "a.jpg").write_bytes(a_picture(size=(16, 16)))

    with pytest.raises(OSError, match="ändrades"):
        picture.read()


@pytest.mark.parametrize("file", ("finns-inte.jpg", "x" * 300, ".", "lank.jpg", "text.jpg"))
def test_what_is_no_picture_is_refused_and_stops_no_other(root, file):
    (root / MEDIA / "lank.jpg").symlink_to(root / MEDIA / "a.jpg")
    (root / MEDIA / "text.jpg").write_text("text")

    found = load_images(root, [file, "a.jpg"], MemoryCache(), Workers())

    assert isinstance(found[file], UnreadableFile)
    assert found["a.jpg"].width == 8
