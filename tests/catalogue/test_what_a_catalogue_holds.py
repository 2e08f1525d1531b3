"""What is not to be shown is not there to be shown."""

import pickle
from datetime import date

import pytest

from exempelbank.catalogue import HiddenExample, LearningExample
from exempelbank.catalogue.learning_example import public_example_from
from exempelbank.model.example import Image
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Source
from tests.builders import TODAY, a_published, moment

CONTACT = {
    "contact_role": "Enhetschef",
    "contact_name": "Kim Ek",
    "contact_email": "kim@huddinge.example",
    "contact_phone": "08-465 004 12",
}


def test_an_example_carries_no_log_and_no_source():
    log = (LogEntry(at=moment("2026-02-02 09:00"), by="anna-ek", did="approved", note="hemligt"),)
    published = a_published(review={"log": log}, source=Source(key="svar:7"))

    shown = public_example_from(published, "bildstod")

    assert isinstance(shown, LearningExample)
    assert "hemligt" not in repr(shown) and "svar:7" not in repr(shown)


def test_a_contact_who_has_not_agreed_is_left_out():
    shown = public_example_from(a_published(**CONTACT), "bildstod")

    assert not any(value in repr(shown) for value in CONTACT.values())


def test_a_contact_who_has_agreed_is_kept():
    shown = public_example_from(a_published(**CONTACT, contact_publish=True), "bildstod")

    assert all(value in repr(shown) for value in CONTACT.values())


@pytest.mark.parametrize("missing", ["alt", "photographer"])
def test_a_picture_without_alt_text_or_photographer_is_left_out(missing):
    image = Image(**{"file": "a.jpg", "alt": "En tavla", "photographer": "Kim Ek", missing: ""})

    assert public_example_from(a_published(image=image), "bildstod").image is None


def test_a_shown_example_is_what_its_fields_would_be_validated_as():
    shown = public_example_from(a_published(**CONTACT, contact_publish=True), "bildstod")

    assert LearningExample.model_validate(dict(shown)) == shown


def test_an_example_that_was_kept_is_the_same_as_before():
    shown = public_example_from(a_published(), "bildstod")
    unpickled = pickle.loads(pickle.dumps(shown))

    assert unpickled == shown and unpickled.content_hash() == shown.content_hash()
    assert [section.heading for section in unpickled.sections] == [
        section.heading for section in shown.sections
    ]


@pytest.mark.parametrize("state", [ReviewState.PAUSED, ReviewState.WITHDRAWN])
def test_a_hidden_example_is_an_id_an_address_a_state_and_a_day(state):
    hidden = public_example_from(a_published(review={"state": state}), "bildstod")

    assert isinstance(hidden, HiddenExample)
    assert set(hidden._fields) == {"id", "slug", "state", "since", "refused"}


@pytest.mark.parametrize(
    ("state", "review_by", "on_the_page"),
    [
        (ReviewState.APPROVED, date(2026, 3, 16), ReviewState.APPROVED),
        (ReviewState.APPROVED, date(2026, 3, 15), ReviewState.NEEDS_REVIEW),
        (ReviewState.NEEDS_REVIEW, date(2028, 1, 1), ReviewState.NEEDS_REVIEW),
        (ReviewState.ARCHIVED, date(2020, 1, 1), ReviewState.ARCHIVED),
    ],
)
def test_an_example_needs_review_when_its_day_has_passed(state, review_by, on_the_page):
    shown = public_example_from(
        a_published(review={"state": state, "review_by": review_by}), "bildstod"
    )

    assert shown.state_on(TODAY) == on_the_page
