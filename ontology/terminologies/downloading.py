"""Files from the network, when and only when a person asks: resumed where they broke off, checked before they count."""

import base64
import hashlib
import re
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Final, cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from ..errors import TerminologyError

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are here and those of the whole file, None where the server does not tell."""

_BLOCK: Final = 1 << 16
_TIMEOUT: Final = 60
_SHA256: Final = re.compile(r"sha-256=:?([A-Za-z0-9+/=]+):?")
"""In the fields Repr-Digest (RFC 9530) and Digest (RFC 3230)."""


def download(address: str, target: Path, *, sha256: str = "", on_progress: Progress | None = None) -> None:
    """Fetch a file; what is here of it already is not fetched again, if the server still has the same file.

    `sha256` is the checksum (64 hexadecimal digits) that it must have; one that the server states is checked, too.
    Raises TerminologyError where it can't be fetched; the part that came stays for the next time.
    """
    if not address.startswith(("https://", "http://")):
        raise TerminologyError("no address of the web", where=address, remedy="it starts with https://")
    part = target.with_name(f"{target.name}.part")
    try:
        with _request(address, part) as response:
            expected = _receive(response, part, on_progress)
            stated = _stated(response)
    except HTTPError as error:
        raise TerminologyError(
            f"the server answers {error.code} {error.reason}", where=address, remedy=_CHECK
        ) from error
    except URLError as error:
        raise TerminologyError(f"no connection ({error.reason})", where=address, remedy="try again") from error
    except (OSError, HTTPException) as error:
        raise TerminologyError(f"the download broke off ({error})", where=address, remedy=_AGAIN) from error
    size = part.stat().st_size
    if expected is not None and size < expected:
        raise TerminologyError(
            f"the download broke off after {size:,} of {expected:,} bytes", where=address, remedy=_AGAIN
        )
    _verify(part, address, {digest for digest in (sha256.lower(), stated) if digest})
    part.replace(target)
    _mark(part).unlink(missing_ok=True)


_CHECK: Final = "check the address, or add the file by hand"
_AGAIN: Final = "do it again, and it goes on from there"


def _request(address: str, part: Path) -> HTTPResponse:
    """Ask for what is missing; a server whose file has changed sends the whole."""
    headers = {"Accept-Encoding": "identity", "User-Agent": "trialgraph"}
    mark = _mark(part).read_text() if _mark(part).is_file() and part.is_file() else ""
    if mark:
        headers |= {"Range": f"bytes={part.stat().st_size}-", "If-Range": mark}
    request = Request(address, headers=headers)  # noqa: S310 (http and https only)
    try:
        return cast(HTTPResponse, urlopen(request, timeout=_TIMEOUT))  # noqa: S310
    except HTTPError as error:
        if error.code != 416:
            raise
    _mark(part).unlink()
    return _request(address, part)


def _receive(response: HTTPResponse, part: Path, on_progress: Progress | None) -> int | None:
    """Write what comes behind the part that is here, or in its place; give the size of the whole."""
    goes_on = response.status == 206
    length = response.headers.get("Content-Length")
    done = part.stat().st_size if goes_on else 0
    whole = done + int(length) if length else None
    with part.open("ab" if goes_on else "wb") as output:
        _mark(part).write_text(response.headers.get("ETag") or response.headers.get("Last-Modified") or "")
        while block := response.read1(_BLOCK):
            output.write(block)
            done += len(block)
            if on_progress is not None:
                on_progress(done, whole)
    return whole


def _stated(response: HTTPResponse) -> str:
    """Give the checksum that the server states, in hexadecimal digits."""
    for field in ("Repr-Digest", "Digest"):
        found = _SHA256.search(response.headers.get(field, "").replace("SHA-256", "sha-256"))
        if found:
            return base64.b64decode(found[1]).hex()
    return ""


def _verify(part: Path, address: str, digests: set[str]) -> None:
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digests - {digest}:
        part.unlink()
        _mark(part).unlink(missing_ok=True)
        wanted = min(digests - {digest})
        what = f"the file has the SHA-256 {digest[:16]}…, not {wanted[:16]}…; it was thrown away"
        raise TerminologyError(what, where=address, remedy="download it again")


def _mark(part: Path) -> Path:
    """Where it is written which version of the file the part is of."""
    return part.with_name(f"{part.name}.version")
