"""exempelbank search, search-bench: the search page's answers, and how good they are."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.problems import Problems
    from exempelbank.search.index import Index
    from exempelbank.search.ranking import Hit


def add_commands(commands: Any) -> None:
    search = commands.add_parser("search", help=_("search as the site's readers do"))
    search.add_argument("query", nargs="*", metavar=_("WORD"))
    search.add_argument("--explain", action="store_true", help=_("say why each text is found"))
    search.add_argument("--most", type=int, default=10, metavar=_("NUMBER"), help=_("(10)"))
    search.add_argument(
        "--missing",
        type=path_from,
        metavar=_("FILE"),
        help=_("list what readers searched for in vain, from a web server's log"),
    )
    search.add_argument(
        "--synonyms",
        action="store_true",
        help=_("list the words of site_config/synonyms.txt that no text holds"),
    )
    search.set_defaults(run=_search)

    evaluate = commands.add_parser("search-bench", help=_("measure search on judged questions"))
    for name, what in (
        ("corpus", _("texts, one JSON object a line")),
        ("queries", _("id, class and question, with tabs between")),
        ("qrels", _("question 0 text grade; 2 answers, 1 is related")),
    ):
        evaluate.add_argument(name, type=path_from, help=what)
    evaluate.set_defaults(run=_evaluate)


def _search(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.problems import Problems
    from exempelbank.search.query import query_from
    from exempelbank.search.ranking import near_only, rank

    if not (chosen.query or chosen.missing or chosen.synonyms):
        stop(_("Write what to search for, or --missing and a log."))
    problems = Problems()
    index = index_of_project(root, problems)
    if index is None:
        return _report(problems)
    if chosen.missing:
        return _missing(chosen.missing, root, index)
    if chosen.synonyms:
        return _synonyms(root, index)
    text = " ".join(chosen.query)
    query = query_from(text, index)
    hits = rank(query, index)
    near = near_only(query, index)
    for word, like in query.mended.items():
        said = (
            _("The word “{word}” stands nowhere here. Did you mean {like}?")
            if near
            else _("The word “{word}” stands nowhere here, and was read as {like}.")
        )
        print(said.format(word=word, like=like))
    if near and hits:
        print(_("Nothing about “{asked}”. Close to it:").format(asked=text))
    print(ngettext("{n} answer", "{n} answers", len(hits)).format(n=len(hits)))
    for hit in hits[: max(chosen.most, 0)]:
        _print_hit(hit, index, chosen.explain)
    return 0


def _print_hit(hit: Hit, index: Index, explain: bool) -> None:
    document = index.documents[hit.document]
    archived = f" ({_('Archived')})" if document.archived else ""
    print(f"{hit.score:7.2f}  {document.title}{archived}\n{'':9}/{document.address}")
    if explain:
        for clause, candidate in hit.reasons:
            words, stems = " ".join(clause.words), " + ".join(candidate.stems)
            print(f"{'':11}{words} <- {stems}  {candidate.match}, {candidate.weight:.2f}")


def _missing(log: Path, root: Path, index: Index) -> int:
    """Lines to paste into synonyms.txt, with what they stand on as remarks."""
    from exempelbank.cli.access_log import counts_of_log
    from exempelbank.cli.project_settings import settings_or_exit
    from exempelbank.files.paths import SYNONYMS
    from exempelbank.followup.searches import FEWEST, read_searches
    from exempelbank.problems import Problems
    from exempelbank.search.missing import missing_from

    searches = counts_of_log(log, settings_or_exit(root, Problems()), read_searches)
    found = list(missing_from(searches.asked, index))
    for missing in found:
        times = ngettext("{n} time", "{n} times", missing.times).format(n=missing.times)
        print(f"# {times}: {missing.question}")
        if missing.is_synonym:
            print("#", _("Among the synonyms, but no text has any of them: a text is missing."))
        elif missing.nearest:
            print(f"{missing.term} => {', '.join(missing.nearest)}")
        else:
            print(f"# {missing.term} => …")
    said = [
        ngettext(
            "{n} question was asked {fewest} times or more.",
            "{n} questions were asked {fewest} times or more.",
            len(searches.asked),
        ).format(n=len(searches.asked), fewest=FEWEST),
        _(
            "Above is what no text answers. Choose the words, and paste the lines into {path}."
        ).format(path=SYNONYMS)
        if found
        else _("All of them have answers."),
    ]
    if searches.seldom:
        said.append(
            ngettext(
                "{n} question was asked fewer times, and is not shown.",
                "{n} questions were asked fewer times, and are not shown.",
                searches.seldom,
            ).format(n=searches.seldom)
        )
    if searches.withheld:
        said.append(
            ngettext(
                "{n} question may tell of someone, and is not shown.",
                "{n} questions may tell of someone, and are not shown.",
                searches.withheld,
            ).format(n=searches.withheld)
        )
    print_lines(said, sys.stderr)
    return 0


def _synonyms(root: Path, index: Index) -> int:
    from exempelbank.files.paths import SYNONYMS
    from exempelbank.problems import Location, Problems
    from exempelbank.search.synonyms import read_synonyms
    from exempelbank.search.unused_synonyms import unused_terms

    synonyms = read_synonyms(root, Problems())
    unused = list(unused_terms(synonyms, index))
    for group, terms in unused:
        print(f"{Location(SYNONYMS, group.line)}: {', '.join(terms)}")
    nowhere = [each for each in unused if each.leads_nowhere]
    said = _(
        "These words stand in no text. That is as it should be for words that only readers write. "
        "{n} of {all} lines lead to no text at all yet."
    )
    print_lines([said.format(n=len(nowhere), all=len(synonyms.groups))], sys.stderr)
    return 0


def notice_of_unused_synonyms(root: Path, problems: Problems) -> None:
    """How much of the file leads to no text; not of what is wrong in it."""
    from exempelbank.files.paths import SYNONYMS
    from exempelbank.problems import Location, Problem, Problems, Severity
    from exempelbank.search.synonyms import read_synonyms
    from exempelbank.search.unused_synonyms import unused_terms

    synonyms = read_synonyms(root, Problems())
    index = index_of_project(root, Problems()) if synonyms.groups else None
    if index is None:
        return
    unused = list(unused_terms(synonyms, index))
    nowhere = sum(each.leads_nowhere for each in unused)
    if nowhere:
        problems.found.append(
            Problem(
                Location(SYNONYMS),
                ngettext(
                    "{n} line of {all} leads to no text yet",
                    "{n} lines of {all} lead to no text yet",
                    nowhere,
                ).format(n=nowhere, all=len(synonyms.groups)),
                _("They do no harm. exempelbank search --synonyms lists the words no text holds."),
                Severity.NOTICE,
            )
        )


def index_of_project(root: Path, problems: Problems) -> Index | None:
    from exempelbank.catalogue import load_catalogue
    from exempelbank.markdown_pages import load_markdown_pages
    from exempelbank.rules.clock import site_today
    from exempelbank.search.index_builder import build_index
    from exempelbank.search.synonyms import read_synonyms
    from exempelbank.settings import load_settings
    from exempelbank.site.context import RenderContext
    from exempelbank.site.search_documents import search_documents

    settings = load_settings(root, problems)
    if settings is None:
        return None
    ignored = type(problems)()  # `exempelbank check` tells of broken records
    catalogue = load_catalogue(root, settings, ignored)
    context = RenderContext(catalogue, settings, site_today(settings))
    markdown_pages = load_markdown_pages(root, (), settings, ignored).values()
    return build_index(search_documents(context, markdown_pages), read_synonyms(root, problems))


def _evaluate(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.problems import Problems
    from exempelbank.search.evaluation import (
        mean,
        metrics_by_class,
        read_corpus,
        read_judgements,
        read_queries,
    )
    from exempelbank.search.index_builder import build_index
    from exempelbank.search.synonyms import read_synonyms

    problems = Problems()
    documents = read_corpus(chosen.corpus, problems)
    queries = read_queries(chosen.queries, problems)
    judgements = read_judgements(chosen.qrels, problems)
    synonyms = read_synonyms(root, problems)
    if problems.errors or not queries:
        return _report(problems)
    by_class = metrics_by_class(build_index(documents, synonyms), queries, judgements)
    print(mean(metrics for of_class in by_class.values() for metrics in of_class))
    widest = max(map(len, by_class))
    for query_class, of_class in by_class.items():
        print(f"  {query_class:{widest}}  {mean(of_class)}  ({len(of_class)})")
    return 0


def _report(problems: Problems) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems.errors else 0
