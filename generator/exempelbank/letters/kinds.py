"""The letters to whoever sent something in, and what each says by itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from exempelbank import i18n
from exempelbank.i18n import N_, pgettext
from exempelbank.model.review import ReviewState as State
from exempelbank.text.normalization import slug_from


class LetterKind(StrEnum):
    """In the order in which they are written."""

    RECEIPT = "receipt"
    QUESTION = "question"
    PROOF = "proof"
    PUBLISHED = "published"
    DECLINED = "declined"
    RENEWAL = "renewal"

    @property
    def label(self) -> str:
        """What people call it, in the command and as the name of its file."""
        return pgettext("letter", _LABELS[self])

    @property
    def about(self) -> str:
        return pgettext("letter", _ABOUT[self])

    @property
    def states(self) -> tuple[State, ...]:
        """Of what it may be written about."""
        return _STATES[self]

    @property
    def deed(self) -> str:
        """In the log, when it has been written."""
        return f"letter-{self.value}"

    @property
    def subject(self) -> str:
        return pgettext("letter", _SUBJECTS[self])

    @property
    def body(self) -> str:
        return "\n\n".join(pgettext("letter", paragraph) for paragraph in _BODIES[self])


@cache
def _kinds_by_name() -> Mapping[str, LetterKind]:
    """By their names in every language we speak, however å, ä and ö are written."""
    return {
        slug_from(name): kind
        for kind in LetterKind
        for name in (
            kind.value,
            *(i18n.in_language(one, "letter", _LABELS[kind]) for one in i18n.LANGUAGES),
        )
    }


def kind_from(name: str) -> LetterKind | None:
    return _kinds_by_name().get(slug_from(name))


_LABELS = {
    LetterKind.RECEIPT: N_("letter", "receipt"),
    LetterKind.QUESTION: N_("letter", "question"),
    LetterKind.PROOF: N_("letter", "proof"),
    LetterKind.PUBLISHED: N_("letter", "published"),
    LetterKind.DECLINED: N_("letter", "declined"),
    LetterKind.RENEWAL: N_("letter", "renewal"),
}
_ABOUT = {
    LetterKind.RECEIPT: N_("letter", "we have got it, and this is what happens next"),
    LetterKind.QUESTION: N_("letter", "asks for what is missing"),
    LetterKind.PROOF: N_("letter", "shows the page before it is published"),
    LetterKind.PUBLISHED: N_("letter", "it is out, with a page to print for the workplace"),
    LetterKind.DECLINED: N_("letter", "why it is not published"),
    LetterKind.RENEWAL: N_("letter", "asks whether it is still right"),
}
_IN_HAND = (State.RECEIVED, State.IN_REVIEW, State.CHANGES_REQUESTED)
_STATES = {
    LetterKind.RECEIPT: _IN_HAND,
    LetterKind.QUESTION: _IN_HAND,
    LetterKind.PROOF: _IN_HAND,
    LetterKind.PUBLISHED: (State.APPROVED, State.NEEDS_REVIEW),
    LetterKind.DECLINED: (State.DECLINED,),
    LetterKind.RENEWAL: (State.APPROVED, State.NEEDS_REVIEW, State.ARCHIVED),
}
_SUBJECTS = {
    LetterKind.RECEIPT: N_("letter", "Thank you! We have got what you sent ({id})"),
    LetterKind.QUESTION: N_("letter", "A few questions about what you sent ({id})"),
    LetterKind.PROOF: N_("letter", "Is this right? Your page before it is published ({id})"),
    LetterKind.PUBLISHED: N_("letter", "Now it is out! Your page on {site} ({id})"),
    LetterKind.DECLINED: N_("letter", "About what you sent to {site} ({id})"),
    LetterKind.RENEWAL: N_("letter", "Is it still right? Your page on {site} ({id})"),
}
# Each text is a paragraph. One with a placeholder that has nothing to say is left out.
_HELLO = N_("letter", "Hello!")
_CALL = N_("letter", "Is it easier to talk? Call {phone}.")
_BODIES = {
    LetterKind.RECEIPT: (
        _HELLO,
        N_("letter", "Thank you for sharing. We have got “{title}”, and its number is {id}."),
        N_(
            "letter",
            "This is what happens now: two of us read the text. We put the language right and see "
            "to it that nobody can be recognised. If something is missing, we ask you. If we want "
            "to change what it says, we ask you first.",
        ),
        N_(
            "letter",
            "You can change your mind at any time. Answer this letter, and we stop.",
        ),
        "{signature}",
    ),
    LetterKind.QUESTION: (
        _HELLO,
        N_(
            "letter",
            "Thank you for “{title}” ({id}). We need to know a little more before we can publish "
            "it. Answer here in the letter, as briefly as you like.",
        ),
        "{questions}",
        N_(
            "letter",
            "Don't know yet? Say so: that is an answer too. Name nobody who gets support, and "
            "write nothing that could tell who they are.",
        ),
        _CALL,
        "{signature}",
    ),
    LetterKind.PROOF: (
        _HELLO,
        N_(
            "letter",
            "We have now gone through “{title}” ({id}), and you get to see the page first.",
        ),
        N_("letter", "Open the file {attachment} in your web browser, and read all of it:"),
        N_(
            "letter",
            "– Is it right, and do you recognise yourselves?\n"
            "– Can anyone be recognised, by colleagues too?\n"
            "– Is something missing?",
        ),
        N_(
            "letter",
            "Answer with what you want changed, or just write that it is right. The page is not "
            "published yet, so show it only to those who are part of it.",
        ),
        _CALL,
        "{signature}",
    ),
    LetterKind.PUBLISHED: (
        _HELLO,
        N_("letter", "Now “{title}” is out for everyone to read:\n{address}"),
        N_(
            "letter",
            "For your workplace there is a page to print and put up, or to talk about when you "
            "meet:\n{print_address}",
        ),
        N_(
            "letter",
            "Has something changed, or is something wrong? Answer this letter. We ask you again by "
            "{review_by}.",
        ),
        N_("letter", "Thank you for letting others learn from you!"),
        "{signature}",
    ),
    LetterKind.DECLINED: (
        _HELLO,
        N_(
            "letter",
            "Thank you for sending us “{title}” ({id}). We have read it, and we are not going to "
            "publish it as it stands. This is why:",
        ),
        "{reasons}",
        N_(
            "letter",
            "If you can change this, answer the letter and we look at it again. You are welcome to "
            "tell of something else too:\n{contribute}",
        ),
        _CALL,
        "{signature}",
    ),
    LetterKind.RENEWAL: (
        _HELLO,
        N_(
            "letter",
            "You told us of this, and it was published on {published}:\n{title}\n{address}",
        ),
        N_("letter", "We would like to know whether it is still right. Answer briefly:"),
        N_(
            "letter",
            "1. Do you still work like this?\n"
            "2. What has changed, if anything?\n"
            "3. What have you learnt since then?\n"
            "4. Is the contact on the page right?",
        ),
        N_("letter", "If nothing has changed, it is enough to write that it is still right."),
        _CALL,
        "{signature}",
    ),
}
