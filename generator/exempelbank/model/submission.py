"""The two lives of an example: under review in submissions/, published in content/examples/."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from exempelbank.model.example import Example, hash_of
from exempelbank.model.record import ContentHash, Day, ExampleId, FrozenModel, Moment, Texts, YesNo
from exempelbank.model.review import Publication, Review


class Source(FrozenModel):
    """Where an example came from: what a later import looks up, wherever the example is by then."""

    dialect: str = ""
    form: str = ""
    key: str = ""  # dialect:form:response id, or for forms without ids hashes (intake/identity)
    submitted_at: Moment | None = None
    modified_at: Moment | None = None
    sender_hash: ContentHash | None = None  # of the sender's address, keyed; only without ids
    answers_hash: ContentHash | None = None  # of the answers as they were read
    written_hash: ContentHash | None = None  # of the file as import wrote it: untouched since?


class Attestation(FrozenModel):
    answer: YesNo
    date: Day | None = None


class Attestations(FrozenModel):
    consent: Attestation | None = None  # to publish; without it nothing is written
    no_identifiable_person: Attestation | None = None
    consent_quote_image: Attestation | None = None  # when there is a quote, image or own experience
    manager_informed: Attestation | None = None
    rights: Attestation | None = None
    information_read: Attestation | None = None


class Submission(Example):
    """A response under review. Everything declared here stays in the repository."""

    folder: ClassVar[str] = "submissions"

    revises: ExampleId | None = None  # the published example that this proposes to change
    attachments: Texts = ()  # names only, for the editor
    unmatched: Mapping[str, Texts] = Field(default_factory=dict)  # known answers without a term
    attestations: Attestations = Attestations.model_construct()
    review: Review
    source: Source = Source.model_construct()


class PublishedExample(Example):
    """An approved example. The name of its file is its slug, frozen at approval."""

    folder: ClassVar[str] = "content/examples"

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
        return hash_of({"example": self.hashed_fields(), **bound})
