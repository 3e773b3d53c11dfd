"""What comes with an installation may be used as freely as trialgraph itself."""

import re
from importlib.metadata import PackageNotFoundError, metadata, requires

from packaging.requirements import Requirement

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla Public License 2|Unlicense|HPND|0BSD|Zlib|CC0|W3C",
    re.IGNORECASE,
)


def licence_of(name: str) -> str:
    told = metadata(name)
    classified = [line for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    return " ".join([told.get("License-Expression") or "", *classified, (told.get("License") or "")[:60]])


def installed(name: str, seen: set[str]) -> set[str]:
    """A package and all that it needs on this machine, extras aside."""
    for line in requires(name) or []:
        needed = Requirement(line)
        if needed.name in seen or (needed.marker and not needed.marker.evaluate({"extra": ""})):
            continue
        try:
            metadata(needed.name)
        except PackageNotFoundError:
            continue
        seen.add(needed.name)
        installed(needed.name, seen)
    return seen


def test_every_package_is_permissive():
    packages = installed("trialgraph", set())
    assert len(packages) > 20
    assert {name: licence_of(name) for name in packages if not PERMISSIVE.search(licence_of(name))} == {}
