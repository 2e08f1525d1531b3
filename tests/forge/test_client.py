"""A question that does not go well: what is tried again, what is said, and what is never told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import urllib3

from exempelbank.exceptions import (
    ForgeDenied,
    ForgeError,
    ForgeNotFound,
    ForgeRefused,
    ForgeUnavailable,
)
from exempelbank.forge import client
from exempelbank.forge.address import ForgeAddress, Token
from exempelbank.forge.client import Client, pool_for
from exempelbank.forge.connecting import forge_at
from exempelbank.forge.types import StatusState
from tests.forge.fakes import FakeForge

SECRET = "ghp_hemlig123"


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def forge(fake: FakeForge, slept: list[float]):
    """That waits for nothing, and counts how long it would have."""
    forge = forge_at(fake.address, fake.token())
    forge.client = replace(forge.client, sleep=slept.append)
    return forge


def opened(forge) -> int:
    return forge.open_pull_request("svar/FC-2026-001", "main", "FC-2026-001", "Text").number


def test_a_question_is_asked_again_when_the_forge_stumbles(forge, fake, slept):
    fake.fail(502, times=2)

    assert forge.repository().default_branch == "main"
    assert slept == [1, 2]


def test_a_connection_that_is_cut_is_tried_again(forge, fake):
    fake.drop(times=1)

    assert forge.repository()


def test_it_gives_up_in_the_end_and_says_so(forge, fake):
    fake.fail(500, times=99)

    with pytest.raises(ForgeUnavailable, match="500"):
        forge.repository()


def test_what_would_be_done_twice_is_asked_once(forge, fake, state):
    for fault in (fake.fail, fake.drop):
        number = opened(forge)
        args = (502,) if fault == fake.fail else ()
        fault(*args, matches="POST .*(comments|notes)$", after=True)
        with pytest.raises(ForgeUnavailable):
            forge.add_comment(number, "Hej")
        forge.close_pull_request(number)

        assert len(state.pull(number).comments) == 1


def test_a_forge_that_has_had_enough_is_waited_for(forge, fake, slept, state):
    fake.limit(seconds=7, times=2, status=403)
    number = opened(forge)

    assert slept == [7, 7] and state.pull(number)


def test_it_does_not_wait_for_an_hour(forge, fake, slept):
    fake.limit(seconds=3600)

    with pytest.raises(ForgeUnavailable, match="60 min"):
        forge.repository()
    assert slept == []


def test_a_token_that_is_gone_is_told_of(forge, fake):
    fake.revoke()

    with pytest.raises(ForgeDenied, match="EXEMPELBANK_FORGE_TOKEN"):
        forge.repository()


def test_a_token_without_the_right_is_told_of(fake):
    reader = forge_at(fake.address, fake.token("bo-l"))

    with pytest.raises(ForgeDenied, match="docs"):
        reader.set_status("b" * 40, StatusState.SUCCESS, "Ja")


def test_whoever_may_not_see_the_repository_finds_none(fake):
    with pytest.raises(ForgeNotFound):
        forge_at(fake.address, fake.token("frank-s")).repository()


def test_nothing_shows_the_token(forge, fake, caplog):
    fake.revoke()
    with pytest.raises(ForgeError) as why:
        forge.repository()
    shown = [repr(forge.client), str(forge.client), repr(Token(SECRET)), f"{Token(SECRET)}"]

    assert not [text for text in (*shown, str(why.value), caplog.text) if "t_exempel" in text]
    assert not [text for text in shown if SECRET in text]


# ---- A server of our own, for what no forge does ----


@contextmanager
def answering(status: int, body: bytes, **headers: str) -> Iterator[tuple[str, list[str]]]:
    """Its address, and the tokens that came."""
    came: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.headers.get("Authorization", ""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", came
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def a_client(url: str) -> Client:
    headers = {"Authorization": f"Bearer {SECRET}"}
    address = ForgeAddress("github", url, "forum-carpe/bank")
    return Client(address, headers, Token(SECRET), {"per_page": 100}, sleep=lambda _seconds: None)


def test_the_token_follows_no_redirect():
    with (
        answering(200, b"{}") as (elsewhere, came),
        answering(302, b"", Location=f"{elsewhere}/x") as (url, _came),
        pytest.raises(ForgeRefused, match="site_config"),
    ):
        a_client(url).get("/repos/a/b", dict)

    assert came == []


def test_no_token_is_sent_without_encryption():
    with pytest.raises(ForgeRefused, match="https"):
        a_client("http://forge.example").get("/repos/a/b", dict)


@pytest.mark.parametrize("body", [b"<html>Logga in</html>", b"[]", b'{"full_name": 1}', b"null"])
def test_what_is_no_forge_is_told_of_without_a_traceback(body):
    with answering(200, body) as (url, _came), pytest.raises(ForgeRefused, match="github"):
        a_client(url).get("/repos/a/b", lambda answer: answer["default_branch"])


def test_a_graphql_answer_of_another_shape_is_told_of_too(fake, monkeypatch):
    forge = forge_at(fake.address, fake.token())
    monkeypatch.setattr(Client, "_json", lambda *_question, **_more: ({"data": {}}, {}))

    with pytest.raises(ForgeRefused):
        forge.own_account()
    with pytest.raises(ForgeRefused):
        forge.reviews(1)


def test_an_answer_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr(client, "MOST_BYTES", 1000)
    with answering(200, b"[" * 5000) as (url, _came), pytest.raises(ForgeRefused):
        a_client(url).get("/repos/a/b", list)


def test_a_certificate_that_is_not_trusted_is_told_of_at_once(monkeypatch):
    asked = []

    def refuse(url: str) -> None:
        asked.append(url)
        raise urllib3.exceptions.SSLError("certificate verify failed")

    monkeypatch.setattr(client, "pool_for", refuse)
    with pytest.raises(ForgeRefused, match="SSL_CERT_FILE"):
        a_client("https://kod.example").get("/repos/a/b", dict)
    assert len(asked) == 1


def test_the_forges_own_words_are_told_without_the_token():
    body = b'{"message": "no ' + SECRET.encode() + b'\\n for you", "errors": [{"message": "bad"}]}'
    with answering(422, body) as (url, _came), pytest.raises(ForgeRefused) as why:
        a_client(url).get("/repos/a/b", dict)

    assert "no … for you bad" in str(why.value)


def test_a_proxy_in_the_environment_is_used(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://vakt:losen@proxy.example:3128")
    monkeypatch.setenv("no_proxy", "intern.example")

    assert pool_for("https://forge.example/api").proxy.host == "proxy.example"
    assert pool_for("https://intern.example/api").proxy is None
    assert pool_for("https://127.0.0.1/api").proxy is None
