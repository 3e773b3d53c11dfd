"""What every answer carries and every question must satisfy, before any page sees it."""

import re
from collections.abc import Collection
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Refuses foreign names of hosts, under which other web sites could reach a local server; numbers are no names.

    A page may set a policy of its own; others get the strict one. Without `cors` no page of another site reads answers.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], cors: bool = True) -> None:
        self._app, self._hosts, self._cors = app, {host.lower() for host in hosts}, cors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if not self._cors and "access-control-allow-origin" in headers:
                    del headers["access-control-allow-origin"]
            await send(message)

        if self._knows(Headers(scope=scope).get("host", "")):
            await self._app(scope, receive, send_guarded)
        else:
            refusal = "This server is not asked under that name; start it with --allow-host to add one.\n"
            await PlainTextResponse(refusal, 421)(scope, receive, send_guarded)

    def _knows(self, host: str) -> bool:
        name = re.sub(r":\d*$", "", host).lower()
        return "*" in self._hosts or name in self._hosts or _is_number(name)


def _is_number(host: str) -> bool:
    try:
        return bool(ip_address(host.removeprefix("[").removesuffix("]")))
    except ValueError:
        return False
