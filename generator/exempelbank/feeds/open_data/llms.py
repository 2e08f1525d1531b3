"""llms.txt: what this site is and where its texts are, for programs that read for someone."""

from __future__ import annotations

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import _
from exempelbank.settings import Settings
from exempelbank.text.normalization import normalised

MOST = 100  # examples; all of them are in the data


def llms_txt(catalogue: Catalogue, settings: Settings, data: str) -> bytes:
    urls = UrlBuilder(settings)
    organisation = settings.organisation

    def line(title: str, address: str, about: str = "") -> str:
        name = normalised(title).replace("[", "(").replace("]", ")")
        return f"- [{name}]({urls.full(address)})" + (f": {normalised(about)}" if about else "")

    lines = [f"# {organisation.site_name}", "", f"> {organisation.description}", ""]
    if organisation.sample_data:
        lines += [_("Sample data: the people, units and events here are invented."), ""]
    lines += [
        _("Published by {name}.").format(name=organisation.name),
        _("Each example has been read by two reviewers and says how its senders know. An example "
          "describes what one unit did; it does not prove that it works elsewhere."),
    ]  # fmt: skip
    if catalogue.trial_notes:
        lines.append(_("What others say who have tried an example stands on its page."))
    if organisation.licence:
        licence = f"{organisation.licence} {organisation.licence_url}".strip()
        lines.append(_("Licence: {licence}").format(licence=licence))
    lines += ["", "## " + _("Data"), "", line(_("All examples as JSON"), data)]
    lines.append(line(_("Codebook"), urls.section("data")))
    lines += ["", f"## {_('Learning examples')}", ""]
    lines += [line(one.title, urls.of(one), one.summary) for one in catalogue.examples[:MOST]]
    for heading, records in (
        (_("Focus areas"), catalogue.focus_areas),
        (_("Networks"), catalogue.networks),
        (_("Tips and methods"), catalogue.tips),
    ):
        if records:
            lines += ["", f"## {heading}", ""]
            lines += [line(record.title, urls.of(record), record.summary) for record in records]
    return ("\n".join(lines) + "\n").encode()
