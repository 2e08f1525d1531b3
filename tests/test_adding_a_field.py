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
        "class Example(Record):": """
    quiet: YesNo = False
    loud: YesNo = True
    tongue: str = "sv"
    tongues: Texts = ()
""",
        "class Link(FrozenModel):": '\n    tongue: str = "sv"\n',
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
answered = full.model_copy(update={"quiet": True, "tongues": ("fi", "se")})
assert not problems.found, problems.found
print(json.dumps({
    "unbound": [e.id for e in published if e.content_hash() != e.review.content_hash],
    "hash": full.content_hash(),
    "hash when answered": answered.content_hash(),
    "facts": dict(field_texts(answered, settings)),
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
    assert found["hash when answered"] != found["hash"]


def test_without_a_label_it_is_shown_to_the_reviewers_by_its_name(found):
    assert found["facts"]["quiet"]
    assert found["facts"]["tongues"] == "fi\nse"
