"""Curation: readers mark claims as right or wrong, where whoever started the server lets them."""

from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qsl, quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ....graph.curation import Mark
from ..site import address, site

READER: Final = "trialgraph-reader"
"""The cookie that keeps a reader's name."""
_VERDICTS: Final = ("right", "wrong", "none")
_YEAR: Final = 365 * 24 * 3600
_LONGEST: Final = 20_000


async def curation(request: Request) -> Response:
    """Show all marks, and how often each rule was found right."""
    here = site(request)
    content = {"marks": await here.ask("marks"), "rules": await here.ask("precision-by-rule")}
    return here.page(request, "curation.html", content)


async def mark(request: Request) -> Response:
    """Keep a mark, or take it back; only pages of this server may ask for that."""
    here = site(request)
    if not here.settings.curate:
        raise HTTPException(403, "Claims can't be marked here; start the server with --curate.")
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin" or not _is_ours(request):
        raise HTTPException(403, "Only pages of this server may mark claims.")
    fields = await _fields(request)
    claim, reader, verdict = (fields.get(name, "").strip() for name in ("claim", "reader", "verdict"))
    if verdict not in _VERDICTS or not reader or not address(claim).startswith("/id/"):
        raise HTTPException(400, f"A mark needs a claim, a reader, and a verdict: {', '.join(_VERDICTS)}.")
    if verdict == "none":
        await here.write(lambda graph: graph.unmark(claim, reader))
    else:
        time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        made = Mark(claim, reader, verdict, time, fields.get("note", "").strip())
        await here.write(lambda graph: graph.mark(made))
    answer = RedirectResponse(f"{address(claim)}#marks", 303)
    answer.set_cookie(READER, quote(reader), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


async def _fields(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST:
            raise HTTPException(413, "That is too long for a note.")
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _is_ours(request: Request) -> bool:
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")


routes = [Route("/curation", curation, methods=["GET"]), Route("/curation", mark, methods=["POST"])]
