"""An example -> its public facts and sections, each as a name and a text to compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.example import Example, Link, Section
from generator.model.record import Part, Term
from generator.settings import Settings
from generator.texts import N_, _, pgettext

_NAMES = {
    "title": N_("a field", "Title"),
    "summary": N_("a field", "Summary"),
    "kind": N_("a field", "Kind of example"),
    "stage": N_("a field", "Stage"),
    "started": N_("a field", "Started"),
    "ended": N_("a field", "Ended"),
    "municipality": N_("a field", "Municipality"),
    "district": N_("a field", "District"),
    "organisation": N_("a field", "Organisation"),
    "other_municipalities": N_("a field", "Other municipalities that took part"),
    "unit": N_("a field", "Workplace or unit"),
    "provider": N_("a field", "Provider"),
    "work_areas": N_("a field", "Work area"),
    "support": N_("a field", "Support"),
    "target_groups": N_("a field", "Target group"),
    "roles": N_("a field", "Roles that work like this"),
    "focus_areas": N_("a field", "Focus area"),
    "networks": N_("a field", "Network"),
    "keywords": N_("a field", "Keywords"),
    "perspectives": N_("a field", "Perspectives in the text"),
    "evidence": N_("a field", "How do you know?"),
    "lessons": N_("a field", "What we learnt"),
    "discussion_questions": N_("a field", "Questions to talk about"),
    "links": N_("a field", "Links"),
    "image": N_("a field", "Image"),
    "supplier": N_("a field", "Supplier, payment"),
    "contact_publish": N_("a field", "Publish the contact"),
    "contact_role": N_("a field", "Contact: role"),
    "contact_name": N_("a field", "Contact: name"),
    "contact_email": N_("a field", "Contact: e-mail"),
    "contact_phone": N_("a field", "Contact: phone"),
    "storyteller": N_("a field", "Willing to tell"),
    "consent": N_("a field", "Consent to publish"),
    "no_identifiable_person": N_("a field", "Nobody can be recognised"),
    "consent_quote_image": N_("a field", "Consent to quote and image"),
    "manager_informed": N_("a field", "The manager is informed"),
    "rights": N_("a field", "Rights to text and image"),
    "information_read": N_("a field", "Has read the information"),
}


def name_of(label: str) -> str:
    """What a person calls the field that a problem's place is labelled with: "image.alt"."""
    parts = label.split(".")
    known = next((part for part in parts if part in _NAMES), None)
    return pgettext("a field", _NAMES[known]) if known else label


def told(example: Example, settings: Settings) -> Mapping[str, str]:
    """By name, in the order of the page; lists a line each. Without what is empty."""
    return {name: text for name, text in _told(example, settings) if text}


def _told(example: Example, settings: Settings) -> Iterator[tuple[str, str]]:
    for field in Example.model_fields:
        if field in _NAMES and (example.contact_publish or not field.startswith("contact_")):
            yield name_of(field), _text(example, field, settings)
    for section in Section:
        yield section.heading, example.sections.get(section, "")


def _text(example: Example, field: str, settings: Settings) -> str:
    value = getattr(example, field)
    vocabulary = example.mark(field, Term)
    items = value if isinstance(value, tuple) else (value,)
    return "\n".join(
        settings.label(vocabulary.vocabulary, item) if vocabulary and item else _plain(item)
        for item in items
    )


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, Link):
        return " ".join(filter(None, (value.title, value.url)))
    if isinstance(value, Part):
        return ", ".join(filter(None, map(_plain, value.model_dump().values())))
    return str(value or "")
