"""An index renewed from what is remembered is the one that would be built anew."""

from dataclasses import replace
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problems
from generator.search import SearchText, build_index, renewed_index
from generator.search.kept_pieces import SIZES
from generator.search.pieces import Size
from generator.search.synonyms import synonyms_from
from tests.search.builders import a_text, bench_texts, site_synonyms

SAYS = {"answers": "Träffar"}


class Site:
    """What is remembered, what lies in the folder, and what was read and written last."""

    def __init__(self):
        self.memory, self.files, self.read, self.written = {}, {}, [], []

    def renew(self, texts, synonyms):
        self.read, self.written = [], []
        renewed = renewed_index(
            [(print_of(text), lambda text=text: self.read.append(text) or text) for text in texts],
            synonyms,
            SAYS,
            self.memory,
        )
        kept = {}
        for path, file in renewed.files.items():
            before = self.files.get(path)
            if before and before[0] == file.fingerprint:
                kept[path] = before
            else:
                kept[path] = file.fingerprint, file.content()
                self.written.append(path)
        self.files = kept
        self.whole = {path: file.content() for path, file in renewed.files.items()}
        for place, value in renewed.memory_changes.items():
            if value is None:
                self.memory.pop(place, None)
            else:
                self.memory[place] = value

    @property
    def contents(self):
        return {path: content for path, (_print, content) in self.files.items()}


def print_of(text: SearchText) -> bytes:
    return sha256(repr(text).encode()).digest()


WORDS = (
    *("grupp", "gruppen", "bostad", "bostäder", "gruppbostad", "gruppbostaden", "stöd", "boende"),
    *("boendestöd", "arbete", "marknad", "arbetsmarknad", "projekt", "arbetsmarknadsprojekt"),
    *("skola", "skolgata", "gata", "vikarier", "vikariepool", "pool", "bok", "böcker", "bokhylla"),
    *("hylla", "natt", "nätter", "nattskola", "bank-id", "och", "i", "val", "väl", "é", "Ж", "6"),
    *("hälsa", "hälsosamtal", "samtal", "psykisk", "verksamhet", "skolverksamhet", "personlig"),
)
SOME_WORDS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
TEXTS = st.builds(
    lambda title, summary, body, labels, kind, archived, kommun: a_text(
        title,
        body,
        id="x",
        summary=summary,
        labels=labels,
        kind=kind,
        archived=archived,
        facets={"kommun": kommun} if kommun else {},
    ),
    SOME_WORDS,
    SOME_WORDS,
    SOME_WORDS,
    st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    st.sampled_from(["example", "example", "example", "news"]),
    st.sampled_from([False, False, False, True]),
    st.lists(st.sampled_from(["nacka", "salem"]), max_size=2).map(tuple),
)
SYNONYMS = st.sampled_from(
    ["", "pool, bostad", "psykisk hälsa, samtal", "stöd i boende skola => grupp\nbok => natt"]
).map(lambda told: synonyms_from(told, Problems()))


EDITS = ["edit"] * 8 + ["body"] * 8


@st.composite
def histories(draw):
    """Texts and synonyms, each time with some of them changed."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=12))
    synonyms = draw(SYNONYMS)
    yielded = [(texts, synonyms)]
    for _build in range(draw(st.integers(1, 4))):
        texts = list(texts)
        what = draw(
            st.sampled_from(["edit"] * 8 + ["body"] * 8 + ["add", "remove", "shuffle", "synonyms"])
        )
        at = draw(st.integers(0, max(0, len(texts) - 1)))
        if what == "add":
            texts.insert(at, draw(TEXTS))
        elif what == "shuffle":
            texts = draw(st.permutations(texts))
        elif what == "synonyms":
            synonyms = draw(SYNONYMS)
        elif texts and what == "remove":
            del texts[at]
        elif texts and what == "edit":
            texts[at] = replace(draw(TEXTS), archived=texts[at].archived, kind=texts[at].kind)
        elif texts:
            words = texts[at].body.split()
            start = draw(st.integers(0, len(words)))
            words[start : start + draw(st.integers(0, 2))] = draw(SOME_WORDS).split()[:3]
            texts[at] = replace(texts[at], body=" ".join(words))
        yielded.append((texts, synonyms))
    return yielded


@settings(deadline=None, max_examples=300)
@given(histories())
def test_whatever_changed_the_files_are_those_of_a_clean_build(history):
    was = dict(SIZES)
    SIZES.update(dict.fromkeys(SIZES, Size(40, 120)))  # so that few texts have many pieces
    try:
        site = Site()
        for texts, synonyms in history:
            site.renew(texts, synonyms)

            anew = build_index(texts, synonyms, SAYS)
            assert site.contents == anew
            assert site.whole == anew
    finally:
        SIZES.update(was)


def test_only_what_changed_is_read_and_few_files_are_written():
    texts = list(bench_texts())
    site = Site()
    site.renew(texts, site_synonyms())
    texts[40] = replace(texts[40], body=texts[40].body + " Lugnet gjorde kaninen glad.")
    site.renew(texts, site_synonyms())

    assert site.read == [texts[40]]
    assert len(site.written) <= 9, site.written
    assert site.contents == build_index(texts, site_synonyms(), SAYS)


def test_texts_that_change_places_are_not_read_again():
    texts = list(bench_texts())
    site = Site()
    site.renew(texts, site_synonyms())
    site.renew(texts[1:], site_synonyms())

    assert site.read == []


def test_nothing_is_remembered_of_texts_that_are_gone():
    texts = list(bench_texts())[:20]
    site, other = Site(), Site()
    site.renew(texts, site_synonyms())
    edited = [replace(texts[0], body="Annat"), *texts[1:]]
    site.renew(edited, site_synonyms())
    other.renew(edited, site_synonyms())

    assert site.memory.keys() == other.memory.keys()
