"""What the place is called that an example comes from."""

from __future__ import annotations

from exempelbank.model.example import Example
from exempelbank.settings import Settings


def origin_label(example: Example, settings: Settings) -> str:
    """Of the municipality, or else the organisation; what the sender wrote when it is no term."""
    vocabulary = "municipalities" if example.municipality else "organisations"
    return settings.label(vocabulary, example.origin)
