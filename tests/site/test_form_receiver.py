"""A site whose forms are sent to a form service: filled in, sent, thanked for, read in."""

from __future__ import annotations

import csv
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

from exempelbank.model.response_kind import ResponseKind
from exempelbank.questionnaire import questionnaire_for
from tests.axe import context_with_axe, violations
from tests.builders import PROJECT, sample_settings
from tests.building.builders import built
from tests.intake.builders import changes, fields
from tests.intake.own_answers import SENT, an_answer, read_in, saved
from tests.questionnaire.builders import whole_answers
from tests.site.builders import change, write
from tests.site.forms import ADDRESSES, answer_a_tip, fill_in

pytestmark = pytest.mark.browser

SERVICE = "https://formular.example"
TIP = {"title": "Bilder på schemat", "no_identifiable_person": "yes", "information_read": "yes"}


class Service(BaseHTTPRequestHandler):
    """Keeps the fields that were posted, and leads back to our page."""

    posted_to: dict[str, list[tuple[str, str]]]  # by path
    site: str

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
        self.posted_to[self.path] = parse_qsl(body, keep_blank_values=True)
        self.send_response(303)
        self.send_header("Location", f"{self.site}{ADDRESSES[ResponseKind(self.path[1:])]}tack/")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Host(SimpleHTTPRequestHandler):
    """With the headers that the site tells its host to send."""

    policy: str

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def with_service(tmp_path_factory):
    """(the site's address, what was posted to the service). It must have https, which one on this
    computer has not: only its address is changed, in what was built.
    """
    project, folder = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("built")
    parts = (
        "site_config/*.yml",
        "content/pages/*.md",
        "content/focus_areas/*",
        "content/networks/*",
    )
    for path in (path for part in parts for path in PROJECT.glob(part)):
        write(project, str(path.relative_to(PROJECT)), path.read_text("utf-8"))
    receiver = f"form_receiver: {SERVICE}/{{form}}"
    change(project, "site_config/organisation.yml", 'form_receiver: ""', receiver)
    write(project, "mkdocs.yml", (PROJECT / "mkdocs.yml").read_text("utf-8"))
    built(project, folder)

    service = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    for path in (*folder.glob("*/index.html"), folder / "_headers"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(SERVICE, f"http://127.0.0.1:{service.server_port}"), "utf-8")
    [Host.policy] = {
        line.partition(": ")[2]
        for line in (folder / "_headers").read_text("utf-8").splitlines()
        if "Content-Security-Policy" in line
    }
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    Service.posted_to, Service.site = {}, f"http://127.0.0.1:{host.server_port}/"
    for server in (service, host):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Service.site, Service.posted_to
    for server in (service, host):
        server.shutdown()
        server.server_close()


def read_as_a_table(root, posted):
    """As the service hands it out: a column for each field."""
    table = root / "svar.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(zip(*posted, ("created_at", SENT), strict=True))
    return read_in(root, table)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_tip_is_sent_thanked_for_and_read_in(browser, with_service, tmp_path, scripts):
    site, posted_to = with_service
    context = browser.new_context(java_script_enabled=scripts, locale="sv-SE")
    page = context.new_page()
    page.goto(site + "tipsa/")
    said = page.get_by_text("skickas det du har skrivit till formular.example").count()
    answer_a_tip(page)
    page.get_by_role("button", name="Skicka").click()
    page.wait_for_url(site + "tipsa/tack/")
    thanked = page.locator("main").inner_text()
    context.close()

    [sent] = read_as_a_table(tmp_path, posted_to["/lead"])
    own = an_answer("lead", TIP | dict.fromkeys(("municipality", "contact")), key="b" * 32)
    [of_file] = read_in(tmp_path, saved(tmp_path / "svar.json", own))
    assert said == 1
    assert all(words in thanked for words in ("Tack", "inom 5 arbetsdagar", "Vi frågar enheten"))
    assert (changes(sent), fields(sent)) == (["new"], fields(of_file))


def test_a_whole_example_is_sent_without_scripts_once_all_is_answered(
    browser, with_service, tmp_path
):
    site, posted_to = with_service
    answers = whole_answers(questionnaire_for(ResponseKind.EXAMPLE, sample_settings()))
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    page = context.new_page()
    page.goto(site + "lamna-exempel/")
    send = page.get_by_role("button", name="Skicka")
    fill_in(page, answers | {"kind": ""})
    send.click()
    missing = page.evaluate("document.activeElement.name")
    question = page.get_by_text("Typ av exempel", exact=True).bounding_box()
    page.get_by_label("Arbetssätt", exact=True).check()
    send.click()
    page.wait_for_url(site + "lamna-exempel/tack/")
    context.close()

    [sent] = read_as_a_table(tmp_path, posted_to["/example"])
    [of_file] = read_in(tmp_path, saved(tmp_path / "svar.json", an_answer(answers=answers)))
    assert missing == "kind" and question["y"] > 0
    assert fields(sent) == fields(of_file)


def test_a_whole_example_is_sent_and_its_draft_is_gone(page, with_service, tmp_path):
    site, posted_to = with_service
    answers = whole_answers(questionnaire_for(ResponseKind.EXAMPLE, sample_settings()))
    page.goto(site + "lamna-exempel/")
    page.get_by_label("Behåll ett utkast").check()
    fill_in(page, answers)
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("heading", name="Tack")).to_be_visible()

    [sent] = read_as_a_table(tmp_path, posted_to["/example"])
    [of_file] = read_in(tmp_path, saved(tmp_path / "svar.json", an_answer(answers=answers)))
    assert page.evaluate("localStorage.length") == 0
    assert fields(sent) == fields(of_file)


def test_what_is_wrong_is_told_before_anything_is_sent(page, with_service):
    site, posted_to = with_service
    page.goto(site + "vi-har-provat/")
    page.get_by_role("button", name="Skicka").click()

    assert page.title().startswith("Fel:")
    assert "/trial-note" not in posted_to


def test_axe_finds_nothing_on_the_page_of_thanks(browser, with_service):
    context = context_with_axe(browser, viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto(with_service[0] + "lamna-exempel/tack/")
    found = violations(page)
    context.close()

    assert found == []
