"""Stanford Dependencies to the ClearNLP scheme: other labels, copulas as heads, conjuncts in a chain."""

from dataclasses import replace
from itertools import pairwise

from .word import Word

LABELS = {
    "nn": "compound", "num": "nummod", "number": "compound", "rcmod": "relcl", "vmod": "acl", "possessive": "case",
    "tmod": "npadvmod", "iobj": "dative", "mwe": "advmod",
}  # fmt: skip
OF_THE_CLAUSE = frozenset("nsubj nsubjpass csubj aux auxpass neg expl mark advcl parataxis ccomp".split())
SENTENCE_ADVERBS = frozenset("also not therefore thus still probably likely".split())
Tree = dict[int, Word]


def to_clearnlp(words: list[Word]) -> list[Word]:
    """Convert one sentence."""
    tree = {w.index: replace(w, label=LABELS.get(w.label, w.label)) for w in words}
    for word in list(tree.values()):
        tree[word.index] = replace(word, label=_by_head(word, tree))
    for copula in [w for w in tree.values() if w.label == "cop" and w.head in tree]:
        _raise_copula(copula, tree)
    for head in list(tree):
        _chain_conjuncts(head, tree)
    return list(tree.values())


def _by_head(word: Word, tree: Tree) -> str:
    head = tree.get(word.head)
    if head is None:
        return word.label
    if word.label == "acl" and head.tag.startswith("VB"):
        return "advcl"
    if word.label == "prep" and word.text.lower() == "by" and head.tag == "VBN":
        return "agent" if any(w.head == head.index and w.label == "auxpass" for w in tree.values()) else "prep"
    return word.label


def _raise_copula(copula: Word, tree: Tree) -> None:
    """Make the copula the head of its clause and the predicate its child."""
    predicate = tree[copula.head]
    kind = "acomp" if predicate.tag[:2] in {"JJ", "VB", "RB"} else "prep" if predicate.tag in {"IN", "TO"} else "attr"
    tree[copula.index] = replace(copula, head=predicate.head, label=predicate.label)
    tree[predicate.index] = replace(predicate, head=copula.index, label=kind)
    for word in list(tree.values()):
        if word.head == predicate.index and word.index != copula.index and _moves(word, copula, predicate, tree):
            tree[word.index] = replace(word, head=copula.index)


def _moves(word: Word, copula: Word, predicate: Word, tree: Tree) -> bool:
    before = word.index < copula.index
    match word.label:
        case "punct":
            return before or word.text in ".;:" or (word.index > predicate.index and word.text == ",")
        case "advmod":
            return before or (word.index < predicate.index and word.text.lower() in SENTENCE_ADVERBS)
        case "npadvmod" | "prep":
            return before
        case "conj":
            own_subject = any(w.head == word.index and w.label in {"nsubj", "nsubjpass"} for w in tree.values())
            return word.tag.startswith("VB") or own_subject
        case "cc":
            return any(
                w.label == "conj" and w.index > word.index and _moves(w, copula, predicate, tree)
                for w in tree.values()
                if w.head == predicate.index
            )
        case label:
            return label in OF_THE_CLAUSE


def _chain_conjuncts(head: int, tree: Tree) -> None:
    """Attach each conjunct to the one before it, with the commas and conjunctions between."""
    conjuncts = [w.index for w in tree.values() if w.head == head and w.label == "conj" and w.index > head]
    links = [w.index for w in tree.values() if w.head == head and (w.label == "cc" or w.text == ",")]
    for left, right in pairwise(conjuncts):
        tree[right] = replace(tree[right], head=left)
        for link in links:
            if left < link < right:
                tree[link] = replace(tree[link], head=left)
