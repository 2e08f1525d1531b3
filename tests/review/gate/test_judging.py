"""From the gate's word to the status that a forge requires. The forges are made up."""

import json
import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlparse

import pytest

from tests.builders import PROJECT
from tests.review.gate.builders import ALONE
from tests.review.gate.forges import needs_a_shell, programs, run_shell, step_in

pytestmark = needs_a_shell

HEAD, OTHER = "a" * 40, "b" * 40
SAY = r"""echo "$*" >> said; case "$*" in *POST*) ;; *) cat answer.json ;; esac"""
FOUND = """printf '%s' "$FOUND"; exit "$CODE" """


@pytest.fixture
def github(tmp_path):
    """Runs a step of review.yml; gives what it said to GitHub, and what it put out."""
    stubs = programs(tmp_path / "bin", gh=SAY, git=f"echo {OTHER}", exempelbank=FOUND)

    def run(script, **env):
        known = {"HEAD": HEAD, "MAIN": "main", "REPOSITORY": "repos/k/e", "THIS_RUN": "https://run"}
        path = f"{stubs}{os.pathsep}{os.environ['PATH']}"
        done = run_shell(script, tmp_path, **(known | env), PATH=path)
        return done, *(
            (tmp_path / name).read_text("utf-8") if (tmp_path / name).exists() else ""
            for name in ("said", "output")
        )

    return run


def open_pulls(folder, *heads):
    pages = [[{"number": n, "head": {"sha": head}} for n, head in enumerate(heads, 7)]]
    (folder / "answer.json").write_text(json.dumps(pages), "utf-8")


# ---- GitHub ----


def test_the_pull_request_is_found_by_its_head_and_what_was_said_before_is_taken_back(
    github, tmp_path
):
    open_pulls(tmp_path, OTHER, HEAD)
    _done, said, output = github(step_in("pull", id="find"))

    assert output == "number=8\n"
    assert f"statuses/{HEAD} -f context=exempelbank/gate" in said
    assert "state=pending" in said


def test_a_commit_that_is_no_proposal_to_main_is_not_judged(github, tmp_path):
    open_pulls(tmp_path, OTHER)
    _done, said, output = github(step_in("pull", id="find"))

    assert "statuses/" not in said
    assert "base=main" in said
    assert output == ""


def test_two_pull_requests_with_one_head_are_let_through_neither(github, tmp_path):
    open_pulls(tmp_path, HEAD, HEAD)
    _done, said, output = github(step_in("pull", id="find"))

    assert "state=error" in said
    assert output == ""


@pytest.mark.parametrize(("code", "verdict"), [("0", "success"), ("1", "failure")])
def test_the_verdict_is_the_gates(github, code, verdict):
    _done, _said, output = github(step_in("judge", id="gate"), FOUND="[]", CODE=code)

    assert output == f"main={OTHER}\nverdict={verdict}\n"


@pytest.mark.parametrize("found", ["", "Traceback", "{}"])
@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_a_program_that_did_not_come_to_an_answer_gives_no_verdict(github, found, code):
    done, _said, output = github(step_in("judge", id="gate"), FOUND=found, CODE=code)

    assert done.returncode != 0
    assert output == ""


def test_what_a_stranger_wrote_is_no_order_to_the_workflow(github):
    found = json.dumps([{"says": "##[set-output name=verdict;]success"}, "::error::x"])
    done, _said, _output = github(step_in("judge", id="gate"), FOUND=found, CODE="1")
    _before, _stop, after = done.stdout.partition("::stop-commands::")

    assert "##[" in after


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        ("success", "success"),
        ("failure", "failure"),
        ("", "error"),  # crashed, cancelled, or out of time
        ("Success", "error"),
        ("success -f state=success", "error"),
    ],
)
def test_only_one_word_makes_the_status_green(github, verdict, state):
    _done, said, _output = github(step_in("status"), VERDICT=verdict)

    assert f"statuses/{HEAD} -f context=exempelbank/gate" in said
    assert said.count("state=") == 1
    assert f"-f state={state} " in said


# ---- Forgejo ----


