"""Search as a browser does it: the same answers as in Python, by keyboard, in few bytes."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
from importlib.resources import files as resources
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from exempelbank.search.evaluation import mean, metrics_of
from exempelbank.search.index_files import files_from
from exempelbank.search.ranking import search
from exempelbank.search.stemmer import stem_of
from tests.builders import PROJECT
from tests.search.builders import (
    LETTERS,
    a_document,
    an_index,
    bench_documents,
    bench_index,
    judged,
    variants,
)

pytestmark = pytest.mark.browser

SCRIPTS = PROJECT / "generator" / "exempelbank" / "theme" / "assets" / "search"
AXE = resources("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOSTILE = '<img src=x onerror="window.harmed=1"> </script><script>window.harmed=1</script> & "x"'


def write_index(index, folder: Path) -> None:
    manifest = folder / "index.json"
    ui_strings = json.loads(manifest.read_bytes())["says"] if manifest.exists() else {}
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files_from(index, ui_strings).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.fixture(scope="session")
def bare(tmp_path_factory, serve_folder):
    """The scripts and the judged texts' index, on an empty page."""
    folder = tmp_path_factory.mktemp("bare")
    shutil.copytree(SCRIPTS, folder / "search")
    write_index(bench_index(), folder / "index")
    (folder / "index.html").write_text("<!doctype html><title>x</title>")
    return serve_folder(folder)


@pytest.fixture(scope="session")
def bench_site(built_site, tmp_path_factory, serve_folder):
    """The sample site, with the judged texts to search."""
    folder = tmp_path_factory.mktemp("bench") / "site"
    shutil.copytree(built_site, folder)
    write_index(bench_index(), folder / "sok" / "index")
    return serve_folder(folder)


# ---- The same as in Python ----


OPEN = """
    const { openIndex } = await import("/search/index.js");
    const { search } = await import("/search/ranking.js");
    const index = await openIndex(new URL("/index/", location.href));
"""


def in_script(page, address: str, body: str, values: object) -> object:
    page.goto(address)
    return page.evaluate(f"async (values) => {{ {OPEN} {body} }}", values)


def test_stems_are_the_same_in_the_browser(page, bare):
    chance = random.Random(3)
    known = [form for entry in bench_index().entries.values() for form in entry.forms]
    endings = ["s", "en", "erna", "heten", "ets", "arnas", "lig", "fullt", "löst", "els", "ande"]
    words = [
        *known,
        *(chance.choice(known) + chance.choice(endings) for _ in range(4000)),
        *("".join(chance.choices(LETTERS, k=chance.randint(1, 14))) for _ in range(3000)),
    ]
    stems = in_script(page, bare, "return values.map((word) => index.stemOf(word))", words)

    assert [
        (word, ours, its)
        for word, its in zip(words, stems, strict=True)
        if its != (ours := stem_of(word))
    ] == []


def test_answers_are_the_same_in_the_browser(page, bare):
    chance = random.Random(4)
    index = bench_index()
    known = [form for entry in index.entries.values() for form in entry.forms]
    queries = [
        *(query.text for name in ("dev", "fresh", "review") for query in judged(name)[0]),
        *(variant.written for variant in list(variants(index))[::5]),
        *(" ".join(chance.choices(known, k=chance.randint(1, 4))) for _ in range(150)),
        *("", "  ", "!?", "__proto__", "constructor", "a" * 5000, "É ﬁ Åsa", "bank-id", HOSTILE),
    ]
    answers = in_script(
        page,
        bare,
        """const answers = [];
        for (const text of values) {
            const { hits } = await search(text, index);
            answers.push(hits.map(({ doc, score }) => [doc, Math.round(score * 1e5)]));
        }
        return answers;""",
        queries,
    )

    for query, hits in zip(queries, answers, strict=True):
        ours = [[hit.document, round(hit.score * 1e5)] for hit in search(query, index)]
        assert [document for document, _score in hits] == [document for document, _ in ours], query
        assert all(abs(a[1] - b[1]) <= 1 for a, b in zip(hits, ours, strict=True)), query


