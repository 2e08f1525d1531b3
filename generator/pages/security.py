"""What a browser is told about what the pages may do."""

from __future__ import annotations

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

CONTENT_SECURITY_POLICY = "; ".join(f"{name} {value}" for name, value in _POLICY.items())
