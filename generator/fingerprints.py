"""Whatever decides what is made -> sixteen bytes that change when it does."""

from __future__ import annotations

import hashlib

SIZE = 16  # bytes


def fingerprint(*parts: bytes) -> bytes:
    """Of these parts in this order; where one ends and the next begins counts."""
    whole = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little"))
        whole.update(part)
    return whole.digest()


def of_value(value: object) -> bytes:
    """Of plain values whose repr says all there is to say of them."""
    return fingerprint(repr(value).encode("utf-8", "surrogatepass"))
