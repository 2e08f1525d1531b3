"""For every state of an example: where its words may stand in the site, and where not.

The whole way is walked, from files. Every field and section that may be shown carries a word of its
own, and so does every private one.
"""

from dataclasses import dataclass

import pytest

from exempelbank.catalogue import load_catalogue
from exempelbank.model.content import NewsItem
from exempelbank.model.example import Section
from exempelbank.model.review import Approval, Handling, LogEntry, Review, ReviewState
from exempelbank.model.submission import Attestation, Attestations, Source
from exempelbank.problems import Problems
from exempelbank.records import document_of
from exempelbank.site.build import build_site
from tests.builders import TODAY, a_published, a_submission, moment
from tests.site.pages.builders import everything_in, holding, the_settings

SECTIONS = {section: f"kanarie-{section.value}" for section in Section}
PUBLIC = {
    "title": "Kanarie i rubriken",
    "summary": "kanarie-sammanfattning",
    "unit": "kanarie-enhet",
    "keywords": ("kanarie-amnesord",),
    "lessons": ("kanarie-lardom",),
    "discussion_questions": ("kanarie-fraga",),
    "sections": SECTIONS,
}
SHOWN = [
    "Kanarie i rubriken",
    "kanarie-sammanfattning",
    "kanarie-enhet",
    "kanarie-amnesord",
    "kanarie-lardom",
    "kanarie-fraga",
    *SECTIONS.values(),
]
PRIVATE = [
    "hemlig-not",
    "hemlig-nyckel",
    "hemligt-formular",
    "anna-ek",
    "bo-lind",
]
CONTACT = {
    "contact_role": "kanarie-roll",
    "contact_name": "Kanarie Ek",
    "contact_email": "kanarie@huddinge.example",
    "contact_phone": "08-465 004 99",
}
PAGE = "larande-exempel/kanarie/"
SHEET = "larande-exempel/kanarie/apt/"


@dataclass(frozen=True)
class Seen:
    texts: dict[str, str]
    indexed: dict[str, bool]
    problems: Problems


@pytest.fixture
def build(tmp_path):
    def write(record, path, state=None):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = document_of(record, path).text
        file.write_text(text.replace("state: approved", f"state: {state}") if state else text)

    def seen() -> Seen:
        problems = Problems()
        settings = the_settings()
        site = build_site(load_catalogue(tmp_path, settings, problems), settings, TODAY)
        indexed = {address: page.indexed for address, page in site.pages.items()}
        return Seen(everything_in(site), indexed, problems)

    seen.write = write
    return seen


def in_state(state, **given):
    log = (
        LogEntry(at=moment("2026-02-02 09:00"), by="anna-ek", did="approved", note="hemlig-not"),
    )
    source = Source(form="hemligt-formular", key="hemlig-nyckel")
    review = {"state": state, "log": log}
    return a_published(**PUBLIC, **given, source=source, review=review)


LISTED = [ReviewState.APPROVED, ReviewState.NEEDS_REVIEW]
HIDDEN = [ReviewState.PAUSED, ReviewState.WITHDRAWN]


@pytest.mark.parametrize("state", [*LISTED, ReviewState.ARCHIVED])
def test_its_words_stand_on_its_page(build, state):
    build.write(in_state(state), "content/examples/kanarie.md")

    page = build().texts[PAGE]

    assert [words for words in SHOWN if words not in page] == []


@pytest.mark.parametrize("state", LISTED)
def test_a_listed_example_stands_in_lists_feeds_and_data(build, state):
    build.write(in_state(state), "content/examples/kanarie.md")

    seen = build()
    found = holding(seen.texts, "Kanarie i rubriken")

    assert {"", "larande-exempel/", "larande-exempel/kommun/huddinge/", SHEET} < found
    assert {"larande-exempel/rss.xml", "larande-exempel/urval.json"} < found
    assert seen.indexed[PAGE]


def test_an_archived_example_stands_on_its_own_pages_only(build):
    build.write(in_state(ReviewState.ARCHIVED), "content/examples/kanarie.md")

    seen = build()
    found = {address for words in SHOWN for address in holding(seen.texts, words)}

    assert found == {PAGE, SHEET}
    assert not seen.indexed[PAGE]


@pytest.mark.parametrize("state", HIDDEN)
def test_a_hidden_example_leaves_a_sign_without_a_word_of_it(build, state):
    build.write(in_state(state), "content/examples/kanarie.md")

    seen = build()

    assert not {address for words in SHOWN for address in holding(seen.texts, words)}
    assert PAGE in seen.texts and not seen.indexed[PAGE]
    assert SHEET not in seen.texts


