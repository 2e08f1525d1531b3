"""What is the same on every page is made once in a build, and only in that build."""

from exempelbank.site.components.cards import render_card, render_related
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import the_settings


def a_press(*examples):
    return RenderContext(a_catalogue(*examples), the_settings(), TODAY)


def test_each_subject_is_worked_out_once_and_anew_by_another_press():
    asked = []

    @memoized
    def length(context, word, record):
        asked.append((word, record.id))
        return len(word)

    context, one, other = a_press(), an_example(id="FC-2026-001"), an_example(id="FC-2026-002")
    assert [length(context, "ord", one) for _time in range(3)] == [3, 3, 3]
    length(context, "ord", other)
    length(context, "annat", one)
    length(a_press(), "ord", one)

    assert asked == [
        ("ord", "FC-2026-001"), ("ord", "FC-2026-002"), ("annat", "FC-2026-001"),
        ("ord", "FC-2026-001"),
    ]  # fmt: skip


def test_the_card_of_a_related_example_is_the_same_but_for_the_reason():
    one = an_example("en", id="FC-2026-001", title="<reason> & bilder", keywords=("a & b",))
    other = an_example("annan", id="FC-2026-002", keywords=("a & b",))
    context = a_press(one, other)
    (related,) = context.catalogue.related(other)

    why = '<p class="eb-small">Samma ämnesord: a &amp; b</p>\n'
    assert render_related(context, related).replace(why, "") == render_card(context, one)
