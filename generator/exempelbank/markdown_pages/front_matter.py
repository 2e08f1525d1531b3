"""The front matter of a page written by hand: read as strictly as a record's, for MkDocs prints one
that it can't read as if it were text.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from exempelbank.documents import Document
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import _
from exempelbank.model.record import Day, FrozenModel, Texts, YesNo
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.review import Release
from exempelbank.problems import Problems
from exempelbank.records import canonical, validated
from exempelbank.settings import Addresses

_OF_A_RECORD = {"schema", "review", "source", "attestations"}  # by these a record is known
# What Material reads, and has no place here.
_OF_MATERIAL = {"hide", "tags", "icon", "status", "template", "subtitle", "search", "comments"}


class PageFrontMatter(FrozenModel):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    description: str = ""  # the lead below the title, and what search engines show
    section: str = ""  # the entry of the main menu that is lit
    updated: Day | None = None
    indexed: YesNo = True
    form: ResponseKind | None = None  # one of our own stands below the text
    receipt: Texts = ()  # what happens next, told whoever has answered the form
    releases: tuple[Release, ...] = ()  # see exempelbank.privacy


def front_matter_of(document: Document, problems: Problems) -> PageFrontMatter | None:
    document = canonical(document, PageFrontMatter, None)
    if private := sorted(_OF_A_RECORD & document.data.keys()):
        problems.error(
            document.location(private[0]),
            _("is a record among the pages written by hand (it has “{field}”)").format(
                field=private[0]
            ),
            _("Move it to submissions or to its own folder in content."),
        )
        return None
    if "draft" in document.data:
        problems.error(
            document.location("draft"),
            _("no page becomes a draft by its front matter"),
            _(
                "Take the line away, and write the page's name below draft_docs in {file}: {name}"
            ).format(file=MKDOCS_FILE, name=document.path.removeprefix(f"{PAGES}/")),
        )
        return None
    written = {key: value for key, value in document.data.items() if key not in _OF_MATERIAL}
    for key in sorted(_OF_MATERIAL & document.data.keys()):
        problems.warning(
            document.location(key),
            _("changes nothing on this site"),
            _("It is Material's. Take the line away."),
        )
    front_matter = validated(written, PageFrontMatter, document, problems)
    if front_matter and front_matter.section and front_matter.section not in Addresses.model_fields:
        problems.error(
            document.location("section"),
            _("there is no section called “{section}”").format(section=front_matter.section),
            _("The sections are: {sections}.").format(sections=", ".join(Addresses.model_fields)),
        )
        return None
    return front_matter
