"""What an event hangs together with: written in one of two, told of both."""

from tests.feeds.builders import a_catalogue, event, occasion

LECTURE = event("forelasning", occasion("2026-02-03 09:00", "2026-02-03 10:00"))
SEMINAR = event(
    "seminarium",
    occasion("2026-03-03 09:00", "2026-03-03 12:00"),
    preparatory_event="forelasning",
    follow_up_event="uppfoljning",
)
FOLLOW_UP = event("uppfoljning", occasion("2026-06-03 09:00", "2026-06-03 10:00"))


def chain_of(one, *others):
    return a_catalogue(one, *others).chain_of(one)


def test_preparation_and_follow_up_are_told_from_both_sides():
    events = LECTURE, SEMINAR, FOLLOW_UP

    assert chain_of(SEMINAR, LECTURE, FOLLOW_UP)[:3] == (LECTURE, (), FOLLOW_UP)
    assert a_catalogue(*events).chain_of(LECTURE).prepares_for == (SEMINAR,)
    assert a_catalogue(*events).chain_of(FOLLOW_UP).follows_up == (SEMINAR,)


def test_a_series_stands_in_order_of_time_however_its_name_is_spaced():
    second = event("b", occasion("2026-04-03 09:00", "2026-04-03 10:00"), series="Om sömn")
    first = event("c", occasion("2026-03-03 09:00", "2026-03-03 10:00"), series="om  sömn")

    assert chain_of(second, first, event("annan")).series == (first, second)
    assert chain_of(second).series == ()


def test_an_event_that_is_not_there_and_the_event_itself_are_left_out():
    alone = event("ensam", preparatory_event="finns-inte", follow_up_event="ensam")

    assert not any(chain_of(alone))
