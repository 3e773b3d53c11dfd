"""Everything that a room needs is installed: its packages are listed, its data files matched."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
TRAINING = ROOT / "extract" / "training"
"""How the language model was trained: run from the sources, not installed."""
ROOMS = ("ontology", "extract", "graph", "queries", "app", "examples")
FILES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*"))
    if path.is_file() and "__pycache__" not in path.parts and path.name != "README.md"
    if not path.is_relative_to(TRAINING)
]


def package_of(path: Path) -> str:
    """Name the innermost listed package that holds a file."""
    folders = SETUPTOOLS["package-dir"]
    return max((name for name, folder in folders.items() if path.is_relative_to(ROOT / folder)), key=len)


def test_every_package_is_listed_twice():
    folders = {path.parent for path in FILES if path.suffix == ".py"} | {ROOT / "examples"}
    packages = {f"trialgraph.{'.'.join(folder.relative_to(ROOT).parts)}" for folder in folders}
    assert packages == set(SETUPTOOLS["packages"]) == set(SETUPTOOLS["package-dir"])


@pytest.mark.parametrize("room", ROOMS)
def test_every_data_file_is_matched(room):
    patterns = SETUPTOOLS["package-data"]
    left_out: list[Path] = []
    for path in (path for path in FILES if path.is_relative_to(ROOT / room) and path.suffix != ".py"):
        package = package_of(path)
        folder = ROOT / SETUPTOOLS["package-dir"][package]
        globs = patterns.get("*", []) + patterns.get(package, [])
        if not any(path in folder.glob(glob) for glob in globs):
            left_out.append(path.relative_to(ROOT))
    assert left_out == []


def test_the_lock_has_a_version_of_all_that_is_asked_for():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, flags=re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [
        Requirement(r) for part in (project["dependencies"], *project["optional-dependencies"].values()) for r in part
    ]
    assert [str(r) for r in asked if not r.specifier.contains(pinned.get(canonicalize_name(r.name), "0"))] == []
    assert "http" not in re.sub(r"http(?:core|x|tools)?2?\b", "", lock)  # pins, not where they come from
