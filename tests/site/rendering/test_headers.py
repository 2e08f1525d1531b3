"""What the host is asked to say, in every host's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exempelbank.site.rendering.security import content_security_policy, headers
from tests.builders import PROJECT, sample_settings


@pytest.fixture(params=["_headers", ".htaccess", "docs/publicera.md"])
def said(request, built_site):
    folder = PROJECT if request.param.startswith("docs") else built_site
    return (folder / request.param).read_text(encoding="utf-8")


def test_every_host_is_asked_to_say_the_same(said):
    for name, value in headers(sample_settings()).items():
        assert name in said
        assert value in said


def test_the_host_forbids_what_a_page_can_not(said):
    assert f"{content_security_policy(sample_settings())}; frame-ancestors 'none'" in said


def test_what_changes_its_name_with_its_content_may_be_kept_for_ever(said):
    assert "/assets/" in said
    assert "immutable" in said


def test_whoever_gets_the_answers_to_forms_is_the_one_exception():
    settings = sample_settings()
    organisation = settings.organisation.model_copy(
        update={"form_receiver": "https://formular.example/{form}?till=oss"}
    )
    policy = content_security_policy(replace(settings, organisation=organisation))

    assert "form-action 'self' https://formular.example" in policy.split("; ")
    assert policy.count("https:") == 1
