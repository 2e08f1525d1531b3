"""mkdocs.yml as MkDocs would take it, before it is asked to build with it."""

import pytest

from exempelbank.building.build import Build
from exempelbank.cli.checking import check_folder
from exempelbank.plugin.commands import build_with_mkdocs
from exempelbank.plugin.faults import config_faults
from exempelbank.problems import Problems
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from tests.builders import PROJECT
from tests.rules.knobs import mkdocs_yml_with
from tests.rules.trial import a_small_project
from tests.site.builders import write


def faults_of(folder, text):
    (folder / "content/pages").mkdir(parents=True)
    write(folder, "mkdocs.yml", text)
    return [*config_faults(read_mkdocs_file(folder))]


def test_the_sample_has_none():
    assert [*config_faults(read_mkdocs_file(PROJECT))] == []


@pytest.mark.parametrize(
    ("further", "label", "said"),
    [
        ("strict: kanske", "strict", "true eller false"),
        ("site_author: [a]", "site_author", "en text"),
        ("watch: [finns-inte]", "watch", "finns-inte"),
        ("markdown_extensions: [{toc: {permalnk: 1}}]", "markdown_extensions: toc", "”permalink”"),
        ("markdown_extensions: {toc: {permalnk: 1}}", "markdown_extensions: toc", "”permalink”"),
        ("markdown_extensions: [{toc: {toc_depth: x}}]", "markdown_extensions", "'x'"),
        ("markdown_extensions: tables", "markdown_extensions", "en lista"),
        ("hooks: krok.py", "hooks", "en lista"),
        ("theme: [material]", "theme", "en text"),
        ("them: x", "them", "”theme”"),
    ],
)
def test_what_mkdocs_would_not_take_is_told_with_its_line(tmp_path, further, label, said):
    (fault,) = faults_of(tmp_path, mkdocs_yml_with(further))

    assert fault.location.label == label and fault.location.line
    assert said in str(fault)


def test_a_plugin_alone_is_no_list_of_them(tmp_path):
    (fault,) = faults_of(tmp_path, "site_name: x\nplugins: exempelbank\n")

    assert str(fault.location) == "mkdocs.yml:2 (plugins)" and "en lista" in fault.says


def test_what_mkdocs_alone_can_not_read_is_told(tmp_path):
    (fault,) = faults_of(tmp_path, "site_name: x\nextra: {a: !!python/name:b.c}\n")

    assert str(fault) == "mkdocs.yml: fel: är inte skriven som den ska"


def test_an_extension_may_be_told_what_it_hands_on_to_others(tmp_path):
    footnotes = "{footnotes: {BACKLINK_TEXT: x}}"

    assert faults_of(tmp_path, f"site_name: x\nmarkdown_extensions: [extra: {footnotes}]\n") == []


def test_all_are_told_at_once(tmp_path):
    wrong = "strict: kanske\nuse_directory_urls: kanske\nthem: x\n"

    labels = {one.location.label for one in faults_of(tmp_path, f"site_name: x\n{wrong}")}

    assert labels == {"strict", "use_directory_urls", "them"}


def test_what_comes_from_the_environment_is_not_known(tmp_path):
    assert faults_of(tmp_path, "site_name: x\nstrict: !ENV [STRICT, true]\n") == []


def test_no_code_of_the_project_is_run(tmp_path, monkeypatch):
    write(tmp_path, "krok.py", "raise SystemExit")
    write(tmp_path, "egen.py", "raise SystemExit")
    monkeypatch.syspath_prepend(tmp_path)

    assert faults_of(tmp_path, "hooks: [krok.py]\nmarkdown_extensions: [egen: {a: 1}]\n") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: x\nnav: [\ntheme: material\n", "mkdocs.yml:4"),
        (mkdocs_yml_with("strict: kanske"), "(strict)"),
        (mkdocs_yml_with("plugins: [finns-inte]"), "(plugins: finns-inte)"),
        (mkdocs_yml_with("docs_dir: docs"), "(docs_dir)"),
    ],
)
def test_check_and_a_build_say_the_same(tmp_path, capsys, text, place):
    root, checked = a_small_project(tmp_path), Problems()
    write(root, "content/pages/stil.css", "")
    write(root, "mkdocs.yml", text if "nav" in text else f"{text}\nextra_css: [stil.css]\n")

    check_folder(root, checked)

    assert not build_with_mkdocs(Build(root), None, strict=False)
    (error,) = checked.errors
    assert place in str(error)
    assert capsys.readouterr().err == f"{error}\n"
