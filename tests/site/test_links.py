"""Every link within the built site leads somewhere, to the place on the page that it names."""

from urllib.parse import unquote, urljoin, urlsplit

from tests.site.pages.builders import Read


def test_every_internal_link_and_anchor_resolves(built_site):
    pages = {
        "/" + page.relative_to(built_site).as_posix().removesuffix("index.html"): Read(
            page.read_text("utf-8")
        )
        for page in built_site.rglob("*.html")
    }
    files = {"/" + file.relative_to(built_site).as_posix() for file in built_site.rglob("*.*")}
    broken = {
        f"{address} -> {link}"
        for address, page in pages.items()
        for link in page.links
        if not _leads_somewhere(link, address, pages, files)
    }

    assert not broken


def _leads_somewhere(link, address, pages, files):
    parts = urlsplit(urljoin(address, link))
    if parts.scheme or parts.netloc:
        return parts.scheme in ("https", "mailto", "tel")
    if parts.path not in pages:
        return parts.path in files and not parts.fragment
    return not parts.fragment or unquote(parts.fragment) in pages[parts.path].ids
