"""What else a branch touches, and what it pretends to be."""

import pytest

from exempelbank.cli.checking import check_folder
from exempelbank.i18n import _
from exempelbank.problems import Problems
from tests.builders import a_submission
from tests.review.builders import location_text, stored
from tests.review.gate.builders import verdict
from tests.review.gate.library import (
    ANNA,
    APPROVE,
    BO,
    BOTH,
    BY_TWO,
    CAME_IN,
    CILLA,
    DAVE,
    EARLIER,
    EVENT,
    FOCUS_AREA,
    LOST,
    NEW,
    NEW_NEWS,
    NEWS,
    NEWS_OF_SHOWN,
    PAGE,
    PAUSE,
    PICTURE,
    REVISE,
    SHOWN,
    SHOWN_ID,
    TIP,
    UNSEEN,
    WAITING,
    WITHDRAW,
    a_library,
    a_little_more,
    another,
    logged,
    named,
    passes,
    rehash,
    wrong,
)


@pytest.fixture
def branch(tmp_path):
    return a_library(tmp_path)


# ---- What is taken away goes at once, and takes nothing along ----


def much_is_wrong(branch):
    branch.write(NEWS, "---\ntitle: [\n---\n")
    branch.edit(EARLIER, "alt: En plan.", "alt: En annan plan.")
    branch.edit(SHOWN, "Börja smått.", "Börja i tid.")
    branch.edit(SHOWN, "kind: arbetssatt", "kind: nonsens")
    named(branch, BO, ANNA, CILLA)
    branch.remove(PICTURE)


def it_cannot_be_read(branch):
    branch.edit(SHOWN, "title: Promenadgrupp", "titel: Promenadgrupp")


def the_settings_cannot_be_read(branch):
    branch.edit("site_config/vocabularies.yml", "vocabularies:", "vocabularies: [")


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        ("paused", much_is_wrong),
        ("withdrawn", much_is_wrong),
        ("paused", it_cannot_be_read),
        ("paused", the_settings_cannot_be_read),
    ],
)
def test_one_reviewer_takes_an_example_away_whatever_else_is_wrong(branch, state, fault):
    with branch.at_the_base():
        fault(branch)
    branch.merge()
    text = branch.text(SHOWN).replace("titel:", "title:")
    branch.write(SHOWN, text.replace("state: approved", f"state: {state}"))
    logged(branch, state, CILLA, note="Någon kan kännas igen.")
    asked = [verdict(ANNA, branch.commit(), "changes-requested")]

    assert passes(branch, author=CILLA, then=asked)
    assert wrong(branch).keys() == {f"{SHOWN} review.log"}


def test_what_is_taken_away_takes_nothing_along(branch):
    branch.command(*PAUSE)
    assert passes(branch, author=CILLA)
    a_little_more(branch, NEWS)

    assert wrong(branch, author=CILLA) == {NEWS: _(UNSEEN)}


def test_nor_does_anything_of_its_own_change(branch):
    branch.command(*PAUSE)
    changes = {
        "review.content_hash": ("Börja smått.", "Köp nu."),
        "review.versions": ("what: Första versionen.", "what: Köp nu."),
        "review.review_by": ("review_by: '2028-02-02'", "review_by: '2028-03-02'"),
        "source.key": ("key: ms-forms:x:5", "key: ms-forms:x:6"),
        "review.approved_by": ("    - bo-lind\n", "    - bo-lind\n    - cilla-alm\n"),
    }
    for old, new in changes.values():
        branch.edit(SHOWN, old, new)

    assert {f"{SHOWN} {place}" for place in changes} <= wrong(branch, author=CILLA).keys()


def test_what_is_withdrawn_takes_its_words_its_picture_and_its_news_along(branch):
    branch.command(*WITHDRAW)

    assert not (branch.root / PICTURE).exists()
    assert "Promenad" not in branch.text(SHOWN) + branch.text(NEWS_OF_SHOWN)
    assert passes(branch, author=CILLA)
    assert wrong(branch).keys() == {f"{SHOWN} review.log"}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SHOWN, "id: ", "title: Köp nu\nid: "),
        (SHOWN, "review_by: '2028-02-02'", "review_by: '2028-03-02'"),
        (SHOWN, "key: ms-forms:x:5", "key: ms-forms:x:6"),
        (NEWS_OF_SHOWN, "title: ", "summary: Köp nu\ntitle: "),
        (NEWS_OF_SHOWN, "published: ", "published: 2026-01-01 # "),
        (NEWS, "Vi ses.", "Köp nu."),
    ],
)
def test_and_nothing_else(branch, path, old, new):
    branch.command(*WITHDRAW)
    branch.edit(path, old, new)

    assert wrong(branch, author=CILLA)


