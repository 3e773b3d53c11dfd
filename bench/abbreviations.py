"""Score the abbreviations that documents define.

    python bench/abbreviations.py NAME=CORPUS.jsonl.gz [NAME=…] [-o OUT.md]

A corpus has `text` and `abbreviations` (`short`, `long`); pairs count once a document, without case.

What would make it unfair: a corpus by which the rules were mended.
"""

from pathlib import Path

from corpora import compare, read_corpus, report
from results import arguments
from trialgraph.extract.language.abbreviations import find_definitions

Pairs = set[tuple[str, str]]


def pair(short: str, long: str) -> tuple[str, str]:
    """Make a pair comparable."""
    return short.strip().lower(), " ".join(long.lower().split())


def score(path: Path) -> dict[str, float]:
    """Score one corpus."""
    found_and_gold: list[tuple[Pairs, Pairs]] = [
        (
            {pair(d.short, d.long) for d in find_definitions(row["text"])},
            {pair(a["short"], a["long"]) for a in row["abbreviations"]},
        )
        for row in read_corpus(path)
    ]
    return compare(found_and_gold).figures


def main() -> None:
    """Score every corpus and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("corpora", nargs="+", metavar="NAME=CORPUS")
    given = parser.parse_args()
    named = [corpus.partition("=") for corpus in given.corpora]
    report("Abbreviations", {name: score(Path(path)) for name, _, path in named}, given.out)


if __name__ == "__main__":
    main()
