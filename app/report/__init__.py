"""The printable report: what a graph says, with plots, conflicts and the sentences of every fact, in one HTML file."""

from .writing import write_report

__all__ = ["write_report"]
