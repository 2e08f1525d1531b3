"""A site, its letters and mail-outs, in the words of an organisation that says no “exempel”."""

import re
import shutil
from datetime import date

import pytest

from exempelbank import i18n
from exempelbank.files.paths import CONFIG
from exempelbank.letters.kinds import LetterKind
from exempelbank.mail.digest import build_digest
from exempelbank.mail.letter import subject_of, text_from
from exempelbank.model.content import Initiative
from exempelbank.model.review import ReviewState
from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from exempelbank.site.build import build_site
from tests.builders import PROJECT, TODAY
from tests.feeds.builders import a_catalogue, a_hidden, an_example, event, news
from tests.site.pages.builders import Read

NUGGET = """example:
  article: ett
  singular: guldkorn
  plural: guldkorn
  definite: guldkornet
  definite_plural: guldkornen
  stem: guldkorns
"""
STORY = """example:
  article: en
  singular: berättelse
  plural: berättelser
  definite: berättelsen
  definite_plural: berättelserna
"""
THE_WORD = re.compile(r"(?i)\bexemp\w*")
ANYONES = re.compile(r"(?i)till exempel|exempeldata|exempel\.se|namn@exempel")
CATALOGUE = a_catalogue(
    an_example(review={"published": date(2026, 3, 5)}),
    an_example("gammalt", id="FC-2024-001", review={"state": ReviewState.ARCHIVED}),
    a_hidden(id="FC-2024-002", review={"state": ReviewState.WITHDRAWN}),
    news(),
    event(),
    Initiative(id="stegen", title="Stegen", summary="Fler i arbete.", status="pagar"),
)


@pytest.fixture(scope="module", params=[NUGGET, STORY], ids=["ett guldkorn", "en berättelse"])
def organisation(request, tmp_path_factory):
    """The settings of an organisation whose own files say no “exempel” either."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / CONFIG, root / CONFIG)
    for path in (root / CONFIG).glob("*.yml"):
        path.write_text(THE_WORD.sub("text", path.read_text("utf-8")), "utf-8")
    (root / CONFIG / "words.yml").write_text(request.param, "utf-8")
    problems = Problems()
    settings = load_settings(root, problems)
    assert settings, "\n".join(map(str, problems))
    yield settings
    i18n.use_language("sv")


def the_word_in(text):
    return THE_WORD.findall(ANYONES.sub("", text))


def test_no_page_says_the_word_of_the_program(organisation):
    pages = build_site(CATALOGUE, organisation, TODAY).pages
    found = {
        page.address: the_word_in(" ".join((page.title, page.description, Read(page).text)))
        for page in pages.values()
    }

    assert len(found) > 30
    assert {address: words for address, words in found.items() if words} == {}


def test_no_letter_and_no_mail_out_says_it(organisation):
    digest = build_digest(CATALOGUE, date(2026, 3, 1), date(2026, 3, 31), None)
    letters = [f"{kind.subject}\n{kind.body}" for kind in LetterKind]
    mailed = subject_of(digest, organisation) + text_from(digest, organisation)

    assert the_word_in("\n".join((*letters, mailed))) == []


def test_what_agrees_with_the_word_follows_its_gender(organisation):
    pages = build_site(CATALOGUE, organisation, TODAY).pages
    text = {page.address: Read(page).text for page in pages.values()}
    example = next(text[address] for address in text if address.endswith("/bildstod/"))
    [hidden] = [words for words in text.values() if "är återtag" in words]
    decline = LetterKind.DECLINED.body

    if organisation.speech.nouns["example"].is_neuter:
        assert "Lämna ett guldkorn" in text[""] and "Publicerat 5 mars" in example
        assert "Guldkornet är återtaget" in hidden and "Vi har läst det," in decline
    else:
        assert "Lämna en berättelse" in text[""] and "Publicerad 5 mars" in example
        assert "Berättelsen är återtagen" in hidden and "Vi har läst den," in decline
