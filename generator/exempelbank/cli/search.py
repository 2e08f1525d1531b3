"""exempelbank search, search-bench: the search page's answers, and how good they are."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.problems import Problems
    from exempelbank.search.index import Index
    from exempelbank.search.ranking import Hit
    from exempelbank.settings import Settings


def add_commands(commands: Any) -> None:
    search = commands.add_parser("search", help=_("search as the site's readers do"))
    search.add_argument("question", nargs="+", metavar=_("WORD"))
    search.add_argument("--explain", action="store_true", help=_("say why each text is found"))
    search.add_argument("--most", type=int, default=10, metavar=_("NUMBER"), help=_("(10)"))
    search.set_defaults(run=_search)

    bench = commands.add_parser("search-bench", help=_("measure search on judged questions"))
    for name, what in (
        ("corpus", _("texts, one JSON object a line")),
        ("queries", _("id, class and question, with tabs between")),
        ("qrels", _("question 0 text grade; 2 answers, 1 is related")),
    ):
        bench.add_argument(name, type=path_from, help=what)
    bench.set_defaults(run=_bench)


def _search(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.problems import Problems
    from exempelbank.search.question import question_from
    from exempelbank.search.ranking import rank_by

    problems = Problems()
    index = _index_of_project(root, problems)
    if index is None:
        return _told(problems)
    question = question_from(" ".join(chosen.question), index)
    hits = rank_by(question, index)
    for word, like in question.meant.items():
        print(
            _("The word “{word}” stands nowhere here. Did you mean {like}?").format(
                word=word, like=like
            )
        )
    print(ngettext("{n} answer", "{n} answers", len(hits)).format(n=len(hits)))
    for hit in hits[: max(chosen.most, 0)]:
        _print_hit(hit, index, chosen.explain)
    return 0


def _print_hit(hit: Hit, index: Index, explain: bool) -> None:
    text = index.texts[hit.text]
    archived = f" ({_('Archived')})" if text.archived else ""
    print(f"{hit.score:7.2f}  {text.title}{archived}\n{'':9}/{text.address}")
    if explain:
        for want, way in hit.reasons:
            asked, keys = " ".join(want.words), " + ".join(way.keys)
            print(f"{'':11}{asked} <- {keys}  {way.why}, {way.weight:.2f}")


def _index_of_project(root: Path, problems: Problems) -> Index | None:
    from exempelbank.catalogue import load_catalogue
    from exempelbank.markdown_pages import load_handwritten
    from exempelbank.pages.context import RenderContext
    from exempelbank.pages.search_texts import search_texts
    from exempelbank.search.building import index_of
    from exempelbank.search.synonyms import load_synonyms
    from exempelbank.settings import load_settings

    settings = load_settings(root, problems)
    if settings is None:
        return None
    unheard = type(problems)()  # `exempelbank check` tells of broken records
    catalogue = load_catalogue(root, settings, unheard)
    context = RenderContext(catalogue, settings, _today(settings))
    written = load_handwritten(root, (), settings, unheard).values()
    return index_of(search_texts(context, written), load_synonyms(root, problems))


def _today(settings: Settings) -> date:
    return settings.organisation.as_of or datetime.now(settings.zone).date()


def _bench(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.problems import Problems
    from exempelbank.search.bench import (
        mean,
        measured,
        read_corpus,
        read_judgements,
        read_questions,
    )
    from exempelbank.search.building import index_of
    from exempelbank.search.synonyms import load_synonyms

    problems = Problems()
    texts = read_corpus(chosen.corpus, problems)
    asked = read_questions(chosen.queries, problems)
    judgements = read_judgements(chosen.qrels, problems)
    synonyms = load_synonyms(root, problems)
    if problems.errors or not asked:
        return _told(problems)
    by_class = measured(index_of(texts, synonyms), asked, judgements)
    print(mean(one for figures in by_class.values() for one in figures))
    widest = max(map(len, by_class))
    for name, figures in by_class.items():
        print(f"  {name:{widest}}  {mean(figures)}  ({len(figures)})")
    return 0


def _told(problems: Problems) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems.errors else 0
