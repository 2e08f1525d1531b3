"""The poster that asks people to tell: one page to print, with the address as a QR code."""

from __future__ import annotations

from exempelbank import i18n
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import _
from exempelbank.settings import Settings
from exempelbank.site.components.qr_code import qr_code
from exempelbank.site.rendering.environment import environment


def poster_page(settings: Settings) -> str:
    """A file of its own, which asks for nothing: its style and its code are in it."""
    urls = UrlBuilder(settings)
    address = urls.full(urls.section("contribute"))
    return (
        environment(settings)
        .get_template("poster.html")
        .render(
            language=i18n.language_in_use(),
            organisation=settings.organisation,
            qr_code=qr_code(address, _("QR code that leads to the form")),
            written_address=address.removeprefix("https://").removesuffix("/"),
        )
    )
