"""One word of a treebank."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word with its place in the tree: `index` counts from 1 in its sentence, the root's `head` is 0."""

    index: int
    text: str
    tag: str
    head: int
    label: str
    space: bool = True