# ---- On the page ----


def turn_to_the_box(page) -> None:
    page.locator(".eb-header input").focus()


def ask(page, site: str, query: str) -> None:
    page.goto(f"{site}sok/?q={quote(query)}")
    expect(page.locator("[data-part=count]")).to_have_text(re.compile(r"\d|Inga|Inget om"))


def test_the_page_answers_the_judged_questions(page, bench_site):
    by_address = {document.address: document.id for document in bench_documents()}
    queries, judgements = judged("dev")
    metrics, order, expected = [], [], []
    ask(page, bench_site, "hund")
    for query in queries:
        field = page.locator(".eb-page form.eb-search input")
        field.fill(query.text)
        field.click()  # all of the answers, not the few that are shown while one types
        expect(page).to_have_title(re.compile(re.escape(query.text)))
        links = page.locator("[data-part=results] h3 a").evaluate_all("a => a.map((b) => b.href)")
        shown = [by_address[urlsplit(link).path.strip("/")] for link in links]
        metrics.append(metrics_of(shown, judgements[query.id]))
        order.append(shown)
        hits = search(query.text, bench_index())[:10]
        expected.append([bench_index().documents[hit.document].id for hit in hits])

    assert order == expected  # as `exempelbank search` has it, whatever their kind
    assert mean(metrics).ndcg >= 0.85
    assert mean(metrics).success >= 0.98


@pytest.mark.parametrize("number", range(0, 50, 7))
def test_the_box_has_the_order_of_the_command(page, bench_site, number):
    query = judged("dev")[0][number].text
    page.goto(bench_site)
    turn_to_the_box(page)
    page.keyboard.insert_text(query)
    page.locator(".eb-answers:not([hidden])").wait_for()
    expect(page.locator(".eb-header [role=status]")).to_contain_text(f"”{query}”")

    listed = page.locator(".eb-answers [role=option]:has(small) > span").all_inner_texts()
    hits = search(query, bench_index())[:7]
    assert listed == [bench_index().documents[hit.document].title for hit in hits]


def test_nothing_is_fetched_until_the_reader_turns_to_search_and_then_little(context, bench_site):
    page = context.new_page()
    fetched: dict[str, int] = {}
    page.on("response", lambda response: fetched.setdefault(
        urlsplit(response.url).path, len(gzip.compress(response.body(), 9))
    ))  # fmt: skip
    page.goto(bench_site)
    page.wait_for_load_state("networkidle")

    assert not [path for path in fetched if path.startswith("/sok/")]
    fetched.clear()
    turn_to_the_box(page)
    page.keyboard.insert_text("hur får vi personalen att använda det de lärt sig på kurs?")
    page.get_by_role("option").first.wait_for()
    assert sum(fetched.values()) < 66_000, fetched


def test_the_whole_search_can_be_walked_by_keyboard(page, served_site):
    page.goto(served_site)
    turn_to_the_box(page)
    page.keyboard.type("bildstöd")
    box = page.get_by_role("combobox")
    page.get_by_role("option").first.wait_for()

    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false" and box.input_value() == "bildstöd"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=bildst%C3%B6d")
    page.locator("[data-part=results] mark").first.wait_for()
    assert "bildstöd" in page.locator("[data-part=count]").inner_text()


def test_an_answer_chosen_in_the_list_is_gone_to(page, served_site):
    page.goto(served_site)
    turn_to_the_box(page)
    page.keyboard.type("bildstöd")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/(larande-exempel|nyheter|kalendarium)/.+"))


