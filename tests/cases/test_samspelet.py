"""Another organisation by its settings alone: tests/cases/samspelet, as its readers and its office
meet it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exempelbank import i18n
from exempelbank.palette import default_palette
from exempelbank.problems import Problems
from exempelbank.settings import Settings, load_settings
from tests.axe import ALL_RULES, COLOUR_RULES, context_with_axe, violations
from tests.builders import sample_settings
from tests.intake.own_answers import an_answer, saved
from tests.review.builders import run

PROJECT = Path(__file__).parent / "samspelet"
UNREADABLE = {".png", ".woff2"}
# What the sample is called, and what the program calls what one may name oneself.
FOREIGN = (
    *("Forum Carpe", "Carpe", "CKA", "samordningsgruppen", "länet", "länets"),
    *("fokusområde", "satsning", "arbetsplatsträff", "APT", "stadsdelsförvaltning"),
)
# Also within other words: an example is never called so here.
FOREIGN_PARTS = ("exempel", "exempl", "lärande", "FC-20")
ALLOWED = re.compile(
    r"till exempel|exempeldata|exempel\.se"
    # The program's own name, the classes of its styles, and the time of all of Sweden.
    r"|exempelbank|eb-[\w-]+|europe/stockholm",
    re.IGNORECASE,
)
GULDKORN = "guldkorn/halvtid-pa-kafe-steg-for-steg/"
COLOURFUL_PAGES = ("", GULDKORN, "parter/", "insatser/stegen/", "traffar/")
MAIN_PAGES = (
    *(*COLOURFUL_PAGES, "guldkorn/", "parter/forsakringskassan/", "insatser/", "beratta/"),
    *("natverk/bip-natverket/", "samverkansparter/", "nyhetsbrev/", "uppfoljning/"),
)

ANSWERS = {
    "title": "Gemensam tid på vårdcentralen",
    "summary": "Två parter har mottagning i samma rum en förmiddag i veckan.",
    "kind": "samverkan",
    "stage": "provas",
    "municipality": "region-varmland",
    "other_municipalities": ["arbetsformedlingen"],
    "work_areas": ["samverkan-mellan-myndigheter"],
    "target_groups": ["langvarigt-sjukskrivna"],
    "roles": ["handlaggare"],
    "focus_areas": ["en-dorr-in"],
    "evidence": ["samtal-observation"],
    "lessons": ["En förmiddag räcker.", "Rummet ska ligga nära väntrummet."],
    "background": "Den som var sjukskriven fick gå till två hus.",
    "how": "Vi sitter i samma rum på tisdagar.",
    "participation": "De som kom fick välja dag.",
    "results": "Vi frågar efter tre månader.",
    "advice": "Börja med ett rum.",
    "contact_publish": "no",
    **dict.fromkeys(("no_identifiable_person", "manager_informed", "rights"), "yes"),
    "information_read": "yes",
}


@pytest.fixture(autouse=True)
def _speaking_as_before():
    speech = i18n.speech_in_use()
    yield
    i18n.use_speech(speech)


@pytest.fixture(scope="module")
def settings() -> Settings:
    speech = i18n.speech_in_use()
    found = load_settings(PROJECT, Problems())
    i18n.use_speech(speech)
    assert found
    return found


@pytest.fixture
def project(tmp_path):
    return Path(shutil.copytree(PROJECT, tmp_path / "samspelet"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samspelet")
    root = shutil.copytree(PROJECT, folder / "project")
    words = ["--project", str(root), "build", "--workers", "1", "--site-dir", str(folder / "site")]
    done = subprocess.run(
        [sys.executable, "-m", "exempelbank", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def texts(site):
    """Of every file that can be read. The search index also holds the words of the language."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path.suffix not in UNREADABLE
        and path.relative_to(site).parts[:2] != ("sok", "index")
    }


@pytest.fixture(scope="module")
def foreign(settings):
    """With the places, terms and addresses of the sample's that it has no use for."""
    files = (path for kind in ("md", "yml") for path in PROJECT.rglob(f"*.{kind}"))
    own = "\n".join(path.read_text("utf-8").casefold() for path in files)
    sample = sample_settings()
    terms = {term.label for one in sample.vocabularies.values() for term in one}
    addresses = {f"/{one}/" for one in sample.addresses.section_words}
    addresses -= {f"/{one}/" for one in settings.addresses.section_words}
    words = [*FOREIGN, *(one for one in sorted(terms) if one.casefold() not in own)]
    parts = "|".join(map(re.escape, (*FOREIGN_PARTS, *sorted(addresses))))
    whole = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)|{parts}", re.IGNORECASE)


