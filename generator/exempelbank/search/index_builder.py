"""Documents -> Index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from exempelbank.search.analysis import STOP_WORDS
from exempelbank.search.delta_encoding import encoded_deltas
from exempelbank.search.index import EncodedPostings, Index, LexiconEntry, SearchDocument
from exempelbank.search.lexicon import Lexicon
from exempelbank.search.stemmer import Stem, stem_of
from exempelbank.search.synonyms import Synonyms
from exempelbank.search.term_weights import TermWeighting
from exempelbank.search.tokenizer import TokenizedDocument, tokenize


def build_index(documents: Iterable[SearchDocument], synonyms: Synonyms) -> Index:
    tokenized = tokenize(sorted(documents, key=lambda document: document.archived))
    forms = set(chain.from_iterable(chain(*(chain(doc.words, doc.joined) for doc in tokenized))))
    lexicon = Lexicon(sorted(forms))  # each process sorts a set otherwise
    postings = dict(_postings(tokenized, lexicon, synonyms))
    displayed = {word for doc in tokenized for words in doc.words[:2] for word in words}
    return Index(
        tuple(doc.document for doc in tokenized),
        {entry.stem: entry for entry in _entries(postings, lexicon, synonyms)},
        postings,
        {word: cuts for word in displayed if (cuts := lexicon.cuts(word))},
        synonyms.longest_phrase,
        frozenset(word for word in STOP_WORDS if stem_of(word) in synonyms.phrases),
    )


def _postings(
    documents: Sequence[TokenizedDocument], lexicon: Lexicon, synonyms: Synonyms
) -> Iterator[tuple[Stem, EncodedPostings]]:
    """Which documents hold what."""
    weighting = TermWeighting(documents, lexicon, synonyms)
    # Document's number and level by turns: one look-up for both.
    postings: dict[Stem, list[Any]] = defaultdict(list)
    for number, document in enumerate(documents):
        stems, levels = weighting.levels_in(document)
        for posting, level in zip(map(postings.__getitem__, stems), levels, strict=True):
            posting.append(number)
            posting.append(level)
    for stem, posting in postings.items():
        yield stem, EncodedPostings(encoded_deltas(posting[::2]), "".join(posting[1::2]))


def _entries(
    postings: Mapping[Stem, EncodedPostings], lexicon: Lexicon, synonyms: Synonyms
) -> Iterator[LexiconEntry]:
    forms_by_stem = lexicon.forms_by_stem
    for stem in sorted({*postings, *synonyms.stems}):
        own, encoded = forms_by_stem.get(stem, ()), postings.get(stem)
        forms = own or lexicon.forms_of_parts.get(stem) or filter(None, [synonyms.forms.get(stem)])
        yield LexiconEntry(
            stem,
            tuple(forms),
            len(encoded.deltas).bit_length() if encoded else 0,
            lexicon.parts_of(own),
            synonyms.standing_in(postings, stem) if stem in synonyms.by_stem else (),
        )