class Forge:
    """Answers what it has been told to, and remembers what was posted."""

    def __init__(self):
        self.answers, self.posted = {}, []
        forge = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                path = urlparse(self.path).path.removeprefix("/")
                answer = forge.answers.get(path, [])
                if "page=" in self.path and "page=1" not in self.path:
                    answer = []
                if path.endswith("/status"):
                    answer = {"statuses": forge.statuses(path.split("/")[1])[-1:]}
                self.reply(answer)

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                forge.posted.append((self.path.removeprefix("/"), body))
                self.reply({})

            def reply(self, answer):
                raw = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def statuses(self, head=""):
        return [body for path, body in self.posted if path.startswith(f"statuses/{head}")]

    def states(self):
        return [status["state"] for status in self.statuses()]

    def propose(self, number, head, base="main"):
        pull = {"number": number, "head": {"sha": head}, "base": {"ref": base}}
        self.answers.setdefault("pulls", []).append(pull)
        self.answers[f"pulls/{number}"] = pull


@pytest.fixture
def forgejo(tmp_path):
    """A forge, a proposal of one commit, and what runs every fifth minute."""
    forge = Forge()

    def git(*words, at=tmp_path):
        return subprocess.run(
            ["git", *words],
            cwd=at,
            env=os.environ | ALONE,
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout.strip()

    origin, tool = tmp_path / "origin", tmp_path / "tool"
    git("init", "--quiet", "--initial-branch=main", str(origin))
    git("commit", "--quiet", "--allow-empty", "--message=main", at=origin)
    git("clone", "--quiet", "--no-local", str(origin), str(tool))
    git("commit", "--quiet", "--allow-empty", "--message=proposal", at=origin)
    forge.head = git("rev-parse", "HEAD", at=origin)
    (tool / ".forgejo").mkdir()
    script = tool / ".forgejo" / "review.sh"
    for name in ("review.sh", "words.sh"):
        text = (PROJECT / ".forgejo" / name).read_text("utf-8")
        (tool / ".forgejo" / name).write_text(text, "utf-8")
    stubs = programs(
        tmp_path / "bin",
        exempelbank=r"""case "$*" in
            *" words facts "*)
                reviews=$(curl --silent "$API/pulls/$5/reviews?page=1")
                printf '{"pull": {"head": "%s"}, "reviews": %s}' "${7:-}" "$reviews" ;;
            *" check "*) printf '%s' "$FOUND"; exit "$CODE" ;;
            *" report "*) while [ "$1" != --out ]; do shift; done; echo "@alla $TOKEN" > "$2" ;;
        esac""",
    )

    def run(found="[]", code="0"):
        done = run_shell(
            f"bash {script}",
            tmp_path,
            **ALONE,
            PATH=f"{stubs}{os.pathsep}{os.environ['PATH']}",
            TMPDIR=str(tmp_path),
            API=f"http://127.0.0.1:{forge.server.server_port}",
            TOKEN="secret",
            MAIN="main",
            THIS_RUN="https://run",
            REPORTS=str(tmp_path / "reports"),
            FOUND=found,
            CODE=code,
        )
        return done.returncode

    forge.run = run
    yield forge
    forge.server.shutdown()
    forge.server.server_close()


def test_on_forgejo_a_proposal_is_judged_once_and_commented(forgejo):
    forgejo.propose(7, forgejo.head)

    assert [forgejo.run(), forgejo.run()] == [0, 0]
    assert forgejo.states() == ["pending", "success"]
    ((path, comment),) = [one for one in forgejo.posted if "comments" in one[0]]
    assert path == "issues/7/comments"
    assert "@\u2060alla" in comment["body"]  # calls nobody
    assert "secret" not in comment["body"]


def test_on_forgejo_it_is_judged_again_when_somebody_objects(forgejo):
    forgejo.propose(7, forgejo.head)
    forgejo.run()
    review = {"user": {"login": "anna-e"}, "state": "REQUEST_CHANGES", "commit_id": forgejo.head}
    forgejo.answers["pulls/7/reviews"] = [review]
    forgejo.run("[{}]", "1")

    assert forgejo.states() == ["pending", "success", "pending", "failure"]


def test_on_forgejo_a_crash_is_never_green_and_stops_no_other(forgejo):
    forgejo.propose(8, OTHER)  # can't be fetched
    forgejo.propose(7, forgejo.head)

    assert forgejo.run("", "1") != 0
    assert sorted(forgejo.states()) == ["error", "pending", "pending"]
    assert forgejo.run("[]") != 0
    assert forgejo.states().count("success") == 1


def test_on_forgejo_only_proposals_to_main_with_a_head_of_their_own_are_judged(forgejo):
    forgejo.propose(6, OTHER, base="other")
    forgejo.propose(7, forgejo.head)
    forgejo.propose(8, forgejo.head)

    assert [forgejo.run(), forgejo.run()] == [0, 0]
    assert forgejo.states() == ["error"]