def test_all_of_the_start_pages_list_can_be_reached_by_pointer(browser, served_site):
    sideways = []
    for width, height in ((1366, 768), (360, 640)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(served_site)
        page.locator(".eb-hero input").fill("bildstöd")
        last = page.locator(".eb-hero [role=option]").last
        last.wait_for()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            sideways.append(width)
        page.evaluate("document.querySelector('.eb-hero').scrollTop = 1000")
        assert page.evaluate("document.querySelector('.eb-hero').scrollTop") == 0
        last.click()
        page.wait_for_url("**/sok/?q=*")
        page.close()

    assert sideways == []


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("xyzzyqwert", ["Fråga i ett nätverk", "Se alla exempel", "Berätta hur ni gör"]),
        ("Xyzzy Qwertsson", ["Fråga i ett nätverk", "Se kommunerna"]),
    ],
)
def test_a_box_with_no_answer_says_so_and_leads_on_by_what_was_asked(
    page, served_site, query, ways
):
    page.goto(served_site)
    turn_to_the_box(page)
    page.keyboard.type(query)
    page.get_by_role("option").first.wait_for()

    assert page.get_by_role("option").all_inner_texts() == [*ways, "Se andra sätt att hitta"]
    assert f"Inga träffar på ”{query}”" in page.locator(".eb-answers").inner_text()
    page.get_by_role("option").last.click()
    page.locator("[data-part=none]").wait_for()
    assert page.locator("[data-part=ways] a").all_inner_texts() == ways


def test_what_is_only_close_is_not_called_an_answer(page, served_site):
    page.goto(served_site)
    turn_to_the_box(page)
    page.keyboard.type("bildstdö")
    page.get_by_role("option").first.wait_for()
    near = "Inget om ”bildstdö”. Närliggande: Ordet ”bildstdö” finns inte här. Menade du bildstöd?"
    assert page.locator(".eb-header").get_by_role("status").inner_text() == near
    assert page.locator(".eb-answers").inner_text().startswith("Inget om")
    page.keyboard.press("Enter")
    page.locator("[data-part=results] h3").first.wait_for()

    tree = page.locator(".eb-page").get_by_role("status").aria_snapshot()
    assert "Inget om ”bildstdö”. Närliggande:" in tree and "Menade du" in tree
    page.locator("[data-part=mended] a").click()
    page.wait_for_url("**/sok/?q=bildst%C3%B6d")


def test_a_word_that_is_mended_among_others_is_said(page, served_site):
    ask(page, served_site, "bildstdö natt")

    assert "lästes som bildstöd" in page.locator("[data-part=mended]").inner_text()
    assert page.locator("[data-part=mended] a").count() == 0


def test_the_address_follows_when_the_reader_rests_and_not_at_each_key(page, served_site):
    page.add_init_script("""
        globalThis.changes = 0;
        const replaceState = history.replaceState;
        history.replaceState = function (...all) { changes += 1; replaceState.apply(this, all); };
    """)
    page.goto(f"{served_site}sok/")
    field = page.locator(".eb-page form.eb-search input")
    field.evaluate("""(field) => { for (const letter of "bildstöd på natten") {
        field.value += letter;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    } }""")
    page.wait_for_url("**/sok/?q=bildst%C3%B6d+p%C3%A5+natten")
    assert page.evaluate("changes") == 1
    field.press("End")
    field.press_sequentially("!")
    expect(page.locator("[data-part=count]")).to_contain_text("!")
    with page.expect_navigation():
        page.locator("[data-part=results] h3 a").first.click()
    page.go_back()

    expect(field).to_have_value("bildstöd på natten!")


def test_rows_stay_from_key_to_key_and_the_rest_come_when_the_reader_rests(page, served_site):
    ask(page, served_site, "bildst")
    first = page.locator("[data-part=results] li").first
    first.evaluate("(row) => { row.dataset.stayed = 'yes'; }")
    page.locator(".eb-page form.eb-search input").fill("bildstöd")
    expect(page.locator("[data-part=count]")).to_contain_text("”bildstöd”")

    assert page.locator("[data-part=results] [data-stayed] mark").count()
    expect(page.locator("[data-part=results] h3")).to_have_count(10)


