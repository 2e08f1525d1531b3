"""What holds for every page of the sample site."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from urllib.parse import urlsplit

import pytest

from exempelbank.settings import Look
from exempelbank.site.rendering.assets import asset_address, asset_files
from tests.builders import PROJECT
from tests.site.builders import Reading, exempelbank, pages_of

OWN = "https://exempelbanken.example/"


@pytest.fixture(scope="module")
def pages(built_site):
    return pages_of(built_site)


def test_the_sample_site_has_no_problems(tmp_path):
    done = exempelbank(PROJECT, "build", "--site-dir", str(tmp_path), "--strict")

    assert done.returncode == 0, done.stderr


def test_every_page_says_its_language_title_and_what_it_is_about(pages):
    for name, page in pages.items():
        described = [one for one in page.all("meta") if one.get("name") == "description"]
        assert page.all("html") == [{"lang": "sv"}], name
        assert page.html.partition("</head>")[0].count("<title>") == 1, name
        assert len(page.all("h1")) == 1, name
        assert described[0]["content"], name


def test_every_page_names_its_own_address_or_asks_not_to_be_listed(pages):
    for name, page in pages.items():
        canonical = [one["href"] for one in page.all("link") if one.get("rel") == "canonical"]
        robots = [one["content"] for one in page.all("meta") if one.get("name") == "robots"]
        own = OWN + name.removesuffix("index.html")
        assert (canonical, robots) in (([own], []), ([], ["noindex"])), name


def test_no_two_pages_that_search_engines_list_share_a_title(pages):
    listed: dict[str, list[str]] = {}
    for name, page in pages.items():
        if not any(one.get("name") == "robots" for one in page.all("meta")):
            title = page.html.partition("<title>")[2].partition("</title>")[0]
            listed.setdefault(title, []).append(name)

    assert len(listed) > 150
    assert {title: names for title, names in listed.items() if len(names) > 1} == {}


def test_every_page_leads_to_whom_to_reach_and_every_number_is_written_in_one_way(pages):
    numbers = {one for page in pages.values() for one in page.addresses if one.startswith("tel:")}

    assert all(re.fullmatch(r"tel:\+46[0-9]{8,9}", number) for number in numbers)
    for name, page in pages.items():
        footer = Reading(page.html.partition('<footer class="eb-footer">')[2]).addresses
        assert {"/om/kontakt/", "tel:+46846500400"} <= {*footer}, name


def test_nothing_in_a_page_runs_or_is_styled_from_within_it(pages):
    for name, page in pages.items():
        inline = [one for one in page.all("script") if "src" not in one]
        assert not page.all("style"), name
        assert {one["type"] for one in inline} <= {"application/ld+json", "application/json"}, name
        for tag, attributes in page.elements:
            assert "style" not in attributes, (name, tag, attributes)
            assert not [one for one in attributes if one.startswith("on")], (name, tag, attributes)


def test_every_page_names_its_pictures_its_colours_and_what_is_shown_when_it_is_shared(
    pages, built_site
):
    for name, page in pages.items():
        icons = [one for one in page.all("link") if one.get("rel") in ("icon", "apple-touch-icon")]
        said = [(one.get("property") or one.get("name"), one) for one in page.all("meta")]
        described = {what: one["content"] for what, one in said if what}
        colours = {one["media"]: one["content"] for what, one in said if what == "theme-color"}
        picture = str(described["og:image"]).removeprefix(OWN)

        assert len(icons) == 3, name
        assert all((built_site / one["href"][1:]).is_file() for one in icons), name
        assert (built_site / picture).is_file(), name
        assert described["og:image:alt"] and described["og:image:width"] == "1200", name
        assert colours == {
            "(prefers-color-scheme: light)": "#ffffff",
            "(prefers-color-scheme: dark)": "#1a2623",
        }, name


def test_what_programs_are_told_of_a_page_can_be_read(pages):
    kinds: Counter[str] = Counter()
    for page in pages.values():
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html):
            facts = json.loads(text)
            kinds[facts["@type"]] += 1
            if facts["@type"] in ("Article", "NewsArticle"):
                assert facts["license"] == "https://creativecommons.org/licenses/by/4.0/deed.sv"

    assert kinds["WebSite"] == 1
    assert kinds["Article"] > 10 and kinds["NewsArticle"] > 10 and kinds["Event"] > 10


def test_no_page_fetches_anything_from_elsewhere(pages):
    for name, page in pages.items():
        assert all(re.match("/(?!/)", address) for address in page.fetched), name


def test_every_page_carries_the_same_strict_policy(pages):
    policies = {
        one["content"]
        for page in pages.values()
        for one in page.all("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    }

    (policy,) = policies
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_every_page_is_the_same_outside_its_own_parts(pages):
    """So that all pages of a kind can be rendered from one layout."""
    frames = set()
    for page in pages.values():
        html = re.sub(r"(?s)<title>.*?</title>.*<meta name=\"color-scheme\"", "", page.html)
        html = re.sub(r"(?s)(exempelbank\.\w+\.js\"></script>\n).*?</head>", r"\1</head>", html)
        html = re.sub(r"(?s)(<main [^>]*>).*</main>", r"\1</main>", html)
        frames.add(re.sub(r'(class="eb-nav".*?</nav>)', _unlit, html, flags=re.DOTALL))

    assert len(frames) == 1


def _unlit(nav: re.Match[str]) -> str:
    return re.sub(r' aria-current="\w+"', "", nav[0])


def test_the_sample_is_marked_as_invented_on_every_page(pages):
    assert all("Exempeldata" in page.html for page in pages.values())


def test_the_sitemap_lists_what_may_be_listed_and_nothing_else(pages, built_site):
    tree = ET.parse(built_site / "sitemap.xml")
    listed = {loc.text for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    indexed = {
        OWN + name.removesuffix("index.html")
        for name, page in pages.items()
        if not [one for one in page.all("meta") if one.get("name") == "robots"]
    }

    assert listed == indexed


def test_every_asset_that_a_page_names_is_there_under_a_name_that_tells_its_content(
    pages, built_site
):
    named = {
        urlsplit(address).path.lstrip("/")
        for page in pages.values()
        for address in page.addresses
        if address.startswith("/assets/")
    }

    assert named
    assert all((built_site / name).is_file() for name in named)
    assert all(re.search(r"\.[0-9a-f]{8}(\.\w+$|/)", name) for name in named)


def test_the_style_sheet_is_whole():
    sheet = asset_files(Look())[asset_address("exempelbank.css", Look())].decode()

    assert "@import" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert f'url("{asset_address("figtree.woff2", Look()).removeprefix("assets/")}")' in sheet


def test_browsers_that_know_one_scheme_get_every_light_colour():
    sheet = asset_files(Look())[asset_address("exempelbank.css", Look())].decode()
    both = re.findall(r"(--[\w-]+): light-dark\(", sheet)
    fallback = sheet[sheet.index("@supports not (color: light-dark") :]

    assert both
    assert all(f"{name}: " in fallback for name in both)


def test_a_page_weighs_at_most_60_kilobytes_and_the_page_that_brings_the_search_64(
    pages, built_site
):
    for name, page in pages.items():
        weight = len(gzip.compress(page.html.encode()))
        for address in page.fetched:
            content = (built_site / address.lstrip("/")).read_bytes()
            weight += len(content if address.endswith(".woff2") else gzip.compress(content))
        assert weight <= (64_000 if name == "sok/index.html" else 60_000), name
