"""The export: what the site shows, and nothing else, as another program reads it."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
import yaml

from exempelbank.catalogue import LearningExample
from exempelbank.cli import main
from exempelbank.documents import read_document
from exempelbank.files.disk import write_new_folder
from exempelbank.markdown_export.export import SiteExport
from exempelbank.markdown_export.fields import LEFT_OUT, FrontMatter
from exempelbank.markdown_export.texts import ExportedTexts
from exempelbank.model.content import Indicator, Initiative, Measurement
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.kinds import CONTENT_KINDS
from exempelbank.model.review import ReviewState
from exempelbank.problems import Problems
from exempelbank.settings.menu import Menu
from exempelbank.site.assembly import assemble_site
from exempelbank.site.context import RenderContext
from tests.builders import PROJECT, TODAY, sample_settings
from tests.feeds.builders import NETWORK, a_catalogue, a_hidden, an_example, event, news, occasion
from tests.site.pages.builders import the_settings


def files_of_sample():
    assembled = assemble_site(PROJECT, sample_settings(), TODAY, Problems())
    return {path: make() for path, make in SiteExport(assembled, PROJECT).files()}, assembled


@pytest.fixture(scope="module")
def sample():
    return files_of_sample()


@pytest.fixture(scope="module")
def exported(sample):
    return sample[0]


@pytest.fixture(scope="module")
def front_matters(exported):
    return {
        path: yaml.safe_load(raw.decode().split("---\n")[1])
        for path, raw in exported.items()
        if path.startswith("content/")
    }


def front_matter_of(record, *others):
    return FrontMatter(RenderContext(a_catalogue(record, *others), the_settings(), TODAY), {}).of(
        record
    )


def test_every_page_that_tells_of_a_record_or_is_written_by_hand_has_its_file(sample):
    exported, assembled = sample
    catalogue, urls = assembled.context.catalogue, assembled.context.urls
    records = [*catalogue.public_examples, *assembled.context.news]
    records += [one for one in catalogue.content if one not in catalogue.news]
    addresses = [*map(urls.of, records), *assembled.markdown_pages]

    assert {path for path in exported if path.startswith("content/")} == {
        f"content/{address.rstrip('/')}.md" for address in addresses
    }


def test_each_page_says_where_it_stood(front_matters):
    for path, fields in front_matters.items():
        assert path == f"content{fields['url'].rstrip('/')}.md"
        assert fields["source_url"].endswith(fields["url"]) and fields["title"]


def test_what_is_chosen_is_told_by_its_id_and_its_name(front_matters):
    fields = front_matters[
        "content/larande-exempel/bildstod-i-morgonmotet-gav-lugnare-start-pa-dagen.md"
    ]

    assert fields["kind"] == {"id": "arbetssatt", "label": "Arbetssätt"}
    assert fields["networks"][0]["url"] == "/natverk/stodpedagoger/"
    assert fields["date"] == "2025-09-03"


def test_a_section_is_a_heading(exported):
    text = exported[
        "content/larande-exempel/bildstod-i-morgonmotet-gav-lugnare-start-pa-dagen.md"
    ].decode()

    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings[0] == "## Utgångsläge" and headings[-1] == "## Vi har provat"


def leaves(value):
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves(one)
    else:
        yield str(value)


def private_values():
    """What stands in the sample and is not for readers."""
    for path in sorted(PROJECT.glob("submissions/**/*.md")):
        data = read_document(path, PROJECT, Problems()).data
        yield from leaves([data["id"], data.get("source", {}), data.get("review", {})])
        yield from leaves([data.get(name, "") for name in ("title", "summary", *CONTACT)])
    for path in sorted((PROJECT / "content").glob("*/*.md")):
        data = read_document(path, PROJECT, Problems()).data
        review, source = data.get("review", {}), data.get("source", {})
        shown = ("published", "updated", "review_by", "version", "state", "versions")
        yield from leaves([one for name, one in review.items() if name not in shown])
        yield from leaves(source)
        if data.get("contact_publish") == "no":
            yield from leaves([data.get(name, "") for name in CONTACT])
        hidden = review.get("state") == "paused" or data.get("draft") == "yes"
        if hidden or date.fromisoformat(data.get("published", "2000-01-01")) > TODAY:
            yield from leaves([data.get("id", ""), data["title"], data.get("summary", "")])
    for reviewer in sample_settings().reviewers.values():
        yield from (reviewer.name, reviewer.id)


def test_nothing_that_is_not_for_readers_is_in_the_export(exported):
    private = {one for one in private_values() if len(one) > 7} - {*ReviewState}
    text = b"\n".join(raw for path, raw in exported.items() if not path.endswith(".jpg")).decode()

    assert len(private) > 100 and "Krisplan vid självskadebeteende" in private
    alone = r"(?<![\w-]){}(?![\w-])"  # a form's name is part of an initiative's
    assert [one for one in sorted(private) if re.search(alone.format(re.escape(one)), text)] == []


def test_it_is_the_same_each_time(exported):
    assert files_of_sample()[0] == exported


def test_a_field_is_told_or_left_out_on_purpose():
    names = {name for kind in (LearningExample, *CONTENT_KINDS) for name in kind.model_fields}

    assert names >= LEFT_OUT and "contact_name" in names - LEFT_OUT
    assert set(Example.model_fields) & LEFT_OUT == {
        *("schema_version", "sections", "image", "contact_publish")
    }


def test_a_contact_who_has_not_agreed_is_not_told(front_matters):
    silent = [
        fields
        for path, fields in front_matters.items()
        if fields["record"] == "example" and "contact_email" not in fields
    ]

    assert silent and not any("contact_name" in fields for fields in silent)


def test_what_refers_to_what_is_hidden_does_not_name_it():
    hidden = a_hidden(id="FC-2026-020", review={"state": "paused"})
    initiative = Initiative(
        id="fler", title="Fler", status="pagar", examples=("FC-2026-014", "FC-2026-020")
    )

    fields = front_matter_of(initiative, an_example(), hidden)

    assert [one["id"] for one in fields["examples"]] == ["FC-2026-014"]


def test_a_link_to_what_is_hidden_or_yet_to_come_is_its_words():
    hidden = a_hidden("en-plan-for-anna", id="FC-2026-020", review={"state": "paused"})
    coming = news("i-maj", date(2026, 5, 1), title="I maj")
    item = news(text="[Planen](FC-2026-020), [exemplet](FC-2026-014), [sedan](i-maj.md)")
    context = RenderContext(a_catalogue(an_example(), hidden, coming, item), the_settings(), TODAY)

    text = ExportedTexts(context, PROJECT).of(item)

    assert text == "Planen, [exemplet](/larande-exempel/bildstod/), sedan\n"


@pytest.mark.parametrize(
    ("day", "came", "shown"),
    [("2026-03-02", 34, 34), ("2026-03-02", 4, None), ("2026-04-14", 34, None)],
)
def test_how_many_came_is_told_of_what_has_been_and_not_when_they_are_few(day, came, shown):
    met = event("traff", occasion(f"{day} 13:00", f"{day} 15:00"), participants=came)

    assert front_matter_of(met).get("participants") == shown


def test_nobody_is_sent_to_a_network_that_has_ended():
    network = NETWORK.model_copy(
        update={"contact_email": "natverk@kommun.example", "learnt": "Att ses oftare."}
    )
    ended = network.model_copy(update={"status": "avslutat"})

    assert "contact_email" in front_matter_of(network) and "learnt" not in front_matter_of(network)
    assert "contact_email" not in front_matter_of(ended) and "learnt" in front_matter_of(ended)


def test_nought_is_told():
    value = Measurement(day=TODAY, value=0)
    indicator = Indicator(name="Avbrott", values=(value,))

    fields = front_matter_of(Initiative(id="x", title="X", status="pagar", indicators=(indicator,)))

    assert fields["indicators"][0]["values"] == [{"day": TODAY.isoformat(), "value": 0}]


# ---- On disk ----


def test_nothing_is_left_when_a_file_can_not_be_made(tmp_path):
    def files():
        yield "a.md", b"a"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_new_folder(tmp_path / "ut", files())

    assert [*tmp_path.iterdir()] == []


def test_a_section_that_the_site_is_without_is_not_told_of():
    settings = replace(sample_settings(), menu=Menu(off=("news", "initiatives")))
    assembled = assemble_site(PROJECT, settings, TODAY, Problems())
    exported = dict(SiteExport(assembled, PROJECT).files())

    addresses = [one["url"] for one in json.loads(exported["data/sections.json"]())]
    assert "/kalendarium/" in addresses
    assert not {"/nyheter/", "/insatser/"} & {*addresses}
    assert not [path for path in exported if path.startswith("content/nyheter/")]


def test_the_command_writes_the_files_and_never_over_others(tmp_path, capsys, exported):
    folder = tmp_path / "ut"
    assert main(["--project", str(PROJECT), "export", str(folder)]) == 0
    (folder / "README.md").write_text("min egen", "utf-8")

    assert main(["--project", str(PROJECT), "export", str(folder)]) == 1

    assert "finns redan" in capsys.readouterr().err
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert written == set(exported)
    assert (folder / "README.md").read_text("utf-8") == "min egen"


def test_a_personal_number_stops_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(SiteExport, "_readme", lambda _self: b"811228-9874\n")

    assert main(["--project", str(PROJECT), "export", str(tmp_path / "ut")]) == 1

    assert "README.md" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []
