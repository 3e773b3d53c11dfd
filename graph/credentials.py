"""Who asks: credentials of the environment or of ~/.netrc, given as the server wants them, and shown nowhere."""

import netrc
import os
from collections.abc import Generator
from typing import Final

import httpx

from ..ontology.errors import StoreError

REMEDY: Final = "put TRIALGRAPH_USER and TRIALGRAPH_PASSWORD, or TRIALGRAPH_TOKEN, in the environment, or use ~/.netrc"
_WHO_ARE_YOU: Final = 401


def credentials(host: str) -> httpx.Auth | None:
    """Give what TRIALGRAPH_TOKEN, TRIALGRAPH_USER and TRIALGRAPH_PASSWORD, or ~/.netrc have for a host."""
    if token := os.environ.get("TRIALGRAPH_TOKEN"):
        return _Token(token)
    user, password = os.environ.get("TRIALGRAPH_USER"), os.environ.get("TRIALGRAPH_PASSWORD")
    if user is not None and password is not None:
        return _OnDemand(user, password)
    try:
        known = netrc.netrc().authenticators(host)
    except FileNotFoundError:
        return None
    except (netrc.NetrcParseError, OSError) as error:
        raise StoreError("~/.netrc can't be read", remedy="repair it, and let nobody else read it") from error
    return _OnDemand(known[0], known[2]) if known else None


class _OnDemand(httpx.Auth):
    """User and password, given in the way that the server asks for when it asks."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        if self._chosen is None:
            answer = yield request
            if answer.status_code != _WHO_ARE_YOU:
                return
            digest = "digest" in answer.headers.get("WWW-Authenticate", "").lower()
            self._chosen = (httpx.DigestAuth if digest else httpx.BasicAuth)(self._user, self._password)
        yield from self._chosen.auth_flow(request)


class _Token(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request
