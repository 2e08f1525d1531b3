"""Any submission that can be written is read back the same."""

from datetime import UTC, date

from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.model.example import Image, Link, Section, Supplier
from exempelbank.model.review import (
    Answer,
    Approval,
    Check,
    Handling,
    LogEntry,
    Review,
    ReviewState,
)
from exempelbank.model.submission import Attestation, Attestations, Source, Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from exempelbank.review.repository import log_entry, with_log
from exempelbank.text.characters import REFUSED
from exempelbank.text.normalization import composed

# Whatever a person can type, and a file may hold.
character = st.characters(exclude_categories=["Cs", "Cc"])
text = st.text(character, max_size=20).map(lambda written: composed(REFUSED.sub("", written)))
word = text.filter(bool)
trap = st.sampled_from(["---", "## Resultat", "\\## x", "# x", "yes", "12:30", "- a", ": ", "'"])
lines = st.lists(text | trap, max_size=4).map("\n".join)
paragraphs = lines.filter(lambda value: value and value == value.strip("\n"))
texts = st.lists(word, max_size=3).map(tuple)
moments = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0))
days = st.dates(date(1900, 1, 1), date(2200, 1, 1))
hashes = st.just("sha256:" + "a" * 64)


def built(kind, **parts):
    """A few of them, in a tuple."""
    return st.lists(st.builds(kind, **parts), max_size=2).map(tuple)


attestations = st.none() | st.builds(Attestation, answer=st.booleans(), date=st.none() | days)
checks = st.builds(Check, answer=st.sampled_from(Answer), comment=text)
reviews = st.builds(
    Review,
    state=st.sampled_from(ReviewState),
    handled=st.none() | st.builds(Handling, by=word, not_involved=st.booleans()),
    checklist=st.dictionaries(word, checks, max_size=2),
    approvals=built(Approval, by=word, at=moments, content_hash=hashes, note=text),
    log=built(LogEntry, at=moments, by=word, did=word, note=lines),
)
submissions = st.builds(
    Submission,
    id=st.from_regex(r"[A-Z]{1,6}-[0-9]{4}-[0-9A-Z]{3,8}", fullmatch=True),
    title=text,
    summary=lines,
    started=text,
    municipality=text,
    roles=texts,
    lessons=texts,
    links=built(Link, title=text, url=word),
    image=st.none() | st.builds(Image, file=word, alt=text, photographer=text),
    supplier=st.none() | st.builds(Supplier, name=word, paid=st.none() | st.booleans()),
    contact_publish=st.booleans(),
    contact_name=text,
    sections=st.dictionaries(st.sampled_from(Section), paragraphs, max_size=3),
    attachments=texts,
    unmatched=st.dictionaries(word, texts.filter(bool), max_size=2),
    attestations=st.builds(Attestations, consent=attestations, rights=attestations),
    review=reviews,
    source=st.builds(Source, dialect=text, key=text, submitted_at=st.none() | moments),
)


def read_back(document):
    problems = Problems()
    submission = record_from(document, Submission, problems)
    assert submission, "\n".join(map(str, problems))
    return submission


@settings(max_examples=100, deadline=None)
@given(submissions)
def test_a_submission_is_read_back_as_it_was_written(submission):
    assert read_back(document_of(submission, f"submissions/{submission.id}.md")) == submission


@settings(max_examples=50, deadline=None)
@given(submissions, moments, lines)
def test_the_log_grows_by_one_and_nothing_else_changes(submission, at, note):
    entry = log_entry("bo-lind", "checklist", at, note)
    document = with_log(document_of(submission, f"submissions/{submission.id}.md"), entry)
    grown = submission.review.model_copy(update={"log": (*submission.review.log, entry)})

    assert read_back(document) == submission.model_copy(update={"review": grown})
