"""Measure how many numbers of the results in a folder of documents no fact states.

    python bench/coverage.py TEXT_DIR [--show]

Only documents that the rules were not written with tell what to expect of others.
"""

import argparse
from pathlib import Path

from trialgraph.extract import Extractor, find_files, read_documents
from trialgraph.extract.coverage import uncaptured


def main() -> None:
    """Print the share of each document that has something left over, and that of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--show", action="store_true", help="list every number left over with its sentence")
    arguments = parser.parse_args()
    extractor, numbers, left = Extractor(), 0, 0
    for path in find_files([arguments.texts]).files:
        for document in read_documents(path):
            coverage = uncaptured(document, extractor.read(document).facts)
            numbers, left = numbers + coverage.numbers, left + len(coverage.left)
            if coverage.left:
                print(f"{document.identifier}: {len(coverage.left)} of {coverage.numbers} left over")
            for number in coverage.left if arguments.show else ():
                print(f"  {number.text}: {number.sentence}")
    print(f"all: {left} of {numbers} left over ({left / max(numbers, 1):.1%})")


if __name__ == "__main__":
    main()
