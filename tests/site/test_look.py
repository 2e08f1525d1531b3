"""The organisation's colours, logo and pattern, in all that shows them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from PIL import Image, ImageColor

from exempelbank.cache import MemoryCache
from exempelbank.files.paths import CONFIG, MKDOCS_FILE
from exempelbank.palette import default_palette
from exempelbank.problems import Problems
from exempelbank.report.page import as_page
from exempelbank.rules.own_files import check_own_files, own_icon, own_logo
from exempelbank.settings import Look
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.site.pages import start
from exempelbank.site.pages.follow_up import report_from
from exempelbank.site.poster import poster_page
from exempelbank.site.rendering.assets import asset_address, asset_files
from exempelbank.site.rendering.environment import environment
from exempelbank.site.rendering.site_icons import site_icons
from exempelbank.site.site import Page
from exempelbank.site.social_card import plan_social_cards
from tests.axe import COLOUR_RULES, context_with_axe, violations
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example
from tests.site.builders import a_project, change, exempelbank, write
from tests.site.pages.builders import pages_of, the_settings

BLUE = "#1d4f91"
OWN = Look.model_validate({"colours": {"brand": BLUE}})
PLAIN = Look.model_validate({"pattern": "none", "corners": "square"})
DEFAULT = re.compile(
    "|".join({default_palette().light[name] for name in ("brand", "deep", "link")})
)


def settings_with(look):
    return replace(the_settings(), look=look)


def sheet_of(look):
    return asset_files(look)[asset_address("exempelbank.css", look)].decode()


def start_page(look):
    catalogue = a_catalogue(an_example())
    return pages_of(start, of=catalogue, settings=settings_with(look))[""].html


# ---- On the pages ----


def test_other_colours_are_another_style_sheet_with_a_name_of_its_own():
    assert f"--eb-brand: light-dark({BLUE}, " in sheet_of(OWN)
    assert f"--eb-brand: {BLUE};" in sheet_of(OWN).partition("@supports not")[2]
    assert not DEFAULT.search(sheet_of(OWN))
    assert asset_address("exempelbank.css", OWN) != asset_address("exempelbank.css", Look())
    assert asset_address("figtree.woff2", OWN) == asset_address("figtree.woff2", Look())


def test_an_organisation_that_wants_no_leaves_meets_none():
    header = environment(settings_with(PLAIN)).from_string(
        '{{ eb.page_header("Exempel", kind="exempel") }}'
    )

    assert "eb-art" in start_page(Look())
    assert "eb-art" not in start_page(PLAIN)
    assert "eb-ornament" not in header.render()
    assert b"<rect" in asset_files(PLAIN)[asset_address("mark.svg", PLAIN)]
    assert "--eb-leaf: 0;" in sheet_of(PLAIN)


def test_a_pattern_of_ones_own_stands_where_the_leaves_were():
    html = start_page(Look(pattern='bilder/v"g.svg'))

    assert '<img class="eb-art" src="/bilder/v&#34;g.svg" alt="">' in html
    assert "<path id=" not in html


# ---- In what goes without the style sheet ----


def test_letters_reports_and_the_poster_take_their_colours_from_the_same_palette():
    settings = settings_with(OWN)
    made = {
        "poster": poster_page(settings),
        "figures": report_from([], settings, TODAY, "Siffror", ""),
        "report": as_page([], look=OWN),
    }

    for name, html in made.items():
        assert BLUE in html, name
        assert not DEFAULT.search(html), name


def card_of(look):
    cards = plan_social_cards([Page("", "Guldkorn", "")], settings_with(look))
    [(name, make)] = cards.files.items()
    return name, Image.open(io.BytesIO(make())).convert("RGB")


def test_the_picture_that_is_shared_has_the_colours_and_no_leaves_where_none_are_wanted():
    names, pictures = zip(*map(card_of, (Look(), OWN, PLAIN)), strict=True)
    left = [picture.getpixel((5, 300)) for picture in pictures]
    deep = [look.palette.light["deep"] for look in (Look(), OWN, PLAIN)]

    assert left == [ImageColor.getrgb(colour) for colour in deep]
    assert len({*names}) == 3
    assert len(pictures[2].getcolors(10_000)) < len(pictures[0].getcolors(10_000))
    assert pictures[2].getpixel((600, 625)) == ImageColor.getrgb(PLAIN.palette.light["honey"])


# ---- Pictures of its own ----


@pytest.fixture
def config(tmp_path):
    write(tmp_path, MKDOCS_FILE, "theme: {name: material, logo: gammal.svg}\n")
    for name in ("logo.svg", "ljus.svg", "gammal.svg"):
        write(tmp_path, f"content/pages/{name}", "<svg/>")
    return read_mkdocs_file(tmp_path)


def test_the_logo_of_look_yml_comes_before_that_of_mkdocs_yml(config):
    both = settings_with(Look(logo="logo.svg", logo_on_dark="ljus.svg"))

    assert own_logo(config, both) == own_icon(config, both) == "logo.svg"
    assert own_logo(config, both, on_dark=True) == "ljus.svg"
    assert own_logo(config, the_settings()) == "gammal.svg"


def test_a_telephone_is_not_shown_the_mark_in_colours_that_are_not_the_organisations(tmp_path):
    write(tmp_path, MKDOCS_FILE, "theme: {name: material}\n")

    made = [
        site_icons(read_mkdocs_file(tmp_path), settings_with(look), MemoryCache())
        for look in (Look(), OWN, PLAIN)
    ]
    assert [bool(icons) for icons in made] == [True, False, False]


def test_a_picture_that_is_not_there_is_told_on_its_line(config):
    write(config.root, f"{CONFIG}/look.yml", "pattern: none\nlogo: borta.svg\nicon: ../ute.svg\n")
    found = check_own_files(config, settings_with(Look(logo="borta.svg", icon="../ute.svg")))

    places = [one.location for one in Problems([*found])]
    assert [(place.line, place.label) for place in places] == [(2, "logo"), (3, "icon")]


# ---- As a browser meets it ----


@pytest.mark.browser
def test_a_site_in_its_own_colours_can_be_read_in_light_and_in_dark(
    tmp_path, browser, serve_folder
):
    project = a_project(tmp_path / "project")
    logo = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>1</script></svg>'
    write(project, "content/pages/bilder/logo.svg", logo)
    write(
        project,
        f"{CONFIG}/look.yml",
        'colours: {brand: "#7a1f3d", accent: "#e9b44c"}\n'
        "logo: bilder/logo.svg\nlogo_on_dark: bilder/logo.svg\npattern: none\ncorners: square\n",
    )
    change(project, f"{CONFIG}/organisation.yml", "picture_cards: examples", "picture_cards: none")
    built = exempelbank(project, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    site = serve_folder(project / "site")
    faults = {}
    for scheme in ("light", "dark"):
        context = context_with_axe(browser, color_scheme=scheme)
        page = context.new_page()
        for address in ("", "larande-exempel/", "kommuner/", "kalendarium/", "lamna-exempel/"):
            page.goto(site + address)
            faults[scheme, address] = violations(page, COLOUR_RULES)
            assert page.locator(".eb-header .eb-brand img:visible").count() == 1
        context.close()

    assert {where: found for where, found in faults.items() if found} == {}
