"""A long list -> pages with numbers: the first at the list's own address, then …/sida/2/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from exempelbank.i18n import _

T = TypeVar("T")


@dataclass(frozen=True)
class ListPage(Generic[T]):
    items: Sequence[T]
    number: int
    addresses: tuple[str, ...]  # of every page of the list

    @property
    def address(self) -> str:
        return self.addresses[self.number - 1]

    def title(self, title: str) -> str:
        if self.number == 1:
            return title
        return _("{title}, page {number}").format(title=title, number=self.number)


def paginate(items: Sequence[T], first: str, word: str, size: int) -> Iterator[ListPage[T]]:
    """At least one page, even of an empty list. `first`: the list's own address; `word`: what the
    addresses of the others have before their number; `size`: items on a page.
    """
    count = max(1, -(-len(items) // size))
    addresses = (first, *(f"{first}{word}/{number}/" for number in range(2, count + 1)))
    for number in range(1, count + 1):
        yield ListPage(items[(number - 1) * size : number * size], number, addresses)
