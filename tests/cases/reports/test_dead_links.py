"""A link that leads within the site is looked up: a page, a file and a place on a page must be
there, and an example that is withdrawn, paused or archived is told of. In every kind of record, in
pages written by hand and in the settings.

Source: reports of link checkers that passed over a site's own links, and of news that led to pages
with new names.
"""

from __future__ import annotations

import shutil

import pytest

from exempelbank.i18n import _
from exempelbank.model.example import Section
from exempelbank.model.review import ReviewState
from exempelbank.problems import Problems
from exempelbank.review.project_checks.project import check_project
from exempelbank.site.planned_site import plan_site
from tests.builders import TODAY, WHOLE, a_published, sample_settings
from tests.review.builders import a_project, a_ready_one, stored, write

DEAD = "/larande-exempel/finns-inte/"
NO_PAGE = "no page has the address {address}"
NO_NAME = "no page goes by {address}, where a link leads"
IN_STATE = "a link leads to {address}, which is in the state “{state}”"
NO_PLACE = "there is no place called #{place} on the page {address}"
NOT_FOLLOWED = "the link to {address} is not followed: only its words are shown"

# The link, what is said of it, and what may have been meant.
TOLD_OF = [
    (DEAD, NO_PAGE, {"address": DEAD}, ""),
    ("/larande-exempel/bildsto", NO_PAGE, {"address": "/larande-exempel/bildsto/"}, "bildstod/"),
    ("/larande-exempel/moten/", NO_PAGE, {"address": "/larande-exempel/moten/"}, "moten-med-bild/"),
    (
        "/nyheter/bildstod/",
        NO_PAGE,
        {"address": "/nyheter/bildstod/"},
        "/larande-exempel/bildstod/",
    ),
    ("/nyhetr/", NO_PAGE, {"address": "/nyhetr/"}, "”/nyheter/”"),
    ("/om/blankett.pdf", NO_PAGE, {"address": "/om/blankett.pdf"}, ""),
    ("/larande-exempel/kommun/norge/", NO_PAGE, {"address": "/larande-exempel/kommun/norge/"}, ""),
    ("https://exempelbanken.example/nej/", NO_PAGE, {"address": "/nej/"}, ""),
    ("finns-inte.md", NO_NAME, {"address": "finns-inte.md"}, ""),
    ("moten", NO_NAME, {"address": "moten"}, "/larande-exempel/moten-med-bild/"),
    ("eva.ek@x.example", NOT_FOLLOWED, {"address": "…"}, "mailto:"),
    (
        "/larande-exempel/bildstod/#Resultåt",
        NO_PLACE,
        {"address": "/larande-exempel/bildstod/", "place": "Resultåt"},
        "”#resultat”",
    ),
    (
        "/larande-exempel/bildstod/#nej",
        NO_PLACE,
        {"address": "/larande-exempel/bildstod/", "place": "nej"},
        "",
    ),
    (
        "senare.md",
        "a link leads to {address}, which is not shown before {day}",
        {"address": "/nyheter/senare/", "day": "2099-01-01"},
        "",
    ),
    (
        "utkast.md",
        "a link leads to {address}, which is a draft and so is not on the site",
        {"address": "/nyheter/utkast/"},
        "",
    ),
    (
        "/nyheter/om-pausat/",
        IN_STATE,
        {"address": "/nyheter/om-pausat/", "state": ReviewState.PAUSED},
        "",
    ),
    (
        "/larande-exempel/paused/",
        IN_STATE,
        {"address": "/larande-exempel/paused/", "state": ReviewState.PAUSED},
        "",
    ),
    (
        "FC-2026-031",
        IN_STATE,
        {"address": "/larande-exempel/withdrawn/", "state": ReviewState.WITHDRAWN},
        "",
    ),
    (
        "../../larande-exempel/archived",
        IN_STATE,
        {"address": "/larande-exempel/archived/", "state": ReviewState.ARCHIVED},
        "",
    ),
]
SOUND = [
    "/",
    "/nyheter",
    "/larande-exempel/bildstod/#resultat",
    "/larande-exempel/bildstod/apt/",
    "/larande-exempel/?kommun=huddinge",
    "/larande-exempel/kommun/huddinge/",
    "/kommuner/huddinge/",
    "/data/exempel.csv",
    "/nyheter/rss.xml",
    "/om/",
    "/om/karta.png",
    "/om/organisation/",
    "/gammal/",
    "nytt",
    "../../larande-exempel/bildstod/",
    "https://exempelbanken.example/natverk/ips/",
    "/om/#åtgärder",
    "om/organisation.md",
    "https://exempelbanken.example.se/natverk/nej/",
]
NEWS = "---\nschema: 1\ntitle: Nytt\nkind: samverkan\npublished: 2026-03-01\n---\n\n"
LATER = NEWS.replace("2026-03-01", "2099-01-01")
RECORD = f"---\nschema: 1\ntitle: X\n{{}}---\n\n## Rubrik\n\n[se]({DEAD})\n"
OTHER_KINDS = {
    "tips": "",
    "initiatives": "status: pagar\n",
    "events": "kind: natverkstraff\nsign_up: https://exempelbanken.example/nej/\noccasions:\n"
    "- starts: 2026-04-14 13:00\n  ends: 2026-04-14 15:00\n",
    "networks": "form: natverk\nrun: planerat\nstatus: pagar\n",
    "focus_areas": "",
}
PAGE = (
    "---\ntitle: Om\n---\n\n[x](../ett/index.md) [x](#nej) [x](#har-ar-det) [x](http://x.example)\n"
    f"<p><a href='{DEAD}'>x</a>\n\n[x](borta.md)\n[x](www.x.example)\n[x](borta.pdf)\n"
    "\n## Här är det\n\n<span id='åtgärder'></span>\n"
)
MKDOCS = (
    "site_name: x\nnav:\n- Nej: /nej/\n- Ja: /nyheter/\n"
    "copyright: <a href='/nej2/'>x</a> <a href='/om/'>y</a> <a href='http://x.example'>z</a>\n"
)
REDIRECTS = (
    "redirects:\n- from: gammal/\n  to: om/\n"
    "- from: gammal2/\n  to: larande-exempel/kommun/norge/\n"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """(file, line) -> the problem, of a project with a link of each sort."""
    states = (ReviewState.PAUSED, ReviewState.WITHDRAWN, ReviewState.ARCHIVED)
    sections = {**WHOLE["sections"], Section.ADVICE: f"Först.\n\n[se]({DEAD})"}
    to_itself = {**sections, Section.ADVICE: "[se](#resultat)"}
    of_each = (sections, sections, to_itself)
    unlisted = [
        stored(a_published(id=f"FC-2026-03{n}", review={"state": state}, sections=texts), state)
        for n, (state, texts) in enumerate(zip(states, of_each, strict=True))
    ]
    root = a_project(
        tmp_path_factory.mktemp("project"),
        stored(a_published(), "bildstod"),
        stored(a_published(id="FC-2026-015", sections=sections), "moten-med-bild"),
        stored(a_ready_one(id="FC-2026-020", sections=sections)),
        *unlisted,
    )
    shutil.rmtree(root / "content/pages")  # those that every page leads to are told of too
    links = [link for link, *_expected in TOLD_OF]
    write(root, "mkdocs.yml", MKDOCS)
    write(root, "content/news/om-pausat.md", NEWS.replace("kind:", "example: FC-2026-030\nkind:"))
    write(root, "content/news/utkast.md", NEWS.replace("kind:", "draft: yes\nkind:"))
    write(root, "content/news/senare.md", LATER + "[x](senare.md) [y](lika-sent.md)\n")
    write(root, "content/news/lika-sent.md", LATER + "[x](senare.md)\n")
    further = "links:\n- url: https://exempelbanken.example/nej/\n"
    write(root, "content/news/mer.md", NEWS.replace("kind:", further + "kind:"))
    write(root, "content/news/nytt.md", NEWS + "".join(f"[x]({link})\n" for link in links))
    write(root, "content/news/helt.md", NEWS + "".join(f"[x]({link})\n" for link in SOUND))
    for folder, facts in OTHER_KINDS.items():
        write(root, f"content/{folder}/ett.md", RECORD.format(facts))
    write(root, "content/pages/om/index.md", PAGE)
    write(root, "content/pages/om/karta.png", "")
    write(root, "content/pages/ett/index.md", "---\ntitle: Ett\n---\n")
    write(root, "site_config/redirects.yml", REDIRECTS)
    organisation = (root / "site_config/organisation.yml").read_text("utf-8")
    led = organisation.replace(
        "newsletter: mailto:", "newsletter: https://exempelbanken.example/nej/ #"
    )
    led = led.replace("contact_page: om/kontakt/", "contact_page: om/borta/")
    write(root, "site_config/organisation.yml", led)
    settings, problems = sample_settings(root), Problems()
    check_project(root, settings, TODAY, problems, lambda: plan_site(root, settings, TODAY))
    return {(one.location.path, one.location.line): one for one in problems}


def test_a_link_to_an_example_that_is_not_there_is_told_of_on_its_line(found):
    assert found["content/news/nytt.md", 8].says == _(NO_PAGE).format(address=DEAD)


@pytest.mark.parametrize(("number", "expected"), [*enumerate(TOLD_OF[1:], 1)])
def test_so_is_every_link_that_leads_to_nothing(found, number, expected):
    _link, words, values, meant = expected
    shown = {name: getattr(value, "label", value) for name, value in values.items()}

    problem = found["content/news/nytt.md", 8 + number]
    assert problem.says == _(words).format(**shown)
    assert meant in problem.fix


def test_of_links_that_lead_somewhere_nothing_is_said(found):
    assert not [place for place in found if place[0] == "content/news/helt.md"]


@pytest.mark.parametrize(
    "path",
    [
        *(f"content/{folder}/ett.md" for folder in OTHER_KINDS),
        "content/examples/moten-med-bild.md",
        "submissions/FC-2026-020.md",
        "content/pages/om/index.md",
    ],
)
def test_links_are_looked_up_in_every_kind_of_record_and_in_pages_by_hand(found, path):
    says = _(NO_PAGE).format(address=DEAD)

    assert [p.says for (file, _line), p in found.items() if file == path and p.says == says]


@pytest.mark.parametrize("name", ["paused", "withdrawn", "archived"])
def test_nothing_is_said_of_what_is_hidden_or_leads_to_itself(found, name):
    assert not [file for file, _line in found if file == f"content/examples/{name}.md"]


@pytest.mark.parametrize("name", ["senare", "lika-sent"])
def test_nothing_is_said_of_news_that_leads_to_what_is_shown_as_soon_as_itself(found, name):
    assert not [file for file, _line in found if file == f"content/news/{name}.md"]


def test_a_link_of_its_own_below_a_text_is_looked_up_too(found):
    assert found["content/news/mer.md", 5].says == _(NO_PAGE).format(address="/nej/")
    assert found["content/events/ett.md", 5].says == _(NO_PAGE).format(address="/nej/"), "sign_up"


def test_a_page_by_hand_is_told_of_what_its_links_miss(found):
    lines = [line for file, line in found if file == "content/pages/om/index.md"]

    assert sorted(lines) == [5, 6, 8, 9, 10]


@pytest.mark.parametrize(
    ("file", "field", "says"),
    [
        (
            "addresses",
            "privacy",
            _("there is no page at /{address}, where every page leads").format(
                address="personuppgifter/"
            ),
        ),
        ("organisation", "contact_page", _(NO_PAGE).format(address="/om/borta/")),
        ("organisation", "newsletter", _(NO_PAGE).format(address="/nej/")),
        ("mkdocs", "nav", _(NO_PAGE).format(address="/nej/")),
        ("mkdocs", "copyright", _(NO_PAGE).format(address="/nej2/")),
        (
            "redirects",
            "redirects.2.to",
            _("there is no page at /{address}").format(address="larande-exempel/kommun/norge/"),
        ),
    ],
)
def test_so_are_the_addresses_in_the_settings(found, file, field, says):
    (problem,) = [p for p in found.values() if p.location.label == field]

    assert problem.location.path.rpartition("/")[2] == f"{file}.yml"
    assert problem.location.line
    assert problem.says == says


def test_the_pages_that_every_page_leads_to_are_those_that_are_written_by_hand(found):
    fields = {
        p.location.label for p in found.values() if p.location.path.endswith("/addresses.yml")
    }

    assert fields == {"contribute", "hint", "accessibility", "privacy"}, "and about, which is there"


def test_the_site_is_planned_only_when_a_link_asks(tmp_path):
    root = a_project(tmp_path, stored(a_published(), "bildstod"))
    write(root, "content/news/nytt.md", NEWS + "[x](/larande-exempel/bildstod/) [y](/nyheter/)")
    settings, problems = sample_settings(root), Problems()

    check_project(root, settings, TODAY, problems, lambda: pytest.fail("the site was planned"))

    assert not problems.found
