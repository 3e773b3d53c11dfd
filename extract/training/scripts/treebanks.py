"""Dependency treebanks in the ClearNLP scheme of spaCy's English models, as documents of our tokens."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from .stanford import to_clearnlp
from .word import Word

LONGEST = 400
"""Tokens of one training document."""
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}
CLOSING, OPENING = frozenset(").,;:]%"), frozenset("([")


@dataclass
class Paragraph:
    """Sentences that follow one another."""

    sentences: list[list[Word]] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(map(len, self.sentences))


def craft(path: Path, nlp: Language) -> Iterator[Doc]:
    """Read CRAFT as it is."""
    return (as_doc(paragraph, nlp) for paragraph in paragraphs(read_conllu(path)))


def genia(path: Path, nlp: Language) -> Iterator[Doc]:
    """Read a part of GENIA in Stanford Dependencies, convert it and split its tokens as ours are."""
    sentences = ((new, split_tokens(to_clearnlp(printed(words)), nlp)) for new, words in read_conllu(path))
    return (as_doc(paragraph, nlp) for paragraph in paragraphs(sentences))


def self_parsed(path: Path, model: Language, held_out: Iterable[Path], limit: int) -> Iterator[Doc]:
    """Parse sentences of GENIA's tagged part with the model itself, so that further training forgets no grammar."""
    unseen = {spaced([w.text for w in printed(words)]) for file in held_out for _, words in read_conllu(file)}
    blocks = gzip.decompress(path.read_bytes()).decode().split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line] for block in blocks]
    sentences = [row for row in rows if len(row) > 8 and all(columns[-1] != "LS" for columns in row)]
    texts = [spaced([BRACKETS.get(word, word) for word, *_ in row]) for row in sentences]
    texts = [text for text in texts if text not in unseen]
    with model.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        yield from model.pipe(texts[:: max(1, len(texts) // limit)], batch_size=32)


def read_conllu(path: Path) -> Iterator[tuple[bool, list[Word]]]:
    """Give each sentence, and whether a paragraph begins with it."""
    words: list[Word] = []
    new = True
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        columns = line.rstrip("\n").split("\t")
        if line.startswith(("# newpar", "# newdoc")):
            new = True
        elif len(columns) == 1 and not line.startswith("#") and words:
            yield new, words
            words, new = [], False
        elif len(columns) == 10 and columns[0].isdigit():
            text, tag, head, label = columns[1], columns[4], int(columns[6]), columns[7]
            words.append(Word(int(columns[0]), text, tag, head, label, "SpaceAfter=No" not in columns[9]))


def printed(words: list[Word]) -> list[Word]:
    """Undo the treebank's brackets and guess the spaces that it dropped."""
    texts = [BRACKETS.get(w.text, w.text).replace("\\/", "/") for w in words]
    pairs = pairwise([*texts, ""])
    return [replace(w, text=t, space=space_between(t, n)) for w, (t, n) in zip(words, pairs, strict=True)]


def spaced(words: list[str]) -> str:
    """Join words as a text is printed."""
    return "".join(w + " " * space_between(w, n) for w, n in pairwise([*words, ""])).strip()


def space_between(left: str, right: str) -> bool:
    """Whether print has a space between two words."""
    return left not in OPENING and right not in CLOSING


def split_tokens(words: list[Word], nlp: Language) -> list[Word]:
    """Split what our tokeniser splits at hyphens and slashes; the last part keeps the place in the tree."""
    parts = [_parts(w, nlp) for w in words]
    place = {0: 0}
    count = 0
    for word, pieces in zip(words, parts, strict=True):
        count += len(pieces)
        place[word.index] = count
    out: list[Word] = []
    for word, pieces in zip(words, parts, strict=True):
        end = place[word.index]
        out += [_piece(word, text, len(out) + 1 + k, end) for k, text in enumerate(pieces[:-1])]
        out.append(replace(word, index=end, text=pieces[-1], head=place[word.head]))
    return out


def _parts(word: Word, nlp: Language) -> list[str]:
    parts = [token.text for token in nlp.make_doc(word.text)]
    edges = {"-", "–", "/", "+"}
    if len(parts) < 2 or not {"-", "–", "/"} & set(parts) or parts[0] in edges or parts[-1] in edges:
        return [word.text]
    return parts


def _piece(word: Word, text: str, index: int, head: int) -> Word:
    if text in {"-", "–", "/"}:
        return Word(index, text, "SYM" if text == "/" else "HYPH", head, "punct", space=False)
    if text.replace(".", "").isdigit():
        return Word(index, text, "CD", head, "nummod", space=False)
    label = "npadvmod" if word.tag in {"VBN", "VBG", "JJ"} else "compound"
    return Word(index, text, "NN", head, label, space=False)


def paragraphs(sentences: Iterable[tuple[bool, list[Word]]]) -> Iterator[Paragraph]:
    """Gather sentences up to the longest document."""
    current = Paragraph()
    for new, words in sentences:
        if current.sentences and ((new and len(current) > 20) or len(current) + len(words) > LONGEST):
            yield current
            current = Paragraph()
        current.sentences.append(words)
    if current.sentences:
        yield current


def as_doc(paragraph: Paragraph, nlp: Language) -> Doc:
    """Give the paragraph as a document of spaCy with tags, heads, labels and sentence starts."""
    heads: list[int] = []
    for words in paragraph.sentences:
        first = len(heads)
        heads += [first + (w.head or w.index) - 1 for w in words]
        words[-1] = replace(words[-1], space=True)
    flat = [w for words in paragraph.sentences for w in words]
    return Doc(
        nlp.vocab,
        words=[w.text for w in flat],
        spaces=[w.space for w in flat],
        tags=[w.tag for w in flat],
        heads=heads,
        deps=["ROOT" if w.head == 0 else w.label for w in flat],
        sent_starts=[w.index == 1 for w in flat],
    )
