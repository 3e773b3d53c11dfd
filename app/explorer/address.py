"""What an address of the explorer says; everything that can be seen there has one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args
from urllib.parse import urlencode

from ...graph.iris import TG
from ...ontology.errors import QueryError

Tab = Literal["graph", "table", "map"]
MOST: Final = 25
"""Cards that a thing brings along when it is opened."""
MOST_OPENED: Final = 16


@dataclass(frozen=True, slots=True)
class State:
    """A view of the graph; things are named by their IRIs without the namespace: `id/drug/isatuximab`."""

    words: str = ""
    """Searched for."""
    opened: tuple[str, ...] = ()
    """Things whose neighbours are shown, in the order in which they were opened."""
    focus: str = ""
    """The thing whose evidence is shown."""
    edge: tuple[str, str] | None = None
    """The two ends of the edge whose evidence is shown, in place of a thing's."""
    hidden: tuple[str, ...] = ()
    """Kinds of things."""
    trial: str = ""
    drug: str = ""
    document: str = ""
    assertion: str = ""
    confidence: float = 0
    """The least, from 0 to 1."""
    most: int = MOST
    tab: Tab = "graph"

    @classmethod
    def read(cls, query: Mapping[str, Sequence[str]]) -> "State":
        """Read the query part of an address; QueryError for what makes no sense."""
        first = {name: values[-1] for name, values in query.items() if values}
        edge = first.get("from", ""), first.get("to", "")
        return cls(
            words=first.get("q", "").strip(),
            opened=tuple(dict.fromkeys(query.get("open", ())))[:MOST_OPENED],
            focus=first.get("focus", ""),
            edge=edge if all(edge) else None,
            hidden=tuple(sorted({*query.get("hide", ())})),
            trial=first.get("trial", ""),
            drug=first.get("drug", ""),
            document=first.get("document", ""),
            assertion=first.get("assertion", ""),
            confidence=_number(first, "confidence", 0, 1),
            most=int(_number(first, "most", MOST, 200)),
            tab=_tab(first.get("tab", "graph")),
        )

    @property
    def seeds(self) -> tuple[str, ...]:
        """What is looked at: the opened things, or else the things that filters name."""
        return self.opened or tuple(filter(None, (self.trial, self.drug, self.document)))

    @property
    def address(self) -> str:
        """Give the address that says this.

        >>> State(opened=("id/drug/isatuximab",), confidence=0.8).address
        '/explore?open=id/drug/isatuximab&confidence=0.8'
        """
        ends = self.edge or ("", "")
        pairs: list[tuple[str, Any]] = [("q", self.words), *(("open", one) for one in self.opened)]
        pairs += [("focus", self.focus), ("from", ends[0]), ("to", ends[1]), *(("hide", one) for one in self.hidden)]
        pairs += [("trial", self.trial), ("drug", self.drug), ("document", self.document)]
        pairs += [("assertion", self.assertion), ("confidence", f"{self.confidence:g}" if self.confidence > 0 else "")]
        pairs += [("most", self.most if self.most != MOST else ""), ("tab", self.tab if self.tab != "graph" else "")]
        query = urlencode([pair for pair in pairs if pair[1] != ""], safe="/:")
        return f"/explore?{query}" if query else "/explore"

    def but(self, **changes: Any) -> str:
        """Give the address of a view that differs in this."""
        return replace(self, **changes).address

    def opening(self, name: str) -> str:
        """Give the address where a thing is opened and looked at."""
        opened = self.opened if name in self.opened else (*self.opened, name)[-MOST_OPENED:]
        return self.but(opened=opened, focus=name, edge=None, words="", tab="graph" if self.tab == "map" else self.tab)

    def closing(self, name: str) -> str:
        """Give the address where a thing is no longer open."""
        return self.but(opened=tuple(one for one in self.opened if one != name), edge=None)

    def toggling(self, kind: str) -> str:
        """Give the address where a kind of things is hidden, or shown again."""
        return self.but(hidden=tuple(sorted({*self.hidden} ^ {kind})))


def short(iri: str) -> str:
    """Leave out the namespace."""
    return iri.removeprefix(TG)


def _number(query: Mapping[str, str], name: str, otherwise: float, most: float) -> float:
    if not query.get(name):
        return otherwise
    try:
        value = float(query[name])
    except ValueError as error:
        raise QueryError(f"{name} is no number", where=query[name][:40], remedy=f"give one up to {most:g}") from error
    if not 0 <= value <= most:
        raise QueryError(f"{name} is out of range", where=query[name][:40], remedy=f"give a number up to {most:g}")
    return value


def _tab(name: str) -> Tab:
    for tab in get_args(Tab):
        if tab == name:
            return tab
    raise QueryError("there is no such tab", where=name[:40], remedy=f"take {', '.join(get_args(Tab))}")
