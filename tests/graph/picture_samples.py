"""Reading a drawn page back."""

import json
import re

from lxml import html


class Page:
    """What a browser would see of a page."""

    def __init__(self, path):
        self.source = path.read_text(encoding="utf-8")
        self.tree = html.document_fromstring(self.source)
        self.scripts = [script.text for script in self.tree.iter("script")]
        self.nodes, self.edges = (
            json.loads(re.search(rf"{name} = new vis\.DataSet\((\[.*?\])\);", self.scripts[1])[1])
            for name in ("nodes", "edges")
        )
        self.cards = {node["id"]: node for node in self.nodes if "port" not in node}

    @property
    def names(self):
        return {card["name"] for card in self.cards.values()}

    @property
    def links(self):
        """Give the edges as names of their ends and of themselves."""
        return {
            (self.cards[edge["ends"][0]]["name"], edge["name"], self.cards[edge["ends"][1]]["name"]): edge
            for edge in self.edges
        }

    def sentences(self, edge):
        """Give the words shown where an edge is clicked."""
        rows = (self.tree.get_element_by_id(key) for key in edge["facts"])
        return [item.text_content() for row in rows for item in row.iter("li")]
