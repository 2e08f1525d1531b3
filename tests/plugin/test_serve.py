"""The preview, as someone edits."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.builders import a_project, write

BROKEN = "---\ntitle: Hemligt\nsummary: [\n---\nHemlig text\n"


class Preview:
    def __init__(self, project: Path, command: list[str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, *(part.format(port=port) for part in command)],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line

    def page(self, address: str = "") -> str:
        try:
            with urllib.request.urlopen(self.address + address, timeout=5) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as why:
            return why.read().decode()
        except OSError:
            return ""

    def until(self, holds: Callable[[], bool]) -> bool:
        ends = time.monotonic() + 90  # a build takes a second, on a machine with nothing else to do
        while time.monotonic() < ends and self.process.poll() is None:
            if holds():
                return True
            time.sleep(0.1)
        return False

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(10)


@pytest.fixture(
    params=[
        [
            "-c",
            "import sys; from exempelbank.cli import main; sys.exit(main())",
            "serve",
            "--port",
            "{port}",
        ],
        ["-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}"],
    ],
    ids=["exempelbank", "mkdocs"],
)
def preview(tmp_path, request) -> Iterator[tuple[Path, Preview]]:
    project = a_project(tmp_path)
    write(project, "content/news/trasig.md", BROKEN)
    # What a shell runs in the background ignores Ctrl-C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    preview = Preview(project, request.param)
    yield project, preview
    preview.stop()


def test_what_is_broken_is_told_in_the_page_and_the_rest_stays_up(preview):
    project, preview = preview
    assert preview.until(lambda: "content/news/trasig.md" in preview.page())
    assert "Hemligt" not in preview.page()
    assert preview.page("larande-exempel/").count("eb-card") > 5

    write(project, "content/tips/trasigt.md", BROKEN)
    assert preview.until(lambda: "content/tips/trasigt.md" in preview.page("nyheter/"))

    (project / "content/news/trasig.md").unlink()
    (project / "content/tips/trasigt.md").unlink()
    assert preview.until(lambda: "trasig" not in preview.page())
    assert re.search(r"content/news/trasig\.md:\d+: ", preview.said)
    assert "Hemlig" not in preview.said
    assert "Traceback" not in preview.said


def test_settings_that_break_leave_the_last_site_up(preview):
    project, preview = preview
    assert preview.until(lambda: "Exempelbanken" in preview.page())
    good = (project / "site_config/organisation.yml").read_text(encoding="utf-8")

    write(project, "site_config/organisation.yml", "name: [\n")
    assert preview.until(lambda: "site_config/organisation.yml:" in preview.page())
    assert "Exempelbanken" in preview.page()

    write(project, "site_config/organisation.yml", good.replace("Exempelbanken", "Guldkornet"))
    assert preview.until(lambda: "Guldkornet" in preview.page())
    assert "Traceback" not in preview.said


@pytest.mark.browser
def test_an_edit_shows_in_the_open_page_which_stays_where_the_reader_was(preview, page):
    project, preview = preview
    assert preview.until(lambda: "Exempelbanken" in preview.page())
    page.goto(f"{preview.address}nyheter/tva-ar-med-psykisk-halsa/")
    page.set_viewport_size({"width": 360, "height": 300})
    page.evaluate("scrollTo(0, 400)")
    news = project / "content/news/tva-ar-med-psykisk-halsa.md"

    write(
        project, "content/news/tva-ar-med-psykisk-halsa.md", f"{news.read_text()}\nEn ny mening.\n"
    )

    page.get_by_text("En ny mening.").wait_for(timeout=60_000)
    page.wait_for_function("scrollY === 400")


@pytest.mark.browser
def test_a_problem_shows_in_the_open_page_and_goes_when_it_is_mended(preview, page):
    project, preview = preview
    (project / "content/news/trasig.md").unlink()
    assert preview.until(lambda: "trasig" not in preview.page() and "Exempel" in preview.page())
    page.goto(preview.address)

    write(project, "content/tips/trasigt.md", BROKEN)
    page.get_by_text("content/tips/trasigt.md").wait_for(timeout=60_000)

    (project / "content/tips/trasigt.md").unlink()
    page.get_by_text("content/tips/trasigt.md").wait_for(state="detached", timeout=60_000)
