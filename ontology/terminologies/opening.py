"""Files as they come: packed or not, and whole or not; what is wrong with one is told with its line."""

import gzip
import os
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, Final, cast

from ..errors import TerminologyError

_BOM = b"\xef\xbb\xbf"
_UNSUSPICIOUS: Final = 100 << 20
_MOST_FOLDED: Final = 100
"""A file that unfolds to more than both, bytes and times its size, is a bomb: terminologies unfold 5 to 40 times."""
_CUT = (EOFError, gzip.BadGzipFile, zlib.error)


@contextmanager
def opened(path: Path) -> Generator[BinaryIO]:
    """Open a file, unpacked; whatever breaks off while it is read becomes a TerminologyError with file and line."""
    with path.open("rb") as packed:
        try:
            yield _unpacked(packed)
        except _CUT as error:
            where = f"{path}, line {count_lines(path) + 1}"
            what = "the compressed file is cut short or damaged"
            raise TerminologyError(what, where=where, remedy="download it again") from error
        except SyntaxError as error:  # XML and RDF parsers raise it, with the line
            where = str(path) if error.lineno is None else f"{path}, line {error.lineno}"
            remedy = "the file is cut short or damaged, or no XML or RDF"
            raise TerminologyError(error.msg, where=where, remedy=remedy) from error


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give the lines of a text in UTF-8, numbered from 1, without their ends."""
    with opened(path) as stream:
        for number, raw in enumerate(stream, start=1):
            try:
                text = raw.removeprefix(_BOM).decode() if number == 1 else raw.decode()
            except UnicodeDecodeError as error:
                what = f"byte 0x{raw[error.start]:02x} is no UTF-8"
                raise TerminologyError(what, where=f"{path}, line {number}", remedy="save the file in UTF-8") from error
            yield number, text.rstrip("\r\n")


def find_line(path: Path, words: str) -> int | None:
    """Find the first line that holds these words, for parsers that tell no lines."""
    sought = words.encode()
    with opened(path) as stream:
        return next((number for number, raw in enumerate(stream, start=1) if sought in raw), None)


def start(path: Path, size: int = 1 << 16) -> str:
    """Give the first bytes of a file, unpacked, as text, to tell formats apart."""
    with opened(path) as stream:
        return stream.read(size).removeprefix(_BOM).decode(errors="replace")


def tail(path: Path, size: int = 4096) -> bytes:
    """Give the last bytes of a file, unpacked."""
    kept = b""
    with opened(path) as stream:
        while block := stream.read(1 << 20):
            kept = (kept + block)[-size:]
    return kept


def count_lines(path: Path) -> int:
    """Count the lines of a file, as far as it can be unpacked."""
    number = 0
    with path.open("rb") as packed, suppress(*_CUT):
        for _ in _unpacked(packed):
            number += 1
    return number


def _unpacked(packed: BinaryIO) -> BinaryIO:
    is_gzip = packed.read(2) == b"\x1f\x8b"
    packed.seek(0)
    return cast(BinaryIO, BufferedReader(_Unfolding(packed), 1 << 16)) if is_gzip else packed


class _Unfolding(RawIOBase):
    """Gzip that does not unfold without end."""

    def __init__(self, packed: BinaryIO) -> None:
        self._gzip, self._name = gzip.GzipFile(fileobj=packed), packed.name
        self._most = max(_UNSUSPICIOUS, _MOST_FOLDED * os.fstat(packed.fileno()).st_size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        read = self._gzip.readinto(buffer)
        if self._gzip.tell() > self._most:
            what = f"the file unfolds to more than {_MOST_FOLDED} times its size"
            raise TerminologyError(what, where=self._name, remedy="unpack it yourself if you trust it")
        return read
