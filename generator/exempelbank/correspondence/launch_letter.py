"""The letter that tells those who pass news on in the municipalities that there is a form."""

from __future__ import annotations

from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.correspondence.contents import known_of_office
from exempelbank.letters.letter import SenderLetter, letter_from
from exempelbank.letters.placeholders import Placeholder
from exempelbank.letters.templates import LetterTemplate
from exempelbank.settings import Settings


def build_launch_letter(template: LetterTemplate, by: str, settings: Settings) -> SenderLetter:
    urls = UrlBuilder(settings)
    hint = {Placeholder.HINT: urls.full(urls.first_section("hint", "contribute"))}
    return letter_from(template, known_of_office(settings, by) | hint)
