"""How far a build has come, and what each step took."""

from __future__ import annotations

import io
import time

from exempelbank.building.progress import EVERY, Progress


def test_each_step_is_named_as_it_begins():
    said = []
    steps = Progress(lambda *what: said.append(what))

    with steps.step("outer"), steps.step("inner"):
        pass

    assert [name for name, _done, _of in said] == ["outer", "inner"]


def test_a_step_is_not_charged_for_the_steps_within_it():
    steps = Progress()

    with steps.step("outer"), steps.step("inner"):
        time.sleep(0.05)

    assert steps.spent["inner"] >= 0.05
    assert steps.spent["outer"] < steps.spent["inner"]


def test_a_long_step_says_now_and_then_how_many_are_done():
    said = []
    steps = Progress(lambda *what: said.append(what))

    with steps.step("pages"):
        things = list(steps.counted(range(2 * EVERY), 2 * EVERY))

    assert things == list(range(2 * EVERY))
    assert said[1:] == [("pages", 0, 2 * EVERY), ("pages", EVERY, 2 * EVERY)]


def progress_of(monkeypatch, *said, terminal: bool, patience: float = 0) -> str:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("exempelbank.cli.site.QUIET_SECONDS", patience)
    progress = Progress()
    for what in said:
        progress.say(*what)
    progress.end()
    return screen.getvalue()


def test_a_short_build_says_nothing_on_the_way(monkeypatch):
    assert not progress_of(monkeypatch, ("Läser", 0, 0), terminal=True, patience=60)


def test_on_a_terminal_the_progress_stays_on_one_line_and_is_gone_at_the_end(monkeypatch):
    said = progress_of(monkeypatch, ("Läser", 0, 0), ("Skriver", 200, 800), terminal=True)

    assert "\rSkriver … 25 %" in said
    assert "\n" not in said
    assert said.endswith(f"\r{' ' * len('Skriver … 25 %')}\r")


def test_in_a_log_the_progress_is_a_line_now_and_then(monkeypatch):
    said = progress_of(monkeypatch, ("Läser", 0, 0), ("Skriver", 0, 0), terminal=False)

    assert said == "Läser …\n"
