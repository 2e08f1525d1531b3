"""Who a response is, so that the same one is known when it comes again."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from exempelbank.documents import write_atomically
from exempelbank.files.paths import OWN
from exempelbank.privacy.numbers import personal_numbers
from exempelbank.text.normalization import comparable

SECRET = f"{OWN}/secret"  # ignored by git
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLAIN_ID = re.compile(r"[0-9A-Za-z_./#-]{1,64}")
_LENGTH = 5  # 60 million ids a year; two that clash are told apart


class Secret:
    """Keys the hash of anything personal, so that nobody can find a sender by trying addresses."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def hash(self, *parts: str) -> str:
        text = "\x1f".join(parts).encode()
        return hmac.digest(self._key, text, "sha256").hex()


def local_secret(root: Path, keep: bool = True) -> Secret:
    """This computer's own; made the first time, and written down if `keep`. Copy the file to a
    colleague's to share it.
    """
    path = root / SECRET
    if path.exists():
        return Secret(path.read_bytes().strip())
    key = secrets.token_hex(32)
    if keep:
        write_atomically(path, key + "\n", mode=0o600)
    return Secret(key.encode())


def key_from_id(dialect: str, form: str, response_id: str, secret: Secret) -> str:
    """`response_id`: as the tool gave it. What may be someone's words is hashed with `secret`."""
    plain = response_id.strip()
    if not _PLAIN_ID.fullmatch(plain) or any(True for _span in personal_numbers(plain)):
        # Someone's words, or number: they must not stand in plans and logs.
        plain = "x" + secret.hash("id", plain)[:16]
    return f"{dialect}:{form}:{plain}"


def blocking_key(
    dialect: str, form: str, submitted: datetime | None, unit: str, email: str, secret: Secret
) -> str:
    """Without an id: what the same response always shares with itself, and perhaps with others. By
    the minute (Excel drops the seconds) and the unit; by the sender's address without one.
    """
    minute = submitted.astimezone(UTC).strftime("%Y-%m-%dT%H:%M") if submitted else ""
    if unit.strip():
        digest = _digest(form, minute, comparable(unit))
    else:
        digest = secret.hash("key", form, minute, comparable(email))
    return f"{dialect}:{form}:{digest[:16]}"


def key_without_id(blocking_key: str, title: str, answers_hash: str) -> str:
    """A unit may send several in a minute, for instance when two have prepared theirs together."""
    return key_with(key_with_title(blocking_key, title), answers_hash)


def key_with_title(blocking_key: str, title: str) -> str:
    return key_with(blocking_key, letters_of(title))


def key_with(key: str, *traits: str) -> str:
    return f"{key}-{_digest(*traits)[:8]}"


@lru_cache(maxsize=65_536)  # it is asked for several times
def letters_of(title: str) -> str:
    """The same however it is cleaned, and when a point is put at its end."""
    return "".join(filter(str.isalnum, comparable(title)))


def blocking_key_in(key: str) -> str:
    """What a key without an id begins with; until 2026 there was nothing more."""
    return _parts_of(key, 1)


def as_far_as_title(key: str) -> str:
    return _parts_of(key, 2)


def _parts_of(key: str, count: int) -> str:
    form, colon, digests = key.rpartition(":")
    return form + colon + "-".join(digests.split("-")[:count])


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def id_from(key: str, year: int, prefix: str, used_ids: Collection[str]) -> str:
    """EX-2026-7K2QX: from the key, so that two imports in two branches give the same response the
    same name and different ones different names. `used_ids`: that no other may get.
    """
    attempt = 0
    while True:
        number = int.from_bytes(hashlib.sha256(f"{key}\x1f{attempt}".encode()).digest()[:8], "big")
        letters = ""
        for _place in range(_LENGTH):
            number, index = divmod(number, len(_ALPHABET))
            letters += _ALPHABET[index]
        name = f"{prefix}-{year}-{letters}"
        if name not in used_ids:
            return name
        attempt += 1


_HASHES = re.compile(r"x?[0-9a-f]{16}(-[0-9a-f]{8})*")


def response_id_in(key: str) -> str:
    """The form tool's own number of the response; "" where the key is made of hashes."""
    response = key.rpartition(":")[2]
    return "" if _HASHES.fullmatch(response) else response
