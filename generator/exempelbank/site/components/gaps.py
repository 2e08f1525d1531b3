"""What no example tells of, worked out once for all pages that say so."""

from __future__ import annotations

from exempelbank.followup.gaps import Gaps, gaps_in
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized


@memoized
def gaps_of(context: RenderContext) -> Gaps:
    return gaps_in(context.catalogue, context.settings, context.today)
