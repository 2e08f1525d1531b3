"""However much is kept, and however many share the work, the site is that of its sources."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from exempelbank.building.caches import cache_folder
from exempelbank.model.kinds import CONTENT_KINDS
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published, PublishedExample, Source
from exempelbank.workers import Workers
from tests.builders import WHOLE, a_published, a_published_note, moment
from tests.building.builders import built
from tests.review.builders import stored
from tests.site.builders import a_project, change, files_in, write


@pytest.mark.parametrize(
    ("workers", "language"),
    [(Workers(2, "fork"), "sv"), (Workers(3, "spawn"), "sv"), (Workers(2, "spawn"), "en")],
)
def test_one_process_and_many_write_the_same_bytes(tmp_path, workers, language):
    project = a_project(tmp_path / "project")
    change(project, "site_config/organisation.yml", "language: sv", f"language: {language}")
    built(project, tmp_path / "one")

    shutil.rmtree(cache_folder(project))
    built(project, tmp_path / "many", workers)

    assert files_in(tmp_path / "many") == files_in(tmp_path / "one")


def test_a_warm_cache_gives_the_bytes_of_a_cold_one(tmp_path):
    project = a_project(tmp_path / "project")
    built(project, tmp_path / "site")
    news = project / "content/news/tva-ar-med-psykisk-halsa.md"
    news.write_text(f"{news.read_text('utf-8')}\nEn mening till.\n", "utf-8")

    built(project, tmp_path / "site")

    shutil.rmtree(cache_folder(project))
    built(project, tmp_path / "anew")
    assert files_in(tmp_path / "site") == files_in(tmp_path / "anew")


# ---- What is taken away ----

PUBLIC, PRIVATE = "zyxwpublik", "zyxwhemlig"  # in no text of anyone's, whole or in part
RESTS = "qvxvilar"  # in a trial note that stays as it is, and its example is paused
LATER = ("paused", "withdrawn", "archived away", "renamed", "edited", "without its network",
         "edited and not approved")  # fmt: skip
HIDDEN = {"paused": ReviewState.PAUSED, "withdrawn": ReviewState.WITHDRAWN}
EDITED = [*(kind.folder.rpartition("/")[2] for kind in CONTENT_KINDS), "pages"]


def with_canary(number: int, **given: Any) -> PublishedExample:
    """In every public text, and in every private field."""
    word = f"{PUBLIC}{number}"
    source = Source(form=PRIVATE, key=f"{PRIVATE}:1", dialect=PRIVATE)
    log = LogEntry(at=moment("2026-02-01 09:00"), by="anna-ek", did="approved", note=PRIVATE)
    return a_published(
        **{
            "id": f"FC-2026-{number:03}",
            "title": f"Titeln {word}",
            "summary": f"Kort sagt {word}.",
            "keywords": (word,),
            "unit": f"Enheten {word}",
            "lessons": (f"Lärdom {word}.",),
            "sections": dict.fromkeys(WHOLE["sections"], f"Text {word}."),
            "networks": ("ips",),
            "source": source,
            "review": {"log": (log,)},
            **given,
        }
    )


def put(project: Path, example: Published, slug: str = "") -> None:
    one = stored(example, slug)
    write(project, one.document.path, one.document.text)


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Path:
    """A project that has been built with canaries everywhere."""
    project = a_project(tmp_path_factory.mktemp("project"))
    shutil.rmtree(project / "content/examples")
    for number, _later in enumerate(LATER):
        put(project, with_canary(number), f"exempel-{number}")
    notes = [(f"{PUBLIC}prov0", 5), (f"{PUBLIC}prov1", 5), (RESTS, 0)]
    for number, (word, example) in enumerate(notes):
        id, tried = f"FC-2026-30{number}", f"FC-2026-{example:03}"
        put(project, a_published_note(id=id, example=tried, unit=word, text=f"Text {word}."))
    contact = {"contact_name": f"{PRIVATE} Namn", "contact_email": f"{PRIVATE}@kommun.example",
               "contact_publish": False}  # fmt: skip
    review = {"state": ReviewState.PAUSED}
    put(project, with_canary(len(LATER), **contact, review=review), "exempel-pausat")
    for folder in EDITED:
        for number, path in enumerate(sorted((project / "content" / folder).glob("*.md"))[:2]):
            text = path.read_text("utf-8")
            word = f"{PUBLIC}{folder.replace('_', '')}{number}"
            path.write_text(
                re.sub(r"(?m)^title: (.*)$", rf"title: \1 {word}", text) + f"\n{word}.\n"
            )
    built(project, project / "site")
    return project


def places(project: Path, word: str) -> list[str]:
    """Files of the site, and of what is kept, in which it stands."""
    found = {**files_in(project / "site"), **files_in(cache_folder(project))}
    return [name for name, raw in found.items() if word.encode() in raw.lower() or word in name]


def test_the_canaries_are_seen_while_they_are_there(before):
    found = places(before, PUBLIC)

    assert any(name.endswith(".sqlite") for name in found)
    assert all(places(before, word) for word in (f"{PUBLIC}prov0", f"{PUBLIC}prov1", RESTS))
    assert {name.partition("/")[0] for name in found} >= {
        *(
            "larande-exempel",
            "nyheter",
            "kalendarium",
            "natverk",
            "fokusomraden",
            "tips-och-metoder",
        ),
        *("insatser", "kommuner", "sok", "data", "llms.txt", "om", "index.html"),
    }


def test_nothing_private_is_in_the_site_nor_kept(before):
    assert places(before, PRIVATE) == []


def test_what_is_taken_away_is_nowhere_after_a_build_with_a_warm_cache(before, tmp_path):
    clean = {"title": "Titeln", "keywords": (), "summary": "Kort.", "unit": "", "lessons": ("L.",),
             "sections": WHOLE["sections"]}  # fmt: skip
    for number, later in enumerate(LATER):
        example = with_canary(number)
        file = before / f"content/examples/exempel-{number}.md"
        if later in HIDDEN:
            review = example.review.model_copy(update={"state": HIDDEN[later]})
            put(before, example.model_copy(update={"review": review}), file.stem)
        elif later == "archived away":
            file.unlink()
        elif later == "edited and not approved":
            put(before, example.model_copy(update={"unit": f"Enheten {PUBLIC}"}), file.stem)
        elif later == "renamed":
            file.unlink()
            put(before, with_canary(number, **clean), f"annat-namn-{number}")
        else:
            put(before, with_canary(number, **clean), file.stem)
    for number, state in enumerate(HIDDEN.values()):
        file = before / f"content/trial_notes/fc-2026-30{number}.md"
        text = file.read_text("utf-8")
        file.write_text(text.replace("state: approved", f"state: {state}"), "utf-8")
    for folder in EDITED:
        for path in (before / "content" / folder).glob("*.md"):
            text = path.read_text("utf-8")
            path.write_text(re.sub(rf" ?{PUBLIC}\w+\.?", "", text), "utf-8")

    built(before, before / "site")

    assert places(before, PUBLIC[:4]) == []
    assert not [raw for raw in files_in(before / "site").values() if RESTS.encode() in raw.lower()]
    assert not (before / "site/larande-exempel/exempel-3").exists()
    for number in (0, LATER.index("edited and not approved")):
        assert (before / f"site/larande-exempel/exempel-{number}/index.html").exists()
