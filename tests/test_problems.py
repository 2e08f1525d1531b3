from exempelbank.problems import Location, Problem, Problems, Severity


def test_a_problem_says_where_what_and_what_to_do():
    place = Location("content/examples/x.md", 3, "summary")

    assert str(Problem(place, "är för lång", "Korta den.\nHögst 280 tecken.")) == (
        "content/examples/x.md:3 (summary): fel: är för lång\n    Korta den.\n    Högst 280 tecken."
    )


def test_a_place_says_no_more_than_is_known():
    assert str(Location("svar.xlsx")) == "svar.xlsx"
    assert str(Location("svar.xlsx", 14)) == "svar.xlsx:14"
    assert str(Location("svar.xlsx", label="Kommun")) == "svar.xlsx (Kommun)"


def test_everything_found_is_kept_in_the_order_it_was_met():
    problems = Problems()
    problems.error(Location("b"), "första")
    problems.warning(Location("a"), "andra")

    assert [problem.says for problem in problems] == ["första", "andra"]
    assert [problem.severity for problem in problems] == [Severity.ERROR, Severity.WARNING]
    assert problems.summary() == "1 fel, 1 varning"


def test_those_of_a_file_stand_together_by_line_and_each_once():
    places = [("b", 7), ("a", 3), ("b", 2), ("b", 7), ("a", None)]
    problems = Problems([Problem(Location(*place), "x") for place in places])

    found = [(one.location.path, one.location.line) for one in problems.by_place()]

    assert found == [("b", 2), ("b", 7), ("a", None), ("a", 3)]
