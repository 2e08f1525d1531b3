"""Catalogue -> figures: what there is, where, how long it took, and where something is missing.

What stands on the site is worked out from what may be shown. The queue and the visits are counted
only on the command line, from files that the build never reads; no text and no visitor leaves them.
"""

from exempelbank.followup.figure_table import FigureTable
from exempelbank.followup.figures import figures_of

__all__ = ["FigureTable", "figures_of"]