def said_by_others(text: str, foreign: re.Pattern[str]) -> list[str]:
    """Each with what stands around it."""
    text = ALLOWED.sub("", text)
    return [
        text[max(0, one.start() - 40) : one.end() + 20].replace("\n", " ")
        for one in foreign.finditer(text)
    ]


def test_its_project_is_in_order(project, capsys):
    assert run(project, "check") == 0
    assert "0 fel" in capsys.readouterr().out


def test_no_file_of_its_site_speaks_of_another_organisation(texts, foreign):
    found = {path: said for path, text in texts.items() if (said := said_by_others(text, foreign))}

    assert found == {}
    assert len(texts) > 200


def test_its_site_is_in_its_own_colours_and_has_no_leaves(texts, settings):
    default, own = default_palette(), settings.look.palette
    others = {*default.light.values(), *default.dark.values()}
    others -= {*own.light.values(), *own.dark.values()}
    found = {path for path, text in texts.items() if any(one in text.lower() for one in others)}
    leafy = {path for path, text in texts.items() if re.search(r'eb-art"|#lead-|#art-', text)}

    assert found == set() and leafy == set()
    assert 'src="/bilder/samspelet.svg?' in texts["index.html"]
    assert 'src="/bilder/samspelet-ljus.svg?' in texts["index.html"]


def test_an_answer_becomes_a_guldkorn_and_no_command_calls_it_anything_else(
    project, settings, foreign, capsys
):
    said = {}

    def office(*words: str) -> str:
        """What the command says, and the files that it writes."""
        code = run(project, *words)
        written = capsys.readouterr()
        said[" ".join(words[:2])] = written.out + written.err
        assert code == 0, written.err
        return written.out

    answer = saved(project / "svar.json", an_answer(answers=ANSWERS))
    before = {*(project / "submissions").glob("*.md")}
    office("import", str(answer))
    [file] = {*(project / "submissions").glob("*.md")} - before
    assert "## Mätpunkter" in file.read_text("utf-8")
    new = file.stem
    checklist = (f"{item.label}=ja" for item in settings.checklist)
    office("queue")
    office("show", new)
    office("letter", new, "mottaget")
    office("letter", "SAM-2026-IQWTH", "fråga")
    office("report", new, "--format", "html")
    office("preview", new)
    office("handle", new, "--by", "Maj", "--not-involved")
    office("checklist", new, *checklist, "--by", "Maj")
    assert "är godkänt" in office("approve", new, "--by", "Tor", "--not-involved")
    office("publish-news", new, "--by", "Maj")
    office("digest", "--since", "2026-02-01", "--format", "html")
    office("digest", "--since", "2026-02-01", "--for", "Försäkringskassan")
    office("stats")
    office("stats", "--format", "html")
    office("storytellers")
    office("form-export", "text", "--out", str(project / "formular"))
    office("search", "samtycke")
    office("check")

    foreign_words = {command: said_by_others(text, foreign) for command, text in said.items()}
    assert {command: words for command, words in foreign_words.items() if words} == {}


@pytest.mark.browser
def test_axe_finds_nothing_on_its_main_pages(browser, site, serve_folder):
    address = serve_folder(site)
    faults = {}
    for width, scheme, rules, paths in (
        (1366, "light", ALL_RULES, MAIN_PAGES),
        (1366, "dark", COLOUR_RULES, COLOURFUL_PAGES),
        (360, "light", ALL_RULES, COLOURFUL_PAGES),
        (360, "dark", COLOUR_RULES, COLOURFUL_PAGES),
    ):
        size = {"width": width, "height": 900}
        context = context_with_axe(browser, viewport=size, color_scheme=scheme)
        page = context.new_page()
        for path in paths:
            page.goto(address + path)
            if found := violations(page, rules):
                faults[width, scheme, path] = found
        context.close()

    assert faults == {}
