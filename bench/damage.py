"""Damage to a text: blindly, in any place, or to the elements of an XML, HTML or JSON file, which stays well-formed."""

import json
import random
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from copy import deepcopy
from html import unescape
from typing import Any, Final, cast

NASTY: Final = (
    *"\x00\ufeff\u202e\u2066\u0301\xa0\xad\u200b'\"\\{}<>()[]|%$#@\n\t",
    "\ud800", "·", "−", "∞", "½", "1e999", "9" * 400, "((((", "))))", "</script>", "?x", "?>", "<![CDATA[", "&lt;",
    "🙂",
)  # fmt: skip
VALUES: Final[tuple[Any, ...]] = (None, True, 0, -1, 10**30, 1e308, 0.5, [], {}, [[]], [{}], [None], *NASTY)
DEEP: Final = 60
MANY: Final = 3_000
_VOID: Final = re.compile(r"<((?:meta|link|br|hr|img|input)\b[^<>]*?)/?>", re.I)
_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt|quot);)\w+;")


def mutate(dice: random.Random, seed: str, other: str) -> str:
    """Change a text in one to twelve places."""
    text = seed
    for _ in range(dice.randint(1, 12)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 1, 2, 8, 64)))
        place = dice.randrange(max(1, len(other)))
        new = dice.choice(
            (
                "",
                dice.choice(NASTY),
                text[start:end] * dice.choice((2, 3, 40)),
                other[place : place + dice.choice((1, 5, 80))],
            )
        )
        text = text[:start] + new + text[end:]
    return text


def mutate_elements(dice: random.Random, seed: bytes) -> bytes:
    """Change one to twelve elements of an XML file, or of a web page that is nearly one."""
    named = _ENTITY.sub(lambda entity: unescape(entity[0]), seed.decode())
    root = ElementTree.fromstring(_VOID.sub(r"<\1/>", named))
    for _ in range(dice.randint(1, 12)):
        elements = list(root.iter())
        parent, one, other = (dice.choice(elements) for _ in range(3))
        match dice.choice(("remove", "empty", "copy", "rename", "text", "tail", "attribute", "deep")):
            case "remove" if len(parent):
                del parent[dice.randrange(len(parent))]
            case "empty":
                del one[:]
            case "copy" if len(elements) < MANY:
                parent.insert(dice.randrange(len(parent) + 1), deepcopy(one))
            case "rename":
                one.tag = other.tag
            case "text":
                one.text = _mutated_text(dice, one.text or "", other.text or "")
            case "tail" if one is not root:
                one.tail = _mutated_text(dice, one.tail or "", other.text or "")
            case "attribute":
                name, value = dice.choice([*other.items(), ("colspan", "9"), ("rowspan", "1000")])
                one.set(name, _mutated_text(dice, value, value))
            case "deep":
                for _ in range(DEEP):
                    one = ElementTree.SubElement(one, other.tag)
            case _:
                pass
    return ElementTree.tostring(root)


def _mutated_text(dice: random.Random, text: str, other: str) -> str:
    """Change a text; what XML can't hold at all is left out."""
    return "".join(c for c in mutate(dice, text, other) if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff"))


def mutate_json(dice: random.Random, seed: bytes) -> bytes:
    """Change one to twelve values of a JSON file: to another type, to another of its values, or none."""
    root = json.loads(seed)
    for _ in range(dice.randint(1, 12)):
        places = list(_places(root))
        if not places or len(places) > MANY:
            break
        (holder, key), (other, its) = dice.choice(places), dice.choice(places)
        match dice.choice(("remove", "value", "copy", "text", "wrap")):
            case "remove":
                del holder[key]
            case "value":
                holder[key] = dice.choice(VALUES)
            case "copy":
                holder[key] = deepcopy(other[its])
            case "text":
                holder[key] = mutate(dice, str(holder[key])[:2_000], str(other[its])[:200])
            case _:
                holder[key] = [holder[key]] * dice.choice((1, 2))
    return json.dumps(root).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every list and every object of a JSON value with each of its keys."""
    if isinstance(value, dict | list):
        holder = cast("dict[Any, Any]", value)
        for key in list(holder) if isinstance(value, dict) else range(len(holder)):
            yield holder, key
            yield from _places(holder[key])


STRUCTURED: Final[dict[str, Callable[[random.Random, bytes], bytes]]] = {
    ".xml": mutate_elements,
    ".html": mutate_elements,
    ".json": mutate_json,
}
"""What changes a file of a format so that it stays one."""
