"""What a question says to the one who answers it, beyond the label of its field."""

from __future__ import annotations

from exempelbank.i18n import N_, pgettext

_HELP = {
    "title": N_("help in a form", "Say what you did and for whom."),
    "summary": N_("help in a form", "What did you do, and for whom? One or two sentences."),
    "stage": N_("help in a form", "How far have you come?"),
    "started": N_("help in a form", "Year and month, such as 2026-03."),
    "ended": N_("help in a form", "Year and month, such as 2026-03. Leave it empty if it goes on."),
    "municipality": N_(
        "help in a form", "Choose the organisation instead if you are not in the list."
    ),
    "organisation": N_("help in a form", "When what you belong to is not in the list above."),
    "unit": N_("help in a form", "Leave it empty if someone could be recognised by it."),
    "keywords": N_("help in a form", "Words that others may search by. One on each line."),
    "perspectives": N_("help in a form", "Whose voices are heard in the text?"),
    "evidence": N_("help in a form", "Choose what is true. All answers are as welcome."),
    "lessons": N_(
        "help in a form", "One to five sentences, one on each line. They stand first on the page."
    ),
    "discussion_questions": N_(
        "help in a form", "What can colleagues talk about when they have read it? One on each line."
    ),
    "links": N_(
        "help in a form",
        "One on each line. Words first if you like, then the address: Report https://example.se",
    ),
    "supplier": N_("help in a form", "If a product or a method is named: whose is it?"),
    "supplier.paid": N_("help in a form", "Was anyone paid to take part, or to tell?"),
    "contact_publish": N_(
        "help in a form", "Others can then ask you. If not, the page shows the office's address."
    ),
    "contact_email": N_("help in a form", "Your address at work."),
    "contact_phone": N_("help in a form", "Your phone at work."),
    "background": N_("help in a form", "What was it like before?"),
    "how": N_("help in a form", "Step by step, so that someone else can try."),
    "participation": N_(
        "help in a form",
        "How did those concerned take part and decide? “Not yet” is an answer too.",
    ),
    "results": N_("help in a form", "What became different? “I don't know yet” is a good answer."),
    "did_not_work": N_("help in a form", "Others learn as much from it."),
    "advice": N_("help in a form", "What would you have wanted to know when you began?"),
    "resources": N_("help in a form", "What did it take?"),
    "easy_read": N_("help in a form", "The same in short sentences and common words."),
    "example": N_("help in a form", "The number stands on the page of the example."),
    "tried": N_("help in a form", "Year and month, such as 2026-03."),
    "text": N_("help in a form", "What did you do, and how did it go?"),
    "contact": N_(
        "help in a form",
        "How can we reach you? It stays in your answer, and is never published.",
    ),
}

_ATTESTED = {
    "consent": N_("attestation", "Yes, what I send may be published."),
    "no_identifiable_person": N_(
        "attestation", "Nobody can be recognised in what I have written, not even by colleagues."
    ),
    "consent_quote_image": N_(
        "attestation", "Those who are quoted, or whose own experience is told, have said yes."
    ),
    "manager_informed": N_("attestation", "My manager knows that I send this."),
    "rights": N_("attestation", "The text is ours to share, and others may use it."),
    "information_read": N_(
        "attestation",
        "I have read what happens to what I send, and that it becomes an official document.",
    ),
}


# Of what one has only heard of.
_HELP_WITH_A_LEAD = {
    "title": N_("help in a form", "What is it about, in a sentence?"),
    "summary": N_("help in a form", "What do they do, and how did you hear of it?"),
}


def help_with(question: str, is_lead: bool = False) -> str:
    said = _HELP | _HELP_WITH_A_LEAD if is_lead else _HELP
    return pgettext("help in a form", said[question]) if question in said else ""


def attested(name: str) -> str:
    """What one says yes to."""
    return pgettext("attestation", _ATTESTED[name])
