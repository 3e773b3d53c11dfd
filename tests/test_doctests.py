"""The examples in the docstrings are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

ROOMS = ("ontology", "extract", "graph", "queries", "app")


def modules() -> list[str]:
    names: list[str] = []
    for room in ROOMS:
        package = import_module(f"trialgraph.{room}")
        names += [package.__name__, *(m.name for m in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))]
    return names


@pytest.mark.parametrize("name", modules())
def test_examples_of(name):
    assert doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS).failed == 0
