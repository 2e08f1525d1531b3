"""Reports for tests: an example with what matters here, and the report on it."""

from __future__ import annotations

from typing import Any

from exempelbank.checks import check_record
from exempelbank.model.example import Example, Section
from exempelbank.model.review import Check, Handling, LogEntry, Review, ReviewState
from exempelbank.model.submission import Attestation, Attestations, PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of
from exempelbank.report.build import report_on
from exempelbank.report.passages import Passage, passages_of
from exempelbank.report.report import EarlierVersion, Report
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.publication import public_view
from exempelbank.settings import Settings
from tests.builders import WHOLE, a_published, a_submission, moment, sample_settings

_SETTINGS: list[Settings] = []


def settings() -> Settings:
    """Those of the sample site, read once."""
    if not _SETTINGS:
        _SETTINGS.append(sample_settings())
    return _SETTINGS[0]


def passages(**given: Any) -> tuple[Passage, ...]:
    submission = a_submission(**given)
    return passages_of(document_of(submission, f"submissions/{submission.id}.md"), submission)


def sections_with(section: Section, text: str) -> dict[Section, str]:
    return {**WHOLE["sections"], section: text}


def a_report(example: Submission | PublishedExample | None = None, **given: Any) -> Report:
    """As `exempelbank report` makes it. `others` and `earlier` are handed on; the rest is the
    example's own.
    """
    others: list[tuple[str, Example]] = given.pop("others", [])
    earlier: EarlierVersion | None = given.pop("earlier", None)
    example = example or a_submission(**given)
    name = example.id if isinstance(example, Submission) else "bildstod"
    document = document_of(example, f"{example.folder}/{name}.md")
    problems = Problems()
    if isinstance(example, Submission):
        check_ready(StoredRecord(document, example), settings(), problems)
    else:
        check_record(document, example, settings(), problems)
    return report_on(
        document,
        example,
        settings(),
        problems=problems,
        others=others,
        earlier=earlier,
        approved_hash=public_view(example).content_hash(),
    )


# ---- The four that everyone meets ----


def _attested() -> Attestations:
    yes = Attestation(answer=True)
    return Attestations(**dict.fromkeys(Attestations.model_fields, yes))


def _handled(**given: Any) -> Review:
    defaults = {
        "state": ReviewState.IN_REVIEW,
        "handled": Handling(by="cilla-alm", not_involved=True),
        "log": (
            LogEntry(at=moment("2026-03-02 08:00"), by="import", did="received"),
            LogEntry(at=moment("2026-03-04 09:15"), by="cilla-alm", did="in-review"),
        ),
    }
    return Review(**{**defaults, **given})


def lacking_five_things() -> Report:
    review = Review(
        state=ReviewState.RECEIVED,
        log=(LogEntry(at=moment("2026-03-02 08:00"), by="import", did="received"),),
    )
    how = (
        "Avseende morgonmötet så samlas vi klockan nio för att tillsammans i gruppen och med "
        "personalen gå igenom hela dagens alla moment med stöd av AKK, och därefter väljer var och "
        "en en bild som sätts upp på tavlan.\n\n- Mer finns att läsa [här](https://bilder.example/).\n"
        "- Ring Anna på 08-465 004 17."
    )
    likely = a_published(id="FC-2025-011", title="Bildstöd på morgonmötet")
    return a_report(
        summary="",
        roles=(),
        evidence=(),
        municipality="",
        sections={
            Section.BACKGROUND: WHOLE["sections"][Section.BACKGROUND],
            Section.HOW: how,
            Section.PARTICIPATION: "Deltagarna valde bilderna.",
            Section.RESULTS: "Färre behövde stöd före lunch.",
        },
        attestations=_attested(),
        review=review,
        others=[("content/examples/bildstod-pa-morgonmotet.md", likely)],
    )


def revising_three_words() -> Report:
    how = (
        "Vi samlas klockan nio. Var och en väljer en bild och hänger upp den på tavlan. "
        "Det tar tio minuter."
    )
    published = a_published(sections=sections_with(Section.HOW, how), review={"version": 2})
    revised = how.replace("nio", "åtta").replace("tavlan", "skärmen").replace("tio", "femton")
    review = _handled(checklist=dict.fromkeys(_items(), Check(answer="yes")))
    return a_report(
        id="FC-2026-031",
        revises=published.id,
        sections=sections_with(Section.HOW, revised),
        attestations=_attested(),
        review=review,
        earlier=EarlierVersion(published, "den publicerade texten, version 2"),
    )


def held_for_privacy() -> Report:
    background = (
        "Många visste inte vad dagen skulle innehålla. Kalle, 34 år, har schizofreni och bor på "
        "gruppbostaden. Han har personnummer 19811228-9874 och nås på 08-465 004 17."
    )
    return a_report(
        sections=sections_with(Section.BACKGROUND, background),
        attestations=_attested(),
        review=_handled(),
    )


def ready_to_approve() -> Report:
    checklist = dict.fromkeys(_items(), Check(answer="yes"))
    checklist["rights"] = Check(answer="not-applicable", comment="Varken bild eller citat.")
    return a_report(attestations=_attested(), review=_handled(checklist=checklist))


def _items() -> list[str]:
    return [item.id for item in settings().checklist]


CASES = {
    "lacking-five-things": lacking_five_things,
    "revising-three-words": revising_three_words,
    "held-for-privacy": held_for_privacy,
    "ready-to-approve": ready_to_approve,
}
