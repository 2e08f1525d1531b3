"""What a person calls a field, in the language in use."""

from __future__ import annotations

from exempelbank.i18n import N_, pgettext

FIELD_LABELS = {
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
    "example": N_("a field", "Example"),
    "tried": N_("a field", "Tried in"),
    "worked": N_("a field", "Did it work?"),
    "text": N_("a field", "What came of it"),
    "consent": N_("a field", "Consent to publish"),
    "no_identifiable_person": N_("a field", "Nobody can be recognised"),
    "consent_quote_image": N_("a field", "Consent to quote and image"),
    "manager_informed": N_("a field", "The manager is informed"),
    "rights": N_("a field", "Rights to text and image"),
    "information_read": N_("a field", "Has read the information"),
}


def field_label(label: str) -> str:
    """What a person calls the field that a problem's place is labelled with: "image.alt"."""
    parts = label.split(".")
    known = next((part for part in parts if part in FIELD_LABELS), None)
    return pgettext("a field", FIELD_LABELS[known]) if known else label
