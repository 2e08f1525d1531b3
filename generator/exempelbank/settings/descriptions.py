"""What each key of site_config is for. What has many keys stands in a module of its own."""

from __future__ import annotations

from exempelbank.i18n import N_
from exempelbank.model.descriptions import Descriptions
from exempelbank.settings.addresses_descriptions import ADDRESSES_DESCRIPTIONS
from exempelbank.settings.fields_descriptions import FIELDS_DESCRIPTIONS
from exempelbank.settings.words_descriptions import WORDS_DESCRIPTIONS

SETTING_DESCRIPTIONS: Descriptions = {
    **ADDRESSES_DESCRIPTIONS,
    **FIELDS_DESCRIPTIONS,
    **WORDS_DESCRIPTIONS,
    "Organisation": {
        "name": N_("use of a field", "Whose site it is, in full"),
        "short_name": N_("use of a field", "The same where there is little room"),
        "site_name": N_("use of a field", "What the site is called"),
        "description": N_(
            "use of a field", "What the site is, in a sentence. Search engines show it"
        ),
        "url": N_("use of a field", "Where the site will live, with the folder if there is one"),
        "language": N_("use of a field", "The language of all that the program says"),
        "timezone": N_("use of a field", "By which clock days begin and events take place"),
        "id_prefix": N_("use of a field", "The letters that every example's number begins with"),
        "email": N_(
            "use of a field",
            "The office's address: where readers are sent when there is no other contact",
        ),
        "phone": N_("use of a field", "The office's phone"),
        "contact_page": N_(
            "use of a field",
            "The page that says how to reach you. The menu and the footer lead there",
        ),
        "local_contact": N_(
            "use of a field",
            "The role in each municipality that passes news and invitations on, with the "
            "abbreviation spelled out",
        ),
        "as_of": N_("use of a field", "A fixed day to build for. Leave it out on a living site"),
        "sample_data": N_("use of a field", "Whether every page says that the content is invented"),
        "review_months": N_(
            "use of a field", "How many months an approval lasts, before the sender is asked again"
        ),
        "news_days": N_("use of a field", "How many days something counts as new"),
        "picture_cards": N_(
            "use of a field", "Which pages get a picture that shows when they are shared"
        ),
        "qr_codes": N_(
            "use of a field",
            "Whether the sheet for a workplace meeting carries a QR code. Write no where phones"
            " can't reach the site",
        ),
        "newsletter": N_(
            "use of a field",
            "Where readers ask for letters: mailto: and an address, or a service's web address, in "
            "which {topic} becomes what the letter should be about",
        ),
        "trial_form": N_(
            "use of a field",
            "The form in which others tell that they have tried an example. {example} becomes its "
            "number. Left out, a letter to the office with the questions is opened",
        ),
        "trial_page": N_(
            "use of a field",
            "The page with the site's own form of trial notes, used when trial_form is left out",
        ),
        "form_receiver": N_(
            "use of a field",
            "A form service's address that gets the answers to the site's own forms. {form} "
            "becomes example, lead or trial-note. Left out, senders save a file and send it in a "
            "letter",
        ),
        "answer_days": N_(
            "use of a field",
            "Within how many working days you answer those who have filled in a form. Left out, "
            "the site promises no time",
        ),
        "licence": N_("use of a field", "The licence of the texts and the open data"),
        "commit_email": N_(
            "use of a field",
            "The address in the commits of an import into pull requests. Left out: noreply at the "
            "site's host",
        ),
        "licence_url": N_("use of a field", "Where the licence can be read"),
    },
    "Reviewer": {
        "id": N_(
            "use of a field", "By which files and commands name the reviewer. Never change it"
        ),
        "name": N_("use of a field", "The reviewer's name"),
        "role": N_("use of a field", "What the reviewer does"),
        "active": N_(
            "use of a field", "Whether the reviewer may review today. Write no for one who leaves"
        ),
        "leader": N_(
            "use of a field",
            "Whether the reviewer's note may stand for the second approval, when only one is free",
        ),
        "accounts": N_(
            "use of a field",
            "The reviewer's account on each forge, by which approvals are confirmed",
        ),
        "keys": N_(
            "use of a field",
            "The reviewer's public SSH keys. A commit signed by one of them is the reviewer's",
        ),
    },
    "ReviewerFile": {
        "reviewers": N_("use of a field", "Those who may review. At least two"),
    },
    "ChecklistItem": {
        "id": N_(
            "use of a field", "By which files and commands name the question. Never change it"
        ),
        "label": N_("use of a field", "The question in a word or two"),
        "aliases": N_("use of a field", "Other names by which the question may be answered"),
        "question": N_("use of a field", "The whole question"),
        "about": N_("use of a field", "What helps to answer it"),
        "trial_notes": N_(
            "use of a field", "Whether it is asked of trial notes too. Left out it is"
        ),
    },
    "ChecklistFile": {
        "checklist": N_("use of a field", "The questions, in the order they are asked"),
    },
    "VocabularyFile": {
        "vocabularies": N_("use of a field", "The lists, by name"),
    },
    "Term": {
        "id": N_("use of a field", "The word in files and addresses. Never change it"),
        "label": N_("use of a field", "What readers see. May be changed"),
        "short": N_("use of a field", "The same where there is little room"),
        "aliases": N_(
            "use of a field", "Other ways to write the same, which import and search know"
        ),
        "about": N_("use of a field", "A sentence that explains"),
        "replaced_by": N_(
            "use of a field",
            "The word that is used now. A word that has been used is never taken away",
        ),
        "means": N_("use of a field", "What the word means to the site, whatever it is called"),
        "icon": N_(
            "use of a field",
            "A picture where the word is shown with one, by its name in Material Design Icons",
        ),
        "contact_email": N_(
            "use of a field",
            "A function's address, where letters of what is new are sent. A municipality's is on "
            "its page too. Never a person's",
        ),
    },
    "MunicipalityFile": {
        "municipalities": N_(
            "use of a field", "The municipalities, and other parties, that take part"
        ),
    },
    "Municipality": {
        "kind": N_(
            "use of a field",
            "What it is: municipality, region, authority or other. Those that are no municipality "
            "have a page, letters and figures as the others, and stand beside the map",
        ),
        "code": N_(
            "use of a field",
            "The municipality's code at Statistics Sweden, within quotation marks. None for others",
        ),
        "member": N_("use of a field", "Whether it is a member"),
        "member_from": N_("use of a field", "Since when"),
        "member_to": N_("use of a field", "Until when"),
        "districts": N_("use of a field", "Its districts, where examples name one"),
    },
    "Map": {
        "view_box": N_("use of a field", "The map's measures"),
        "shapes": N_("use of a field", "The municipalities' outlines"),
    },
    "Shape": {
        "code": N_("use of a field", "The municipality's code at Statistics Sweden"),
        "x": N_("use of a field", "Where its number stands, from the left"),
        "y": N_("use of a field", "Where its number stands, from the top"),
        "line_x": N_("use of a field", "Where a line from the number leads, from the left"),
        "line_y": N_("use of a field", "Where a line from the number leads, from the top"),
        "path": N_("use of a field", "Its outline"),
    },
    "Look": {
        "colours": N_("use of a field", "The site's colours. What you leave out is as it was"),
        "dark_colours": N_(
            "use of a field",
            "The same for those who read light on dark. Left out, they follow the others",
        ),
        "logo": N_(
            "use of a field",
            "The picture beside the name, as it is seen from content/pages. Left out: the leaves",
        ),
        "logo_on_dark": N_(
            "use of a field",
            "The same to stand on dark: in the footer, and for those who read light on dark",
        ),
        "icon": N_("use of a field", "The picture in the browser's tab. Left out: the logo"),
        "pattern": N_("use of a field", "leaves, none, or a picture of your own on the start page"),
        "corners": N_("use of a field", "Whether corners are round or square"),
    },
    "OwnColours": {
        "brand": N_(
            "use of a field",
            "Buttons, links, the top of the start page, the footer, the tone of texts and lines",
        ),
        "accent": N_(
            "use of a field", "Marks and lines that catch the eye, and what a search found"
        ),
        "paper": N_("use of a field", "What everything stands on"),
        "examples": N_("use of a field", "Examples. Left out, as the brand"),
        "news": N_("use of a field", "News"),
        "events": N_("use of a field", "The calendar"),
        "networks": N_("use of a field", "Networks"),
        "focus_areas": N_("use of a field", "Focus areas, and what one should heed"),
    },
    "About": {
        "roles": N_("use of a field", "Who does what"),
        "steps": N_("use of a field", "How the work goes, step by step"),
        "history": N_("use of a field", "What has happened, year by year"),
    },
    "Wanted": {
        "wanted": N_("use of a field", "What you ask for examples of, the most wanted first"),
    },
    "NetworkProposals": {
        "criteria": N_("use of a field", "What a network must meet"),
        "steps": N_("use of a field", "From proposal to decision: who decides, and when one hears"),
        "questions": N_("use of a field", "What is asked of whoever proposes a network"),
        "email": N_("use of a field", "Where proposals go. Left out, to the office"),
    },
    "NamedText": {
        "name": N_("use of a field", "Its name"),
        "about": N_("use of a field", "What there is to say of it"),
    },
    "Milestone": {
        "year": N_("use of a field", "The year"),
        "what": N_("use of a field", "What happened"),
    },
    "Redirects": {
        "redirects": N_("use of a field", "Pages that have moved"),
    },
    "Menu": {
        "menu": N_("use of a field", "The menu, in its order"),
        "button": N_("use of a field", "The button in the header, or none"),
        "footer": N_(
            "use of a field", "The columns of the footer. How to reach you stands last in the last"
        ),
        "off": N_("use of a field", "The sections that the site is to be without"),
        "start": N_("use of a field", "What the start page holds, in its order"),
    },
    "FrameLink": {
        "to": N_(
            "use of a field",
            "A section by its key, a page such as om/kontakt/, or an address beginning with "
            "https:// or mailto:",
        ),
        "name": N_(
            "use of a field", "What the link is called. Left out, as the section or the page is"
        ),
    },
    "FooterColumn": {
        "title": N_("use of a field", "The column's heading"),
        "links": N_("use of a field", "What it leads to"),
    },
    "ForgeFile": {
        "kind": N_("use of a field", "Which forge it is: github, forgejo, gitea or gitlab"),
        "url": N_("use of a field", "The forge's address, such as https://github.com"),
        "repository": N_("use of a field", "The project there: owner and name, with / between"),
        "ask": N_(
            "use of a field",
            "The ids of those reviewers who are asked to look at each pull request of an import. "
            "Left out: all who have an account there",
        ),
    },
    "Redirect": {
        "old": N_("use of a field", "The page's address before"),
        "new": N_("use of a field", "Its address now"),
    },
}
