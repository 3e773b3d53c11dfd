"""The page: the drawing that pyvis makes, in a page of our own that asks no network and runs no script but ours."""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any, Final

from ..wording import words
from .captions import GLYPHS
from .cards import KINDS, Card, Line, Picture
from .layout import CARD_WIDTH
from .table import Source, fact_rows, text

_NAMES: Final = {"OutcomeResult": "outcome", "AdverseEventResult": "event rate", "Dosage": "dose"}
_MARGIN: Final = 6
_OPTIONS: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "zoomView": False, "dragNodes": False, "multiselect": False, "tooltipDelay": 200},
    "nodes": {
        "shape": "box",
        "shapeProperties": {"borderRadius": 7},
        "borderWidth": 1.8,
        "borderWidthSelected": 3,
        "font": {"size": 12, "face": "system-ui, sans-serif"},
        "margin": _MARGIN,
        "widthConstraint": {"minimum": CARD_WIDTH - 2 * _MARGIN, "maximum": CARD_WIDTH},
    },
    "edges": {
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
        "width": 1,
        "hoverWidth": 1,
        "arrowStrikethrough": False,
    },
}
_PORT: Final[dict[str, Any]] = {"shape": "dot", "size": 0.1, "label": " ", "opacity": 0}
"""Where lines meet a card: nodes that nobody sees."""


def make_page(title: str, summary: str, picture: Picture, sources: Mapping[str, Source]) -> str:
    """Make the HTML of a page that stands alone."""
    library, drawing = _drawing(picture)
    scripts = [library, drawing, _asset("page.js")]
    return Template(_asset("page.html")).substitute(
        policy=_policy(scripts),
        style=_asset("page.css"),
        title=text(title),
        summary=text(summary),
        columns="".join(_heading(x, heading) for x, heading in picture.headings.items()),
        legend=_legend(picture.cards),
        rows=fact_rows(picture.facts, sources),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def _drawing(picture: Picture) -> tuple[str, str]:
    """Let pyvis draw; take vis-network and the drawing out of its page, and leave Bootstrap and all else."""
    from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]  # heavy, so only when drawing

    network: Any = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    for card in picture.cards:
        network.add_node(card.key, **_node(card))
        for side, x in (("l", card.x - CARD_WIDTH / 2), ("r", card.x + CARD_WIDTH / 2)):
            network.add_node(f"{card.key}{side}", x=x, y=card.y, port=card.key, **_PORT)
    for line in picture.lines:
        network.add_edge(*_ports(line), **_edge(line))
    html: str = network.generate_html().replace("\r\n", "\n")
    scripts: list[str] = re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)
    library = next(script for script in scripts if "vis-network" in script[:100])
    return library, scripts[-1]


def _node(card: Card) -> dict[str, Any]:
    height = {"minimum": card.height - 2 * _MARGIN, "valign": "middle"}
    return {
        "label": "\n".join(card.lines), "shape": "box", "x": card.x, "y": card.y, "heightConstraint": height,
        "kind": card.kind, "name": card.name, "title": _tooltip(card.name), "chosen": card.chosen,
        "facts": list(card.facts),
    }  # fmt: skip


def _ports(line: Line) -> tuple[str, str]:
    """Let lines leave and reach cards at their sides, so that they don't run under other cards of the column."""
    sides = "rl" if line.source.x < line.target.x else "lr" if line.source.x > line.target.x else "ll"
    return line.source.key + sides[0], line.target.key + sides[1]


def _edge(line: Line) -> dict[str, Any]:
    about: dict[str, Any] = {
        "id": line.key, "name": line.name, "facts": list(line.facts), "ends": [line.source.key, line.target.key],
        "quiet": line.quiet, "hidden": line.quiet, "dashes": not line.affirmed,
    }  # fmt: skip
    if line.source.x == line.target.x:
        turn = "curvedCCW" if line.source.y < line.target.y else "curvedCW"
        about["smooth"] = {"enabled": True, "type": turn, "roundness": 0.3}
    return about


def _tooltip(name: str) -> str:
    """Break the word at which pyvis turns the tooltips of all nodes into HTML."""
    return re.sub("(?i)h(?=ref)", lambda found: f"{found[0]}\u2060", name)


def _heading(x: float, heading: str) -> str:
    return f'<span data-x="{x}">{heading}</span>'


def _legend(cards: Iterable[Card]) -> str:
    counts = Counter(card.kind for card in cards)
    return "".join(_switch(kind, counts[kind]) for kind in KINDS if counts[kind])


def _switch(kind: str, count: int) -> str:
    return (
        f'<label class="kind" style="--kind: var(--{kind})"><input type="checkbox" checked value="{kind}">'
        f'<span class="glyph" aria-hidden="true">{GLYPHS[kind]}</span>{_name(kind)} <small>{count}</small></label>'
    )


def _name(kind: str) -> str:
    return _NAMES.get(kind, words(kind))


def _policy(scripts: Iterable[str]) -> str:
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    rules = "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src {hashes}; {rules}"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
