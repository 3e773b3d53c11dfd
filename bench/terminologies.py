"""Measure the index of terminologies: compile every file of a folder, then open and match in a process of its own.

    python bench/terminologies.py ONTOLOGIES TEXTS [--leave-out FILE...] [--index DIR] [-o FILE.md]

ONTOLOGIES holds terminologies in any format, in folders or not; TEXTS are plain texts.
Times are processor seconds, so that other work on the machine does not count; memory is the most that was resident.

What would make it unfair: texts that are full of one vocabulary's names, or have none.
"""

import json
import subprocess
import sys
import tempfile
import time
from argparse import SUPPRESS
from pathlib import Path

from memory import peak_mb
from results import arguments, report, table
from trialgraph.ontology.terminologies import (
    SourceFile,
    TableLayout,
    TerminologyIndex,
    add_terminologies,
)

LAYOUTS = {
    "mesh_id_label_synonyms_2019.tsv.gz": TableLayout("MESH"),
    "gilda_mesh_mappings.tsv.gz": TableLayout("MESH", ("-", "id", "label", "-", "xrefs", "-")),
    "hgnc.genegroup.tsv.gz": TableLayout("HGNC.GENEGROUP"),
    "pharmgkb.drug.tsv.gz": TableLayout("PHARMGKB"),
    "NCIt_to_ChEBI.txt.gz": TableLayout("NCIT"),
    "NCIt_to_HGNC.txt.gz": TableLayout("NCIT"),
    "GO_to_NCIt.txt.gz": TableLayout("NCIT"),
}
"""What tables without a head, or without prefixes, do not say of themselves."""


def main() -> None:
    """Tell what was compiled, in what time; then what a process needs that uses it."""
    parser = arguments(__doc__)
    parser.add_argument("ontologies", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--leave-out", nargs="+", default=[], metavar="FILE", help="files that are no terminologies")
    parser.add_argument("--index", type=Path, help="keep the index there")
    parser.add_argument("--only-match", action="store_true", help=SUPPRESS)
    given = parser.parse_args()
    if given.only_match:
        print(json.dumps(match(given.index, given.texts)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.index or Path(scratch)
        found = compile_all(chosen(given.ontologies, given.leave_out), folder)
        again = [sys.executable, __file__, given.ontologies, given.texts, "--index", folder, "--only-match"]
        found |= json.loads(subprocess.run(again, check=True, capture_output=True).stdout)
    report(table(["what", "measured"], ((what, f"{figure:,.3f}") for what, figure in found.items())), found, given.out)


def chosen(root: Path, leave_out: list[str]) -> list[SourceFile]:
    """Give the files of a folder, but for some by name, as sources."""
    paths = sorted(path for path in root.rglob("*.*") if path.is_file() and path.name not in leave_out)
    return [
        SourceFile(path, name=f"{path.parent.name}/{path.name}", layout=LAYOUTS.get(path.name, TableLayout()))
        for path in paths
    ]


def compile_all(files: list[SourceFile], folder: Path) -> dict[str, float]:
    """Compile all files into one new index."""
    begin = time.process_time()
    sources = add_terminologies(files, folder, keep_going=True)
    seconds = time.process_time() - begin
    names = sum(source.names for source in sources)
    size = sum(path.stat().st_size for path in folder.glob("*.sqlite")) / 1e6
    return {
        "sources": len(sources),
        "terms": sum(source.terms for source in sources),
        "names": names,
        "disk, MB": size,
        "compiled, s": seconds,
        "compiled, s a million names": seconds / names * 1e6,
        "compiled, resident MB": peak_mb(),
    }


def match(folder: Path, texts: Path) -> dict[str, float]:
    """Open the index and find the names in texts, twice: as a process begins, and as it goes on."""
    contents = [path.read_text("utf-8") for path in sorted(texts.glob("*.txt"))]
    begin = time.perf_counter()
    index = TerminologyIndex.open(folder)
    figures = {"open, ms": (time.perf_counter() - begin) * 1e3}
    figures["characters a text"] = sum(map(len, contents)) / len(contents)
    for what in ("first", "again"):
        begin = time.process_time()
        spans = sum(len(index.match(content)) for content in contents)
        figures[f"match, ms a text, {what}"] = (time.process_time() - begin) / len(contents) * 1e3
    begin = time.process_time()
    for _ in range(1000):
        index.lookup("multiple myeloma")
    return figures | {
        "names found a text": spans / len(contents),
        "lookup, ms": time.process_time() - begin,
        "resident, MB": peak_mb(),
    }


if __name__ == "__main__":
    main()
