"""What the privacy rules find in a record: what holds it is an error, and never shows the value."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from exempelbank.checks.publication import unknown_reviewer
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.record import Record
from exempelbank.model.review import Release
from exempelbank.privacy.numbers import personal_numbers
from exempelbank.privacy.redaction import with_dots
from exempelbank.privacy.releases import releases_in, releases_of
from exempelbank.privacy.rules import RULES, Enforcement, findings_in
from exempelbank.privacy.texts import damaged_texts, page_texts, public_texts, text_hash, texts_in
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings import Settings, Term

# What is only pointed out to a reviewer is for import and the report.
_TOLD = tuple(rule for rule in RULES if rule.enforcement is not Enforcement.POINTED_OUT)


def check_privacy(
    document: Document, record: Record, releasable: Severity = Severity.ERROR
) -> Iterator[Problem]:
    """A record of any kind. `releasable`: of what a person can give their word on, and has not."""
    releases = releases_of(record)
    for public in public_texts(document, record):
        yield from _problems(public.at, public.text, public.running, releases, releasable)


def holds_personal_data(document: Document, record: Record) -> bool:
    """Does a rule stop something in it, which nobody has released?"""
    problems = check_privacy(document, record)
    return any(problem.severity is Severity.ERROR for problem in problems)


def check_damaged_privacy(
    document: Document, record: Record, faulty: frozenset[str]
) -> Iterator[Problem]:
    """Of a record whose `faulty` fields can't be read. What has been released can't be told where
    the releases, or the texts they are bound to, are among them.
    """
    releases = releases_of(record)
    is_known = not faulty & {"review", "releases", "sections"}
    releasable = Severity.ERROR if is_known else Severity.WARNING
    for public in damaged_texts(document, record, faulty):
        yield from _problems(public.at, public.text, public.running, releases, releasable)


def check_releases(
    document: Document, releases: tuple[Release, ...], settings: Settings
) -> Iterator[Problem]:
    """Those of a record or page that has no log: someone listed gave them, and said why."""
    for number, release in enumerate(releases):
        if release.by not in settings.reviewers:
            yield unknown_reviewer(
                document.location("releases", number, "by"), release.by, settings
            )
        if not release.reason.strip():
            yield Problem(
                document.location("releases", number),
                _("the reason is missing"),
                _("Write reason: and why."),
            )


def check_page(document: Document, settings: Settings) -> Iterator[Problem]:
    """A page written by hand."""
    yield from check_releases(document, releases_in(document.data), settings)
    yield from check_page_privacy(document)


def check_page_privacy(document: Document) -> Iterator[Problem]:
    """Whoever gave the releases, which only the settings tell."""
    for public in page_texts(document):
        yield from _problems(public.at, public.text, public.running, releases_in(document.data))


def check_settings_file(document: Document) -> Iterator[Problem]:
    """A file in site_config, whose words stand on the site. None of them can be released."""
    for public in texts_in(document, document.data):
        yield from _problems(public.at, public.text, public.running, ())


def with_blocked_terms_hidden(settings: Settings, shown: Mapping[str, Container[str]]) -> Settings:
    """The settings as readers may meet them: a term whose words are stopped goes by its id.
    `shown`: by vocabulary, the terms whose own record may be shown, perhaps by a release.
    """

    def safe(name: str, term: Term) -> Term:
        words = (term.label, term.short, term.about, *term.aliases)
        if term.id in shown.get(name, ()) or not any(map(_holds, words)):
            return term
        silent = {"label": term.id, "short": "", "about": "", "aliases": ()}
        return term.model_copy(update=silent)

    return replace(
        settings,
        vocabularies={
            name: replace(vocabulary, terms=tuple(safe(name, term) for term in vocabulary))
            for name, vocabulary in settings.vocabularies.items()
        },
    )


def _holds(text: str) -> bool:
    return any(
        found.rule.enforcement.blocks_publication for found in findings_in(text, True, _TOLD)
    )


def personal_number_in(path: str) -> Problem:
    """A file of the site in which a personal number would stand, from whatever it came."""
    (rule,) = (rule for rule in RULES if rule.enforcement is Enforcement.NEVER)
    return Problem(
        _unreadable(Location(path)),
        rule.says,
        _("The file is not published. Look for the number in what it is made of."),
    )


def check_words(location: Location, words: str) -> Iterator[Problem]:
    """Words that are no one's story: the name of a file, a reason, a comment."""
    yield from _problems(lambda _offset: location, words, False, ())


def _problems(
    at: Callable[[int], Location],
    text: str,
    running: bool,
    releases: tuple[Release, ...],
    releasable: Severity = Severity.ERROR,
) -> Iterator[Problem]:
    """Each rule once for each line."""
    reported = set()
    for rule, start, _end in findings_in(text, running, _TOLD):
        if rule.enforcement is Enforcement.RELEASABLE and _is_released(rule.id, text, releases):
            continue
        location = at(start)
        if (rule, location) not in reported:
            reported.add((rule, location))
            severity = {
                Enforcement.NEVER: Severity.ERROR,
                Enforcement.RELEASABLE: releasable,
            }.get(rule.enforcement, Severity.WARNING)
            yield Problem(_unreadable(location), rule.says, rule.fix, severity)


def _is_released(rule: str, text: str, releases: tuple[Release, ...]) -> bool:
    of_rule = [release.text_hash for release in releases if release.rule == rule]
    return bool(of_rule) and text_hash(text) in of_rule


def _unreadable(location: Location) -> Location:
    """The place without a personal number in the name of the file."""
    path = location.path
    for start, end in personal_numbers(path):
        path = with_dots(path, start, end)
    return replace(location, path=path)
