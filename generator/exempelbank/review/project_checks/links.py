"""The links of every text and page that lead within the site: what they lead to is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from exempelbank.checks.links import LinkCheck, PlanSite
from exempelbank.checks.menu_file import check_menu_file
from exempelbank.checks.page_links import check_page_links
from exempelbank.documents import Keys
from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages import MarkdownPage, draft_sources
from exempelbank.model.content import Event, NewsItem, is_draft
from exempelbank.model.record import Record
from exempelbank.model.submission import PublishedExample
from exempelbank.privacy.texts import markdown_texts
from exempelbank.problems import Problem, Problems
from exempelbank.review.project_checks.addresses_in_settings import addresses_in_settings
from exempelbank.review.project_records import ProjectRecords
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.page_names import sections_by_hand, source_of
from exempelbank.settings import Settings
from exempelbank.settings.document import settings_document
from exempelbank.text.links import AT_ROOT
from exempelbank.text.markdown_reading import links_in


def check_internal_links(
    root: Path,
    records: ProjectRecords,
    markdown_pages: Iterable[MarkdownPage],
    names: Mapping[str, str],
    settings: Settings,
    today: date,
    plan_site: PlanSite,
    problems: Problems,
) -> None:
    """`names`: see known_pages. `plan_site` is asked when a link leads to none of those: it takes
    its time.
    """
    states = {
        source_of(type(stored.record), stored.document.stem, settings).address: state
        for stored in records.published
        if isinstance(stored.record, PublishedExample)
        and not (state := stored.record.review.state).listed
    }
    hidden = [one for one in records.published if not one.record.review.state.public]
    hidden_states = {one.record.id: one.record.review.state for one in hidden}
    hidden_files = {one.document.path for one in hidden}
    states |= {
        source_of(NewsItem, stored.document.stem, settings).address: hidden_states[id]
        for stored in records.content_records
        if isinstance(stored.record, NewsItem) and (id := stored.record.example) in hidden_states
    }
    later = {
        source_of(NewsItem, stored.document.stem, settings).address: stored.record.published
        for stored in records.content_records
        if isinstance(stored.record, NewsItem) and stored.record.published > today
    }
    news_drafts = [
        source_of(NewsItem, stored.document.stem, settings)
        for stored in records.content_records
        if is_draft(stored.record)
    ]
    known = frozenset(names.values()) - {draft.address for draft in news_drafts}
    drafts = (*draft_sources(root), *news_drafts)
    check = LinkCheck(names, known, settings, states, later, plan_site, drafts)
    for stored in records.all_records():
        if stored.document.path not in hidden_files:
            problems.found += _check_record(stored, check)
    for page in markdown_pages:
        problems.found += check_page_links(page, root, check)
    problems.found += _check_settings(root, check)


def _check_record(stored: StoredRecord[Record], check: LinkCheck) -> Iterator[Problem]:
    document, record = stored.document, stored.record
    links = check.links_of(source_of(type(record), document.stem, check.settings))
    for text in markdown_texts(document, record):
        for link in links_in(text.text):
            if not link.is_picture:
                yield from check.of_link(text.at_line(link.line), link.address, links)
    for keys, address in _addresses_in_facts(record):
        yield from check.of_link(document.location(*keys), address, links)


def _check_settings(root: Path, check: LinkCheck) -> Iterator[Problem]:
    """What every page leads to: pages by hand in its header and footer, and addresses."""
    words = settings_document(root, "addresses")
    for section in sections_by_hand() if (root / PAGES).is_dir() else ():
        word = getattr(check.settings.addresses, section)
        if check.settings.has(section) and not check.is_there(f"{word}/"):
            yield Problem(
                words.location(section),
                _("there is no page at /{address}, where every page leads").format(
                    address=f"{word}/"
                ),
                _("Write it in {file}, or write here what the page is called.").format(
                    file=f"{PAGES}/{word}.md"
                ),
            )
    for place, address in addresses_in_settings(root, check.settings):
        yield from check.of_link(place, address, AT_ROOT)
    yield from check_menu_file(root, check)


def _addresses_in_facts(record: Record) -> Iterator[tuple[Keys, str]]:
    for number, further in enumerate(getattr(record, "links", ())):
        yield ("links", number, "url"), further.url
    if isinstance(record, Event):
        yield ("sign_up",), record.sign_up
