"""From files to a graph: find, pass over what is unchanged, read, here or in workers, store in one writer.

Documents are stored in the order of their file names, whatever the number of workers. Of the files only names are kept:
what was read of them is let go as soon as it is stored.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..extract.configuration import AS_SHIPPED, Configuration
from .reading import FileReading, Work, read_file
from .storing import BuildReport, Storing
from .workers import Workers

if TYPE_CHECKING:
    from ..graph import KnowledgeGraph

Progress = Callable[[int, int], None]
"""Called with the number of files done, which are stored soon after, and of all files."""


def build_graph(
    graph: "KnowledgeGraph",
    paths: Sequence[Path],
    *,
    leave_out: Path | None = None,
    workers: Workers | None = None,
    on_progress: Progress | None = None,
    min_confidence: float = 0,
    index: Path | None = None,
    configuration: Configuration = AS_SHIPPED,
) -> BuildReport:
    """Read files, folders and globs into a graph; files that it holds unchanged are left alone.

    Without workers the reading is done here. What can't be read is reported, and the rest is read.
    Nothing in the folder `leave_out` is read: that of the graph, where it lies among the documents.
    Facts less probable than `min_confidence`, 0 to 1, are left out; another limit makes unchanged files be read again.
    With an `index` of terminologies, concepts that the lexicon does not know are linked to their terms.
    Raises StoreError where the graph can't be written, TerminologyError where there is no such index, WorkerError
    where the workers can't work, TrialgraphError where the configuration names what is not installed.
    """
    from ..extract.readers import find_files

    work = partial(read_file, configuration=configuration, index=index, min_confidence=min_confidence)
    way = f"{float(min_confidence)}{configuration.fingerprint}{_index_fingerprint(index)}"
    found = find_files(paths)
    inside = _inside(leave_out)
    skipped = {error.where: str(error) for error in found.skipped if not inside(Path(error.where))}
    files = sorted(path for path in found.files if not inside(path))
    storing = Storing(graph, BuildReport(skipped=skipped), way)
    with closing(_read(storing.changed(files), work, workers)) as readings:
        try:
            for result in readings:
                storing.take(result)
                if on_progress is not None:
                    on_progress(storing.done, len(files))
        finally:  # after Ctrl-C too: what is read gets stored
            storing.flush()
    if on_progress is not None:
        on_progress(storing.done, len(files))
    return storing.report


def _index_fingerprint(index: Path | None) -> str:
    if index is None:
        return ""
    from ..ontology.terminologies import TerminologyIndex

    with TerminologyIndex.open(index) as opened:
        return f"\0{opened.fingerprint}"


def _inside(folder: Path | None) -> Callable[[Path], bool]:
    top = folder.resolve() if folder is not None else None
    return lambda path: top is not None and path.resolve().is_relative_to(top)


def _read(files: Iterable[Path], work: Work, workers: Workers | None) -> Generator[FileReading]:
    yield from map(work, files) if workers is None else workers.read(files, work)
