"""What each field of what is not an example is for, and of the pages written by hand."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_

CONTENT_DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "ContentRecord": {
        "title": N_("use of a field", "The heading"),
        "summary": N_(
            "use of a field", "What it is about, in one or two sentences. Shown in lists"
        ),
        "releases": N_(
            "use of a field",
            "Texts that a reviewer has vouched for. Written by exempelbank release",
        ),
        "focus_areas": N_(
            "use of a field",
            "Focus areas that it concerns. It is shown on their pages and in their feeds",
        ),
        "networks": N_(
            "use of a field",
            "Networks that it concerns. It is shown on their pages and in their feeds",
        ),
        "roles": N_("use of a field", "Those whom it is for"),
        "municipalities": N_(
            "use of a field",
            "Municipalities that it concerns. It is shown on their pages and in their feeds",
        ),
        "examples": N_("use of a field", "Examples that it builds on, by number"),
        "links": N_("use of a field", "Where to read more"),
        "aliases": N_("use of a field", "Other names that search and import know it by"),
    },
    "NewsItem": {
        "kind": N_("use of a field", "What kind of news it is"),
        "draft": N_(
            "use of a field",
            "Whether it is a draft, which the site does not show, until exempelbank publish-news",
        ),
        "published": N_("use of a field", "The day it is shown from"),
        "updated": N_("use of a field", "The day it was changed, when readers should know"),
        "example": N_(
            "use of a field", "The example that it tells of. It is shown only while the example is"
        ),
    },
    "Event": {
        "kind": N_("use of a field", "What kind of activity it is"),
        "occasions": N_("use of a field", "When it takes place"),
        "place": N_("use of a field", "Where it is. Left out when it is only online"),
        "address": N_("use of a field", "The street of the place, and how to find it"),
        "digital": N_("use of a field", "Whether one can take part online"),
        "municipality": N_("use of a field", "Where the place is"),
        "sign_up": N_(
            "use of a field", "Where one signs up: a web address, or mailto: and an address"
        ),
        "sign_up_by": N_("use of a field", "The last day to sign up"),
        "cancelled": N_("use of a field", "Whether it is cancelled. The page stays, and says so"),
        "credits": N_("use of a field", "What it gives, where it is a course"),
        "cost": N_("use of a field", "What it costs. Left out when it is free"),
        "contact_email": N_(
            "use of a field",
            "Whom to ask: the address of a function, never a person's. Without it readers are sent "
            "to the network, or to the office",
        ),
        "updated": N_(
            "use of a field", "The day it was changed, so that calendars replace what they have"
        ),
        "preparation": N_("use of a field", "What those who come do before, in words"),
        "preparatory_event": N_(
            "use of a field",
            "The activity where those who come prepare: the name of its file, without .md",
        ),
        "follow_up_event": N_(
            "use of a field",
            "The activity where it is told how it went: the name of its file, without .md",
        ),
        "series": N_(
            "use of a field",
            "What it is a part of. The same words in every activity of the series",
        ),
        "participants": N_(
            "use of a field",
            "How many came. Written when it has been. Fewer than five is never shown",
        ),
        "participants_by_role": N_(
            "use of a field",
            "How many of each role, if you know. Only sums are shown, and none below five",
        ),
        "participants_by_municipality": N_(
            "use of a field",
            "How many from each municipality, if you know. Only sums are shown, and none below "
            "five",
        ),
    },
    "RoleCount": {
        "role": N_("use of a field", "The role"),
        "number": N_("use of a field", "How many came"),
    },
    "MunicipalityCount": {
        "municipality": N_("use of a field", "The municipality"),
        "number": N_("use of a field", "How many came"),
    },
    "Occasion": {
        "starts": N_("use of a field", "When it starts"),
        "ends": N_("use of a field", "When it ends. Of whole days, the last one"),
    },
    "Network": {
        "form": N_("use of a field", "Which form of meeting it is"),
        "run": N_("use of a field", "Who plans the meetings"),
        "status": N_("use of a field", "Whether the network goes on"),
        "for_whom": N_("use of a field", "Whom it is for"),
        "need": N_("use of a field", "Why it is needed"),
        "function": N_("use of a field", "What its members do for one another"),
        "decided": N_("use of a field", "The day it was decided"),
        "decided_by": N_("use of a field", "Who decided it"),
        "ended": N_("use of a field", "The day it ended"),
        "learnt": N_("use of a field", "Why it ended, and what came of it"),
        "contact_email": N_(
            "use of a field",
            "The address of a function, never a person's. Without it readers are sent to "
            "the office",
        ),
    },
    "FocusArea": {
        "periods": N_("use of a field", "The years it is a focus area"),
        "decided_by": N_("use of a field", "Who decided it"),
        "questions": N_("use of a field", "What one wants to know"),
    },
    "Period": {
        "first": N_("use of a field", "The first year"),
        "last": N_("use of a field", "The last year, included"),
    },
    "Tip": {
        "goal": N_("use of a field", "What it is good for"),
        "time": N_("use of a field", "How long it takes"),
        "before": N_("use of a field", "What to do before, step by step"),
        "during": N_("use of a field", "What to do meanwhile, step by step"),
        "after": N_("use of a field", "What to do after, step by step"),
        "updated": N_("use of a field", "The day it was changed"),
    },
    "Initiative": {
        "status": N_("use of a field", "Whether the initiative goes on"),
        "level": N_(
            "use of a field", "Whether it is done in one place, or is to change how all work"
        ),
        "purpose": N_("use of a field", "What it is to lead to"),
        "for_whom": N_("use of a field", "Whom it is for, in words"),
        "target_groups": N_("use of a field", "The groups of people that it is for"),
        "owner": N_("use of a field", "Who answers for it: a unit or a function, never a person"),
        "funding": N_("use of a field", "Who pays for it"),
        "organisations": N_("use of a field", "Others than municipalities that take part"),
        "indicators": N_("use of a field", "How one will know whether it did"),
        "starts": N_("use of a field", "The first day"),
        "ends": N_("use of a field", "The last day"),
    },
    "Indicator": {
        "name": N_("use of a field", "What is measured"),
        "goal": N_("use of a field", "What one hopes for, in words"),
        "at_least": N_(
            "use of a field", "The number that the values should reach. The chart draws it"
        ),
        "at_most": N_(
            "use of a field", "The number that the values should stay below. The chart draws it"
        ),
        "unit": N_("use of a field", "What the values are counted in"),
        "counts_people": N_(
            "use of a field",
            "Whether the values are themselves numbers of people. Then fewer than five are not "
            "shown",
        ),
        "group": N_("use of a field", "The people it is measured among"),
        "measured_by": N_("use of a field", "Who measures: a function, never a person"),
        "outcome": N_("use of a field", "What it came to, in words"),
        "measured": N_("use of a field", "The day it was measured"),
        "values": N_("use of a field", "What it came to each time it was measured"),
    },
    "Measurement": {
        "day": N_("use of a field", "The day it was measured"),
        "point": N_("use of a field", "The name of the measuring point"),
        "value": N_(
            "use of a field", "The number. Left out when it is not to be told: it is shown so"
        ),
        "people": N_(
            "use of a field",
            "How many people it was measured among. For fewer than five nothing is shown",
        ),
        "parts": N_("use of a field", "The same for parts of them, such as women and men"),
    },
    "PartMeasurement": {
        "group": N_("use of a field", "Which part of them"),
        "value": N_("use of a field", "The number for them"),
        "people": N_("use of a field", "How many they are. Without it nothing is shown"),
    },
    "Funding": {
        "source": N_("use of a field", "Who pays"),
        "amount": N_("use of a field", "How many kronor in all"),
        "first": N_("use of a field", "The first year"),
        "last": N_("use of a field", "The last year"),
    },
    "PageFrontMatter": {
        "title": N_("use of a field", "The heading"),
        "description": N_(
            "use of a field", "The lead below the heading, and what search engines show"
        ),
        "section": N_(
            "use of a field",
            "The entry of the menu that is lit: a key of site_config/addresses.yml",
        ),
        "form": N_("use of a field", "The form of the site's own that stands below the text"),
        "receipt": N_(
            "use of a field", "What happens next, told whoever has answered the form, and when"
        ),
        "updated": N_("use of a field", "The day the page was last looked over"),
        "indexed": N_("use of a field", "Whether search engines may list it"),
        "releases": N_(
            "use of a field",
            "Texts that a reviewer has vouched for. Written by exempelbank release",
        ),
    },
}
