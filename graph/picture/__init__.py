"""The interactive picture: a graph as one HTML file that needs no network and leads to the sentences."""

from .drawing import Drawn, draw

__all__ = ["Drawn", "draw"]
