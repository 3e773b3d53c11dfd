"""Bad requests to the web server, byte for byte as an attacker would send them, and how they must be answered."""

import random
from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import quote

FORM: Final = "Content-Type: application/x-www-form-urlencoded"
PAGES: Final = (
    "/search?q=", "/suggest?q=", "/compare?of=", "/compare?of=http://", "/id/drug/", "/list/Drug?page=",
    "/api/queries/drugs-by-target?format=json&target=",
)  # fmt: skip
TOLD: Final = (
    "<script>alert(1)</script>", "\"' OR 1=1 --", 'CD38" } ; DROP ALL #', "{{7*7}}", "%s\x00\u202e", "* AND (", "\\"
)  # fmt: skip
LEAKS: Final = (b"root:x:0", b"<script>alert")
"""No answer may hold them: a line of /etc/passwd, markup of a parameter."""


class Bad(NamedTuple):
    """What is sent, and the statuses that may answer it; 0 where the connection may end without an answer."""

    sent: bytes
    statuses: set[int]


def request(path: str, *headers: str, method: str = "GET", host: str = "127.0.0.1", body: bytes = b"") -> bytes:
    """Write a request with nothing put right."""
    length = [f"Content-Length: {len(body)}"] if body else []
    head = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close", *headers, *length]
    return "\r\n".join([*head, "", ""]).encode("latin-1") + body


def asking(query: str, more: str = "") -> bytes:
    """Write a request with a query."""
    return request(f"/sparql?query={quote(query)}{more}")


def way_out(dice: random.Random, _: str) -> Bad:
    """A path that leads out of the folder."""
    place = dice.choice(("/assets/", "/assets/vendor/", "/doc/", "/id/trial/", "/", "//", "/api/queries/"))
    up = dice.choice(("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "....//")) * dice.randint(1, 8)
    return Bad(request(f"{place}{up}etc/passwd{dice.choice(('', '%00', '%00.css'))}"), {400, 404})


def injection(dice: random.Random, _: str) -> Bad:
    """A parameter with markup, SPARQL, SQL or a template in it."""
    path = dice.choice(PAGES) + quote(dice.choice(TOLD) + str(dice.random()))
    return Bad(request(path, "Accept: text/html"), {200, 303, 400, 404})


def change(dice: random.Random, elsewhere: str) -> Bad:
    """An attempt to change the graph."""
    update = dice.choice(("DROP ALL", "INSERT DATA { <a:a> <a:a> <a:a> }", f"LOAD <{elsewhere}>", "CLEAR DEFAULT"))
    form = request("/sparql", FORM, method="POST", body=f"update={quote(update)}".encode())
    put = request("/store?default", method=dice.choice(("PUT", "POST", "DELETE")), body=b"<a:a> <a:a> <a:a> .")
    return dice.choice((Bad(asking(update), {400}), Bad(form, {403}), Bad(put, {405})))


def request_elsewhere(dice: random.Random, elsewhere: str) -> Bad:
    """A query that would have the server ask another one."""
    service = asking(f"SELECT * {{ SERVICE <{elsewhere}> {{ ?s ?p ?o }} }}")
    graph = asking(f"SELECT * FROM <{elsewhere}> {{ ?s ?p ?o }} LIMIT 1")
    default = asking("SELECT * { ?s ?p ?o } LIMIT 1", f"&default-graph-uri={quote(elsewhere)}")
    return dice.choice((Bad(service, {400}), Bad(graph, {200, 400}), Bad(default, {200, 400})))


def too_much(dice: random.Random, _: str) -> Bad:
    """Something too long, or too deep."""
    deep = dice.randint(10, 10_000)
    nested = dice.choice((f"ASK {'{' * deep}{'}' * deep}", f"ASK {{ FILTER{'(' * deep}1{')' * deep} }}"))
    long = dice.choice(PAGES) + "".join(dice.choices("abcdefgh", k=dice.randint(1000, 60_000)))
    many = [f"X-{number}: {'b' * 1000}" for number in range(100)]
    body = b"query=" + b"x" * dice.randint(1 << 20, 1 << 21)
    return dice.choice(
        (
            Bad(request("/sparql", FORM, method="POST", body=f"query={quote(nested)}".encode()), {200, 400, 503}),
            Bad(request(long), {200, 303, 400, 404}),
            Bad(request("/" + "a" * dice.randint(70_000, 200_000)), {400, 404, 0}),
            Bad(request("/", *many), {200, 400, 0}),
            Bad(request("/sparql", FORM, method="POST", body=body), {413, 0}),
        )
    )


def broken_off(dice: random.Random, _: str) -> Bad:
    """A request whose end is missing, or whose answer nobody waits for."""
    whole = request("/sparql", FORM, method="POST", body=b"query=ASK%20%7B%7D")
    return Bad(whole[: dice.randrange(1, len(whole))], {0})


def wrong(dice: random.Random, _: str) -> Bad:
    """What is no request, or one to another host, by another method, for another format, to nowhere."""
    return dice.choice(
        (
            Bad(dice.randbytes(dice.randint(1, 3000)) + b"\r\n\r\n", {400, 0}),
            Bad(request("/", host=dice.choice(("evil.example", "a" * 2000, "127.0.0.1.evil.example"))), {400, 421}),
            Bad(request("/", method=dice.choice(("TRACE", "BREW", "DELETE"))), {405}),
            Bad(request("/sparql?query=ASK%20%7B%7D", "Accept: image/png"), {406}),
            Bad(request(f"/nothing/{dice.random()}"), {404}),
            Bad(request("/sparql?query=%ff%fe"), {400}),
        )
    )


KINDS: Final[tuple[Callable[[random.Random, str], Bad], ...]] = (
    way_out, injection, change, request_elsewhere, too_much, broken_off, wrong
)  # fmt: skip
