"""What a person calls a field, in the language in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exempelbank import i18n
from exempelbank.i18n import N_, kept_while_spoken, pgettext
from exempelbank.model.part_labels import PART_LABELS
from exempelbank.model.record import FrozenModel
from exempelbank.text.normalization import words_alone

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
    "discussion_questions": N_("a field", "Questions for a workplace meeting"),
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


def label_of(kind: type[FrozenModel], field: str) -> str:
    """What a person calls the field of this type; empty where it has no name but its own."""
    label = _label_of(kind, field)
    return pgettext("a field", label) if label else ""


def _label_of(kind: type[FrozenModel], field: str) -> str:
    for part in kind.__mro__:
        if label := PART_LABELS.get(part.__name__, {}).get(field):
            return label
    return FIELD_LABELS.get(field, "")


@kept_while_spoken
def fields_by_label(kind: type[FrozenModel]) -> Mapping[str, str]:
    """Label in every language we speak, as `words_alone`, -> the field's name in a file. What two
    fields are called is left out.
    """
    found: dict[str, str] = {}
    shared: set[str] = set()
    for label, name in _named(kind):
        if found.setdefault(label, name) != name:
            shared.add(label)
    return {label: name for label, name in found.items() if label not in shared}


def _named(kind: type[FrozenModel]) -> Iterator[tuple[str, str]]:
    for name, field in kind.model_fields.items():
        key = field.alias or name
        yield words_alone(key), key
        if label := _label_of(kind, name):
            for wording in i18n.wordings("a field", label):
                yield words_alone(wording), key
