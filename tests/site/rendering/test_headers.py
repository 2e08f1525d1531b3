"""What the host is asked to say, in every host's own words."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from exempelbank.site.rendering.security import content_security_policy, headers
from tests.builders import PROJECT, sample_settings


@pytest.fixture(params=["_headers", ".htaccess", "web.config", "docs/publicera.md"])
def said(request, built_site):
    folder = PROJECT if request.param.startswith("docs") else built_site
    text = (folder / request.param).read_text(encoding="utf-8")
    if request.param == "web.config":  # as its reader has it: XML, with an address for the place
        values = [value for one in parsed(text).iter() for value in one.attrib.values()]
        return "\n".join(values).replace("\nassets\n", "\n/assets/\n")
    return text


def parsed(text):
    return ElementTree.fromstring(text.encode())


def test_every_host_is_asked_to_say_the_same(said):
    for name, value in headers(sample_settings()).items():
        assert name in said
        assert value in said


def test_the_host_forbids_what_a_page_can_not(said):
    assert f"{content_security_policy(sample_settings())}; frame-ancestors 'none'" in said


def test_what_changes_its_name_with_its_content_may_be_kept_for_ever(said):
    assert "/assets/" in said
    assert "immutable" in said


def test_iis_shows_our_page_for_what_is_not_there_and_knows_every_kind_of_file(built_site):
    config = parsed((built_site / "web.config").read_text(encoding="utf-8"))
    [error] = config.iter("error")
    known = {one.get("fileExtension") for one in config.iter("mimeMap")}
    from_the_beginning = {".html", ".css", ".js", ".xml", ".png", ".jpg", ".ico"}
    hidden = {"_headers", ".htaccess", "web.config", ".exempelbank-site"}
    files = (path for path in built_site.rglob("*") if path.is_file())
    made = {path.suffix for path in files if path.name not in hidden}

    assert (error.get("statusCode"), error.get("path")) == ("404", "404.html")
    assert made <= known | from_the_beginning


def test_iis_is_told_nothing_twice(built_site):
    """It answers 500 to what its server says already, so each thing is taken away first."""
    config = parsed((built_site / "web.config").read_text(encoding="utf-8"))
    for holder in (*config.iter("customHeaders"), *config.iter("staticContent")):
        taken = [next(iter(one.attrib.values())) for one in holder if one.tag == "remove"]
        given = [next(iter(one.attrib.values())) for one in holder if one.tag != "remove"]

        assert taken == given


def test_whoever_gets_the_answers_to_forms_is_the_one_exception():
    settings = sample_settings()
    organisation = settings.organisation.model_copy(
        update={"form_receiver": "https://formular.example/{form}?till=oss"}
    )
    policy = content_security_policy(replace(settings, organisation=organisation))

    assert "form-action 'self' https://formular.example" in policy.split("; ")
    assert policy.count("https:") == 1
