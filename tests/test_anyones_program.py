"""The program is anyone's: no word of the organisation whose site is the sample stands in it."""

import re
from collections.abc import Iterator

from tests.builders import PROJECT, sample_settings

PACKAGE = PROJECT / "generator" / "exempelbank"
READ = {".css", ".html", ".js", ".json", ".po", ".py", ".svg", ".txt", ".yml"}
TERMS = ("Forum", "Carpe", "CKA", "FC", "Stockholm", "samordningsgruppen")
ALLOWED = {
    "starters/": "they say themselves whose words they are",
    "privacy/words/no_small_place.txt": "names that end as those of small places do",
}
CLOCK = "Europe/Stockholm"  # of all of Sweden, by its only name


def lines_of_the_program() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        if path.suffix in READ and not name.startswith(tuple(ALLOWED)):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                yield f"{name}:{number}", line.replace(CLOCK, "")


def test_no_word_of_the_organisation_of_the_sample_stands_in_the_program():
    places = [place.label for place in sample_settings().municipalities]
    foreign = re.compile(rf"(?<!\w)(?:{'|'.join((*TERMS, *places))})s?(?!\w)")

    found = [f"{place}: {line}" for place, line in lines_of_the_program() if foreign.search(line)]

    assert found == []
