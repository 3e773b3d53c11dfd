"""Whole terminologies (MONDO, HPO, ChEBI, MeSH …) compiled into one index on disk, and names found with it.

An index is used where it is named, never because it happens to lie somewhere: what is read from a document is a
function of the document and of what the user passed, and `TerminologyIndex.fingerprint` stands for the latter.
"""

from .adding import SourceFile, add_terminologies, remove_terminologies
from .folder import default_folder
from .index import TerminologyIndex
from .readers import TableLayout, table_layout
from .records import Remark
from .terms import Mapped, MatchKind, Name, NamedTerm, NameKind, Source, Span, Term

__all__ = [
    "Mapped",
    "MatchKind",
    "Name",
    "NameKind",
    "NamedTerm",
    "Remark",
    "Source",
    "SourceFile",
    "Span",
    "TableLayout",
    "Term",
    "TerminologyIndex",
    "add_terminologies",
    "default_folder",
    "remove_terminologies",
    "table_layout",
]
