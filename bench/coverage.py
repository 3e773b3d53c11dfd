"""Measure how many numbers of the results in a folder of documents no fact states.

    python bench/coverage.py TEXT_DIR [--show] [-o FILE.md]

Only documents that the rules were not written with tell what to expect of others.

What would make it unfair: documents that the rules were written with.
"""

from pathlib import Path

from results import arguments, report, table
from trialgraph.extract import Extractor, find_files, read_documents
from trialgraph.extract.coverage import uncaptured


def main() -> None:
    """Write the share that each document has left over, and that of all."""
    parser = arguments(__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--show", action="store_true", help="list every number left over with its sentence")
    given = parser.parse_args()
    extractor, counts = Extractor(), dict[str, tuple[int, int]]()
    for path in find_files([given.texts]).files:
        for document in read_documents(path):
            coverage = uncaptured(document, extractor.read(document).facts)
            counts[document.identifier] = coverage.numbers, len(coverage.left)
            for number in coverage.left if given.show else ():
                print(f"  {number.text}: {number.sentence}")
    counts["all"] = sum(numbers for numbers, _ in counts.values()), sum(left for _, left in counts.values())
    rows = [[name, numbers, left, f"{left / max(numbers, 1):.1%}"] for name, (numbers, left) in counts.items()]
    report(table(["document", "numbers", "left over", "share"], rows), counts, given.out)


if __name__ == "__main__":
    main()
