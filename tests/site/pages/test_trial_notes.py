"""What the page of an example shows of those who have tried it, and where else that is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import unquote

import pytest

from exempelbank.catalogue import Catalogue, load_catalogue
from exempelbank.feeds.channels import channels_of
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Source
from exempelbank.model.trial_note import Outcome
from exempelbank.problems import Problems
from exempelbank.records import document_of
from exempelbank.site.build import build_site
from exempelbank.site.context import RenderContext
from exempelbank.site.draft import draft_page
from exempelbank.site.pages import example as example_pages
from exempelbank.site.pages import municipalities
from tests.builders import TODAY, a_note_submission, a_published, a_published_note, moment
from tests.feeds.builders import an_example
from tests.review.builders import stored
from tests.site.pages.builders import Read, everything_in, holding, pages_of, the_settings

PAGE = "larande-exempel/bildstod/"
WORD = "zyxwprovat"


@pytest.fixture
def shown(tmp_path):
    """What is loaded of these records, as files; and all that is published of it."""

    def catalogue_of(*records) -> Catalogue:
        for record in records:
            one = stored(record)
            path = tmp_path / one.document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document_of(record, one.document.path).text, "utf-8")
        problems = Problems()
        catalogue = load_catalogue(tmp_path, the_settings(), problems)
        assert not problems.errors, "\n".join(map(str, problems))
        return catalogue

    return catalogue_of


def page_of(catalogue: Catalogue, address: str = PAGE) -> str:
    return pages_of(example_pages, of=catalogue)[address].html


def published(catalogue: Catalogue) -> dict[str, str]:
    """What search knows too."""
    context = RenderContext(catalogue, the_settings(), TODAY)
    searched = {f"sok/{one.id}": one.body for one in example_pages.search_documents(context)}
    return everything_in(build_site(catalogue, the_settings(), TODAY)) | searched


def test_notes_stand_on_the_example_the_latest_trial_first_and_are_counted(shown):
    early = a_published_note(id="FC-2026-103", tried="2025-11", worked=Outcome.NO, unit="Butiken")
    read = Read(page_of(shown(a_published(), a_published_note(), early)))

    assert "Vi har provat (2)" in read.text
    assert "2 har provat" in read.text
    places = [id for id in read.ids if id.startswith("provat-")]
    assert places == ["provat-fc-2026-101", "provat-fc-2026-103"]
    assert "#vi-har-provat" in read.links
    assert "Fungerade det? Delvis Provade i januari 2026" in read.text
    assert "HuddingeButiken Fungerade det? Nej Provade i november 2025" in read.text


def test_search_engines_learn_that_a_page_was_changed_by_a_note(shown):
    note = a_published_note(review={"updated": date(2026, 3, 1)})
    alone, tried = shown(a_published()), shown(a_published(), note)
    changed = [
        build_site(one, the_settings(), TODAY).lazy_pages[PAGE].updated for one in (alone, tried)
    ]

    assert changed == [date(2026, 2, 2), date(2026, 3, 1)]


def test_an_example_that_nobody_has_tried_asks_who_has(shown):
    read = Read(page_of(shown(a_published())))

    assert "Har ni provat det här?" in read.text
    assert "har provat (" not in read.text
    assert "#vi-har-provat" not in read.links


def test_a_question_that_paper_cant_answer_leaves_no_heading_there(shown):
    asked, tried = page_of(shown(a_published())), page_of(shown(a_published(), a_published_note()))

    assert '<section class="eb-story eb-trials eb-noprint"' in asked
    assert '<section class="eb-story eb-trials"' in tried


def organised(**organisation):
    settings = the_settings()
    changed = settings.organisation.model_copy(update=organisation)
    return replace(settings, organisation=changed)


def test_the_letter_asks_what_a_note_must_say(shown):
    pages = pages_of(example_pages, of=shown(a_published()), settings=organised(trial_page=""))
    read = Read(pages[PAGE])
    letters = [unquote(unescape(link)) for link in read.links if "Vi%20har%20provat" in link]

    (letter,) = letters
    assert letter.startswith("mailto:exempel@forumcarpe.example?subject=Vi har provat: FC-2026-014")
    for word in ("Var arbetar ni?", "När provade ni?", "Fungerade det?", "publiceras", "allmän"):
        assert word in letter


def test_a_text_can_divide_no_page(shown):
    note = a_published_note(text="# Stort\n\n<b>fet</b> [länk](javascript:x)")
    read = Read(page_of(shown(a_published(), note)))

    assert "# Stort" in read.text
    assert "<b>fet</b>" in read.text
    assert not [link for link in read.links if "javascript" in link]


def test_an_archived_example_keeps_its_notes_and_asks_for_no_more(shown):
    archived = a_published(review={"state": ReviewState.ARCHIVED})
    read = Read(page_of(shown(archived, a_published_note())))

    assert "Vi har provat (1)" in read.text
    assert "Har ni provat det här?" not in read.text


NOTE = {"unit": f"Enheten {WORD}", "text": f"Det gick bra, {WORD}."}


def test_a_note_is_told_in_feeds_in_search_and_on_its_example_alone(shown):
    found = holding(published(shown(a_published(), a_published_note(**NOTE))), WORD)

    assert PAGE in found
    assert {"larande-exempel/rss.xml", "kommuner/huddinge/atom.xml"} <= found
    assert "sok/FC-2026-014" in found
    assert {address for address in found if address.endswith("/")} == {PAGE}


@pytest.mark.parametrize("state", ["paused", "withdrawn", "archived"])
def test_a_note_that_is_taken_away_is_nowhere(shown, state):
    note = a_published_note(**NOTE, review={"state": ReviewState(state)})

    assert holding(published(shown(a_published(), note)), WORD) == set()


@pytest.mark.parametrize("state", ["paused", "withdrawn"])
def test_the_notes_of_an_example_that_is_hidden_are_nowhere(shown, state):
    example = a_published(review={"state": ReviewState(state)})

    assert holding(published(shown(example, a_published_note(**NOTE))), WORD) == set()


def test_a_note_on_an_example_that_is_not_there_is_nowhere(shown):
    assert holding(published(shown(a_published_note(**NOTE))), WORD) == set()


def test_what_is_private_and_what_waits_is_nowhere(shown):
    log = LogEntry(at=moment("2026-02-02 10:00"), by="anna-ek", did="approved", note=WORD)
    source = Source(key=f"ms-forms:{WORD}:1", form=WORD)
    note = a_published_note(source=source, review={"log": (log,)})
    waiting = a_note_submission(**{**NOTE, "id": "FC-2026-104"})

    assert holding(published(shown(a_published(), note, waiting)), WORD) == set()


# ---- Feeds ----


def channels(catalogue):
    return {
        (channel.kind, channel.page): channel
        for channel in channels_of(catalogue, the_settings(), TODAY)
    }


def test_a_note_goes_where_its_example_does_and_where_it_was_tried(shown):
    example = a_published(focus_areas=("inget",), roles=("stodpedagog",))
    note = a_published_note(municipality="nacka")
    carrying = {
        page
        for (_kind, page), channel in channels(shown(example, note)).items()
        if any("provat-fc-2026-101" in item.address for item in channel.items)
    }

    assert carrying == {
        "larande-exempel/",
        "kommuner/huddinge/",
        "kommuner/nacka/",
        "larande-exempel/yrkesroll/stodpedagog/",
    }


def test_the_entry_keeps_its_id_when_the_example_gets_another_address(shown):
    first = shown(a_published(), a_published_note())
    moved = Catalogue(public_examples=(an_example("annan-adress"),), trial_notes=first.trial_notes)

    def entry(catalogue):
        items = channels(catalogue)["examples", "larande-exempel/"].items
        return next(item for item in items if "provat-" in item.address)

    assert entry(first).id == entry(moved).id
    assert entry(first).address != entry(moved).address


def test_readers_of_feeds_are_told_that_a_note_is_gone(shown):
    note = a_published_note(review={"state": ReviewState.PAUSED})
    catalogue = shown(a_published(), note)

    (gone,) = channels(catalogue)["examples", "larande-exempel/"].gone
    assert gone.when == note.review.updated


def test_a_municipality_leads_to_what_it_has_tried(shown):
    catalogue = shown(a_published(), a_published_note(municipality="nacka"))
    pages = pages_of(municipalities, of=catalogue)

    assert f"/{PAGE}#provat-fc-2026-101" in Read(pages["kommuner/nacka/"]).links
    assert "Huddinge provat" not in Read(pages["kommuner/huddinge/"]).text


def test_an_organisation_may_have_a_form_of_its_own_for_it(shown):
    form = "https://formular.example/?exempel={example}"
    settings = organised(trial_form=form)
    pages = pages_of(example_pages, of=shown(a_published()), settings=settings)

    assert "https://formular.example/?exempel=FC-2026-014" in Read(pages[PAGE]).links


def test_the_page_of_an_example_leads_to_our_own_form_with_its_number(shown):
    pages = pages_of(example_pages, of=shown(a_published()))

    assert "/vi-har-provat/?example=FC-2026-014" in Read(pages[PAGE]).links


def test_a_note_that_waits_is_previewed_on_the_page_of_its_example(shown):
    catalogue = shown(a_published(), a_published_note(id="FC-2026-103"))
    draft = Read(draft_page(a_note_submission(), catalogue, the_settings(), TODAY))
    another = a_note_submission(example="FC-2026-999")

    assert "Vi har provat (2)" in draft.text
    assert "Det blev lugnare" in draft.text
    assert draft_page(another, catalogue, the_settings(), TODAY) == ""
