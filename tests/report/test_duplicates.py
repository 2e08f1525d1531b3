"""Possible duplicates, how like they are, and why."""

import time

from exempelbank.model.example import Section
from exempelbank.report.duplicates import possible_duplicates
from tests.builders import a_submission

STORY = (
    "Vi samlas klockan nio runt bordet. Var och en väljer en bild för det första arbetspasset och "
    "sätter upp den på tavlan. Den som vill berättar varför. Sedan går vi igenom maten."
)


def an_example(id, title="Något helt annat", how="Kort.", **given):
    return a_submission(
        id=id, title=title, summary="", lessons=(), sections={Section.HOW: how}, **given
    )


def like(example, *others):
    return possible_duplicates(example, [(f"submissions/{one.id}.md", one) for one in others])


def test_the_same_text_under_another_title_is_found():
    (found,) = like(an_example("FC-2026-001", how=STORY), an_example("FC-2026-002", "X", STORY))

    assert found.percent == 100
    assert "100" in found.reasons[0]


def test_a_text_inside_a_longer_one_is_found():
    longer = f"Först var det rörigt. {STORY} Efter en månad bytte vi bilder. " * 2

    (found,) = like(an_example("FC-2026-001", how=STORY), an_example("FC-2026-002", how=longer))

    assert found.similarity > 0.9


def test_a_title_much_like_another_is_found():
    (found,) = like(
        an_example("FC-2026-001", "Bildstöd i morgonmötet", "Ett."),
        an_example("FC-2026-002", "Bildstöd på morgonmötet!", "Två."),
    )

    assert 0.5 < found.similarity < 1


def test_the_same_unit_makes_it_likelier_and_is_no_reason_alone():
    unit = {"unit": "Ekens dagliga verksamhet"}
    example = an_example("FC-2026-001", "Bildstöd i mötet", "Ett.", **unit)
    near, far = (
        an_example("FC-2026-002", "Bildstöd i möten", "Två."),
        an_example("FC-2026-003", "Promenader", "Tre.", **unit),
    )
    nearer = near.model_copy(update=unit)

    assert like(example, nearer)[0].similarity > like(example, near)[0].similarity
    assert not like(example, far)


def test_examples_of_the_same_kind_of_work_are_not_alike():
    other = (
        "Varje tisdag går vi en runda längs vattnet. Den som vill följer med, och vi vänder när "
        "någon är trött. På vintern fikar vi inne i stället."
    )

    assert not like(an_example("FC-2026-001", how=STORY), an_example("FC-2026-002", "Y", other))


def test_an_example_is_not_its_own_duplicate():
    example = an_example("FC-2026-001", how=STORY)

    assert not like(example, example)


def test_the_most_alike_come_first():
    half = STORY[: len(STORY) // 2] + " och så gjorde vi något helt annat resten av den långa dagen"
    found = like(
        an_example("FC-2026-001", how=STORY),
        an_example("FC-2026-002", "A", half),
        an_example("FC-2026-003", "B", STORY),
    )

    assert [one.id for one in found] == ["FC-2026-003", "FC-2026-002"]


def test_twice_as_many_others_take_about_twice_as_long():
    example = an_example("FC-2026-001", how=STORY * 5)
    other = an_example("FC-2026-002", "Promenadgruppen", STORY * 5)

    def seconds(many):
        begun = time.process_time()
        possible_duplicates(example, (("x.md", other) for _ in range(many)))
        return time.process_time() - begun

    seconds(200)
    few, twice = (min(seconds(many) for _ in range(3)) for many in (500, 1000))

    assert twice < 4 * few
