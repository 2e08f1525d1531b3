"""site_config/menu.yml: what may stand in it, and what is said of what may not."""

import pytest

from exempelbank.documents.document import document_from
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.settings.menu import Menu


def read(text):
    document, problems = document_from("site_config/menu.yml", text), Problems()
    return validated(document.data, Menu, document, problems), [*problems]


def test_a_link_is_a_section_a_page_or_an_address_and_may_be_written_on_one_line():
    menu, problems = read(
        "menu:\n- news\n- om/kontakt/\n- {to: networks, name: Nätverken}\n"
        "- {to: 'https://a.example/', name: A}\n- {to: 'mailto:b@a.example', name: B}\n"
    )

    assert not problems
    assert [link.to for link in menu.menu][:3] == ["news", "om/kontakt/", "networks"]
    assert menu.pages == {"om/kontakt/"}


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        ("menu:\n- exampels\n", 2, "examples"),
        ("menu:\n- news\n- to: /om/Kontakt.md\n", 3, "om/kontakt/"),
        ("button: http://a.example/\n", 1, ""),
        ("menu:\n- javascript:alert(1)\n", 2, ""),
        ("menu:\n- //a.example/\n", 2, ""),
        ("menu:\n- {to: 'https://exempelbanken.example@a.example/', name: A}\n", 2, ""),
        ("menu:\n- {to: 'mailto:b@a.example?bcc=c@a.example', name: A}\n", 2, ""),
        ("menu:\n- news\n- https://a.example/\n", 3, ""),
        ("menu: []\n", 1, ""),
        ("off: [examples]\n", 1, ""),
        ("start: [news, map]\n", 1, ""),
        ("footer:\n- {title: A, links: [about, privacy]}\n", 1, ""),
        ("meny: [news]\n", 1, "menu"),
    ],
)
def test_what_can_t_be_used_is_told_on_its_line_with_what_was_meant(text, line, fix):
    menu, (problem,) = read(text)

    assert menu is None
    assert problem.location.line == line
    assert fix in problem.fix


def test_what_is_of_no_use_without_a_section_goes_with_it():
    assert Menu(off=("networks",)).left_out == {"networks", "network_proposal"}