def test_choices_count_what_the_choices_in_other_facets_leave(page, served_site):
    def counted(facet: str) -> dict[str, str]:
        labels = page.locator(f"[data-facet={facet}] label:visible")
        return {
            label.locator("input").get_attribute("value"): label.locator(
                "[data-count]"
            ).inner_text()
            for label in labels.all()
        }

    ask(page, served_site, "stöd")
    kinds, methods = counted("slag"), counted("typ")
    page.locator("input[name=slag][value=event]").check()
    page.locator("input[name=slag][value=example]").check()
    expect(page.locator("[data-part=show]")).to_contain_text(
        str(int(kinds["event"]) + int(kinds["example"]))
    )
    assert counted("slag") == kinds
    page.locator("input[name=typ][value=metod]").check()
    expect(page.locator("[data-part=show]")).to_contain_text(methods["metod"])

    assert counted("typ") == methods
    assert counted("slag")["example"] == methods["metod"]


def test_choices_are_heard_in_the_right_number_and_each_leaves_something_out(page, served_site):
    ask(page, served_site, "stöd")
    page.locator("[data-facet] label:not([hidden])").first.wait_for()
    names = page.locator("[data-facet] label:not([hidden])").all_text_contents()
    found = int(re.search(r"\d+", page.locator("[data-part=count]").inner_text())[0])

    counts = [re.search(r"(\d+) (träff(?:ar)?)$", name.strip()).groups() for name in names]
    units = {(number == "1", unit) for number, unit in counts}
    assert units == {(True, "träff"), (False, "träffar")}
    assert all(int(number) < found for number, _unit in counts)


def test_no_single_key_takes_the_reader_anywhere(page, served_site):
    page.goto(served_site)
    page.wait_for_load_state("networkidle")
    for key in "/sk?1":
        page.keyboard.press(key)

    assert page.evaluate("document.activeElement === document.body")
    assert page.url == served_site


def test_the_magnifier_of_a_phone_leads_into_the_field(browser, served_site):
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(served_site)
    page.locator(".eb-header__search").click()
    page.wait_for_load_state("networkidle")
    page.keyboard.type("bildstöd")
    page.locator("[data-part=results] h3").first.wait_for()

    assert page.locator(".eb-page form.eb-search input").input_value() == "bildstöd"
    page.close()


def test_the_number_of_answers_is_announced(page, served_site):
    page.goto(served_site)
    turn_to_the_box(page)
    page.keyboard.type("bildstöd")
    page.get_by_role("option").first.wait_for()

    assert re.search(r"\d+ träff", page.locator(".eb-header [role=status]").inner_text())


def test_one_answer_leaves_nothing_to_choose(page, served_site):
    ask(page, served_site, "skolkök")

    expect(page.locator("[data-part=results] h3")).to_have_count(1)
    expect(page.locator("[data-part=answers] .eb-facets")).to_be_hidden()


def test_where_the_search_can_not_be_fetched_the_other_ways_are_there(page, served_site):
    page.route("**/client.js", lambda route: route.abort())
    page.goto(f"{served_site}sok/?q=natt")

    expect(page.get_by_role("heading", name="Andra sätt att hitta")).to_be_visible()