def test_a_picture_that_another_example_shows_goes_with_nobody(branch):
    with branch.at_the_base():
        branch.edit(EARLIER, "krisplan.jpg", "FC-2026-005.jpg")
    branch.merge()
    branch.command(*WITHDRAW)
    assert passes(branch, author=CILLA)
    branch.remove(PICTURE)

    assert PICTURE in "".join(wrong(branch, author=CILLA))


def test_to_erase_what_was_withdrawn_before_takes_a_reviewer_too(branch):
    with branch.at_the_base():
        branch.edit(CAME_IN, "state: received", "state: withdrawn")
    branch.merge()
    branch.command("withdraw", "FC-2026-020", "--by", CILLA, "--reason", "Ångrar sig.", "--yes")

    assert wrong(branch).keys() == {f"{CAME_IN} review.log"}
    assert passes(branch, author=CILLA)


def test_what_a_withdrawn_response_had_beside_it_goes_with_it(branch):
    newer = CAME_IN.replace("submissions", "submissions/newer")
    with branch.at_the_base():
        branch.write(newer, branch.text(CAME_IN))
    branch.merge()
    branch.command("withdraw", "FC-2026-020", "--by", CILLA, "--reason", "Ångrar sig.", "--yes")

    assert not (branch.root / newer).exists()
    assert passes(branch, author=CILLA)


def test_no_approval_hides_behind_a_pause(branch):
    branch.command(*REVISE)
    named(branch, BO, ANNA, CILLA)
    branch.command(*PAUSE)

    assert f"{SHOWN} review.approved_by" in wrong(branch, author=CILLA)


def test_a_response_is_withdrawn_by_a_reviewer_with_a_reason(branch):
    branch.command("withdraw", "FC-2026-020", "--by", CILLA, "--reason", "Ångrar sig.", "--yes")
    assert wrong(branch).keys() == {f"{CAME_IN} review.log"}
    assert passes(branch, author=CILLA)

    branch.edit(CAME_IN, "      note: Ångrar sig.\n", "")
    assert wrong(branch, author=CILLA).keys() == {f"{CAME_IN} review.log"}


def test_settings_that_cannot_be_read_are_mended_and_let_nothing_else_through(branch):
    whole = branch.text("site_config/vocabularies.yml")
    with branch.at_the_base():
        the_settings_cannot_be_read(branch)
    branch.merge()
    a_little_more(branch, NEWS)
    assert wrong(branch, approved=[CILLA]).keys() == {"site_config/vocabularies.yml"}

    branch.write("site_config/vocabularies.yml", whole)
    assert passes(branch, approved=[CILLA])


# ---- Beside an example ----


def test_two_examples_are_two_changes(branch):
    branch.command(*APPROVE)
    branch.edit(CAME_IN, "Börja smått.", "Köp nu.")

    assert wrong(branch, **BOTH).keys() == {f"{CAME_IN} id"}


@pytest.mark.parametrize("state", ["declined", "received"])
def test_a_revision_comes_from_a_response_under_review(branch, state):
    """What is published is the same; what stood behind it has not been taken into review."""
    revision = "submissions/FC-2026-777.md"
    with branch.at_the_base():
        branch.write(revision, another(revises=SHOWN_ID))
    branch.merge()
    branch.command("approve", "FC-2026-777", *APPROVE[2:], "--what", "Rådet.")
    published = branch.text(SHOWN)
    assert passes(branch, **BOTH)

    branch.git("reset", "--quiet", "--hard", "HEAD~1")
    branch.edit(revision, "state: in-review", f"state: {state}")
    branch.commit()
    branch.remove(revision)
    branch.write(SHOWN, published)
    assert f"{revision} review.state" in wrong(branch, **BOTH)


