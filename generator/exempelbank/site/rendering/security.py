"""What a browser is told about what the pages may do, in the pages and by the host."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from exempelbank.settings import Settings

_SELF = "'self'"
_POLICY = {
    "default-src": "'none'",
    "script-src": _SELF,
    "style-src": _SELF,
    "img-src": f"{_SELF} data:",
    "font-src": _SELF,
    "connect-src": _SELF,
    "worker-src": _SELF,
    "manifest-src": _SELF,
    "base-uri": "'none'",
    "form-action": _SELF,
}

# What only a host can say, besides the policy.
_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}


def content_security_policy(settings: Settings) -> str:
    """Stands in every page, for hosts that let us say nothing else. Whoever gets the answers to our
    forms is the one exception to that nothing leaves the site.
    """
    policy = dict(_POLICY)
    if receiver := settings.organisation.form_receiver:
        policy["form-action"] += f" {_origin(receiver)}"
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def headers(settings: Settings) -> Mapping[str, str]:
    policy = f"{content_security_policy(settings)}; frame-ancestors 'none'"
    return {"Content-Security-Policy": policy, **_HEADERS}
