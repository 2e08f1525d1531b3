"""An address that leads nowhere, and those that there are -> the one that was meant."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.text.normalization import nearest


def most_like(address: str, addresses: Iterable[str]) -> str | None:
    """Below the same page if it can be: one that goes on as this begins, or is nearly the same."""
    above, word = _split(address.strip("./").removesuffix(".md"))
    words = {one: _split(one.rstrip("/")) for one in sorted(addresses)}
    beside = {one: last for one, (folder, last) in words.items() if folder == above and above}
    candidates = beside or {one: last for one, (_folder, last) in words.items()}
    alike = [one for one, last in candidates.items() if last.startswith(f"{word}-")]
    alike += [one for one, (_folder, last) in words.items() if last == word]
    highest = min((one.count("/") for one in alike), default=0)
    if len(nearer := [one for one in alike if one.count("/") == highest]) == 1:
        return nearer[0]
    like = nearest(word, candidates.values())
    return next((one for one, last in candidates.items() if last == like), None)


def _split(address: str) -> tuple[str, str]:
    folder, _stroke, word = address.rpartition("/")
    return folder, word
