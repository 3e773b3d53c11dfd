"""JSON of which nothing is taken for granted: what is missing, or of another type, is empty."""

import re
from typing import cast

_ESCAPED = re.compile(r"\\([<>\[\]*_~#+.()`|-])")
"""Signs that the registry guards from being read as Markdown."""


class Record:
    """A value of a JSON file, looked at as an object.

    >>> record = Record({"a": {"b": [{"c": 1}]}})
    >>> record.at("a").records("b")[0].text("c"), record.at("x", "y").text("z")
    ('1', '')
    """

    def __init__(self, value: object) -> None:
        self._members = cast("dict[str, object]", value) if isinstance(value, dict) else {}

    def at(self, *names: str) -> "Record":
        """Give the object under a name, and under the next name in that one."""
        found = self
        for name in names:
            found = Record(found._members.get(name))
        return found

    def text(self, name: str) -> str:
        """Give a text or number under a name, without the escapes of Markdown."""
        value = self._members.get(name)
        if isinstance(value, str):
            return _ESCAPED.sub(r"\1", value).strip()
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""

    def texts(self, name: str) -> list[str]:
        """Give the texts of the list under a name."""
        return [item for item in self._list(name) if isinstance(item, str)]

    def records(self, name: str) -> list["Record"]:
        """Give the objects of the list under a name."""
        return [Record(cast("object", item)) for item in self._list(name) if isinstance(item, dict)]

    def _list(self, name: str) -> list[object]:
        value = self._members.get(name)
        return cast("list[object]", value) if isinstance(value, list) else []


def spelled(constant: str) -> str:
    """Write a constant of the registry as words.

    >>> spelled("ACTIVE_NOT_RECRUITING")
    'active not recruiting'
    """
    return constant.replace("_", " ").lower()
