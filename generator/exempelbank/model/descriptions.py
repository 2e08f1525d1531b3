"""What each field of a record is for: told by editors, and by the reference in our documentation.

By the name of the type. What a type does not say, one that it builds on says.
"""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_, pgettext
from exempelbank.model.content_descriptions import CONTENT_DESCRIPTIONS
from exempelbank.model.record import FrozenModel

Descriptions = Mapping[str, Mapping[str, str]]  # type -> field -> what it is for


FIELD_DESCRIPTIONS: Descriptions = {
    **CONTENT_DESCRIPTIONS,
    "Example": {
        "id": N_("use of a field", "The example's number. It is given once, and never changes"),
        "title": N_(
            "use of a field",
            "Stands first on the page, and in lists. The page's address follows it when "
            "the example is approved",
        ),
        "summary": N_(
            "use of a field", "What was done and for whom, in one or two sentences. Shown in lists"
        ),
        "kind": N_("use of a field", "What kind of example it is"),
        "stage": N_("use of a field", "How far the work has come"),
        "started": N_("use of a field", "When the work began"),
        "ended": N_("use of a field", "When it was over. Left out while it goes on"),
        "municipality": N_(
            "use of a field", "Where the example comes from. Either this or organisation"
        ),
        "district": N_(
            "use of a field", "The part of the municipality. Needed where it has districts"
        ),
        "organisation": N_("use of a field", "The sender, when it is not in municipalities.yml"),
        "other_municipalities": N_("use of a field", "Those besides the one that it comes from"),
        "unit": N_(
            "use of a field", "The workplace. Leave it out where someone could be recognised by it"
        ),
        "provider": N_("use of a field", "Who runs the workplace"),
        "work_areas": N_("use of a field", "Which parts of the work it concerns"),
        "support": N_("use of a field", "Which support it concerns, as the law names it"),
        "target_groups": N_("use of a field", "For whom the support is"),
        "roles": N_("use of a field", "Those who work like this, and may want to read of it"),
        "focus_areas": N_("use of a field", "Which of the common focus areas it belongs to"),
        "networks": N_("use of a field", "Networks that it concerns. It is shown on their pages"),
        "keywords": N_("use of a field", "Other words that people may search by"),
        "perspectives": N_("use of a field", "Whose voices are heard in the text"),
        "evidence": N_("use of a field", "How the senders know what they claim"),
        "lessons": N_("use of a field", "What they learnt. Stands first on the page"),
        "discussion_questions": N_(
            "use of a field", "What colleagues can talk about when they have read it"
        ),
        "links": N_("use of a field", "Where to read more"),
        "image": N_(
            "use of a field", "A picture. It needs a description and a photographer to be shown"
        ),
        "supplier": N_("use of a field", "The supplier of a product or a method, if one is named"),
        "contact_publish": N_(
            "use of a field",
            "Whether the contact has agreed to be shown. Without yes no contact is kept",
        ),
        "contact_role": N_("use of a field", "The contact's role"),
        "contact_name": N_(
            "use of a field", "The contact's name. Needed when the contact is published"
        ),
        "contact_email": N_(
            "use of a field", "The contact's address at work. Needed when the contact is published"
        ),
        "contact_phone": N_("use of a field", "The contact's phone at work"),
        "storyteller": N_("use of a field", "How the senders are willing to tell others of it"),
    },
    "TrialNote": {
        "id": N_("use of a field", "The trial note's number. It is given once, and never changes"),
        "example": N_("use of a field", "The example that was tried, by number"),
        "municipality": N_("use of a field", "Where it was tried. Either this or organisation"),
        "district": N_(
            "use of a field", "The part of the municipality. Needed where it has districts"
        ),
        "organisation": N_("use of a field", "The sender, when it is not in municipalities.yml"),
        "unit": N_(
            "use of a field", "The workplace. Leave it out where someone could be recognised by it"
        ),
        "tried": N_("use of a field", "The month it was tried, or begun"),
        "worked": N_("use of a field", "Whether it worked"),
    },
    "Record": {
        "schema_version": N_(
            "use of a field", "Which version of the form of the file this is. May be left out"
        ),
    },
    "Link": {
        "title": N_("use of a field", "What stands in the link: say where it leads"),
        "url": N_("use of a field", "The address"),
    },
    "Image": {
        "file": N_("use of a field", "The name of the picture in content/media"),
        "alt": N_(
            "use of a field",
            "What the picture shows, for whoever can't see it. Needed for approval",
        ),
        "photographer": N_("use of a field", "Who took the picture. Needed for approval"),
    },
    "Supplier": {
        "name": N_("use of a field", "What the supplier is called"),
        "paid": N_("use of a field", "Whether anyone was paid to take part or to tell"),
    },
    "UnderReview": {
        "revises": N_(
            "use of a field", "What is published already, and this answer proposes to change"
        ),
        "attachments": N_(
            "use of a field", "Names of files that were sent with the answer. Never published"
        ),
        "unmatched": N_(
            "use of a field",
            "Answers that none of our words stand for. Choose words, and remove them "
            "before approval",
        ),
        "attestations": N_("use of a field", "What the sender has attested"),
        "review": N_("use of a field", "How far the review has come"),
        "source": N_(
            "use of a field",
            "Which response it is, so that a later import finds it. Written by the program",
        ),
    },
    "Published": {
        "review": N_("use of a field", "The approval, and what may be known of it"),
        "source": N_(
            "use of a field",
            "Which response it was, so that a later import finds it. Written by the program",
        ),
    },
    "Attestations": {
        "consent": N_(
            "use of a field", "That the example may be published. Without it nothing is kept"
        ),
        "no_identifiable_person": N_("use of a field", "That nobody can be recognised"),
        "consent_quote_image": N_(
            "use of a field", "That whoever is quoted, or shown in the picture, has agreed"
        ),
        "manager_informed": N_("use of a field", "That the manager knows"),
        "rights": N_("use of a field", "That the text and the picture may be used"),
        "information_read": N_("use of a field", "That the information for senders has been read"),
    },
    "Attestation": {
        "answer": N_("use of a field", "What was answered"),
        "date": N_("use of a field", "The day of the answer"),
        "asked_by": N_("use of a field", "The reviewer who asked, when there was no form"),
    },
    "Review": {
        "state": N_("use of a field", "Where in the review it is. Change it by command"),
        "handled": N_("use of a field", "Who has taken care of it: the first pair of eyes"),
        "follow_up": N_(
            "use of a field", "The day to come back to it, when someone else is to answer first"
        ),
        "checklist": N_(
            "use of a field", "An answer to each question of site_config/checklist.yml"
        ),
        "approvals": N_("use of a field", "Who has approved which text. Written by the program"),
        "releases": N_(
            "use of a field",
            "Texts that a reviewer has vouched for. Written by exempelbank release",
        ),
        "log": N_("use of a field", "What has been done. It only grows"),
    },
    "Handling": {
        "by": N_("use of a field", "The reviewer's id in site_config/reviewers.yml"),
        "not_involved": N_(
            "use of a field",
            "That it is not the reviewer's own work or workplace, nor that of someone close",
        ),
    },
    "Check": {
        "answer": N_("use of a field", "The answer. The last one needs a comment"),
        "comment": N_("use of a field", "Why"),
    },
    "Approval": {
        "by": N_("use of a field", "The reviewer's id in site_config/reviewers.yml"),
        "at": N_("use of a field", "When"),
        "content_hash": N_("use of a field", "Which text: its checksum"),
        "not_involved": N_(
            "use of a field",
            "That it is not the reviewer's own work or workplace, nor that of someone close",
        ),
        "note": N_("use of a field", "A note that is never published"),
    },
    "Release": {
        "rule": N_("use of a field", "The privacy rule that stopped the text"),
        "text_hash": N_("use of a field", "Which text: its checksum"),
        "by": N_("use of a field", "The reviewer who vouches for the text"),
        "reason": N_("use of a field", "Why. In an example it stands in the log instead"),
    },
    "LogEntry": {
        "at": N_("use of a field", "When"),
        "by": N_("use of a field", "The reviewer's id, or import"),
        "did": N_("use of a field", "What was done: the state it became, or a word for it"),
        "note": N_("use of a field", "Why. Never published"),
    },
    "Publication": {
        "state": N_("use of a field", "Whether it is shown, and how. Change it by command"),
        "version": N_("use of a field", "Which version of the text this is"),
        "published": N_("use of a field", "The day it was first published"),
        "updated": N_("use of a field", "The day of this version"),
        "review_by": N_(
            "use of a field", "The day by which to ask the sender whether it still holds"
        ),
        "approved_by": N_(
            "use of a field", "The two reviewers: who handled it, and who approved it"
        ),
        "hash_version": N_(
            "use of a field", "How much the checksum covers. Written by the program"
        ),
        "content_hash": N_(
            "use of a field", "What was approved: its checksum. Written by the program"
        ),
        "image_hash": N_(
            "use of a field", "The picture that was approved: its checksum. Written by the program"
        ),
        "privacy_rules": N_(
            "use of a field", "Which privacy rules the approval ran. Written by the program"
        ),
        "releases": N_(
            "use of a field",
            "Texts that a reviewer has vouched for. Written by exempelbank release",
        ),
        "versions": N_("use of a field", "What has changed, told to readers"),
        "log": N_("use of a field", "What has been done. It only grows"),
    },
    "Version": {
        "number": N_("use of a field", "The number of the version"),
        "date": N_("use of a field", "Its day"),
        "what": N_("use of a field", "What changed, in a sentence to readers"),
    },
    "Source": {
        "dialect": N_("use of a field", "The form tool"),
        "form": N_("use of a field", "The form's name in its mapping"),
        "recorded_by": N_(
            "use of a field",
            "The reviewer who wrote down what was told. They may handle it, and never approve it",
        ),
        "sender_kept_in": N_(
            "use of a field",
            "Where it is kept who told of a lead, such as a file and a row. Never a name or an "
            "address",
        ),
        "key": N_("use of a field", "Which response: the same in every export"),
        "submitted_at": N_("use of a field", "When the response was sent"),
        "modified_at": N_("use of a field", "When the response was last changed"),
        "sender_hash": N_(
            "use of a field", "A print of the sender's address, where the tool gives no numbers"
        ),
        "answers_hash": N_(
            "use of a field", "A print of the answers, to see whether they have changed"
        ),
        "written_hash": N_(
            "use of a field",
            "A print of the file as import wrote it, to see whether anyone has worked in it",
        ),
    },
}


def description_of(
    kind: type[FrozenModel], field: str, descriptions: Descriptions = FIELD_DESCRIPTIONS
) -> str:
    """Empty when nobody has said."""
    for part in kind.__mro__:
        if text := descriptions.get(part.__name__, {}).get(field):
            return pgettext("use of a field", text)
    return ""
