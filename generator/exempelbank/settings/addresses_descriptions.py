"""What each key of addresses.yml is for."""

from __future__ import annotations

from exempelbank.i18n import N_
from exempelbank.model.descriptions import Descriptions

ADDRESSES_DESCRIPTIONS: Descriptions = {
    "Addresses": {
        "examples": N_("use of a field", "The examples"),
        "focus_areas": N_("use of a field", "The focus areas"),
        "networks": N_("use of a field", "The networks"),
        "news": N_("use of a field", "The news"),
        "events": N_("use of a field", "The calendar"),
        "tips": N_("use of a field", "Tips and methods"),
        "municipalities": N_("use of a field", "The municipalities, with the map"),
        "initiatives": N_("use of a field", "The initiatives"),
        "about": N_("use of a field", "Who we are, and who does what"),
        "subscribe": N_("use of a field", "How to subscribe"),
        "contribute": N_("use of a field", "The page that says how to send an example"),
        "hint": N_("use of a field", "The page for a hint of someone else's work"),
        "wanted": N_("use of a field", "What there are no examples of yet"),
        "network_proposal": N_("use of a field", "How to propose a network"),
        "search": N_("use of a field", "The search"),
        "follow_up": N_("use of a field", "The figures"),
        "accessibility": N_("use of a field", "The statement on accessibility"),
        "privacy": N_("use of a field", "How personal data are treated"),
        "data": N_("use of a field", "The open data"),
        "inner": N_("use of a field", "The words further in"),
    },
    "UrlSegments": {
        "apt": N_("use of a field", "An example as a sheet for a workplace meeting"),
        "page": N_("use of a field", "The second page of a list, and those after it"),
        "archive": N_("use of a field", "What is over"),
        "kind": N_("use of a field", "One kind of news or activity"),
        "month": N_("use of a field", "A month of the calendar"),
        "order": N_("use of a field", "A list in another order"),
        "name": N_("use of a field", "By name"),
        "focus_area": N_("use of a field", "The examples of a focus area"),
        "municipality": N_("use of a field", "The examples of a municipality"),
        "district": N_("use of a field", "The examples of a district"),
        "organisation": N_("use of a field", "The examples of an organisation"),
        "work_area": N_("use of a field", "The examples of a work area"),
        "target_group": N_("use of a field", "The examples for a target group"),
        "role": N_("use of a field", "What is for a role"),
        "network": N_("use of a field", "What concerns a network"),
        "example_kind": N_("use of a field", "The examples of a kind"),
        "evidence": N_("use of a field", "The examples that know by the same means"),
        "perspective": N_("use of a field", "The examples where a perspective is heard"),
        "stage": N_("use of a field", "The examples that have come as far"),
        "did_not_work": N_("use of a field", "The examples that tell what did not work"),
        "easy_read": N_("use of a field", "The examples with a text that is easy to read"),
        "year": N_("use of a field", "A year"),
        "checklist": N_("use of a field", "The reviewers' questions"),
        "form_receipt": N_("use of a field", "Thanks for an answer that a form service has got"),
        "data_file": N_("use of a field", "The files with all examples, before .json and .csv"),
    },
}
