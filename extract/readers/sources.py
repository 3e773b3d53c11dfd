"""Files as bytes and text: sizes, encodings, and what a file tells about itself."""

import os
import re
from pathlib import Path
from stat import S_ISREG
from urllib.parse import quote_from_bytes

from charset_normalizer import from_bytes

from ...ontology.errors import DocumentError

SIZE_LIMIT = 50_000_000
"""The largest file that is read, in bytes."""
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r\f\v\x1b"})
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}|\\^`]{1,200}")
_NCT = re.compile(r"\bNCT\d{8}\b")
_OWN_DOI = re.compile(
    r"^(?![ \t]*\[?\d{1,3}[.\]])[^\n]{0,300}?(?:\bdoi:?[ \t]*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S{1,200})",
    re.IGNORECASE | re.MULTILINE,
)
"""A DOI on a line that is not one of a numbered list of references."""
_OWN_PMID = re.compile(r"\bPMID:?[ \t]*(\d{4,9})\b")
_FRONT = 3000
"""How far into a text, in characters, its own identifiers are looked for; further on stand those of its references."""


def identifier_of(path: Path, part: str = "") -> str:
    """Name a document by its file's stem, and its part of the file, with only what an IRI may hold.

    >>> identifier_of(Path("reports/IKEMA 2021.xml"), "34097854")
    'IKEMA%202021-34097854'
    """
    name = f"{path.stem}-{part}" if part else path.stem
    return quote_from_bytes(os.fsencode(name), safe="")


def source_of(path: Path) -> str:
    """Give the path as the user gave it, fit to be stored."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(path: Path) -> bytes:
    """Read a whole file; raises `DocumentError` for an empty one, one over the limit, and pipes and devices."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise no_file(path)
        if status.st_size > SIZE_LIMIT:
            limit = f"larger than the limit of {SIZE_LIMIT // 1_000_000} MB"
            raise DocumentError(limit, where=source_of(path), remedy="split it into smaller files")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if not data.strip(b" \t\r\n\f\v\xef\xbb\xbf\0"):
        raise DocumentError("the file is empty", where=source_of(path), remedy="leave it out")
    return data


def no_file(path: Path) -> DocumentError:
    """Say that a path is a pipe, a device or the like, which may never end."""
    return DocumentError("not an ordinary file", where=source_of(path), remedy="save what it gives as a file")


def unreadable(path: Path, error: OSError) -> DocumentError:
    """Say in one line why the system refuses a file or folder."""
    if isinstance(error, FileNotFoundError):
        return DocumentError("no such file or folder", where=source_of(path), remedy="check the path")
    if isinstance(error, PermissionError):
        return DocumentError("no permission to read it", where=source_of(path), remedy="change its permissions")
    return DocumentError(f"can't be read ({error.strerror or error})", where=source_of(path), remedy="check the file")


def read_text(path: Path, encoding: str = "") -> str:
    r"""Read a text file in the encoding it declares or has, line ends made `\n`; raises `DocumentError` for no text."""
    data = read_bytes(path)
    try:
        text = data.decode(encoding) if encoding else _decode(data, path)
    except (LookupError, UnicodeDecodeError):
        text = _decode(data, path)
    return re.sub(r"\r\n?|[\f\v\x1c-\x1e]", "\n", text)


def _decode(data: bytes, path: Path) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data or len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 100:
        raise DocumentError("holds binary data, not text", where=source_of(path), remedy="convert it to text or PDF")
    try:
        return data.decode(errors="surrogatepass")  # half a character stays where it is, and is stored as U+FFFD
    except UnicodeDecodeError:
        return _guess(data, path)


def _guess(data: bytes, path: Path) -> str:
    """Decode as Western European Windows where most is ASCII, else as the frequencies of the letters suggest."""
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and sum(map(str.isascii, western)) > 0.8 * len(western):
        return western
    best = from_bytes(data[:1_000_000]).best()
    if best is None:
        raise DocumentError("its encoding is unknown", where=source_of(path), remedy="save it as UTF-8")
    return data.decode(best.encoding, "replace")


def doi(text: str) -> tuple[str, ...]:
    """Find the first DOI in a text, as a CURIE; none where there is none.

    >>> doi("https://doi.org/10.1016/S0140-6736(21)00592-4.")
    ('doi:10.1016/S0140-6736(21)00592-4',)
    """
    match = _DOI.search(text)
    return (f"doi:{_without_tail(match[0])}",) if match else ()


def _without_tail(found: str) -> str:
    """Cut the punctuation of the sentence off a DOI, and a closing bracket that has no opening one in it."""
    found = found.rstrip(".,;:'\"\u201d\u2019")
    return _without_tail(found[:-1]) if found.endswith((")", "]")) and found.count("(") < found.count(")") else found


def trial_numbers(text: str) -> tuple[str, ...]:
    """Give the ClinicalTrials.gov number of a text as a CURIE, if it names only one.

    >>> trial_numbers("NCT03275285, also NCT03275285"), trial_numbers("NCT03275285 and NCT02990338")
    (('nct:NCT03275285',), ())
    """
    found = set(_NCT.findall(text))
    return (f"nct:{found.pop()}",) if len(found) == 1 else ()


def own_identifiers(text: str) -> tuple[str, ...]:
    """Find what a text without metadata says of itself: DOI, PubMed number, the one trial it names."""
    front = text[:_FRONT]
    own = _OWN_DOI.search(front)
    pubmed = _OWN_PMID.search(front)
    return (
        *(doi(own[1]) if own else ()),
        *((f"pmid:{pubmed[1]}",) if pubmed else ()),
        *trial_numbers(text),
    )
