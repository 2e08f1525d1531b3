"""exempelbank digest, on the sample library."""

import email
import email.policy

import pytest

from exempelbank.cli import main
from tests.builders import PROJECT


def run(capfdbinary, *words):
    code = main(["--project", str(PROJECT), "digest", *words])
    out, err = capfdbinary.readouterr()
    return code, out, err.decode()


def test_the_letter_is_written_to_a_file(capfdbinary, tmp_path):
    file = tmp_path / "brev.eml"
    code, out, _err = run(
        capfdbinary, "--since", "2026-02-01", "--format", "eml", "--out", str(file)
    )

    letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert (code, out) == (0, b"")
    assert "16 mars 2026" in letter["Subject"]  # the sample site's own day


def test_a_file_that_cannot_be_written_is_said_so(capfdbinary, tmp_path):
    (tmp_path / "ingen-mapp").write_text("x")
    file = tmp_path / "ingen-mapp" / "brev.eml"
    code, _out, err = run(capfdbinary, "--since", "2026-02-01", "--out", str(file))

    assert code == 1 and "brev.eml" in err and "Traceback" not in err


def test_the_text_is_printed(capfdbinary):
    code, out, _err = run(capfdbinary, "--since", "2026-02-01", "--for", "Huddinge")

    assert code == 0 and "Huddinge" in out.decode().splitlines()[0]


def test_the_letter_can_be_had_as_html_to_paste_into_a_mail_service(capfdbinary):
    code, out, _err = run(capfdbinary, "--since", "2026-02-01", "--format", "html")

    assert code == 0 and out.lstrip().startswith(b"<!doctype html>")


def test_one_command_writes_a_letter_for_each_topic_that_has_something_new(capfdbinary, tmp_path):
    written = ("--since", "2026-02-01", "--format", "html", "--each", "--out", str(tmp_path))
    code, out, _err = run(capfdbinary, *written)
    names = {file.name for file in tmp_path.glob("*.html")}

    assert code == 0 and f"{len(names)} brev" in out.decode()
    assert {"huddinge.html", "ips.html", "stodpedagog.html", "nyheter.html"} <= names
    assert "Huddinge" in (tmp_path / "huddinge.html").read_text("utf-8")


def test_letters_for_each_need_a_folder(capfdbinary):
    code, _out, err = run(capfdbinary, "--since", "2026-02-01", "--each")

    assert code == 1 and "--out" in err


def test_a_name_that_is_nearly_right_is_suggested(capfdbinary):
    code, _out, err = run(capfdbinary, "--since", "2026-02-01", "--for", "Hudinge")

    assert code == 1 and "Huddinge" in err and "Traceback" not in err


def test_without_anything_new_nothing_is_written(capfdbinary, tmp_path):
    file = tmp_path / "brev.eml"
    code, _out, err = run(
        capfdbinary, "--since", "2019-01-01", "--until", "2019-01-31", "--out", str(file)
    )

    assert (code, file.exists()) == (0, False)
    assert err


@pytest.mark.parametrize("words", [["--since", "i går"], ["--since", "2026-13-01"]])
def test_a_day_must_be_a_day(capfdbinary, words):
    with pytest.raises(SystemExit) as stopped:
        run(capfdbinary, *words)

    assert stopped.value.code == 2
