"""Every telephone number is called in one way, however it is written."""

import pytest

from exempelbank.text.phone import phone_link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("08-465 004 00", "tel:+46846500400"),
        ("08-465\u00a0004\u00a000, säkrast 9–11", "tel:+46846500400"),
        ("+46 (0)8 465 004 00", "tel:+46846500400"),
        ("0046 8-465 004 00", "tel:+46846500400"),
        ("Växel: 08/465 004 00", "tel:+46846500400"),
        ("11313", "tel:11313"),
        ("ring oss", ""),
        ("", ""),
    ],
)
def test_a_number_is_called_with_the_code_of_the_country(written, link):
    assert phone_link(written) == link
