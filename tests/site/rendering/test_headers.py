"""What the host is asked to say, in every host's own words."""

from __future__ import annotations

import pytest

from exempelbank.site.rendering.security import CONTENT_SECURITY_POLICY, HEADERS
from tests.builders import PROJECT


@pytest.fixture(params=["_headers", ".htaccess", "docs/publicera.md"])
def said(request, built_site):
    folder = PROJECT if request.param.startswith("docs") else built_site
    return (folder / request.param).read_text(encoding="utf-8")


def test_every_host_is_asked_to_say_the_same(said):
    for name, value in HEADERS.items():
        assert name in said
        assert value in said


def test_the_host_forbids_what_a_page_can_not(said):
    assert f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'" in said


def test_what_changes_its_name_with_its_content_may_be_kept_for_ever(said):
    assert "/assets/" in said
    assert "immutable" in said
