"""exempelbank letter about no example: of the form, of what is missing, of a proposed network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.cli.letter_kinds import check_address, signing_reviewer
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.catalogue import Catalogue
    from exempelbank.catalogue.topics import Topic
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.letter import SenderLetter
    from exempelbank.letters.templates import LetterTemplate


def write_office_letter(
    kind: LetterKind, chosen: argparse.Namespace, context: ReviewContext
) -> int:
    from exempelbank.cli.output import write_out, write_output
    from exempelbank.correspondence.sender_letter import ReadyLetter
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.letter import as_text

    check_address(chosen.to)
    by = signing_reviewer(chosen.by, context)
    if kind.answers_proposal:
        letter, to = _proposal_letter(kind, by, chosen, context), ""
    elif kind is LetterKind.LAUNCH:
        letter, to = _launch_letter(by, context), ""
    else:
        letter, to = _wanted_letter(chosen.place, by, context)
    ready = ReadyLetter(letter, chosen.to or to, {})
    if chosen.out:
        write_out(ready.as_files(chosen.out, context.settings, context.now), context.root)
    else:
        write_output(as_text(letter), None, context.root)
    if ready.to:
        print_lines(["", _("To: {address}").format(address=ready.to)], to=sys.stderr)
    return 0


def _proposal_letter(
    kind: LetterKind, by: str, chosen: argparse.Namespace, context: ReviewContext
) -> SenderLetter:
    from exempelbank.correspondence.proposal_letter import (
        ProposalAnswer,
        build_proposal_letter,
        check_answer,
    )
    from exempelbank.letters.templates import load_template

    answer = ProposalAnswer(chosen.network, tuple(chosen.reason), chosen.note)
    template = load_template(context.root, kind, context.problems)
    context.problems.found += check_answer(answer, kind, context.settings)
    context.fail_on_errors()
    assert template  # without one there are errors
    return build_proposal_letter(template, answer, by, context.settings)


def _launch_letter(by: str, context: ReviewContext) -> SenderLetter:
    from exempelbank.correspondence.launch_letter import build_launch_letter
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.templates import load_template

    template = load_template(context.root, LetterKind.LAUNCH, context.problems) or context.fail()
    context.fail_on_errors()
    says = _("Attach the poster: exempelbank poster --out {file}")
    print_lines([says.format(file=_("poster.html"))], to=sys.stderr)
    return build_launch_letter(template, by, context.settings)


def _wanted_letter(name: str, by: str, context: ReviewContext) -> tuple[SenderLetter, str]:
    """And the address of whom is asked, where the settings have one."""
    from exempelbank.correspondence.wanted_letter import build_wanted_letter
    from exempelbank.mail.mailout import receiver_of

    template, catalogue = _wanted_sources(context)
    place = _place(name, context) if name else None
    letter = build_wanted_letter(template, place, by, catalogue, context.settings, context.today)
    return letter, receiver_of(place, catalogue, context.settings)


def _wanted_sources(context: ReviewContext) -> tuple[LetterTemplate, Catalogue]:
    from exempelbank.catalogue import load_catalogue
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.templates import load_template
    from exempelbank.problems import Problems

    template = load_template(context.root, LetterKind.WANTED, context.problems) or context.fail()
    context.fail_on_errors()
    ignored = Problems()  # `check` tells what is wrong
    return template, load_catalogue(context.root, context.settings, ignored)


def _place(name: str, context: ReviewContext) -> Topic:
    from exempelbank.catalogue import Catalogue
    from exempelbank.correspondence.wanted_letter import PLACES, places_to_ask

    places = places_to_ask(Catalogue(), context.settings)
    vocabularies = [context.settings.vocabulary(kind) for kind in PLACES]
    for vocabulary in vocabularies:
        term = vocabulary.find(name)
        for place in places:
            if term and (place.kind, place.id) == (vocabulary.name, term.id):
                return place
    guess = next(filter(None, (one.suggestion(name) for one in vocabularies)), "")
    stop(
        _("There is no municipality, district or organisation named “{name}” to ask.").format(
            name=name
        ),
        _("Did you mean “{guess}”?").format(guess=guess) if guess else "",
    )


def write_to_places(kind: LetterKind, by: str, out: Path | None, context: ReviewContext) -> int:
    """One for each; of the form, to those with an address. Nothing is noted, so the next run writes
    them anew.
    """
    from exempelbank.cli.letter_kinds import without_address
    from exempelbank.cli.output import refuse_own_folder
    from exempelbank.correspondence.batch import letter_list_name
    from exempelbank.correspondence.sender_letter import ReadyLetter
    from exempelbank.correspondence.wanted_letter import build_wanted_letter, places_to_ask
    from exempelbank.letters.folder import write_letters
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.mail.mailout import receiver_of

    if not out:
        stop(
            _("Say in which folder the letters should be."),
            _("exempelbank letter --all {kind} --out FOLDER").format(kind=kind.label),
        )
    settings, now = context.settings, context.now
    launch = _launch_letter(by, context) if kind is LetterKind.LAUNCH else None
    template, catalogue = _wanted_sources(context)
    files: dict[Path, bytes | str] = {}
    lines, without = [], 0
    for place in places_to_ask(catalogue, settings):
        to = receiver_of(place, catalogue, settings)
        without += not to
        if launch and not to:
            continue
        letter = launch or build_wanted_letter(
            template, place, by, catalogue, settings, context.today
        )
        file = out / f"{place.word}.eml"
        files |= ReadyLetter(letter, to, {}).as_files(file, settings, now)
        shown = to or _("no address")
        lines.append(f"{file.name}: {shown} ({place.name})")
    if lines:
        files[out / letter_list_name()] = "".join(f"{line}\n" for line in lines)
    refuse_own_folder(out, context.root)
    write_letters(out, files)
    written = ngettext("{n} letter in {folder}", "{n} letters in {folder}", len(lines))
    print_lines(
        [
            written.format(n=len(lines), folder=out),
            _("To whom each goes stands in {file}.").format(file=letter_list_name()),
            *without_address(without),
        ]
    )
    return 0
