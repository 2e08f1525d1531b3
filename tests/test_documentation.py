"""Our documentation, built as `make docs` does: links lead somewhere, and nothing is fetched."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from exempelbank.checks import check_record
from exempelbank.cli import main
from exempelbank.intake.form.descriptions import MAPPING_DESCRIPTIONS
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.field_kinds import FIELD_KINDS
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.markdown_pages import PageFrontMatter
from exempelbank.model.descriptions import FIELD_DESCRIPTIONS
from exempelbank.model.example import Example, Section
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.model.record import FrozenModel
from exempelbank.nouns import NounsOf
from exempelbank.problems import Problems
from exempelbank.records import document_from_bytes, record_from
from exempelbank.settings.descriptions import SETTING_DESCRIPTIONS
from exempelbank.settings.files import SETTINGS_FILES
from exempelbank.settings.json_schema import schema_of
from tests.builders import PROJECT, sample_settings

CONFIG = PROJECT / "tools" / "docs" / "mkdocs.yml"
CATALOGUE = PROJECT / "generator/exempelbank/locale/sv/LC_MESSAGES/exempelbank.po"
GUIDES = sorted((PROJECT / "docs").glob("*.md"))
# Whatever may name a file of docs/, but for the texts that only programs read.
NAMING = [
    path
    for pattern in (
        "*.md",
        "docs/**/*",
        "generator/**/*.py",
        "site_config/**/*.yml",
        ".github/**/*.yml",
        ".forgejo/**/*",
    )
    for path in PROJECT.glob(pattern)
    if path.is_file()
]


def build(config: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """By the command that stands in the Makefile."""
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    [words] = re.findall(r"\$\(BIN\)/(mkdocs build .*) --config-file", makefile)
    return subprocess.run(
        [sys.executable, "-m", *words.split(), "-f", str(config), "-d", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    done = build(CONFIG, folder)
    assert done.returncode == 0, done.stderr
    return folder


def pages(built: Path) -> dict[str, str]:
    """By address."""
    return {
        path.parent.relative_to(built).as_posix(): path.read_text("utf-8")
        for path in built.rglob("index.html")
    }


def test_a_link_that_leads_nowhere_stops_the_build(tmp_path):
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    guide = tmp_path / "docs" / "search.md"
    guide.write_text(guide.read_text("utf-8") + "[a](index.md#b) [c](d.md)", "utf-8")
    inherits = {
        "INHERIT": str(CONFIG),
        "docs_dir": "docs",
        "hooks": [str(CONFIG.parent / "hooks.py")],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(inherits), "utf-8")

    done = build(tmp_path / "mkdocs.yml", tmp_path / "site")

    warnings = re.findall(r"^WARNING.*", done.stderr, re.MULTILINE)
    assert done.returncode == 1
    assert len(warnings) == 2
    assert "d.md" in warnings[0] and "#b" in warnings[1]


def test_every_guide_is_a_page_that_search_finds(built):
    index = json.loads((built / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0].rstrip("/") or "." for entry in index["docs"]}

    assert len(GUIDES) > 10
    assert {"." if path.stem == "index" else path.stem for path in GUIDES} <= found
    assert found == set(pages(built))


def test_what_a_guide_names_by_its_number_is_in_the_sample():
    ids = re.compile(r"\bFC-[0-9]{4}-[0-9]{3}\b")
    records = [*PROJECT.glob("content/*/*.md"), *PROJECT.glob("submissions/**/*.md")]
    known = {
        id for path in records for id in re.findall(r"^id: (\S+)", path.read_text("utf-8"), re.M)
    }
    named = {(path.name, id) for path in GUIDES for id in ids.findall(path.read_text("utf-8"))}

    assert len(named) > 5
    assert [(guide, id) for guide, id in sorted(named) if id not in known] == []


def test_nothing_is_fetched_from_elsewhere(built):
    fetched = [
        address
        for page in pages(built).values()
        for element in re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*>", page)
        if "canonical" not in element
        for address in re.findall(r'(?:src|href)="([^"]*)"', element)
    ]

    assert len(fetched) > 50
    assert [address for address in fetched if re.match(r"(?:https?:)?//", address)] == []


def test_what_is_written_as_a_list_a_table_or_code_is_shown_as_one(built):
    """Forges are kinder to indents than MkDocs is."""
    text = re.compile(r"<(p|li|td)>(?:(?!</?\1>).)*", re.DOTALL)
    raw = re.compile(r"^\s*(?:[-*] |\d+\. |```|\||!!! |<div)", re.MULTILINE)
    shown = [
        (address, found[0])
        for address, page in pages(built).items()
        for found in text.finditer(re.sub(r"<(pre|code)>.*?</\1>", "", page, flags=re.DOTALL))
    ]

    assert len(shown) > 1000
    assert [
        (address, said) for address, said in shown if raw.search(re.sub("<[^>]*>", "", said))
    ] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_what_stands_in_a_list_is_indented_by_four(path):
    """With fewer, MkDocs puts it beside the item that it belongs to."""
    text = re.sub(r"^(```.*?^```|---.*?^---)$", "", path.read_text("utf-8"), flags=re.S | re.M)

    assert re.findall(r"^ {1,3}(?:[-*]|[0-9]+\.|```).*", text, re.MULTILINE) == []


def test_a_guide_leads_only_where_a_forge_can_follow(built):
    """On a forge there are no pages that are made in a build."""
    made = {*pages(built)} - {path.stem for path in GUIDES} - {"."}
    assert made == {"changelog", "contributing", "falt", "installningar"}

    for address in {*pages(built)} - made:
        [article] = re.findall(r"<article.*?</article>", pages(built)[address], re.DOTALL)
        assert not re.search(rf'href="(?:\.\./)?(?:{"|".join(made)})/', article), address


def test_a_file_of_docs_that_is_named_is_there():
    named = {
        (name, path.name)
        for path in NAMING
        for name in re.findall(r"(?<!/)\bdocs/[a-z/-]+\.(?:md|txt)\b", path.read_text("utf-8"))
    }

    assert len(named) > 20
    assert {(name, where) for name, where in named if not (PROJECT / name).exists()} == set()


# ---- What the guides say of the program ----


def test_what_the_guide_says_that_the_program_says_is_what_it_says():
    guide = (PROJECT / "docs" / "nar-det-blir-fel.md").read_text("utf-8")
    tables = re.findall(r"^\| Det står .*\n\|-.*\n((?:\|.*\n)+)", guide, re.MULTILINE)
    quoted = [row.strip("| ").split(" | ")[0] for rows in tables for row in rows.splitlines()]
    with CATALOGUE.open("rb") as file:
        texts = [message.string for message in read_po(file)]
    nouns = NounsOf("sv", {})
    said = {
        re.sub(r"\{\w+\}", "…", nouns.put_into(text))
        for each in texts
        for text in ([each] if isinstance(each, str) else each)
    }

    assert len(quoted) > 20
    assert [text for text in quoted if text not in said] == []


def test_the_commands_that_the_guides_show_are_understood(tmp_path, capsys):
    code = re.compile(r"^```(.*)\n((?s:.*?))^```", re.MULTILINE)
    shown = {
        line.partition("exempelbank ")[2]
        for path in [*GUIDES, PROJECT / "README.md"]
        for language, block in code.findall(path.read_text("utf-8"))
        if language in ("", "sh")
        for line in block.splitlines()
        if re.match("exempelbank [a-z]", line)
    }

    assert len(shown) > 40
    for command in shown:
        # There is no project here, so what is understood is not done. Else it exits with 2.
        assert main(["--project", str(tmp_path), *shlex.split(command, comments=True)]) == 1


def test_the_guide_of_forms_names_every_field_and_every_tool():
    guide = (PROJECT / "docs" / "koppla-formular.md").read_text("utf-8")

    assert [name for name in (*FIELD_KINDS, *DIALECTS) if f"`{name}`" not in guide] == []


def test_the_files_that_the_guide_shows_have_nothing_wrong_with_them():
    guide = (PROJECT / "docs" / "nyheter-och-kalender.md").read_text("utf-8")
    shown = re.findall(r'^```yaml title="([^"]+)"\n(.*?)^```', guide, re.MULTILINE | re.DOTALL)
    kinds = {kind.record.folder: kind.record for kind in RECORD_KINDS}

    assert len(shown) == 3
    for path, text in shown:
        problems = Problems()
        document = document_from_bytes(path, text.encode(), problems)
        record = record_from(document, kinds[path.rpartition("/")[0]], problems)
        assert record, problems.found
        check_record(document, record, sample_settings(), problems)
        assert problems.found == []


# ---- The reference that is made from the program ----


def keys_explained_in(page: str) -> dict[str, set[str]]:
    """The keys that have a row, with a word on what they are for, under each heading."""
    headings = re.split(r'<h[23] id="([^"]+)"', page)[1:]
    row = re.compile(r"<tr>\s*<td><code>([^<]+)</code></td>\s*<td>(?:<strong>|[^<\s])")
    return {
        anchor: set(row.findall(text))
        for anchor, text in zip(headings[::2], headings[1::2], strict=True)
    }


def parts_of(schema: dict[str, Any]) -> dict[str, set[str]]:
    """The keys of each part, by its anchor."""
    return {
        name.lower(): {*part["properties"]}
        for name, part in schema.get("$defs", {}).items()
        if "properties" in part
    }


def test_every_field_of_every_record_is_in_the_reference(built):
    explained = keys_explained_in(pages(built)["falt"])
    for kind in RECORD_KINDS:
        schema = schema_of(kind.record, sample_settings())
        anchor = kind.record.folder.removeprefix("content/").replace("/", "-")
        public = explained["example"] if issubclass(kind.record, Example) else set()

        assert explained[anchor] | public == {*schema["properties"]}
        for part, keys in parts_of(schema).items():
            assert explained[part] == keys
    assert explained["pages"] == {*PageFrontMatter.model_fields}
    assert all(f"<code>{section}</code>" in pages(built)["falt"] for section in Section)


def test_every_key_of_the_settings_is_in_the_reference(built):
    explained = keys_explained_in(pages(built)["installningar"])
    files = {path.stem for path in (PROJECT / "site_config").glob("*.yml")}

    assert files <= {*SETTINGS_FILES}
    for anchor, kind in {**SETTINGS_FILES, "forms": FormMapping}.items():
        schema = kind.model_json_schema(by_alias=True)
        assert explained[anchor] == {*schema["properties"]}
        for part, keys in parts_of(schema).items():
            assert explained[part] == keys


def test_every_key_of_the_settings_has_an_example_or_keys_of_its_own(built):
    page = pages(built)["installningar"].partition('id="ordlistor"')[0]
    rows = re.findall(r"<tr>\s*<td><code>([^<]+)</code></td>(.*?)</tr>", page, re.DOTALL)
    shown = re.compile("Till exempel|egna nycklar")

    assert len(rows) > 200
    assert {key for key, row in rows if not shown.search(row)} == {"options"}  # lists of lists


def test_nothing_is_explained_that_is_not_there():
    descriptions = {**FIELD_DESCRIPTIONS, **SETTING_DESCRIPTIONS, **MAPPING_DESCRIPTIONS}
    types = {kind.__name__: kind for kind in all_models(FrozenModel)}
    for name, fields in descriptions.items():
        known = {field for kind in all_models(types[name]) for field in kind.model_fields}
        assert {*fields} <= known, name


def all_models(kind: type[FrozenModel]) -> Iterator[type[FrozenModel]]:
    """It, and all that build on it."""
    yield kind
    for part in kind.__subclasses__():
        yield from all_models(part)
