"""What holds when a field is added to the model, tried in a copy of the program with some more."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from exempelbank.model.example import Image, Link, Supplier
from exempelbank.model.review import HASH_VERSION, Release, Version
from exempelbank.model.submission import PublishedExample
from exempelbank.records import document_of
from tests.builders import PROJECT, a_published
from tests.test_first_version import V1

# One of each kind of default, in an example, within one, and in what else is bound.
ADDED = {
    "example": {
        "class Example(Contribution):": """
    quiet: YesNo = False
    loud: YesNo = True
    tongue: str = "sv"
    tongues: Texts = ()
    ways: Texts = ("talk",)
    notes: Mapping[str, str] = Field(default_factory=dict)
""",
        "class Link(FrozenModel):": """
    tongue: str = "sv"
    notes: Mapping[str, str] = Field(default_factory=dict)
""",
        "class Image(FrozenModel):": "\n    drawn: YesNo = False\n",
        "class Supplier(FrozenModel):": "\n    number: str | None = None\n",
    },
    "review": {
        "class Release(FrozenModel):": "\n    until: Day | None = None\n",
        "class Version(FrozenModel):": "\n    minor: YesNo = False\n",
    },
}


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Path:
    """The folder that the copy is imported from."""
    folder = tmp_path_factory.mktemp("program")
    package = folder / "exempelbank"
    shutil.copytree(PROJECT / "generator" / "exempelbank", package)
    for module, fields in ADDED.items():
        path = package / "model" / f"{module}.py"
        text = path.read_text("utf-8")
        for heading, lines in fields.items():
            assert text.count(heading) == 1
            text = text.replace(heading, heading + lines)
        path.write_text(text, "utf-8")
    return folder


SCRIPT = """
import json, sys
from datetime import date
from pathlib import Path
from exempelbank.documents import document_from
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.records import load_records, record_from
from exempelbank.report.fields import field_texts
from exempelbank.settings import load_settings

problems, v1 = Problems(), Path(sys.argv[1])
settings = load_settings(v1, problems)
published = [example for _, example in load_records(PublishedExample, v1, problems)]
full = record_from(document_from("full.md", sys.stdin.read()), PublishedExample, problems)
assert not problems.found, problems.found


def first(records, **answered):
    return (records[0].model_copy(update=answered), *records[1:])


def reviewed(**bound):
    return full.review.model_copy(update=bound)


answered = {
    "a yes": {"quiet": True},
    "a no": {"loud": False},
    "a text": {"tongue": "fi"},
    "a list": {"tongues": ("fi", "se")},
    "an empty list": {"ways": ()},
    "a mapping": {"notes": {"a": "b"}},
    "in a link": {"links": first(full.links, tongue="fi")},
    "in the image": {"image": full.image.model_copy(update={"drawn": True})},
    "in the supplier": {"supplier": full.supplier.model_copy(update={"number": "1"})},
    "in a release": {
        "review": reviewed(releases=first(full.review.releases, until=date(2026, 3, 1)))
    },
    "in a version": {"review": reviewed(versions=first(full.review.versions, minor=True))},
}
hashes = {name: full.model_copy(update=update).content_hash() for name, update in answered.items()}
shown = full.model_copy(update={**answered["a yes"], **answered["a list"]})
print(json.dumps({
    "unbound": [e.id for e in published if e.content_hash() != e.review.content_hash],
    "hash": full.content_hash(),
    "hashes when answered": hashes,
    "facts": dict(field_texts(shown, settings)),
}))
"""


def full_example() -> PublishedExample:
    """With something of everything that an approval is bound to."""
    return a_published(
        image=Image(file="a.jpg"),
        links=(Link(url="https://a.example"), Link(url="https://b.example", title="B")),
        supplier=Supplier(name="Ett bolag"),
        review={
            "hash_version": HASH_VERSION,
            "releases": (Release(rule="health", text_hash="sha256:" + "1" * 64, by="anna-ek"),),
            "versions": (Version(number=1, date=date(2026, 2, 2)),),
        },
    )


@pytest.fixture(scope="module")
def found(program):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, V1],
        input=document_of(full_example(), "full.md").text,
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_approval_from_before_stays_valid(found):
    assert found["unbound"] == []
    assert found["hash"] == full_example().content_hash()


def test_what_is_answered_in_it_is_bound(found):
    hashes = found["hashes when answered"]

    assert [name for name, hash in hashes.items() if hash == found["hash"]] == []
    assert len(set(hashes.values())) == len(hashes)


def test_without_a_label_it_is_shown_to_the_reviewers_by_its_name(found):
    assert found["facts"]["quiet"]
    assert found["facts"]["tongues"] == "fi\nse"
