import errno
import os

import pytest

from exempelbank.system_words import system_words


def test_what_people_meet_of_the_system_is_told_in_their_language(tmp_path):
    with pytest.raises(OSError) as raised:
        (tmp_path / "saknas").read_bytes()

    assert system_words(raised.value) == "filen eller mappen finns inte"


@pytest.mark.parametrize(
    "why",
    [
        OSError(errno.EXDEV, os.strerror(errno.EXDEV)),
        OSError("Invalid cross-device link"),
        EOFError("Invalid cross-device link"),
    ],
)
def test_what_they_hardly_meet_is_told_as_the_system_says_it(why):
    assert system_words(why) == "Invalid cross-device link"
