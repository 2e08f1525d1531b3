"""The two lives of a contribution: under review in submissions/, published in content/."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from exempelbank.model.contribution import Contribution, hash_of
from exempelbank.model.example import Example
from exempelbank.model.record import ContentHash, Day, ExampleId, FrozenModel, Moment, Texts, YesNo
from exempelbank.model.review import Publication, Review
from exempelbank.model.trial_note import TrialNote


class Source(FrozenModel):
    """Where it came from: what a later import looks up, wherever that which came is by then."""

    dialect: str = ""
    form: str = ""
    recorded_by: str = ""  # the reviewer who wrote down what was told, when there was no form
    sender_kept_in: str = ""  # where it is kept who told of a lead: never who
    key: str = ""  # dialect:form:response id, or for forms without ids hashes (intake/identity)
    submitted_at: Moment | None = None
    modified_at: Moment | None = None
    sender_hash: ContentHash | None = None  # of the sender's address, keyed; only without ids
    answers_hash: ContentHash | None = None  # of the answers as they were read
    written_hash: ContentHash | None = None  # of the file as import wrote it: untouched since?


class Attestation(FrozenModel):
    answer: YesNo
    date: Day | None = None
    asked_by: str = ""  # the reviewer who asked, when there was no form


class Attestations(FrozenModel):
    consent: Attestation | None = None  # to publish; without it nothing is written
    no_identifiable_person: Attestation | None = None
    consent_quote_image: Attestation | None = None  # when there is a quote, image or own experience
    manager_informed: Attestation | None = None
    rights: Attestation | None = None
    information_read: Attestation | None = None


class UnderReview(Contribution):
    """A response under review. Everything declared here stays in the repository."""

    revises: ExampleId | None = None  # what is published already, and this proposes to change
    attachments: Texts = ()  # names only, for the editor
    unmatched: Mapping[str, Texts] = Field(default_factory=dict)  # known answers without a term
    attestations: Attestations = Attestations.model_construct()
    review: Review
    source: Source = Source.model_construct()


class Published(Contribution):
    """Approved by two."""

    review: Publication
    source: Source = Source.model_construct()

    def content_hash(self) -> str:
        """What the approval is bound to: everything of it that readers meet, and the releases.

        In a file from before `hash_version`, the fields and sections alone.
        """
        review = self.review
        if review.hash_version == 1:
            return super().content_hash()
        bound = {
            "image_hash": review.image_hash,
            "releases": [release.hashed_fields() for release in review.releases],
            "versions": [version.hashed_fields() for version in review.versions],
        }
        return hash_of({self.hashed_as: self.hashed_fields(), **bound})


class Submission(UnderReview, Example):
    folder: ClassVar[str] = "submissions"


class PublishedExample(Published, Example):
    """The name of its file is its slug, frozen at approval."""

    folder: ClassVar[str] = "content/examples"


class TrialNoteSubmission(UnderReview, TrialNote):
    folder: ClassVar[str] = "submissions/trial_notes"


class PublishedTrialNote(Published, TrialNote):
    """The name of its file is its id in small letters. It is no address."""

    folder: ClassVar[str] = "content/trial_notes"


# By the kind of contribution: what it is in the queue, and what it becomes.
PUBLISHED_AS: Mapping[type[Contribution], type[PublishedExample] | type[PublishedTrialNote]] = {
    Example: PublishedExample,
    TrialNote: PublishedTrialNote,
}
