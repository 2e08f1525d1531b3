"""What people call the fields of what is not an example, and of the parts within a record."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_

PART_LABELS: Mapping[str, Mapping[str, str]] = {
    "ContentRecord": {
        "roles": N_("a field", "Roles"),
        "municipalities": N_("a field", "Municipalities"),
        "examples": N_("a field", "Examples"),
        "aliases": N_("a field", "Other names"),
        "updated": N_("a field", "Changed"),
    },
    "NewsItem": {
        "kind": N_("a field", "Kind of news"),
        "draft": N_("a field", "Draft"),
        "published": N_("a field", "Shown from"),
    },
    "Event": {
        "kind": N_("a field", "Kind of activity"),
        "occasions": N_("a field", "Occasions"),
        "place": N_("a field", "Place"),
        "address": N_("a field", "Address"),
        "digital": N_("a field", "Online"),
        "sign_up": N_("a field", "Sign up"),
        "sign_up_by": N_("a field", "Last day to sign up"),
        "cancelled": N_("a field", "Cancelled"),
        "credits": N_("a field", "Credits"),
        "cost": N_("a field", "Cost"),
        "preparation": N_("a field", "Preparation"),
        "preparatory_event": N_("a field", "Preparatory activity"),
        "follow_up_event": N_("a field", "Follow-up activity"),
        "series": N_("a field", "Series"),
        "participants": N_("a field", "Participants"),
        "participants_by_role": N_("a field", "Participants by role"),
        "participants_by_municipality": N_("a field", "Participants by municipality"),
    },
    "RoleCount": {
        "role": N_("a field", "Role"),
        "number": N_("a field", "Number"),
    },
    "MunicipalityCount": {
        "number": N_("a field", "Number"),
    },
    "Occasion": {
        "starts": N_("a field", "Starts"),
        "ends": N_("a field", "Ends"),
    },
    "Network": {
        "form": N_("a field", "Form"),
        "run": N_("a field", "Planned by"),
        "status": N_("a field", "Status"),
        "for_whom": N_("a field", "For whom"),
        "need": N_("a field", "Need"),
        "function": N_("a field", "Function"),
        "decided": N_("a field", "Decided"),
        "decided_by": N_("a field", "Decided by"),
        "learnt": N_("a field", "What we learnt"),
    },
    "FocusArea": {
        "periods": N_("a field", "Periods"),
        "decided_by": N_("a field", "Decided by"),
        "questions": N_("a field", "Questions"),
    },
    "Period": {
        "first": N_("a field", "From year"),
        "last": N_("a field", "To year"),
    },
    "Tip": {
        "goal": N_("a field", "Goal"),
        "time": N_("a field", "Time"),
        "before": N_("a field", "Before"),
        "during": N_("a field", "During"),
        "after": N_("a field", "After"),
    },
    "Initiative": {
        "status": N_("a field", "Status"),
        "level": N_("a field", "Level"),
        "purpose": N_("a field", "Purpose"),
        "for_whom": N_("a field", "For whom"),
        "owner": N_("a field", "Project owner"),
        "funding": N_("a field", "Funding"),
        "organisations": N_("a field", "Organisations"),
        "indicators": N_("a field", "Indicators"),
        "starts": N_("a field", "Starts"),
        "ends": N_("a field", "Ends"),
    },
    "Indicator": {
        "name": N_("a field", "Name"),
        "goal": N_("a field", "Goal"),
        "at_least": N_("a field", "At least"),
        "at_most": N_("a field", "At most"),
        "unit": N_("a field", "Unit"),
        "counts_people": N_("a field", "Counts people"),
        "group": N_("a field", "Measured among"),
        "measured_by": N_("a field", "Measured by"),
        "outcome": N_("a field", "Outcome"),
        "measured": N_("a field", "Measured"),
        "values": N_("a field", "Values"),
    },
    "Measurement": {
        "day": N_("a field", "Day"),
        "point": N_("a field", "Measuring point"),
        "value": N_("a field", "Value"),
        "people": N_("a field", "Number of people"),
        "parts": N_("a field", "Groups"),
    },
    "PartMeasurement": {
        "group": N_("a field", "Group"),
        "value": N_("a field", "Value"),
        "people": N_("a field", "Number of people"),
    },
    "Funding": {
        "source": N_("a field", "From whom"),
        "amount": N_("a field", "Amount in kronor"),
        "first": N_("a field", "From year"),
        "last": N_("a field", "To year"),
    },
    "Link": {
        "title": N_("a field", "Words"),
        "url": N_("a field", "Address"),
    },
    "Image": {
        "file": N_("a field", "File"),
        "alt": N_("a field", "Alternative text"),
        "photographer": N_("a field", "Photographer"),
    },
    "Supplier": {
        "name": N_("a field", "Name"),
        "paid": N_("a field", "Paid"),
    },
    "UnderReview": {
        "revises": N_("a field", "Revises"),
        "attachments": N_("a field", "Attachments"),
        "attestations": N_("a field", "Attestations"),
        "review": N_("a field", "Review"),
    },
    "Attestation": {
        "answer": N_("a field", "Answer"),
        "date": N_("a field", "Date"),
    },
    "Review": {
        "state": N_("a field", "State"),
        "handled": N_("a field", "Handled by"),
        "checklist": N_("a field", "Checklist"),
    },
    "Handling": {
        "by": N_("a field", "Who"),
        "not_involved": N_("a field", "Not involved"),
    },
    "Check": {
        "answer": N_("a field", "Answer"),
        "comment": N_("a field", "Comment"),
    },
    "Term": {
        "label": N_("a field", "Name"),
        "aliases": N_("a field", "Other names"),
    },
    "Municipality": {
        "kind": N_("a field", "Kind of party"),
        "code": N_("a field", "Code"),
        "member": N_("a field", "Member"),
    },
}
