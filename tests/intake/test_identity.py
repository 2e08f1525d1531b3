"""Forms without ids, whatever was sent: no answer disappears, and the order of rows is nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.intake.identity.response_key import Secret, letters_of
from exempelbank.intake.known_records import KnownRecord, KnownRecords
from exempelbank.intake.parsing.parsed_row import ParsedRow
from exempelbank.intake.plan import ImportAction, ImportPlan, plan_import
from exempelbank.intake.response import Response, response_from
from exempelbank.model.example import Section
from tests.intake.builders import NOW

SECRET = Secret(b"of this computer")
CHOICES = st.tuples(
    st.sampled_from(["Bildkort", "Promenad", ""]),
    st.sampled_from(["Vi gick.", "Vi satt."]),
    st.sampled_from(["bo@kommun.example", "eva@kommun.example", ""]),
    st.sampled_from(["Snickeriet", ""]),
    st.sampled_from([0, 50, 65, 90_000]),  # seconds
)
Answers = tuple[str, str, str, str, int]


def a_response(row: int, answers: Answers) -> Response:
    title, how, email, unit, seconds = answers
    values = {"title": title, "contact_email": email, "unit": unit}
    parsed = ParsedRow(
        row,
        submitted_at=NOW.replace(second=0) + timedelta(seconds=seconds),
        values=values,
        sections={Section.HOW: how},
        yes_no={"consent": True},
    )
    return response_from(parsed, "google-forms", "prov", SECRET)


def planned(rows: Sequence[Answers], known: Sequence[KnownRecord] = ()) -> ImportPlan:
    responses = [a_response(number, row) for number, row in enumerate(rows, 2)]
    return plan_import(
        responses,
        KnownRecords(tuple(known)),
        dialect="google-forms",
        form="prov",
        prefix="FC",
        now=NOW,
    )


def written(plan: ImportPlan) -> list[KnownRecord]:
    return [
        KnownRecord(
            id=step.id,
            path=step.path,
            key=step.response.key,
            state="received",
            published=False,
            answers_hash=step.response.answers_hash,
            untouched=True,
            sender_hash=step.response.sender_hash,
            title=step.response.title,
            unit=step.response.unit,
        )
        for step in plan.planned
        if step.action is ImportAction.NEW
    ]


def actions(plan: ImportPlan, rows: Sequence[Answers]) -> Counter[tuple[object, ...]]:
    """Of each answer, whenever it was sent: of two copies either may be the one that counts."""
    return Counter((step.action, row[:4]) for step, row in zip(plan.planned, rows, strict=True))


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(CHOICES, max_size=6), data=st.data())
def test_no_answer_disappears_in_any_order_and_nothing_comes_of_the_same_again(
    rows: list[Answers], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))
    plan = planned(rows)

    seen = {row[:4] for row in rows}
    skipped = [step for step in plan.planned if step.action is ImportAction.SKIPPED]
    listed = {
        row[:4]
        for step, row in zip(plan.planned, rows, strict=True)
        if step.action is not ImportAction.SKIPPED
    }
    assert listed == seen and len(skipped) == len(rows) - len(seen)
    assert actions(planned(shuffled), shuffled) == actions(plan, rows)
    again = planned(shuffled, written(plan))
    assert again.count(ImportAction.NEW) == again.count(ImportAction.UPDATED) == 0
    keys = [step.response.key for step in plan.planned if step.action is not ImportAction.SKIPPED]
    assert len(set(keys)) == len(keys)


@settings(max_examples=50, deadline=None)
@given(first=st.lists(CHOICES, max_size=4), second=st.lists(CHOICES, max_size=4))
def test_what_is_known_gives_place_only_to_the_same_title_and_sender(
    first: list[Answers], second: list[Answers]
) -> None:
    known = written(planned(first))
    before = {record.key: record for record in known}

    for rows in (second, first + second):
        steps = planned(rows, known).planned
        for step in steps:
            old = before.get(step.response.key)
            if step.action is ImportAction.UPDATED:
                assert old and letters_of(old.title) == letters_of(step.response.title)
                assert old.sender_hash in ("", step.response.sender_hash or old.sender_hash)
            assert not (step.action is ImportAction.NEW and old)
    assert ImportAction.UPDATED not in {step.action for step in steps}  # all are there
