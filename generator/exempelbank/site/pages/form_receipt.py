"""The page that a form service leads back to when it has an answer: thanks, and what is next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from exempelbank.i18n import _
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.site.components.own_form import next_steps
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def form_receipts(context: RenderContext, pages: Iterable[MarkdownPage]) -> Mapping[str, LazyPage]:
    """By address, below each page with a form of ours; none where nobody gets its answers."""
    if not context.settings.organisation.form_receiver:
        return {}
    word = context.settings.addresses.inner.form_receipt
    return {
        address: LazyPage(
            address,
            _("Thank you"),
            page.front_matter.section,
            partial(_receipt, context, page, address),
            indexed=False,
        )
        for page in pages
        if page.front_matter.form
        for address in [f"{page.address}{word}/"]
    }


def _receipt(context: RenderContext, form_page: MarkdownPage, address: str) -> Page:
    front = form_page.front_matter
    return context.page(
        "form-receipt.html",
        address,
        _("Thank you"),
        section=front.section,
        head=(context.script_tag("form/receipt.js"),),
        indexed=False,
        breadcrumbs=[(front.title, context.href(form_page.address))],
        form=front.form,
        steps=next_steps(context.settings.organisation, front.receipt),
    )
