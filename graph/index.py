"""What the documents speak of, kept so that a change of one document touches only what depends on it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from ..ontology.facts import Concept, Trial
from .agreement import Figures, Stated
from .database import Database
from .trials import Mention, TrialIdentity, keys

_NEXT_NAME: Final = "SELECT kind, name FROM concepts WHERE iri=? AND kind=? AND name>? ORDER BY name LIMIT 1"
_NEXT_KIND: Final = "SELECT kind, name FROM concepts WHERE iri=? AND kind>? ORDER BY kind, name LIMIT 1"
"""Each is one look into the index; DISTINCT, or comparing both columns at once, would look at every document."""
_MENTIONS: Final = "SELECT document, name, numbers, segment, label FROM mentions WHERE key=?"

ClaimRow = tuple[str, bool, str, str, str]
"""A claim as the index keeps it: its IRI, whether it is affirmed, by what it compares, figures and flags as JSON."""
ConceptRow = tuple[str, str, str]
"""IRI, kind and name of a concept."""


def claim_row(
    claim: str,
    *,
    affirmed: bool,
    key: str = "",
    figures: Figures = MappingProxyType({}),
    flags: Iterable[tuple[str, str]] = (),
) -> ClaimRow:
    """Say what has to be known of a claim to compare it.

    The key is empty for what is not compared; flags are the checks that fail, with explanations.
    """
    return claim, affirmed, key, json.dumps(dict(figures)), json.dumps(sorted(flags))


class Index:
    """Mentions of trials, claims and concepts by document."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, document: str) -> None:
        """Drop the claims and concepts of a document."""
        for table in ("claims", "concepts"):
            self._database.write(f"DELETE FROM {table} WHERE document=?", [(document,)])  # noqa: S608

    def enter_trials(self, document: str, trials: Mapping[Trial, TrialIdentity]) -> None:
        """Keep how a document names its trials, and which ones they were found to be."""
        rows = [
            (document, key, trial.name, json.dumps(trial.registry_ids), identity.segment, identity.label)
            for trial, identity in trials.items()
            for key in keys(trial)
        ]
        self._database.write("DELETE FROM mentions WHERE document=?", [(document,)])
        self._database.write("INSERT INTO mentions VALUES (?,?,?,?,?,?)", rows)

    def trials(self, document: str) -> dict[Trial, TrialIdentity]:
        """Give what `enter_trials` kept."""
        rows = self._database.rows("SELECT name, numbers, segment, label FROM mentions WHERE document=?", document)
        return {_trial(name, numbers): TrialIdentity(segment, label) for name, numbers, segment, label in rows}

    def connected(self, trials: Iterable[Trial]) -> dict[Mention, TrialIdentity]:
        """Give every mention tied to these trials by names or numbers, directly or by others, as `trials` does."""
        found: dict[Mention, TrialIdentity] = {}
        todo = {key for trial in trials for key in keys(trial)}
        done: set[str] = set()
        while todo:
            key = todo.pop()
            done.add(key)
            for document, name, numbers, *identity in self._database.rows(_MENTIONS, key):
                trial = _trial(name, numbers)
                found[Mention(document, trial)] = TrialIdentity(*identity)
                todo.update(set(keys(trial)) - done)
        return found

    def enter_claims(self, document: str, claims: Iterable[ClaimRow]) -> None:
        """Keep a document's claims."""
        rows = ((document, *claim) for claim in claims)
        self._database.write("INSERT INTO claims VALUES (?,?,?,?,?,?)", rows)

    def claims(self, document: str) -> set[tuple[str, str]]:
        """Give the claims of a document, with the keys by which they compare."""
        return set(self._database.rows("SELECT claim, key FROM claims WHERE document=?", document))

    def failing(self, document: str) -> set[tuple[str, str]]:
        """Give the claims of a document that fail a check, with the check's name."""
        sql = "SELECT claim, flags FROM claims WHERE document=? AND flags<>'[]'"
        return {(claim, check) for claim, flags in self._database.rows(sql, document) for check, _ in json.loads(flags)}

    def support(self, claim: str) -> int:
        """Count the documents that affirm a claim."""
        sql = "SELECT COUNT(DISTINCT document) FROM claims WHERE claim=? AND affirmed"
        return int(self._database.rows(sql, claim)[0][0])

    def flags(self, claim: str) -> dict[str, set[str]]:
        """Give the checks that a claim fails in any document, with the explanations."""
        failed: defaultdict[str, set[str]] = defaultdict(set)
        for (flags,) in self._database.rows("SELECT DISTINCT flags FROM claims WHERE claim=? AND flags<>'[]'", claim):
            for check, explanation in json.loads(flags):
                failed[check].add(explanation)
        return failed

    def stated(self, key: str) -> list[Stated]:
        """Give the affirmed claims that answer the same question."""
        sql = "SELECT document, claim, figures FROM claims WHERE key=? AND affirmed ORDER BY document, claim"
        return [Stated(document, claim, json.loads(text)) for document, claim, text in self._database.rows(sql, key)]

    def statements(self, claim: str) -> list[tuple[str, Stated]]:
        """Give who affirms a claim, each with the key by which it compares."""
        sql = "SELECT key, document, figures FROM claims WHERE claim=? AND affirmed ORDER BY document"
        return [
            (key, Stated(document, claim, json.loads(figures)))
            for key, document, figures in self._database.rows(sql, claim)
        ]

    def enter_concepts(self, document: str, concepts: Iterable[ConceptRow]) -> None:
        """Keep the concepts of a document."""
        rows = ((document, *concept) for concept in concepts)
        self._database.write("INSERT INTO concepts VALUES (?,?,?,?)", rows)

    def concept_iris(self, document: str) -> set[str]:
        """Give the IRIs of a document's concepts."""
        return {iri for (iri,) in self._database.rows("SELECT iri FROM concepts WHERE document=?", document)}

    def concepts(self, iri: str) -> list[Concept]:
        """Give the concepts in use that have this IRI: one, or spellings of one; none when it is in no document."""
        found: list[Concept] = []
        last = "", ""
        while rows := self._database.rows(_NEXT_NAME, iri, *last) or self._database.rows(_NEXT_KIND, iri, last[0]):
            last = rows[0]
            found.append(Concept(*last))
        return found


def _trial(name: str, numbers: str) -> Trial:
    return Trial(name, tuple(json.loads(numbers)))
