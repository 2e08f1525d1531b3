"""Whatever a build would refuse or stop at, `check` names: files, pages, pictures, redirects."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from exempelbank.markdown_pages import layout_file
from exempelbank.problems import Problems
from exempelbank.review.project_checks.project import check_project
from exempelbank.settings import Settings, load_settings
from exempelbank.site.assembly import assemble_site
from exempelbank.site.planned_site import plan_site
from tests.builders import PROJECT, TODAY, a_picture, a_published, a_submission, sample_settings
from tests.review.builders import a_project, run, stored, write

SETTINGS = sample_settings()
PAGE = "---\ntitle: Om oss\n---\n\nHej\n"
RECORD = stored(a_submission()).document.text
CONFLICT = "\n<<<<<<< HEAD\na, b\n=======\nc, d\n>>>>>>> gren\n"


def redirects(*pairs):
    lines = "".join(f"  - from: '{old}'\n    to: '{new}'\n" for old, new in pairs)
    return {"site_config/redirects.yml": f"redirects:\n{lines}"}


@pytest.fixture
def project(tmp_path):
    root = a_project(tmp_path, stored(a_published()))
    write(root, "content/pages/om/index.md", PAGE)
    shutil.copy(PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def put(root: Path, files) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def found_in(root: Path, settings: Settings | None = None) -> Problems:
    problems = Problems()
    if settings := settings or load_settings(root, problems):
        plan = partial(plan_site, root, settings, TODAY)
        check_project(root, settings, TODAY, problems, plan)
    return problems


def refused_by_build(root: Path, settings: Settings | None = None) -> set[str]:
    problems = Problems()
    if settings := settings or load_settings(root, problems):
        assemble_site(root, settings, TODAY, problems)
    return {problem.location.path for problem in problems.errors}


# What is put there, and the file that is wrong when it is not the first.
BROKEN = {
    # Pages
    "no front matter": {"content/pages/x.md": "Hej"},
    "nothing at all": {"content/pages/x.md": ""},
    "no title": {"content/pages/x.md": "---\ndescription: Hej\n---\n"},
    "a blank title": {"content/pages/x.md": "---\ntitle: '  '\n---\n"},
    "a field that is not there": {"content/pages/x.md": "---\ntitle: a\nauthor: b\n---\n"},
    "a section that is not there": {"content/pages/x.md": "---\ntitle: a\nsection: b\n---\n"},
    "a day that nobody means": {"content/pages/x.md": "---\ntitle: a\nupdated: 0001-01-01\n---\n"},
    "not UTF-8": {"content/pages/x.md": b"---\ntitle: \xe5\n---\n"},
    "a turning sign": {"content/pages/x.md": '---\ntitle: "a\\u202eb"\n---\n'},
    "conflict marks in a page": {"content/pages/om/x.md": PAGE + CONFLICT},
    # Records among pages
    "a record among pages": {"content/pages/x.md": RECORD},
    "a record deep among pages": {"content/pages/om/djup/y/x.md": RECORD},
    "a record as text": {"content/pages/x.txt": RECORD},
    "a record with another ending": {"content/pages/om/x.markdown": RECORD},
    "a record that poses as a picture": {"content/pages/om/x.png": RECORD},
    "a record in capitals": {"content/pages/x.MD": RECORD},
    "a record without its review": {
        "content/pages/x.md": RECORD.replace("review:", "granskning:").replace("schema: 1\n", "")
    },
    "a table beside pages": {"content/pages/svar.csv": "a,b"},
    "a program beside pages": {"content/pages/x.html": "<script>1</script>"},
    # Addresses
    "the start page": {"content/pages/index.md": PAGE},
    "a section": {"content/pages/nyheter.md": PAGE},
    "within a section": {"content/pages/larande-exempel/x.md": PAGE},
    "within a section, in capitals": {"content/pages/Larande-Exempel/x.md": PAGE},
    "the search": {"content/pages/sok/x.md": PAGE},
    "the data": {"content/pages/data.md": PAGE},
    "the feeds' page": {"content/pages/prenumerera/index.md": PAGE},
    "the assets": {"content/pages/assets/x.md": PAGE},
    "a page of ours among yours": {"content/pages/om/checklista.md": PAGE},
    "a picture in a section": {"content/pages/nyheter/x.png": a_picture("PNG")},
    "a picture in the sitemap": {"content/pages/sitemap.xml/x.png": a_picture("PNG")},
    "two files, one address": {"content/pages/om.md": PAGE},
    "one address but for capitals": {"content/pages/X.md": PAGE, "content/pages/x.md": PAGE},
    "two ways to begin a folder": {
        "content/pages/om/README.md": PAGE, "content/pages/om/index.md": PAGE
    },
    "a page where a picture lies": {
        "content/pages/x.png.md": PAGE, "content/pages/x.png": a_picture("PNG")
    },
    "a name that MkDocs keeps": {"content/pages/templates/x.md": PAGE},
    "a name by which the build has a layout printed": {f"content/pages/{layout_file(0)}": PAGE},
    # Redirects
    "to another site": redirects(("x/", "https://evil.example/")),
    "to another host": redirects(("x/", "//evil.example/")),
    "to a program": redirects(("x/", "javascript:alert(1)")),
    "upwards": redirects(("x/", "../om/")),
    "from elsewhere": redirects(("https://evil.example/", "om/")),
    "from upwards": redirects(("../x/", "om/")),
    "to itself": redirects(("x/", "x/")),
    "in a ring": redirects(("x/", "y/"), ("y/", "x/")),
    "to one that leads on": redirects(("x/", "y/"), ("y/", "om/")),
    "from a page": redirects(("om/", "nyheter/")),
    "from a record": redirects(("larande-exempel/bildstod/", "om/")),
    "from a section": redirects(("nyheter/", "om/")),
    "twice": redirects(("x/", "om/"), ("x/", "nyheter/")),
    "to nowhere": redirects(("x/", "y/")),
    "to no such record": redirects(("x/", "larande-exempel/finns-inte/")),
    "a name too long for a disk": redirects(("x" * 300 + "/", "om/")),
    "no list": {"site_config/redirects.yml": "redirects: nej\n"},
    # Pictures
    "a picture that is a text": {"content/media/x.jpg": "hej"},
    "a picture cut short": {"content/media/x.png": a_picture("PNG", (900, 900))[:90]},
    "a drawing": {"content/media/x.svg": "<svg/>"},
    "too many pixels": {"content/media/x.png": a_picture("JPEG", (8000, 6000))},
    "a program among pictures": {"content/media/x.exe": "MZ"},
    "a folder of pictures": {"content/media/a/x.jpg": a_picture()},
    # Settings
    "conflict marks in settings": {"site_config/checklist.yml": "checklist: []\n# x" + CONFLICT},
    "conflict marks among synonyms": {"site_config/synonyms.txt": CONFLICT},
    "conflict marks in a form": {"site_config/forms/x.yml": "# x" + CONFLICT},
    "conflict marks in mkdocs.yml": {"mkdocs.yml": "site_name: x\n" + CONFLICT},
    "mkdocs.yml is no YAML": {"mkdocs.yml": "site_name: [x\n"},
    "mkdocs.yml runs a program": {"mkdocs.yml": "a: !!python/object/apply:os.system [id]\n"},
    "mkdocs.yml runs it in disguise": {
        "mkdocs.yml": "%TAG !p! tag:yaml.org,2002:python/object/\n---\na: !p!apply:os.system [id]\n"
    },
    "mkdocs.yml without us": {"mkdocs.yml": "site_name: x\ndocs_dir: content/pages\n"},
    "mkdocs.yml of other pages": {"mkdocs.yml": "site_name: x\nplugins: [exempelbank]\n"},
    "records as files": {
        "mkdocs.yml": "site_name: x\nplugins: [exempelbank]\ndocs_dir: submissions\n"
    },
    "the site among the content": {
        "mkdocs.yml": "site_name: x\nplugins: [exempelbank]\ndocs_dir: content/pages\n"
        "site_dir: content/site\n"
    },
    "a plugin that is not installed": {
        "mkdocs.yml": "site_name: x\nplugins: [exempelbank, finns-inte]\ndocs_dir: content/pages\n"
    },
    "a section called assets": {"site_config/addresses.yml": "data: assets\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_an_error_and_names_its_file(project, files):
    put(project, files)
    settings = None if any("site_config" in path for path in files) else SETTINGS
    wrong = {problem.location.path for problem in found_in(project, settings).errors}

    assert wrong
    assert {path for path in wrong if path not in files} <= {
        "/".join(path.split("/")[:3]) for path in files
    }, "and nothing else is said to be wrong"


REFUSED = [
    "no title",
    "a turning sign",
    "a record among pages",
    "a record as text",
    "within a section, in capitals",
    "a page of ours among yours",
    "one address but for capitals",
    "a page where a picture lies",
    "to another site",
    "in a ring",
    "from a record",
    "to nowhere",
    "conflict marks among synonyms",
]


@pytest.mark.parametrize("files", [*map(BROKEN.get, REFUSED)], ids=REFUSED)
def test_a_build_refuses_the_same_files(project, files):
    put(project, files)

    assert refused_by_build(project) == {
        problem.location.path for problem in found_in(project).errors
    }


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("organisation", "url: https://exempelbanken.example/", "url: javascript:alert(1)"),
        ("organisation", "url: https://exempelbanken.example/", "url: https://[x/"),
        ("organisation", "url: https://exempelbanken.example/", "url: 'https://a.example/?x'"),
        ("organisation", "timezone: Europe/Stockholm", "timezone: Europe"),
        ("organisation", "licence_url: https:", "licence_url: javascript:"),
        ("organisation", "as_of: 2026-03-16", "as_of: 9999-12-31"),
        ("municipalities", "- id: solna", "- id: sida"),
        ("municipalities", "id: solna\n", "id: solna\n    districts: [{id: farsta, label: x}]\n"),
    ],
)
def test_settings_that_a_build_would_stop_at_are_errors(project, name, old, new):
    path = project / "site_config" / f"{name}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")

    assert f"site_config/{name}.yml" in {
        problem.location.path for problem in found_in(project).errors
    }
    refused_by_build(project)  # and a build says so, too, instead of failing


@pytest.mark.parametrize("when", ["0001-01-01 00:00", "9999-12-31 23:30"])
def test_days_next_to_the_end_of_time_are_refused(project, when):
    event = (
        "---\nschema: 1\ntitle: Träff\nkind: natverkstraff\noccasions:\n"
        f"  - starts: {when}\n    ends: {when[:-1]}9\n---\n"
    )
    write(project, "content/events/traff.md", event)

    assert {problem.location.path for problem in found_in(project).errors} == {
        "content/events/traff.md"
    }
    assert refused_by_build(project) == {"content/events/traff.md"}


def test_a_project_without_pages_is_not_in_order(project):
    shutil.rmtree(project / "content/pages")

    assert [problem.location.path for problem in found_in(project).errors] == ["content/pages"]


def test_conflict_marks_are_named_though_the_settings_cannot_be_read(project, capsys):
    write(project, "site_config/organisation.yml", CONFLICT)

    assert run(project, "check") == 1
    assert "<<<<<<<" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("submissions/FC-2026-014.md", RECORD.replace("title: ", 'summary: "a\\eb"\ntitle: ', 1)),
        ("content/examples/x.md", PAGE.replace("Om oss", '"a\\eb"')),
        ("content/news/x.md", PAGE.replace("Om oss", '"a\\eb"')),
        ("content/pages/x.md", PAGE.replace("Om oss", '"a\\eb"')),
        ("content/pages/x.md", PAGE + "a\x1bb"),
        ("site_config/organisation.yml", '"na\\em": a\n'),
        ("site_config/reviewers.yml", 'reviewers: [{id: a, name: "a\\eb"}]\n'),
        ("site_config/forms/x.yml", 'version: 1\nform: "a\\eb"\n'),
        ("site_config/redirects.yml", 'redirects: [{from: "a\\eb/", to: om/}]\n'),
        ("site_config/synonyms.txt", "a\x1bb, c\n"),
        ("mkdocs.yml", 'site_name: "a\\eb"\n'),
    ],
)
def test_a_hidden_character_is_named_wherever_it_is_read(project, path, text, capsys):
    put(project, {path: text})

    assert run(project, "check") == 1
    printed = capsys.readouterr().out
    assert path in printed and "U+001B" in printed and "\x1b" not in printed


LINKED = [
    "content/pages/x.md",
    "content/pages/x.png",
    "content/pages/mapp",
    "content/media/x.jpg",
    "content/examples/x.md",
    "content/news/x.md",
    "submissions/FC-2026-099.md",
    "site_config/redirects.yml",
    "site_config/synonyms.txt",
    "site_config/forms/x.yml",
    "site_config/schemas/mapp",
]


@pytest.mark.parametrize("target", ["outside.md", "folder", "finns-inte"])
def test_a_link_is_an_error_wherever_it_lies(project, target, capsys):
    outside = project.parent / f"{project.name}-outside"
    (outside / "folder").mkdir(parents=True)
    (outside / "outside.md").write_text(PAGE)
    for path in LINKED:
        (project / path).unlink(missing_ok=True)
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).symlink_to(outside / target)

    wrong = [problem.location.path for problem in found_in(project).errors]
    assert sorted({*wrong}) == sorted(LINKED)
    assert run(project, "check") == 1
    assert capsys.readouterr().out.count("site_config/redirects.yml") == 1, "and told once"


@pytest.mark.parametrize("folder", ["content", "content/pages", "submissions", "site_config"])
def test_a_folder_that_is_a_link_is_an_error(project, folder):
    (project / "submissions").mkdir()
    (project / folder).rename(project / "elsewhere")
    (project / folder).symlink_to(project / "elsewhere")

    assert folder in [problem.location.path for problem in found_in(project).errors]


SOUND = {
    "pages of every depth": {"content/pages/a/b/c.md": PAGE, "content/pages/a.md": PAGE},
    "names as people write them": {"content/pages/Våra möten.md": PAGE},
    "a page where a section begins alike": {"content/pages/nyheter-fran-oss.md": PAGE},
    "pictures and documents beside": {
        "content/pages/om/bild 1.png": a_picture("PNG"),
        "content/pages/om/plan.pdf": "%PDF",
        "content/pages/om/x.md": PAGE + "![a](bild%201.png) ![b](<bild 1.png>) [c](plan.pdf)\n"
        "![d](/om/bild%201.png) <img src='../bild 1.png' alt=''> <img src='bild%201.png'>\n",
    },
    "pictures in code": {
        "content/pages/x.md": PAGE + "`![c](d.png)` `![a](https://a.example/b.png)`\n\n"
        "    ![e](f.png)\n\n[g](mailto:a@b.example) [h](#i) [j](/nyheter/) [k](om/index.md)\n"
        "\n## I\n"
    },
    "what an editor or a computer leaves": {
        "content/.DS_Store": "x",
        "content/media/.gitkeep": "",
        "site_config/.x.yml.swp": "x",
    },
    "pictures of each kind": {
        f"content/media/x{number}.{ending}": a_picture(kind)
        for number, (ending, kind) in enumerate(
            [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("jpeg", "JPEG")]
        )
    },
    "redirects": redirects(
        ("gammal/", "om/"),
        ("larande-exempel/gammalt-namn/", "larande-exempel/bildstod/"),
        ("apt/", "larande-exempel/bildstod/apt/"),
        ("solna/", "kommuner/solna/"),
        ("solnas/", "larande-exempel/kommun/solna/"),
        ("hem/", ""),
        ("historia/", "om/organisation/"),
    ),
    "an empty list of redirects": {"site_config/redirects.yml": ""},
    "MkDocs's own settings": {
        "mkdocs.yml": "site_name: !ENV [NAMN, x]\ndocs_dir: content/pages\n"
        "theme: {name: material}\nplugins:\n  - info\n  - exempelbank: {}\n"
        "markdown_extensions:\n  - toc:\n      slugify: !!python/name:a.b\n"
        "  - pymdownx.tabbed:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify\n"
        "        kwds: {case: lower}\n"
    },
    "settings from another file": {"mkdocs.yml": "INHERIT: gemensam.yml\n", "gemensam.yml": ""},
}  # fmt: skip


@pytest.mark.parametrize("files", SOUND.values(), ids=SOUND)
def test_what_is_right_is_in_order(project, files):
    put(project, files)

    assert [str(problem) for problem in found_in(project)] == []
    assert refused_by_build(project) == set()


@pytest.mark.parametrize(
    "files",
    [
        {"content/pages/x.md": PAGE + "[a](finns-inte.md)\n"},
        {"content/pages/om/x.md": PAGE + "[a](plan.pdf)\n"},
        {"content/pages/x.md": PAGE + "![a](finns-inte.png)\n"},
        {"content/pages/om/x.md": PAGE + "\n![a](../media/x.png)\n"},
        {"content/pages/x.md": PAGE + "![a](/om/finns-inte.png)\n"},
        {"content/pages/x.md": PAGE + "![a][b]\n\n[b]: finns-inte.png\n"},
        {"content/pages/x.md": PAGE + "\n<img alt='' src='finns-inte.png'>\n"},
        {"content/exampels/x.md": RECORD},
        {"content/x.md": RECORD},
        {"site_config/reviewers.yaml": "reviewers: []\n"},
    ],
)
def test_what_leads_nowhere_or_is_never_read_is_warned_of(project, files):
    put(project, files)
    found = found_in(project)

    assert [*map(str, found.errors)] == []
    assert len(found.warnings) == 1


def test_a_missing_picture_is_found_on_its_line(project):
    write(project, "content/pages/x.md", PAGE + "\n![a](finns-inte.png)\n")

    assert [str(problem.location) for problem in found_in(project)] == ["content/pages/x.md:7"]
