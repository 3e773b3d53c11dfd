"""Plots as SVG that we write ourselves: no script, no style attribute, every mark a link to its fact.

`forest`, `dots` and `heat` draw rows; `effects`, `harms` and `matrix` make rows of the catalogue's answers.
"""

from .dots import EventRow, Share, dot_plot
from .effects import Forest, endpoint_forests, trial_forests
from .forest import Effect, forest_plot
from .harms import Comparison, comparisons
from .heat import Cell, heat_map
from .matrix import Matrix, drug_matrix
from .svg import plot_style, standalone

__all__ = [
    "Cell", "Comparison", "Effect", "EventRow", "Forest", "Matrix", "Share", "comparisons", "dot_plot", "drug_matrix",
    "endpoint_forests", "forest_plot", "heat_map", "plot_style", "standalone", "trial_forests",
]  # fmt: skip
