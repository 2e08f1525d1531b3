"""A question at the terminal."""

from __future__ import annotations


def is_agreed(question: str) -> bool:
    """Asked again until the answer is yes or no. Raises EOFError or KeyboardInterrupt when whoever
    was asked leaves instead.
    """
    from exempelbank.model.record import typed_yes_or_no

    while (answer := typed_yes_or_no(input(question))) is None:
        pass
    return answer
