"""The three steps as a workflow runs them, on each forge over http, with real git."""

from __future__ import annotations

import json

import pytest

from exempelbank.cli import main
from exempelbank.forge.address import TOKEN
from tests.builders import a_submission
from tests.conversations.walk import a_walk
from tests.forge.fakes import BO, FAKES, FakeForge
from tests.review.builders import ATTESTED, stored
from tests.review.gate.builders import git

ID = "FC-2026-777"


@pytest.fixture(params=FAKES)
def steps(request, tmp_path, monkeypatch, capsys):
    """All three, one after another; what they print last."""
    walk = a_walk(tmp_path)
    example = stored(a_submission(id=ID, title="Köp in tillsammans", attestations=ATTESTED))
    (walk.root / example.document.path).write_text(example.document.text, "utf-8")
    walk.open(f"svar/{ID}")
    git(walk.root, "switch", "--quiet", "main")
    fake: FakeForge = FAKES[request.param](walk.state)

    def step(*words: str, token: str = "") -> str:
        monkeypatch.setenv(TOKEN, token)
        code = main(["--project", str(walk.root), "words", *words])
        says = capsys.readouterr()
        assert code == 0, says.err
        assert not token or f'"{token}"' not in says.out + says.err
        return says.out

    with fake.serving():
        name = {"kind": fake.kind, "url": fake.address.url, "repository": fake.address.repository}
        lines = [f"{key}: {value}\n" for key, value in name.items()]
        (walk.root / "site_config/forge.yml").write_text("".join(lines), "utf-8")

        def run() -> str:
            facts, plan = tmp_path / "facts.json", tmp_path / "plan.json"
            secret = fake.token().value
            facts.write_text(step("facts", "1", token=secret), "utf-8")
            git(walk.root, "fetch", "--quiet", "origin")
            plan.write_text(step("plan", "--facts", str(facts), "--since", "main"), "utf-8")
            return step("post", str(plan), token=secret)

        yield walk, run


def test_a_word_becomes_a_commit_and_an_answer(steps):
    walk, run = steps
    run()
    walk.state.comment(BO, 1, "/granska inte-inblandad")
    says = run()

    assert says.splitlines() == [
        f"1 commits i svar/{ID}",
        f"svarade på comment:{walk.state.pull(1).comments[1].id}",
    ]
    assert "Bo Lind handlägger" in walk.state.pull(1).comments[-1].body
    git(walk.root, "fetch", "--quiet", "origin")
    assert "state: in-review" in walk.text(f"svar/{ID}", f"submissions/{ID}.md")
    assert run() == ""
    assert walk.state.orders == []  # nothing of ours is an order to the forge


def test_a_plan_that_writes_anywhere_else_than_among_the_content_is_refused(tmp_path, capsys):
    (tmp_path / "site_config").mkdir()
    for path in ("../x", ".github/workflows/x.yml", "site_config/reviewers.yml", "content/x.py"):
        plan = {
            "number": 1,
            "parent": "a" * 40,
            "branch": "svar/FC-2026-777",
            "commits": [{"message": "x", "files": {path: "x"}}],
        }
        (tmp_path / "plan.json").write_text(json.dumps(plan), "utf-8")

        assert main(["--project", str(tmp_path), "words", "post", str(tmp_path / "plan.json")]) == 1
        assert "innehåller inte" in capsys.readouterr().err