def test_what_was_withdrawn_is_no_revision_because_the_branch_says_so(branch):
    revision = "submissions/FC-2026-777.md"
    with branch.at_the_base():
        branch.write(revision, another(revises=SHOWN_ID))
        branch.commit()
        branch.command("withdraw", "FC-2026-777", "--by", CILLA, "--reason", "Ångrar sig.", "--yes")
    branch.merge()
    branch.write(revision, another(revises=SHOWN_ID))
    branch.commit()
    branch.command("approve", "FC-2026-777", *APPROVE[2:], "--what", "Rådet.")

    assert f"{revision} review.state" in wrong(branch, **BOTH)


# ---- What cannot be read ----


def it_is_a_program(branch):
    (branch.root / SHOWN).chmod(0o755)


@pytest.mark.parametrize("fault", [it_cannot_be_read, it_is_a_program])
def test_what_cannot_be_read_at_the_base_is_published_all_the_same(branch, fault):
    whole = branch.text(SHOWN)
    with branch.at_the_base():
        fault(branch)
    branch.merge()
    branch.remove(SHOWN)
    assert wrong(branch, **BOTH)[SHOWN] == _(LOST)

    branch.write(SHOWN, whole.replace("Börja smått.", "Köp nu."))
    rehash(branch)
    assert f"{SHOWN} review.content_hash" in wrong(branch, **BOTH)
    branch.write(SHOWN, whole)
    assert passes(branch, approved=[CILLA])


def test_what_lies_among_the_records_is_taken_away_by_a_reviewer(branch):
    astray = ("content/examples/x.txt", "submissions/x.csv", "submissions/newer/FC-2026-020.md")
    with branch.at_the_base():
        for path in astray:
            branch.write(path, "x")
    branch.merge()
    for path in astray:
        branch.remove(path)

    assert wrong(branch) == dict.fromkeys(astray, _(UNSEEN))
    assert passes(branch, approved=[CILLA])


def test_a_newer_answer_comes_in_as_import_writes_it(branch):
    branch.write("submissions/newer/FC-2026-014.md", branch.text(WAITING))

    assert passes(branch)


# ---- In disguise: the gate holds what `check` holds ----


