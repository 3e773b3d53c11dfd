"""Looking at a part of the graph: what an address of the explorer asks for, as cards, facets and evidence."""

from .address import State
from .overview import Overview
from .scene import Explored, Scene

__all__ = ["Explored", "Overview", "Scene", "State"]
