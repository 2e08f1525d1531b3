"""What `check` says is left of the sample, once a site no longer says that it is one."""

import dataclasses

import pytest

from exempelbank.review.project_checks.going_live import left_of_the_sample
from tests.builders import sample_settings
from tests.review.builders import write

PAGE = "content/pages/om.md"


def left_in(root, sample_data=False, **settings):
    known = sample_settings()
    organisation = known.organisation.model_copy(
        update={"sample_data": sample_data, "as_of": None, **settings}
    )
    found = left_of_the_sample(root, dataclasses.replace(known, organisation=organisation))
    return [(one.location.path, one.location.line) for one in found]


def test_each_file_is_told_of_once_on_its_first_line(tmp_path):
    write(
        tmp_path, PAGE, "---\ntitle: Om\n---\nInom [två dagar].\nSkriv till a@b.example, [datum].\n"
    )
    write(tmp_path, "site_config/organisation.yml", "# x.example\nemail: a@b.example\n")

    assert left_in(tmp_path) == [("site_config/organisation.yml", 2), (PAGE, 5), (PAGE, 4)]
    assert left_in(tmp_path, sample_data=True) == []


def test_a_day_that_stands_still_is_told_of(tmp_path):
    write(tmp_path, "site_config/organisation.yml", "name: Vi\nas_of: 2026-03-16\n")

    assert left_in(tmp_path, as_of="2026-03-16") == [("site_config/organisation.yml", 2)]


@pytest.mark.parametrize(
    "line",
    [
        "[en länk](om.md)", "![en bild](a.jpg)", "[en länk][vart]", "[vart]: https://a.se",
        "- [x] gjort", "Se `[det här]`.", "En not[^ett].", "[^ett]: Noten.",
        "https://a.example.se", "[[x]]", "[1]",
    ],
)  # fmt: skip
def test_what_is_no_place_to_fill_in_is_left_alone(tmp_path, line):
    write(tmp_path, PAGE, f"{line}\n")

    assert left_in(tmp_path) == []