def disguises(branch):
    """Writes each, and says where it is to be refused."""
    twin, queued = "content/examples/aa.md", f"submissions/{SHOWN_ID}.md"
    branch.write(twin, branch.text(SHOWN).replace("Börja smått.", "Köp nu."))
    rehash(branch, twin)
    branch.write(queued, stored(a_submission(id=SHOWN_ID)).document.text)
    branch.write("content/pages/svar.md review", branch.text(CAME_IN))
    branch.write("content/pages/nyhet.md schema", branch.text(NEWS))
    branch.write("content/pages/larande-exempel/kop.md", "---\ntitle: x\n---\n\nx\n")
    branch.write("content/tips/kop.md", branch.text(SHOWN))
    branch.write("content/news/svar.md", branch.text(CAME_IN))
    branch.write("content/news/FC-2026-005.md", branch.text(NEWS))
    branch.edit(PAGE, "Vi ses.", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x")
    branch.edit(NEWS, "title: Ny", "title: Köp\ntitle: Ny")
    branch.edit(NEWS_OF_SHOWN, SHOWN_ID, "FC-2026-020")
    branch.edit(EVENT, "title: Seminarium", 'title: "Semi\\e[31mnarium"')
    branch.edit(TIP, "title: Lyssna", 'title: "Lyssna \\u202e"')
    branch.edit(CAME_IN, "id: FC-2026-020", "id: FC-２０２６-020")
    branch.remove(FOCUS_AREA)
    return {
        f"{SHOWN} id",
        f"{queued} id",
        "content/pages/svar.md review",
        "content/pages/nyhet.md schema",
        "content/pages/larande-exempel/kop.md",
        "content/tips/kop.md id",
        "content/news/svar.md id",
        "content/news/FC-2026-005.md",
        PAGE,
        NEWS,
        f"{NEWS_OF_SHOWN} example",
        EVENT,
        TIP,
        f"{CAME_IN} id",
        f"{SHOWN} focus_areas.1",
    }


def test_what_a_check_of_the_base_refuses_is_refused_before(branch):
    refused = disguises(branch)
    problems = Problems()
    check_folder(branch.root, problems)
    places = set(map(location_text, problems.errors))
    found = wrong(branch, approved=[BO, ANNA]).keys()

    assert refused <= places
    assert places <= found, places - found


def test_an_unsound_redirect_is_refused(branch):
    text = "redirects:\n  - from: x/\n    to: {}\n"
    branch.write("site_config/redirects.yml", text.format("https://evil.example/"))
    assert wrong(branch, approved=[ANNA]).keys() == {"site_config/redirects.yml redirects.1.to"}

    branch.write("site_config/redirects.yml", text.format("om/"))
    assert wrong(branch) == {"site_config/redirects.yml": _(UNSEEN)}
    assert passes(branch, approved=[ANNA])


def test_a_retired_term_stays_where_it_is_used_and_one_taken_away_does_not(branch):
    words = "site_config/vocabularies.yml"
    branch.edit(words, "Arbetssatt\n", "Arbetssätt\n      replaced_by: metod\n")
    assert passes(branch, approved=[CILLA])

    text = branch.text(words)
    start = text.index("    - id: arbetssatt\n")
    branch.write(words, text[:start] + text[text.index("    - id: metod\n", start) :])
    assert wrong(branch, approved=[CILLA]).keys() == {
        f"{SHOWN} kind",
        f"{EARLIER} kind",
    }


def test_words_that_someone_typed_change_no_approved_example(branch):
    branch.edit(SHOWN, "kind: arbetssatt", "Typ av exempel: Arbetssatt")

    assert passes(branch, approved=[CILLA])

    branch.edit(SHOWN, "Typ av exempel: Arbetssatt", "Typ av exempel: Metod")
    assert f"{SHOWN} review.content_hash" in wrong(branch, approved=[CILLA])


def test_two_see_a_change_of_which_perspective_asks_for_consent(branch):
    words = "site_config/vocabularies.yml"
    perspective = "  perspectives:\n    - id: jag\n      label: Jag\n      means: own-experience\n"
    branch.write(words, branch.text(words) + perspective)

    assert wrong(branch, approved=[CILLA]) == {words: _(BY_TWO)}
    assert passes(branch, approved=[CILLA, DAVE])


@pytest.mark.parametrize(
    ("before", "after"),
    [("email: ", "email: x"), ('form_receiver: ""', "form_receiver: https://a.example/")],
)
def test_two_see_a_change_of_who_gets_the_answers_of_senders(branch, before, after):
    organisation = "site_config/organisation.yml"
    branch.edit(organisation, f"\n{before}", f"\n{after}")

    assert wrong(branch, approved=[CILLA]) == {organisation: _(BY_TWO)}
    assert passes(branch, approved=[CILLA, DAVE])


# ---- Files of other kinds ----

A_PAGE = "content/pages/ny.md"


def test_a_program_or_a_link_is_no_content(branch):
    paths = (NEWS, SHOWN, WAITING, PICTURE, A_PAGE)
    branch.write(A_PAGE, "x")
    for path in paths:
        (branch.root / path).chmod(0o755)
    assert {*paths} <= wrong(branch, approved=[BO, ANNA]).keys()

    for path in paths:
        branch.remove(path)
        (branch.root / path).symlink_to(branch.root / TIP)
    assert {*paths} <= wrong(branch, approved=[BO, ANNA]).keys()


def test_a_link_is_no_setting(branch):
    path = "site_config/redirects.yml"
    (branch.root / path).symlink_to(branch.root / TIP)

    assert path in wrong(branch, approved=[BO, ANNA])


def test_pictures_and_documents_may_lie_beside_the_pages(branch):
    branch.write("content/pages/om/plan-2026.pdf", b"%PDF-1.7 plan")
    branch.write("content/pages/om/huset.png", b"picture")
    assert passes(branch, approved=[ANNA])

    branch.write("content/pages/om/svar.csv", "namn;telefon")
    branch.write("content/pages/om/skript.html", "<p>")
    assert wrong(branch, approved=[ANNA]).keys() >= {
        "content/pages/om/svar.csv",
        "content/pages/om/skript.html",
    }


THEME = (
    "mkdocs.yml",
    "mallar/main.html",
    "krok.py",
    "content/pages/stil/egen.css",
    "content/pages/egen.min.js",
    "content/pages/samtal.txt",
)


def with_a_theme(branch) -> None:
    config = branch.text("mkdocs.yml").replace("theme:\n", "theme:\n  custom_dir: mallar\n")
    names = "hooks: [krok.py]\nextra_css: [stil/egen.css]\nextra_templates: [samtal.txt]\n"
    branch.write("mkdocs.yml", f"{config}{names}extra_javascript: [egen.min.js]\n")
    for path in THEME[1:]:
        branch.write(path, "x")


def test_templates_hooks_and_scripts_come_alone_and_are_seen_by_two(branch):
    with_a_theme(branch)

    assert wrong(branch, approved=[ANNA]) == dict.fromkeys(THEME, _(BY_TWO))
    assert passes(branch, approved=[ANNA, CILLA])


def test_what_mkdocs_yml_inherits_is_read_as_if_it_stood_there(branch):
    branch.write("mkdocs.yml", f"INHERIT: grund.yml\n{branch.text('mkdocs.yml')}")
    branch.write("grund.yml", "INHERIT: mer/mer.yml\n")
    branch.write("mer/mer.yml", "hooks: [content/pages/krok.py]\n")

    says = wrong(branch, approved=[ANNA, CILLA])
    assert says == {"mkdocs.yml hooks": _("must lie outside the project's content: it is code")}


def test_templates_hooks_and_scripts_never_come_with_content(branch):
    with_a_theme(branch)
    branch.write(A_PAGE, "---\ntitle: Ny\n---\n\nNy\n")

    says = _("can't be changed together with content")
    assert wrong(branch, approved=[ANNA, CILLA]) == dict.fromkeys(THEME, says)


def test_a_folder_that_is_a_link_is_no_content(branch):
    (branch.root / "content/news").rename(branch.root / "news")
    (branch.root / "content/news").symlink_to("../news")

    assert {"content/news", "news/ny-oversikt.md"} <= wrong(branch, approved=[BO, ANNA]).keys()


def test_another_repository_is_no_content_though_it_asks_to_be_left_unseen(branch):
    with branch.at_the_base():
        ignored = '[submodule "x"]\n\tpath = content/pages/x\n\turl = ./x\n\tignore = all\n'
        branch.write(".gitmodules", ignored)
    branch.merge()
    entry = f"160000,{branch.git('rev-parse', 'HEAD')},content/pages/x"
    branch.git("update-index", "--add", "--cacheinfo", entry)
    branch.git("commit", "--quiet", "--message", "x")
    (branch.root / "content/pages/x").mkdir()

    assert "content/pages/x" in wrong(branch, approved=[BO, ANNA])


def test_what_is_too_large_is_refused_unread(branch):
    branch.write("content/media/ny.png", b"x" * 10_000_001)
    branch.write("content/news/ny.md", b"x" * 1_000_001)
    branch.write("site_config/vocabularies.yml", b"#" + b"x" * 1_000_001)

    assert wrong(branch, approved=[ANNA]).keys() == {
        "content/media/ny.png",
        "content/news/ny.md",
        "site_config/vocabularies.yml",
    }


def test_two_names_that_are_one_to_some_computers_are_refused(branch):
    branch.write("content/media/fc-2026-005.jpg", b"money")
    branch.write("content/media/fc-2026-777.jpg", b"trees")

    assert wrong(branch, approved=[ANNA]).keys() == {"content/media/fc-2026-005.jpg"}


def test_line_ends_and_marks_of_order_change_nothing(branch):
    facts = branch.facts(**BOTH)
    branch.command(*APPROVE)
    for path in (NEW, NEW_NEWS):
        raw = b"\xef\xbb\xbf" + branch.text(path).replace("\n", "\r\n").encode()
        branch.write(path, raw)

    assert passes(branch, facts)


# ---- Odd, and no traceback ----


@pytest.mark.parametrize("year", ["9999", "0001"])
def test_an_odd_time_is_refused_in_words(branch, year):
    branch.command(*APPROVE)
    branch.write(NEW, branch.text(NEW).replace("at: '2026", f"at: '{year}"))

    assert f"{NEW} review.published" in wrong(branch, **BOTH)


def test_a_home_that_is_nowhere_is_refused_in_words(branch):
    branch.command(*APPROVE)
    branch.edit(NEW, "municipality: huddinge\n", "")
    rehash(branch, NEW)

    assert f"{NEW} municipality" in wrong(branch, **BOTH)
