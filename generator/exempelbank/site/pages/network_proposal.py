"""How to propose a network: what it must meet, how it is decided, and the questions in a letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.i18n import _, pgettext
from exempelbank.site.components import json_ld
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("network_proposal"),
        _("Propose a network"),
        _("Is there something you want to talk of with others in your role? Say what you need."),
        pgettext("what readers call a page", "start a network, new network, need"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        make = partial(_page, context, own)
        yield LazyPage(own.address, own.title, "networks", make)


def _page(context: RenderContext, own: OwnPage) -> Page:
    proposals, above = context.settings.network_proposals, context.urls.section("networks")
    return context.page(
        "network-proposal.html",
        own.address,
        own.title,
        description=own.description,
        section="networks",
        head=(json_ld.breadcrumbs(context, (_("Networks"), above), (own.title, own.address)),),
        lead=own.description,
        breadcrumbs=[(_("Networks"), context.href(above))],
        proposals=proposals,
        questions=_questions(context),
        email=_email(context),
        letter=_letter(context),
    )


def _email(context: RenderContext) -> str:
    return context.settings.network_proposals.email or context.settings.organisation.email


def _questions(context: RenderContext) -> tuple[str, ...]:
    return context.settings.network_proposals.questions or (
        _("For whom is the network?"),
        _("What need should it meet?"),
        _("How would you like to meet?"),
    )


def _letter(context: RenderContext) -> str:
    return mail_link(
        _email(context),
        _("Proposal for a network"),
        "\n\n\n".join(_questions(context)) + "\n",
    )
