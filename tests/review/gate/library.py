"""A base with a little of everything, and the ways in which a branch may set out from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from exempelbank.documents import document_from
from exempelbank.documents.images import hash_image
from exempelbank.exceptions import MergeConflict
from exempelbank.i18n import _
from exempelbank.model.content import Event, Initiative, Network, NewsItem, Tip
from exempelbank.model.example import Image
from exempelbank.model.occasion import Occasion
from exempelbank.model.review import HASH_VERSION, LogEntry, Version
from exempelbank.model.submission import PublishedExample, Source
from exempelbank.records import document_of
from tests.builders import PROJECT, a_published, a_submission, moment
from tests.review.builders import a_ready_one, location_text, read, run, stored
from tests.review.gate.builders import A_PICTURE, Branch

WAITING = "submissions/FC-2026-014.md"  # under review, with nothing left but the approval
CAME_IN = "submissions/FC-2026-020.md"
SHOWN = "content/examples/promenadgrupp.md"  # FC-2026-005
EARLIER = "content/examples/krisplan.md"  # FC-2025-003, by an approval that bound less
NEWS_OF_SHOWN = "content/news/2026-02-02-promenadgrupp.md"
NEWS = "content/news/ny-oversikt.md"
EVENT = "content/events/seminarium.md"
TIP = "content/tips/lyssna-forst.md"
INITIATIVE = "content/initiatives/fler-exempel.md"
NETWORK = "content/networks/ips.md"
FOCUS_AREA = "content/focus_areas/psykisk-halsa.md"
PAGE = "content/pages/om/oss.md"
PICTURE, EARLIER_PICTURE = "content/media/FC-2026-005.jpg", "content/media/krisplan.jpg"

NEW_ID, SHOWN_ID, EARLIER_ID = "FC-2026-014", "FC-2026-005", "FC-2025-003"
NEW = "content/examples/bildstod-i-morgonmotet.md"
NEW_NEWS = "content/news/2026-03-16-bildstod-i-morgonmotet.md"  # as the sample site's day is
APPROVE = ("approve", "FC-2026-014", "--by", "anna-ek", "--not-involved")
ANNA, BO, CILLA, DAVE = "anna-ek", "bo-lind", "cilla-alm", "david-hassel"
BOTH: Mapping[str, Any] = {"author": BO, "approved": (ANNA,)}  # Bo opened it, and Anna approves
REVISE = ("approve", "FC-2026-005", "--by", "anna-ek", "--handled-by", "bo-lind", "--not-involved")
PAUSE = ("pause", "FC-2026-005", "--by", "cilla-alm", "--reason", "Någon kan kännas igen.")
WITHDRAW = ("withdraw", "FC-2026-005", "--by", "cilla-alm", "--reason", "Ångrar sig.", "--yes")


def a_library(root: Path) -> Branch:
    return Branch(root, also=_files())


@cache
def _files() -> dict[str, str | bytes]:
    first = Version(number=1, date=date(2026, 2, 2), what="Första versionen.")
    came_in = LogEntry(at=moment("2026-03-02 10:00"), by="import", did="received")
    key = Source(key="ms-forms:x:5", submitted_at=moment("2026-01-02 10:00"))
    examples = [
        stored(a_ready_one(source=Source(key="ms-forms:x:7"), review={"log": (came_in,)})),
        stored(a_submission(id="FC-2026-020", title="Brukarråd")),
        stored(
            a_published(
                id="FC-2026-005",
                title="Promenadgrupp",
                focus_areas=("psykisk-halsa",),
                image=Image(file="FC-2026-005.jpg", alt="Skor.", photographer="Bo Lind"),
                source=key,
                review={
                    "approved_by": ("bo-lind", "anna-ek"),
                    "hash_version": HASH_VERSION,
                    "image_hash": hash_image(A_PICTURE + b"shoes"),
                    "versions": (first,),
                },
            ),
            "promenadgrupp",
        ),
        stored(
            a_published(
                id="FC-2025-003",
                title="Krisplan",
                image=Image(file="krisplan.jpg", alt="En plan.", photographer="Bo Lind"),
                review={"versions": (first,)},
            ),
            "krisplan",
        ),
    ]
    day = moment("2026-04-02 13:00").replace(tzinfo=None)
    body: dict[str, Any] = {"text": "Vi ses."}
    content = {
        NEWS_OF_SHOWN: NewsItem(
            id="2026-02-02-promenadgrupp",
            title="Promenadgrupp",
            kind="larande-exempel",
            published=date(2026, 2, 2),
            example="FC-2026-005",
            **body,
        ),
        NEWS: NewsItem(
            id="ny-oversikt",
            title="Ny översikt",
            kind="forskning",
            published=date(2026, 2, 3),
            **body,
        ),
        EVENT: Event(
            id="seminarium",
            title="Seminarium",
            kind="seminarium",
            occasions=(Occasion(starts=day, ends=day.replace(hour=15)),),
            place="Hornsgatan 15",
            **body,
        ),
        TIP: Tip(id="lyssna-forst", title="Lyssna först", **body),
        NETWORK: Network(
            id="ips", title="IPS", form="natverk", run="planerat", status="pagar", **body
        ),
        INITIATIVE: Initiative(id="fler-exempel", title="Fler exempel", status="pagar", **body),
    }
    return {
        **{example.document.path: example.document.text for example in examples},
        **{path: document_of(record, path).text for path, record in content.items()},
        PAGE: "---\ntitle: Om oss\n---\n\nVi ses.\n",
        PICTURE: b"shoes",
        EARLIER_PICTURE: b"a plan",
        "content/pages/om/kontakt.md": "---\ntitle: Kontakt\n---\n\nSkriv till oss.\n",
        "mkdocs.yml": (PROJECT / "mkdocs.yml").read_text("utf-8"),
    }


def another(**given: Any) -> str:
    """A response that is ready to be approved, and came in from somewhere else."""
    return stored(a_ready_one(**{"title": "Köp nu", "id": "FC-2026-777", **given})).document.text


# ---- What someone does in a branch ----


def a_little_more(branch: Branch, *paths: str) -> None:
    for path in paths:
        branch.write(path, branch.text(path) + ("# x\n" if path.endswith("yml") else "\nKöp nu.\n"))


def revise(branch: Branch, id: str = "FC-2026-005", path: str = SHOWN) -> None:
    """A new version of a published example, with all that the command writes of it."""
    branch.edit(path, "Börja smått.", "Köp nu.")
    assert run(branch.root, "approve", id, *REVISE[2:], "--what", "Rådet.") == 0


def with_a_picture(branch: Branch) -> None:
    image = "image: {file: ny.jpg, alt: Ett kort., photographer: Bo Lind}\n"
    branch.edit(WAITING, "contact_publish:", f"{image}contact_publish:")
    branch.write("content/media/ny.jpg", b"a card")
    branch.commit()


def named(branch: Branch, *names: str, path: str = SHOWN) -> None:
    """These stand as those who have approved it."""
    before, line, after = branch.text(path).partition("  approved_by:\n")
    while after.startswith("    - "):
        after = after.partition("\n")[2]
    branch.write(path, before + line + "".join(f"    - {name}\n" for name in names) + after)


def logged(branch: Branch, did: str, by: str, path: str = SHOWN, **more: str) -> None:
    """One line more in the log, by hand."""
    entry = {"at": "2026-03-16T09:15:00+01:00", "by": by, "did": did, **more}
    document = document_from(path, branch.text(path)).with_item(("review", "log"), entry)
    branch.write(path, document.text)


def rehash(branch: Branch, path: str = SHOWN) -> None:
    """As someone does who edits by hand and wants no questions."""
    example = read(branch.root, path, PublishedExample)
    branch.edit(path, example.review.content_hash, example.content_hash())


# ---- What the gate says of it ----

UNSEEN = "no reviewer confirmed by the forge has written or approved it as it stands"
NOBODY = "no reviewer confirmed by the forge has done this"
BY_TWO = "it decides what is published, and two reviewers have not approved it"
UNREVIEWED = "there is no submission behind this example, so nobody has reviewed it"
ABSENT = "the forge has not confirmed that {name} took part"
LOST = "a published example is never taken away or renamed"


def wrong(branch: Branch, facts: Any = None, **known: Any) -> dict[str, str]:
    """Where -> what. `facts`, or `known`: what the forge knows; a stranger has opened it, and
    nobody has approved it, if nothing else is said.
    """
    try:
        found = branch.found(facts or branch.facts(**known))
    except MergeConflict:
        return {".": "not merged"}
    return {location_text(problem): problem.says for problem in found.errors}


def passes(branch: Branch, facts: Any = None, **known: Any) -> bool:
    found = branch.found(facts or branch.facts(**known))
    assert not found.errors, "\n".join(map(str, found))
    return True


def stale(name: str) -> str:
    return _("the text has been changed since {name} approved it").format(name=name)


def absent(name: str) -> str:
    return _(ABSENT).format(name=name)