@pytest.mark.parametrize("state", HIDDEN)
def test_the_sign_says_which_example_by_its_number_alone(build, state):
    build.write(in_state(state), "content/examples/kanarie.md")

    page = build().texts[PAGE]

    assert "Exempel FC-2026-014" in page
    assert "subject=En%20fr%C3%A5ga%20om%20ett%20exempel%3A%20FC-2026-014" in page


@pytest.mark.parametrize(
    "state", [state for state in ReviewState if state not in {*LISTED, *HIDDEN, "archived"}]
)
def test_what_is_not_approved_leaves_no_page_and_is_refused_by_name(build, state):
    build.write(in_state(ReviewState.APPROVED), "content/examples/kanarie.md", state)

    seen = build()

    assert not {address for words in SHOWN for address in holding(seen.texts, words)}
    assert PAGE not in seen.texts
    assert [error.location.path for error in seen.problems.errors] == [
        "content/examples/kanarie.md"
    ]


def test_an_edit_that_nobody_has_approved_leaves_a_sign_there_and_on_its_news(build):
    file, words = "content/examples/kanarie.md", ["nyhet om en kanarie", "oläst", *SHOWN]
    item = NewsItem(
        id="nytt", title=words[0], kind="forskning", published=TODAY, example="FC-2026-014"
    )
    build.write(item, "content/news/nytt.md")
    edited = in_state(ReviewState.APPROVED).model_copy(update={"unit": "oläst"})
    build.write(edited, file)

    seen = build()

    assert not {address for word in words for address in holding(seen.texts, word)}
    for address in (PAGE, "nyheter/nytt/"):
        assert "Exemplet ses över" in seen.texts[address] and not seen.indexed[address]
    assert seen.problems.errors


@pytest.mark.parametrize("state", [*LISTED, *HIDDEN, ReviewState.ARCHIVED])
def test_nothing_private_stands_anywhere(build, state):
    build.write(in_state(state), "content/examples/kanarie.md")

    seen = build()

    assert {words: found for words in PRIVATE if (found := holding(seen.texts, words))} == {}
    assert not [words for words in PRIVATE for problem in seen.problems if words in str(problem)]


@pytest.mark.parametrize("state", [*LISTED, *HIDDEN, ReviewState.ARCHIVED])
def test_a_contact_who_has_agreed_stands_on_the_page_and_its_sheet_and_nowhere_else(build, state):
    build.write(in_state(state, contact_publish=True, **CONTACT), "content/examples/kanarie.md")

    texts = build().texts
    found = {address for words in CONTACT.values() for address in holding(texts, words)}

    assert found == (set() if state in HIDDEN else {PAGE, SHEET})


@pytest.mark.parametrize("state", list(ReviewState))
def test_the_queue_is_never_read(build, state):
    entry = LogEntry(at=moment("2026-02-02 09:00"), by="anna-ek", did="x", note="hemlig-not")
    hashed = "sha256:" + "0" * 64
    submission = a_submission(
        **PUBLIC,
        **CONTACT,
        source=Source(key="hemlig-nyckel"),
        attestations=Attestations(consent=Attestation(answer=True)),
        attachments=("hemlig-bilaga.pdf",),
    )
    review = Review(
        state=state,
        handled=Handling(by="anna-ek"),
        approvals=(Approval(by="bo-lind", at=moment("2026-02-02 09:00"), content_hash=hashed),),
        log=(entry,),
    )
    build.write(submission.model_copy(update={"review": review}), "submissions/FC-2026-014.md")

    seen = build()

    assert not {
        w for w in (*SHOWN, *PRIVATE, *CONTACT.values(), "hemlig-bilaga") if holding(seen.texts, w)
    }
    assert not seen.problems.found


@pytest.mark.parametrize("state", [*LISTED, *HIDDEN, ReviewState.ARCHIVED])
def test_news_of_an_example_is_told_while_it_is_listed(build, state):
    build.write(in_state(state), "content/examples/kanarie.md")
    item = NewsItem(
        id="nytt-exempel",
        title="Kanarie i nyheten",
        kind="larande-exempel",
        published=TODAY,
        example="FC-2026-014",
    )
    build.write(item, "content/news/nytt-exempel.md")

    found = holding(build().texts, "Kanarie i nyheten")

    assert bool(found) == (state in LISTED)
    assert ("nyheter/nytt-exempel/" in found) == (state in LISTED)
    assert ("nyheter/rss.xml" in found) == (state in LISTED)


def test_news_to_come_stands_nowhere(build):
    item = NewsItem(
        id="sedan", title="Kanarie i framtiden", kind="forskning", published="2026-03-17"
    )
    build.write(item, "content/news/sedan.md")

    assert not holding(build().texts, "Kanarie i framtiden")
