"""A text and what is known -> the letter; and as a file that a mail program opens as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from exempelbank.letters.placeholders import OPEN, Placeholder
from exempelbank.letters.templates import LetterTemplate
from exempelbank.model.record import Email
from exempelbank.settings import Settings
from exempelbank.text.normalization import normalised


@dataclass(frozen=True, slots=True)
class SenderLetter:
    subject: str
    body: str


def letter_from(template: LetterTemplate, known: Mapping[Placeholder, str]) -> SenderLetter:
    """A paragraph in which something is open that has nothing to say is left out."""
    paragraphs = [
        _filled(paragraph, known)
        for paragraph in template.body.split("\n\n")
        if all(known.get(Placeholder(name)) for name in OPEN.findall(paragraph))
    ]
    subject = normalised(_filled(template.subject, known))
    return SenderLetter(subject, "\n\n".join(filter(None, map(str.strip, paragraphs))) + "\n")


def _filled(text: str, known: Mapping[Placeholder, str]) -> str:
    return OPEN.sub(lambda found: known.get(Placeholder(found[1]), ""), text)


def as_text(letter: SenderLetter) -> str:
    """Unwrapped, so that it can be pasted anywhere; the subject is its first line."""
    return f"{letter.subject}\n\n{letter.body}"


def email_from(
    letter: SenderLetter,
    settings: Settings,
    now: datetime,
    to: str = "",
    attachments: Mapping[str, str] | None = None,
) -> EmailMessage:
    """`attachments`: name -> a page of HTML."""
    message = draft_email(letter.subject, settings, now)
    if to:
        message["To"] = Address(addr_spec=to)
    message.set_content(letter.body, cte="quoted-printable")
    for name, page in (attachments or {}).items():
        message.add_attachment(page, subtype="html", cte="base64", filename=name)
    if message.is_multipart():
        message.set_boundary(
            f"exempelbank-{message_word(message)}"
        )  # the same letter, the same bytes
    return message


def draft_email(subject: str, settings: Settings, when: datetime) -> EmailMessage:
    """From the organisation, with nothing in it yet."""
    organisation = settings.organisation
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    if Email.pattern.fullmatch(organisation.email):
        name = normalised(organisation.name)
        message["From"] = Address(display_name=name, addr_spec=organisation.email)
    message["Date"] = when
    word = uuid5(NAMESPACE_URL, f"{organisation.url} {subject}").hex
    message["Message-ID"] = f"<{word}@{urlsplit(organisation.url).hostname}>"
    message["X-Unsent"] = "1"  # Outlook opens it as a draft, with the field for receivers free
    return message


def message_word(message: EmailMessage) -> str:
    """The part of its Message-ID that is its own."""
    return str(message["Message-ID"]).strip("<").partition("@")[0]
