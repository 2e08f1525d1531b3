"""What the place is called that a contribution comes from."""

from __future__ import annotations

from exempelbank.model.contribution import Contribution
from exempelbank.settings import Settings


def origin_label(contribution: Contribution, settings: Settings) -> str:
    """Of the municipality, or else the organisation; what the sender wrote when it is no term."""
    vocabulary = "municipalities" if contribution.municipality else "organisations"
    return settings.label(vocabulary, contribution.origin)
