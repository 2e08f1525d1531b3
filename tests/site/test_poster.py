"""The poster: a page to print that asks for nothing."""

from __future__ import annotations

import re

from exempelbank.site.components.qr_code import qr_code
from exempelbank.site.poster import poster_page
from tests.builders import sample_settings


def test_it_leads_to_the_form_by_a_code_and_in_letters():
    page = poster_page(sample_settings())
    code = qr_code("https://exempelbanken.example/lamna-exempel/", "x")

    assert re.search(r'd="[^"]+"', code)[0] in page
    assert ">exempelbanken.example/lamna-exempel<" in page


def test_it_asks_for_nothing():
    page = poster_page(sample_settings())

    assert not re.search(r"<script|<link|<img|src=|url\(|https?://", page)
