"""Every kind of personal data, in every kind of record, at every door.

A door stops it (NEVER, and WORD until someone has given theirs), tells of it (TOLD), or says
rightly nothing (CLEAN). Whatever a door does, it never shows what it found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from exempelbank.checks.privacy import check_privacy
from exempelbank.cli.checking import check_folder
from exempelbank.documents import Document, document_from
from exempelbank.model.content import (
    ContentRecord,
    Event,
    FocusArea,
    Indicator,
    Initiative,
    Network,
    NewsItem,
    Tip,
)
from exempelbank.model.example import Link, Section
from exempelbank.model.occasion import Occasion
from exempelbank.model.review import HASH_VERSION, Version
from exempelbank.model.submission import Submission
from exempelbank.privacy.releases import releasable_findings_in
from exempelbank.privacy.rules import RULES
from exempelbank.privacy.texts import PublicText, page_texts, public_texts
from exempelbank.problems import Problem, Problems, Severity
from exempelbank.records import document_of
from exempelbank.report.markdown import as_comment
from exempelbank.report.page import as_page
from tests.builders import a_published
from tests.intake.builders import a_csv, imported
from tests.intake.builders import a_project as a_form
from tests.report.builders import a_report
from tests.review.builders import a_project as a_review
from tests.review.builders import a_ready_one, read, run, stored, write
from tests.review.gate.builders import Branch
from tests.site.builders import a_project as published_project
from tests.site.builders import change, exempelbank, files_in

NEVER, WORD, TOLD, CLEAN = "never", "word", "told", "clean"

# What is written, what part of it must never be shown, and what a door does.
KINDS = {
    "a personal number": ("Numret är 811228-9874.", "9874", NEVER),
    "a coordination number": ("Numret är 811288-9871.", "9871", NEVER),
    "a number in other digits": ("Numret är ８１１２２８-９８７４.", "９８７４", NEVER),
    "a number split by markup": ("Numret är **811228**-9874.", "9874", NEVER),
    "a number with a soft hyphen": ("Numret är 81\u00ad1228-98\u00ad74.", "1228", NEVER),
    "a sole trader's number": ("Företagets nummer är 811228-9874.", "9874", NEVER),
    "health beside a name": ("Kalle har epilepsi.", "Kalle", WORD),
    "health beside a class": ("Diagnos: ADHD hos elev i 7B.", "ADHD", WORD),
    "a password": ("Lösenord: Sommar2026!", "Sommar2026", TOLD),
    "an account": ("IBAN SE35 5000 0000 0549 1000 0003", "0549 1000", TOLD),
    "a time": ("Träffen är 2026-03-05 14:30.", "", CLEAN),
    "an organisation's number": ("Org.nr 212000-0142.", "", CLEAN),
    "health of many": ("Vi möter personer med epilepsi.", "", CLEAN),
}
DAY = date(2026, 2, 2)
VERSIONS = (Version(number=1, date=DAY, what="Första versionen."),)


def _news(**given: object) -> NewsItem:
    return NewsItem(**{"id": "x", "title": "Ett", "kind": "samverkan", "published": DAY, **given})


def _event(**given: object) -> Event:
    when = Occasion(starts="2026-09-01 09:00", ends="2026-09-01 10:00")
    whole = {"id": "x", "title": "Ett", "kind": "forelasning", "occasions": (when,), "place": "Sal"}
    return Event(**{**whole, **given})


def _network(**given: object) -> Network:
    whole = {"form": "natverk", "run": "planerat", "status": "pagar"}
    return Network(**{"id": "x", "title": "Ett", **whole, **given})


def _initiative(**given: object) -> Initiative:
    return Initiative(**{"id": "x", "title": "Ett", "status": "pagar", **given})


def _in_section(words: str) -> dict[Section, str]:
    return {**a_published().sections, Section.RESULTS: words}


# Every kind of record, with the words in a field or in the body.
EXAMPLES: dict[str, Callable[[str], dict[str, object]]] = {
    "title": lambda words: {"title": words},
    "section": lambda words: {"sections": _in_section(words)},
    "lesson": lambda words: {"lessons": (words,)},
    "link": lambda words: {"links": (Link(title=words, url="https://www.kommun.example/"),)},
}
RECORDS: dict[str, Callable[[str], ContentRecord]] = {
    "news": lambda words: _news(text=words),
    "news title": lambda words: _news(title=words),
    "event": lambda words: _event(text=words),
    "event place": lambda words: _event(place=words),
    "network": lambda words: _network(need=words),
    "network title": lambda words: _network(title=words),
    "focus area": lambda words: FocusArea(id="x", title="Ett", questions=(words,)),
    "focus area aliases": lambda words: FocusArea(id="x", title="Ett", aliases=(words,)),
    "tip": lambda words: Tip(id="x", title="Ett", during=(words,)),
    "initiative": lambda words: _initiative(indicators=(Indicator(name=words),)),
}


def _all_records(released: bool) -> Iterator[tuple[Document, str, str]]:
    """(file, what must not be shown, what a door does) for every kind in every kind of record.
    `released`: those that can be, with a reviewer's word.
    """
    number = 100
    for words, secret, does in KINDS.values():
        if released and does != WORD:
            continue
        for make in MAKERS.values():
            number += 1
            yield make(words, f"ett-{number}", number, released), secret, does


def _an_example(fields: Callable[[str], dict[str, object]]):
    def make(words: str, name: str, number: int, released: bool) -> Document:
        review = {"hash_version": HASH_VERSION, "versions": VERSIONS}
        example = a_published(id=f"FC-2025-{number}", review=review, **fields(words))
        path = f"content/examples/{name}.md"
        if released:
            findings = releasable_findings_in(public_texts(document_of(example, path), example))
            given = tuple(finding.release("bo-lind") for finding in findings)
            review["releases"] = given
            example = a_published(id=f"FC-2025-{number}", review=review, **fields(words))
        return document_of(example, path)

    return make


def _another(record: Callable[[str], ContentRecord]):
    def make(words: str, name: str, _number: int, released: bool) -> Document:
        whole = record(words).model_copy(update={"id": name})
        document = document_of(whole, f"{whole.folder}/{name}.md")
        return _with_word(document, public_texts(document, whole)) if released else document

    return make


def _a_page(words: str, name: str, _number: int, released: bool) -> Document:
    page = document_from(f"content/pages/{name}.md", f"---\ntitle: Ett\n---\n\n{words}\n")
    return _with_word(page, page_texts(page)) if released else page


def _with_word(document: Document, texts: Iterable[PublicText]) -> Document:
    given = [
        finding.release("bo-lind", "Ur en bok.").model_dump()
        for finding in releasable_findings_in(texts)
    ]
    return document.with_value(("releases",), given)


MAKERS = {
    **{f"example: {name}": _an_example(fields) for name, fields in EXAMPLES.items()},
    **{name: _another(record) for name, record in RECORDS.items()},
    "page": _a_page,
}


@pytest.fixture(scope="module")
def records():
    return list(_all_records(released=False))


@pytest.fixture(scope="module")
def released():
    return list(_all_records(released=True))


def _about_persons(found: Iterable[Problem]) -> dict[str, set[Severity]]:
    """By path, how grave what the privacy rules say of it is."""
    says = {rule.says for rule in RULES}
    grave: dict[str, set[Severity]] = {}
    for problem in found:
        if problem.says in says:
            grave.setdefault(problem.location.path, set()).add(problem.severity)
    return grave


def _expected(does: str) -> set[Severity] | None:
    return {NEVER: {Severity.ERROR}, WORD: {Severity.ERROR}, TOLD: {Severity.WARNING}}.get(does)


def _written(root: Path, records: Iterable[tuple[Document, str, str]]) -> Path:
    for document, _secret, _does in records:
        write(root, document.path, document.text)
    return root


# ---- check, and the gate ----


def test_check_stops_it_in_every_record_and_never_shows_it(tmp_path, records):
    root, found = _written(published_project(tmp_path), records), Problems()

    check_folder(root, found)

    grave, said = _about_persons(found), "\n".join(map(str, found))
    assert {document.path: grave.get(document.path) for document, *_rest in records} == {
        document.path: _expected(does) for document, _secret, does in records
    }
    assert not [secret for _document, secret, _does in records if secret and secret in said]


def test_check_passes_what_has_been_released(tmp_path, released):
    root, found = _written(published_project(tmp_path), released), Problems()

    check_folder(root, found)

    assert _about_persons(found) == {}


def test_the_gate_stops_what_check_stops(tmp_path, records, released):
    branch = Branch(tmp_path)
    _written(branch.root, records)
    grave = _about_persons(branch.found(branch.approved_by("anna-ek")))
    assert {document.path: grave.get(document.path) for document, *_rest in records} == {
        document.path: _expected(does) for document, _secret, does in records
    }

    _written(branch.root, released)
    for document, _secret, does in records:
        if does != WORD:
            (branch.root / document.path).unlink()
    again = _about_persons(branch.found(branch.approved_by("anna-ek")))
    assert not {document.path for document, *_rest in released} & again.keys()


# ---- The build ----


def test_the_build_publishes_nothing_of_it_and_everything_else(tmp_path, records, released):
    root = _written(published_project(tmp_path), records)
    change(
        root,
        "site_config/vocabularies.yml",
        "label: Personer med autism",
        "label: Kalle har epilepsi.",
    )
    done = exempelbank(root, "build")

    assert done.returncode == 1
    printed = b"\0".join(files_in(root / "site").values()).decode("utf-8", "replace")
    for document, secret, does in records:
        if does in (NEVER, WORD):
            assert f"{document.path}:" in done.stderr + done.stdout
            assert secret not in printed and secret not in done.stderr + done.stdout
        own = document.path.startswith("content/examples/")
        pages = [*(root / "site").rglob(f"{document.stem}/index.html")]
        pages = [page for page in pages if own or "larande-exempel" not in page.parts]
        assert bool(pages) == (own or does in (TOLD, CLEAN)), document.path
        signs = [page for page in pages if "Exemplet ses över" in page.read_text("utf-8")]
        assert bool(signs) == (own and does not in (TOLD, CLEAN)), document.path


# ---- The review ----


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_approved_only_with_nothing_or_with_a_word(tmp_path, kind):
    words, _secret, does = KINDS[kind]
    examples = [
        a_ready_one(id=f"FC-2026-1{n}1", **fields(words))
        for n, fields in enumerate(EXAMPLES.values())
    ]
    root = a_review(tmp_path, *map(stored, examples))

    for example in examples:
        approve = [
            "approve",
            example.id,
            "--by",
            "anna-ek",
            "--not-involved",
            "--slug",
            f"x-{example.id.lower()}",
        ]
        word = ["release", example.id, "--by", "bo-lind", "--reason", "Ur en bok."]
        assert (run(root, *approve) == 0) == (does in (TOLD, CLEAN))
        if does in (NEVER, WORD):
            assert (run(root, *word) == 0) == (does == WORD)
            assert (run(root, *approve) == 0) == (does == WORD)


@pytest.mark.parametrize("kind", KINDS)
def test_a_revision_is_held_to_the_same(tmp_path, kind):
    words, _secret, does = KINDS[kind]
    public = stored(a_published(review={"versions": VERSIONS}))
    root = a_review(tmp_path, public)
    text = public.document.text
    assert "Börja smått." in text
    write(root, public.document.path, text.replace("Börja smått.", words))
    approve = ["approve", public.record.id, "--by", "anna-ek", "--handled-by", "bo-lind"]
    command = [*approve, "--not-involved", "--what"]

    assert (run(root, *command, "Ett råd till.") == 0) == (does in (TOLD, CLEAN))
    if does in (TOLD, CLEAN):
        assert (run(root, *command, words) == 0) == (words != "")  # the note to readers is renewed


@pytest.mark.parametrize("kind", KINDS)
def test_the_report_tells_of_it_and_never_shows_it(kind):
    words, secret, does = KINDS[kind]
    report = a_report(a_ready_one(sections=_in_section(words)))
    said = as_comment([report]) + as_page([report])

    assert any(finding.blocks_publication for finding in report.personal) == (does in (NEVER, WORD))
    assert bool(report.personal) == (does != CLEAN)
    if does in (NEVER, TOLD):
        assert secret not in said


# ---- The intake ----


def test_the_import_holds_or_tells_of_it(tmp_path):
    export = a_csv(
        *({"Nr": str(n), "Berätta": words} for n, (words, *_rest) in enumerate(KINDS.values()))
    )
    plan = imported(a_form(tmp_path), export)

    assert plan
    for step, (_words, _secret, does) in zip(plan.planned, KINDS.values(), strict=True):
        assert (step.action == "held", step.releasable) == (does in (NEVER, WORD), does == WORD)
        assert does not in (TOLD, CLEAN) or bool(step.response.warnings) == (does == TOLD)


def test_an_import_carries_the_word_along(tmp_path):
    export = a_csv({"Berätta": "Kalle har epilepsi."})
    root = a_form(tmp_path)
    key = imported(root, export, dry_run=True).planned[0].response.key
    plan = imported(root, export, releases={key: "Ur en bok."}, released_by="bo-lind")

    submission = read(root, plan.planned[0].path, Submission)
    assert [release.by for release in submission.review.releases] == ["bo-lind"]
    assert not [*check_privacy(document_of(submission, plan.planned[0].path), submission)]


def test_inspect_shows_nothing_of_it(tmp_path, capsys):
    root = a_form(tmp_path)
    file = root / "svar.csv"
    for words, secret, does in KINDS.values():
        file.write_bytes(a_csv({"Berätta": words}))
        run(root, "inspect", str(file))
        assert does == CLEAN or secret not in capsys.readouterr().out
