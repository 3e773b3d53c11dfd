"""The one family of errors: a plain message that says what was wrong, where, and what to do."""


class TrialgraphError(Exception):
    """Anything that trialgraph refuses, told in words for the person who asked for it.

    >>> str(TrialgraphError("broken XML", where="paper.xml, line 3", remedy="repair or leave out the file"))
    'paper.xml, line 3: broken XML; repair or leave out the file'
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__("".join((f"{where}: " if where else "", what, f"; {remedy}" if remedy else "")))


class DocumentError(TrialgraphError):
    """A document that can't be read; the other documents are."""


class LexiconError(TrialgraphError):
    """A row of the lexicon that breaks its rules."""


class StoreError(TrialgraphError):
    """A graph on disk that can't be opened, read or written."""


class QueryError(TrialgraphError):
    """A query, or a parameter of one, that can't be run."""


class TerminologyError(TrialgraphError):
    """A terminology that can't be compiled, or an index of terminologies that can't be opened."""


class WorkerError(TrialgraphError):
    """Workers that can't read: they don't start, can't be reached, or have another version."""
