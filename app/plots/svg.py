"""Writing SVG: elements whose texts and attributes are escaped when they are written, colours from `plots.css`."""

import re
import textwrap
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, tostring

from ...graph.picture.captions import clean

NAMESPACE: Final = "http://www.w3.org/2000/svg"
LINE: Final = 15
"""Pixels from one line of text to the next."""
_LONGEST: Final = 600
"""Characters of a text that is shown at all, if only by hovering."""
_VARIABLE: Final = re.compile(r"var\((--[\w-]+)\)")


def element(tag: str, *children: Element | str, **attributes: object) -> Element:
    """Make an element; `class_` means class, `text_anchor` text-anchor; numbers are written with one decimal.

    >>> to_text(element("text", "p < 0.001", class_="quiet", x=10.25))
    '<text class="quiet" x="10.2">p &lt; 0.001</text>'
    """
    named = {name.rstrip("_").replace("_", "-"): _value(value) for name, value in attributes.items()}
    made = Element(tag, named)
    for child in children:
        if isinstance(child, str):
            made.text = clean(child[:_LONGEST])
        else:
            made.append(child)
    return made


def text_lines(lines: Iterable[str], x: float, y: float, **attributes: object) -> list[Element]:
    """Put lines of text under each other, the first with its baseline at `y`."""
    return [element("text", line, x=x, y=y + LINE * at, **attributes) for at, line in enumerate(lines)]


def fold(text: str, width: float, most: int = 2, letter: float = 6.6) -> list[str]:
    """Break a text into lines of so many pixels, `letter` being the width of an average one.

    >>> fold("carfilzomib + dexamethasone + isatuximab", 160)
    ['carfilzomib +', 'dexamethasone + …']
    """
    return textwrap.wrap(clean(text[:_LONGEST]), max(8, int(width / letter)), max_lines=most, placeholder=" …")


def linked(href: str, words: str, *children: Element, class_: str = "row") -> Element:
    """Make children one link that says in words where it leads; a group without it where there is no safe address."""
    said = clean(words[:_LONGEST])
    title = element("title", said)
    if re.match(r"(https?:/|[/#?])", href):
        return element("a", title, *children, href=href, class_=class_, aria_label=said)
    return element("g", title, *children, class_=class_)


def drawing(kind: str, title: str, description: str, width: float, height: float, *children: Element) -> str:
    """Make a whole plot."""
    about = element("title", title), element("desc", description)
    box = f"0 0 {width:.0f} {height:.0f}"
    root = element(
        "svg", *about, *children,
        xmlns=NAMESPACE, class_=f"plot {kind}", viewBox=box, width=int(width), height=int(height), role="group",
    )  # fmt: skip
    return to_text(root)


def to_text(root: Element) -> str:
    """Write an element as text."""
    return tostring(root, encoding="unicode")


@cache
def plot_style() -> str:
    """Give the style of all plots, light and dark, for pages that hold them."""
    return Path(__file__).with_name("plots.css").read_text(encoding="utf-8")


def standalone(svg: str) -> str:
    """Give a plot as a file of its own, on white ground: its style inside, each variable replaced by its value."""
    light = plot_style().partition("@media")[0]
    values = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", light))
    style = _VARIABLE.sub(lambda found: values[found[1]], light)
    return svg.replace("</desc>", f'</desc><style>{style}</style><rect width="100%" height="100%" fill="#fff" />', 1)


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
