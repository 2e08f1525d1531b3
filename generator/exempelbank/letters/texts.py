"""The words of each letter, as it is without a text of the organisation's own."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_

SUBJECTS: Mapping[str, str] = {
    "receipt": N_("letter", "Thank you! We have got what you sent ({id})"),
    "question": N_("letter", "A few questions about what you have tried ({id})"),
    "proof": N_("letter", "Is this right? Your page before it is published ({id})"),
    "published": N_("letter", "Now it is out! Your page on {site} ({id})"),
    "declined": N_("letter", "About what you have told {site} ({id})"),
    "renewal": N_("letter", "Is it still right? Your page on {site} ({id})"),
    "call": N_("letter", "May we call? About something you have tried ({id})"),
    "invitation": N_("letter", "Will you tell others what you have tried? ({id})"),
    "launch": N_("letter", "Now there is a form: tell {site} what you have tried"),
    "wanted": N_("letter", "Have you tried this? Examples that {site} lacks"),
    "proposal-received": N_("letter", "Thank you for proposing a network"),
    "proposal-accepted": N_("letter", "Yes to the network that you proposed"),
    "proposal-declined": N_("letter", "About the network that you proposed"),
}
# Each text is a paragraph. One with a placeholder that has nothing to say is left out.
_HELLO = N_("letter", "Hello!")
_CALL = N_("letter", "Is it easier to talk? Call {phone}.")
_CALL_US = N_("letter", "Or call us: {phone}.")
_NOTHING_OF_A_PERSON = N_(
    "letter", "We talk of how you work, and never of anyone who gets support."
)
BODIES: Mapping[str, tuple[str, ...]] = {
    "receipt": (
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
    "question": (
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
    "proof": (
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
    "published": (
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
    "declined": (
        _HELLO,
        N_(
            "letter",
            "Thank you for telling us of “{title}” ({id}). We have read it, and we are not going "
            "to publish it as it stands. This is why:",
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
    "renewal": (
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
    "call": (
        _HELLO,
        N_(
            "letter",
            "We have heard that you have tried something that others would want to know of: "
            "“{title}”. May we call and hear more?",
        ),
        N_(
            "letter",
            "A quarter of an hour is enough, and you need to prepare nothing. Answer with a number "
            "and a time that suits you.",
        ),
        _CALL_US,
        _NOTHING_OF_A_PERSON,
        N_(
            "letter",
            "Nothing you say is published by that. If it becomes an example we help you write it, "
            "and you read all of it first. If you would rather not, say so, and we ask no more.",
        ),
        "{signature}",
    ),
    "invitation": (
        _HELLO,
        N_(
            "letter",
            "We have heard that you have tried something that others would want to know of: "
            "“{title}”. Will you tell of it? It need not be finished, and it need not have gone "
            "well.",
        ),
        N_(
            "letter",
            "Here you see what we ask, and can write it yourselves. Ten minutes are enough to "
            "begin, and we help with the text:\n{contribute}",
        ),
        N_("letter", "Or tell us on the phone, and we write: {phone}."),
        N_(
            "letter",
            "Tell your manager first. Name nobody who gets support, and write nothing that could "
            "tell who they are.",
        ),
        N_(
            "letter",
            "We read the example through, and publish nothing before you have read it. If you "
            "would rather not, say so, and we ask no more.",
        ),
        "{signature}",
    ),
    "launch": (
        _HELLO,
        N_(
            "letter",
            "Now there is a form in which workplaces can tell what they have tried and learnt. Ten "
            "minutes are enough to begin. We help with the text, and two of us read it before "
            "anything is published:\n{contribute}",
        ),
        N_(
            "letter",
            "This is what we ask you to do:\n"
            "– Send the link to the managers where you work. You may cut from this letter.\n"
            "– Put up the poster that is attached, in the staff room for example.\n"
            "– Have you heard of something that more should know of, and that nobody has time to "
            "write about? Tip us off: {hint}",
        ),
        N_(
            "letter",
            "Good to know: nobody may be recognised, whoever sends something in has talked to "
            "their manager, and what is sent becomes an official document.",
        ),
        N_(
            "letter",
            "Do you have a form of your own? Keep it: we can read the answers from there. Answer "
            "this letter, and we help.",
        ),
        _CALL,
        "{signature}",
    ),
    "wanted": (
        _HELLO,
        N_(
            "letter",
            "We are looking for examples of this. Have you tried something of it? It need not be "
            "finished, and it need not have gone well.",
        ),
        "{missing}",
        "{from_you}",
        N_(
            "letter",
            "Pass the question on to those who may know. This is how one tells us, and ten minutes "
            "are enough to begin:\n{contribute}",
        ),
        N_(
            "letter",
            "Have you heard of someone else's work? Two lines are enough, and we ask them:\n{hint}",
        ),
        N_("letter", "All that we lack, as it is today:\n{address}"),
        _CALL,
        "{signature}",
    ),
    "proposal-received": (
        _HELLO,
        N_("letter", "Thank you for proposing a network: “{title}”. We have got your proposal."),
        N_("letter", "This is what happens now:\n{steps}"),
        N_("letter", "This is what we go by when we decide:\n{criteria}"),
        "{note}",
        N_(
            "letter",
            "Do you know of more who have the same need? Answer, and say where they work.",
        ),
        _CALL,
        "{signature}",
    ),
    "proposal-accepted": (
        _HELLO,
        N_(
            "letter",
            "We say yes to the network that you proposed, “{title}”. Thank you for coming to us "
            "with it!",
        ),
        "{note}",
        N_(
            "letter",
            "We get in touch with you about the first meeting. Then it stands here, with the other "
            "networks:\n{address}",
        ),
        _CALL,
        "{signature}",
    ),
    "proposal-declined": (
        _HELLO,
        N_(
            "letter",
            "Thank you for proposing a network: “{title}”. We are not going to begin it as things "
            "are now. This is why:",
        ),
        "{reasons}",
        "{note}",
        N_("letter", "This is what we go by when we decide:\n{address}"),
        N_(
            "letter",
            "The need is no less for that. If something changes, or we have misunderstood, answer "
            "and we look at it again.",
        ),
        _CALL,
        "{signature}",
    ),
}
