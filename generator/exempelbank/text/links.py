"""An address that someone wrote in a text -> what a page leads to.

Said here alone: pages and feeds ask, and so does `exempelbank check`, which tells of what leads
nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit


class InternalLink(NamedTuple):
    address: str  # of a page or a file, from the root of the site
    fragment: str = ""  # the place on the page
    query: str = ""


class Links(NamedTuple):
    """What those of a text lead to, wherever the text is shown."""

    root: str = "/"  # the folder of the site on its host
    page: str = ""  # the address of the page that the text is written for
    folder: str = ""  # of the file it stands in: "content/news"
    # What pages go by in links that don't begin at the root; asked for when there is such a link.
    names: Callable[[], Mapping[str, str]] = dict

    def href(self, written: str) -> str:
        """Empty when the link is not followed."""
        if within := self.internal(written):
            query = f"?{within.query}" if within.query else ""
            fragment = f"#{within.fragment}" if within.fragment else ""
            return self.root + quote(unquote(within.address)) + _quoted(query + fragment)
        return safe_address(written) or ""

    def internal(self, written: str) -> InternalLink | None:
        """What it leads to within the site, whether that is there or not."""
        if not is_internal(written):
            return None
        parts = urlsplit(written.strip())
        path = unquote(parts.path)
        if not path:
            address: str | None = self.page
        elif path.startswith("/"):
            address = _normal(path)
            if _FILE_SUFFIX.search(address):
                name = _FILE_SUFFIX.sub("", address).rstrip("/")
                address = self.names().get(name, address)
        else:
            address = self._named(path)
        return None if address is None else InternalLink(address, parts.fragment, parts.query)

    def _named(self, path: str) -> str | None:
        """As a browser reads it, from the folder above, from the root, or among the files."""
        names = self.names()
        bare = _FILE_SUFFIX.sub("", path)
        for folder in (self.page, dirname(self.page.rstrip("/")), "", self.folder):
            name = normpath(join("/", folder, bare)).strip("/")
            if name in names:
                return names[name]
        return names.get(basename(bare.rstrip("/")).upper())


AT_ROOT = Links()  # of a text that stands on no page


def is_internal(written: str) -> bool:
    """Was it meant for a page or a file of the site?"""
    written = written.strip()
    if not written or _UNSEEN.search(written) or _OUTWARD.match(written):
        return False
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def is_as_written(written: str) -> bool:
    """On a page written by hand: those who write it may lead to what is not encrypted too."""
    return bool(_AS_WRITTEN.match(written))


def is_from_elsewhere(written: str) -> bool:
    """What a page shows, such as a picture: not a file of the site."""
    return bool(_UNSEEN.search(written) or _ELSEWHERE.match(written.strip()))


_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_AS_WRITTEN = re.compile(r"(?:https?|mailto|tel):|//|#", re.IGNORECASE)
_OUTWARD = re.compile(r"//|www\.|[^/?#]*@", re.IGNORECASE)

_FILE_SUFFIX = re.compile(r"(?:(?<![^/])index)?\.(?:md|html?)$")


def _normal(path: str) -> str:
    """As pages are named: /a/../b and b -> b/, /b/index.html -> b/."""
    path = path.removesuffix("/index.html")
    name = normpath(f"/{path.strip('/')}").strip("/")
    is_file = "." in basename(name) and not path.endswith("/")
    return f"{name}/" if name and not is_file else name


# ---- Out of the site ----


def safe_address(address: str) -> str | None:
    """The address written out anew: https to a named host, mailto or tel. None for all others."""
    if _UNSEEN.search(address):
        return None
    try:
        parts = urlsplit(address.strip())
        if parts.scheme in ("mailto", "tel") and not parts.netloc and parts.path:
            return _quoted(address.strip())
        host = unquote(parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # a port that is no number, a name that can't be a host
        return None
    if parts.scheme != "https" or parts.username is not None or not _is_public(host):
        return None
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"https://{host}{port}{_quoted(parts.path + query + fragment)}"


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def _quoted(address: str) -> str:
    return quote(address, safe="/:?#[]@!$&'()*+,;=%~")


_HOST = re.compile(r"[a-z0-9_.-]+")  # whoever cleans the page's HTML takes no other


def _is_public(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        is_name = _HOST.fullmatch(host) is not None and "." in host.strip(".")
        return is_name and not host.endswith((".local", ".internal", ".localhost"))
    return False
