"""The files of the index: the same each time, in chunks of a size to fetch."""

import json
import pickle
from dataclasses import replace

from exempelbank.search import build_index_files
from exempelbank.search.chunking import CHUNK_SIZES
from exempelbank.search.index_files import files_from
from tests.search.builders import a_document, an_index, bench_documents, bench_index, site_synonyms

SOFT_HYPHEN = "\u00ad"


def test_the_same_texts_give_the_same_bytes():
    one = build_index_files(bench_documents(), site_synonyms(), {})
    other = build_index_files(list(bench_documents()), site_synonyms(), {})

    assert one == other


def test_a_changed_text_gives_a_new_version():
    before, after = (
        json.loads(files_from(an_index(title), {})["index.json"])["version"]
        for title in ("Hund", "Katt")
    )

    assert before != after


def test_nearly_the_same_texts_give_nearly_the_same_files():
    documents = list(bench_documents())
    before = build_index_files(documents, site_synonyms(), {})
    documents[40] = replace(documents[40], body=documents[40].body + " Lugnet gjorde kaninen glad.")
    after = build_index_files(documents, site_synonyms(), {})

    assert len(after.items() - before.items()) <= 9


def test_an_index_may_be_asked_of_another_process():
    arguments = bench_documents(), site_synonyms(), {"answers": "Träffar"}
    here = build_index_files(*arguments)

    assert build_index_files(*pickle.loads(pickle.dumps(arguments))) == here


def test_no_chunk_is_much_larger_than_asked_for():
    files = files_from(bench_index(), {})

    chunks = [content for path, content in files.items() if not path.startswith("bodies/")]

    assert max(map(len, chunks)) < 2 * CHUNK_SIZES["words"].most


def test_what_excerpts_are_taken_from_reads_as_the_page_does():
    body = "Vi *provade* en\nlista.\n\n- **Natten** blev lugn\n- Ingen _ringde_\n1. Nytt_namn"
    files = files_from(an_index(a_document("Hund", body, labels=("Täby", "Sömn"))), {})

    assert json.loads(files["bodies/0.json"]).split("\n") == [
        "Vi provade en lista.",
        "Natten blev lugn",
        "Ingen ringde",
        "Nytt_namn",
        "Täby",
        "Sömn",
    ]


def test_a_text_without_a_body_has_no_file_to_fetch():
    files = files_from(an_index("Hund"), {})

    assert not [path for path in files if path.startswith("bodies/")]
    assert json.loads(files["texts/0.json"])[0][-1] == 0


def test_what_is_shown_keeps_its_text_and_tells_where_compounds_come_apart():
    title = "Gruppbostad <b>& Co</b> i Täby"
    files = files_from(an_index(a_document(title), "En grupp och en bostad"), {})
    _address, shown, *_rest = json.loads(files["texts/0.json"])[0]

    assert f"Grupp{SOFT_HYPHEN}bostad" in shown
    assert shown.replace(SOFT_HYPHEN, "") == title


def test_words_for_display_come_along():
    files = files_from(an_index("Hund"), {"answers": "Träffar"})

    assert json.loads(files["index.json"])["says"] == {"answers": "Träffar"}


def test_facets_say_which_texts_have_each_value():
    documents = [
        a_document("Ett", facets={"kommun": ("nacka",)}),
        a_document("Två"),
        a_document("Tre", facets={"kommun": ("nacka", "salem")}),
    ]
    files = files_from(an_index(*documents), {})

    assert json.loads(files["facets.json"]) == {"kommun": {"nacka": [0, 2], "salem": [2]}}