def test_the_index_is_asked_for_once_and_again_after_a_failure(page, served_site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{served_site}sok/")
    page.wait_for_load_state("networkidle")
    page.unroute_all()
    field = page.locator(".eb-page form.eb-search input")
    for query in ("bildstöd", "natt"):
        field.fill(query)
        page.locator("[data-part=results] h3").first.wait_for()

    assert len([url for url in asked if url.endswith("/index.json")]) == 2


def test_choices_and_questions_stand_in_the_address_and_go_back(page, served_site):
    ask(page, served_site, "stöd")
    everything = page.locator("[data-part=count]").inner_text()
    page.locator("input[value=example]").check()
    page.wait_for_url("**slag=example**")
    expect(page.locator("[data-part=count]")).not_to_have_text(everything)
    page.reload()
    page.locator("[data-part=results] h3").first.wait_for()
    assert page.locator("input[value=example]").is_checked()
    page.go_back()

    expect(page.locator("[data-part=count]")).to_have_text(everything)
    assert not page.locator("input[value=example]").is_checked()


def test_parts_of_compounds_are_marked(page, served_site):
    ask(page, served_site, "pedagog")

    marked = page.locator("[data-part=results] h3 mark").all_inner_texts()
    assert any(mark.lower().startswith("pedagog") for mark in marked)


def test_an_answer_in_the_text_shows_its_sentence_and_leads_to_it(page, served_site):
    ask(page, served_site, "vikarier")
    excerpt = page.locator("[data-part=results] li:has(.eb-excerpt mark)").first
    excerpt.wait_for()
    marked = excerpt.locator(".eb-excerpt mark").first.inner_text()
    link = excerpt.locator("h3 a")
    assert "vikari" in marked.lower()
    assert link.get_attribute("href").partition("#:~:text=")[2].count("%20") >= 1
    with page.expect_navigation():
        link.click()

    for _turn in range(40):
        if page.evaluate("scrollY > 0"):
            break
        page.wait_for_timeout(50)
    else:
        pytest.fail("the page is not where the sentence stands")


def stored_on_the_device(page) -> object:
    """Whatever a site may leave there."""
    return page.evaluate("""async () => ({
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookies: document.cookie,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
    })""")


def search_for(page, site: str, query: str) -> None:
    """By the page's own field."""
    page.goto(f"{site}sok/")
    page.locator(".eb-page form.eb-search input").fill(query)
    page.keyboard.press("Enter")
    page.locator("[data-part=results] h3").first.wait_for()


NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": 0, "caches": 0, "workers": 0}


def test_nothing_is_kept_on_the_device_of_a_reader_who_has_not_chosen_it(context, served_site):
    page = context.new_page()
    search_for(page, served_site, "bildstöd")
    page.locator("input[value=example]").check()
    with page.expect_navigation():  # and what listens for keys is there
        page.locator("[data-part=results] h3 a").first.click()
    turn_to_the_box(page)
    page.keyboard.type("natt")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for address in ("", "larande-exempel/?fokusomrade=somn", "kalendarium/", "404.html"):
        page.goto(f"{served_site}{address}")
    page.goto(f"{served_site}sok/?q=ips")
    page.locator("[data-part=results] h3").first.wait_for()

    assert not page.locator("[data-part=remember]").is_checked()
    assert stored_on_the_device(page) == NOTHING
    assert context.cookies() == []


def test_searches_are_kept_for_one_who_chooses_it_and_erased_with_the_choice(page, served_site):
    search_for(page, served_site, "bildstöd")
    remember = page.locator("[data-part=remember]")
    expect(remember).to_have_accessible_name(re.compile(r"\w+ \w+"))
    remember.focus()
    page.keyboard.press("Space")
    search_for(page, served_site, "natt")
    search_for(page, served_site, "ips")
    page.goto(f"{served_site}sok/")
    expect(page.locator("[data-part=recent] a")).to_have_text(["ips", "natt"])

    assert remember.is_checked()
    assert stored_on_the_device(page)["local"] == {"eb-searches": '["ips","natt"]'}
    remember.uncheck()
    expect(page.locator("[data-part=recent]")).to_be_hidden()
    search_for(page, served_site, "ips")
    assert stored_on_the_device(page) == NOTHING


def test_a_choice_made_before_the_scripts_have_come_stands(page, served_site):
    waiting = []
    page.route("**/search.*/page.js", lambda route: waiting.append(route))
    with page.expect_request("**/page.js"):
        page.goto(f"{served_site}sok/", wait_until="commit")
    page.locator("[data-part=remember]").check()
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.unroute_all()
    search_for(page, served_site, "natt")

    assert stored_on_the_device(page)["local"] == {"eb-searches": '["natt"]'}


def test_a_box_that_the_browser_ticks_on_the_way_back_is_no_choice(page, served_site):
    page.goto(f"{served_site}sok/")
    page.locator("[data-part=remember]").check()
    page.goto(served_site)
    page.evaluate("() => localStorage.clear()")
    page.go_back()
    page.wait_for_load_state("networkidle")

    assert not page.locator("[data-part=remember]").is_checked()
    assert stored_on_the_device(page)["local"] == {}


def test_what_is_half_typed_is_not_kept_even_where_searches_are(page, served_site):
    search_for(page, served_site, "bildstöd")
    page.locator("[data-part=remember]").check()
    page.goto(f"{served_site}sok/?q=självsk")
    page.locator("[data-part=results] h3").first.wait_for()
    page.goto(served_site)
    turn_to_the_box(page)
    page.keyboard.type("självska")
    page.get_by_role("option").first.wait_for()
    with page.expect_navigation():
        page.get_by_role("option").first.click()

    assert stored_on_the_device(page)["local"] == {"eb-searches": "[]"}


@pytest.mark.parametrize("place", ["box", "page"])
def test_searches_are_forgotten_where_they_are_listed(page, served_site, place):
    page.goto(served_site)
    page.evaluate("localStorage['eb-searches'] = JSON.stringify(['självskada'])")
    if place == "box":
        turn_to_the_box(page)
        expect(page.get_by_role("option").first).to_contain_text("självskada")
        page.get_by_role("option", name="Glöm").click()
        assert page.get_by_role("option").count() == 0
    else:
        page.goto(f"{served_site}sok/")
        page.get_by_role("button", name="Glöm").click()
        assert not page.locator("[data-part=remember]").is_checked()

    assert stored_on_the_device(page) == NOTHING


def test_what_the_site_once_kept_unasked_is_erased(page, served_site):
    page.goto(served_site)
    page.evaluate("localStorage['eb-searches'] = JSON.stringify({ off: false, asked: ['natt'] })")
    page.goto(f"{served_site}sok/?q=ips")
    page.locator("[data-part=results] h3").first.wait_for()

    assert stored_on_the_device(page) == NOTHING


def test_hostile_titles_and_questions_stay_text(browser, built_site, tmp_path, serve_folder):
    folder = tmp_path / "site"
    shutil.copytree(built_site, folder)
    write_index(an_index(a_document(f"Hund {HOSTILE}", summary=HOSTILE, note=HOSTILE), "Annat"),
                folder / "sok" / "index")  # fmt: skip
    page = browser.new_page()
    site = serve_folder(folder)
    ask(page, site, f"hund {HOSTILE}")

    assert page.evaluate("window.harmed") is None
    assert page.locator("[data-part=results] img").count() == 0
    assert HOSTILE in page.locator("[data-part=results] h3").first.inner_text()
    page.keyboard.press("Tab")
    page.locator(".eb-header input").fill(f"hund {HOSTILE}")
    page.get_by_role("option").first.wait_for()
    assert page.evaluate("window.harmed") is None
    page.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 360)])
def test_axe_finds_nothing_whatever_the_search_shows(browser, served_site, scheme, width):
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900}
    )
    context.add_init_script(AXE)
    page = context.new_page()
    faults = []
    page.goto(served_site)
    page.evaluate("localStorage['eb-searches'] = JSON.stringify(['natt', 'ips'])")
    field = page.locator(".eb-hero input")
    field.focus()
    for query, listed in (
        ("", "Glöm"),
        ("bildstöd", "Visa alla"),
        ("bildstdö", "Visa alla"),
        ("xyzzyqwert", "Se andra"),
    ):
        field.fill(query)
        page.get_by_role("option", name=listed).wait_for()
        page.keyboard.press("ArrowDown")
        faults += violations(page)
    for query in ("bildstöd", "bildstdö", "xyzzyqwert"):
        ask(page, served_site, query)
        faults += violations(page)
    page.goto(f"{served_site}sok/")
    page.get_by_role("button", name="Glöm").wait_for()
    faults += violations(page)
    context.close()

    assert faults == []


def violations(page) -> list[str]:
    report = page.evaluate(
        "(rules) => axe.run({ runOnly: rules, resultTypes: ['violations'] })", RULES
    )
    return [
        f"{violation['id']}: {node['html'][:150]}"
        for violation in report["violations"]
        for node in violation["nodes"]
    ]
