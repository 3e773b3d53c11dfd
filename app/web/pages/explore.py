"""The explorer: a part of the graph as cards, with facets beside it and the sentences behind each edge."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.picture.captions import GLYPHS
from ....graph.picture.cards import KINDS, Picture
from ....graph.picture.layout import CARD_WIDTH
from ...explorer import Explored, Overview, Scene, State
from ...explorer.address import short
from ...explorer.scene import MOST_CLAIMS
from ..security import POLICY
from ..site import site

_STYLES: Final = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-jtRRMYY2VbEXuBKbHvqM1/fPT8vazFrEooXdvwUK4y8='",
    "'sha256-9xjtvxMT1ApHlgn9ohbh2FNfvK5Tqtzy94BjfXBeMSY='",
)
"""The styles that force-graph writes into the page, empty at first, known by their hashes."""
_POLICY: Final = POLICY.replace("style-src 'self'", f"style-src 'self' {' '.join(_STYLES)}")


async def explore(request: Request) -> Response:
    """Show what the address says: facets, cards, table, evidence."""
    state = State.read({name: request.query_params.getlist(name) for name in request.query_params})
    scene: Scene = await site(request).pages.answer(Explored(state))
    content = {
        "state": state, "scene": scene, "drawing": drawing(state, scene.picture), "glyphs": GLYPHS,
        "kinds": [kind for kind in (*KINDS, "Other") if scene.kinds.get(kind)], "short": short,
        "most_claims": MOST_CLAIMS,
    }  # fmt: skip
    page = site(request).page(request, "explore.html", content)
    page.headers["Content-Security-Policy"] = _POLICY
    return page


async def overview(request: Request) -> Response:
    """Give the dots of the map."""
    written: bytes = await site(request).pages.answer(Overview())
    return Response(written, media_type="application/json", headers={"Cache-Control": "max-age=60"})


def drawing(state: State, picture: Picture) -> dict[str, Any]:
    """Give what the script draws, every thing and edge with the address that opens it."""
    names = {card.key: short(card.iri) for card in picture.cards}
    cards = [
        {
            "id": card.key, "kind": card.kind, "label": "\n".join(card.lines), "name": card.name, "x": card.x,
            "y": card.y, "height": card.height, "opened": names[card.key] in state.opened,
            "focus": names[card.key] == state.focus, "href": state.opening(names[card.key]),
        }
        for card in picture.cards
    ]  # fmt: skip
    edges = [
        {
            "id": line.key, "source": line.source.key, "target": line.target.key, "name": line.name,
            "affirmed": line.affirmed, "quiet": line.quiet, "focus": ends == state.edge,
            "href": state.but(edge=ends, focus="") if line.facts else "",
        }
        for line in picture.lines
        for ends in [(names[line.source.key], names[line.target.key])]
    ]  # fmt: skip
    headings = [{"x": x, "name": name} for x, name in picture.headings.items()]
    return {"cards": cards, "edges": edges, "headings": headings, "width": CARD_WIDTH}


routes = [Route("/explore", explore), Route("/explore/map.json", overview)]
