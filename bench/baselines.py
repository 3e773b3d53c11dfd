"""Score simpler ways of reading, and our own with one part switched off, on the same documents in the same run.

    python bench/baselines.py --scorer SCORE.py --set abstracts GOLD_DIR TEXT_DIR [--set …] [-o OUT.md]
                              [--medspacy PYTHON]

- *regular expressions*: an endpoint's name, `HR …`, `… months`, `…%` in one sentence; the arms as `assigned to A or B`.
- *matcher and quantities*: spaCy's PhraseMatcher with our lexicon, quantulum3 (to be installed by pip) for the numbers,
  each number with the nearest endpoint or event and the nearest drug.
- *medspaCy*: the same, with names found by medspaCy that neither ConText nor its sections leave out. PYTHON is the
  interpreter of an environment in which it is installed (`medspacy_names.py`); its own time is not counted.
- *without …*: our engine, with one part switched off.

The first three are told which trial a document reports. What would make it unfair: the documents are those that our
rules were written with, while the baselines were written once and not improved on them; give it documents that nobody
has looked at.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

import score
import spacy
from results import arguments, report, table
from spacy.matcher import PhraseMatcher
from trialgraph.extract import Extractor
from trialgraph.extract.arms.registry import Arms
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials import Trials, find_trials
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Claim,
    Concept,
    Evidence,
    Fact,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
)
from trialgraph.ontology.lexicon import load_lexicon

ENDPOINTS = {
    r"progression-free survival|PFS": "progression-free survival",
    r"overall survival|\bOS\b": "overall survival",
    r"(?:objective|overall) response rate|response rates?|\bORR\b": "objective response rate",
}
RATIO = re.compile(r"(?:hazard ratio|HR)\W{0,5}(\d*[.·]\d+)", re.IGNORECASE)
MONTHS = re.compile(r"(\d+(?:[.·]\d+)?) months")
PERCENT = re.compile(r"(\d+(?:[.·]\d+)?) ?%(?! CI| confidence)")
ASSIGNED = re.compile(r"(?:assigned|randomi[sz]ed)[^.]*? to (?:receive )?([\w -]{4,60}?) or ([\w -]{4,60}?)[,.(]")


class RegularExpressions:
    """Reads with patterns alone."""

    def read(self, document: Document) -> Reading:
        """Give the facts of sentences that fit the patterns."""
        trial, assigned = trial_of(document), ASSIGNED.search(document.text)
        arms = (
            [arm_of(trial, [Concept("Drug", name.strip().lower())]) for name in assigned.groups()]
            if assigned
            else [None]
        )
        return reading(document, self._claims(document, arms))

    def _claims(self, document: Document, arms: list[Arm | None]) -> Iterator[tuple[Claim, int, int]]:
        for sentence in re.finditer(r"[^.;]+(?:\.\d[^.;]*)*[.;]", document.text):
            for pattern, endpoint in ENDPOINTS.items():
                if re.search(pattern, sentence[0]):
                    yield from outcomes(trial_of(document), sentence, Concept("Endpoint", endpoint), arms)


def outcomes(
    trial: Trial, sentence: re.Match[str], endpoint: Concept, arms: list[Arm | None]
) -> Iterator[tuple[Claim, int, int]]:
    """Give a sentence's ratios, medians and rates, the arms in turn."""
    for measure, unit, pattern in (
        ("hazardRatio", "ratio", RATIO),
        ("median", "months", MONTHS),
        ("proportion", "percent", PERCENT),
    ):
        for index, match in enumerate(pattern.finditer(sentence[0])):
            ratio = measure == "hazardRatio" and len(arms) > 1
            claim = OutcomeResult(
                trial=trial,
                arm=arms[0 if ratio else index % len(arms)],
                comparator=arms[1] if ratio else None,
                endpoint=endpoint,
                measure=measure,  # type: ignore[arg-type]
                value=Decimal(match[1].replace("·", ".")),
                unit=unit,
            )
            yield claim, sentence.start() + match.start(), sentence.start() + match.end()


Sentence = tuple[int, int, list[tuple[str, int]]]
"""Where it begins and ends, and the names in it: key and place."""


class MatcherAndQuantities:
    """Finds names with spaCy's matcher and our lexicon, numbers with quantulum3, and ties what is nearest."""

    def __init__(self) -> None:
        known = (e for e in load_lexicon().entries() if e.concept.kind in {"Drug", "Endpoint", "AdverseEvent"})
        self._entries = {str(number): entry for number, entry in enumerate(known)}
        self._prepare({key: [entry.concept.name, *entry.synonyms] for key, entry in self._entries.items()})

    def _prepare(self, names: dict[str, list[str]]) -> None:
        self._nlp = spacy.blank("en")
        self._nlp.add_pipe("sentencizer")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        for key, known in names.items():
            self._matcher.add(key, list(self._nlp.tokenizer.pipe(known)))

    def _sentences(self, text: str) -> Iterator[Sentence]:
        for sentence in self._nlp(text).sents:
            found = self._matcher(sentence)
            named = [(self._nlp.vocab.strings[key], sentence[a:b].start_char) for key, a, b in found]
            yield sentence.start_char, sentence.end_char, named

    def read(self, document: Document) -> Reading:
        """Give each number of months or percent to the nearest endpoint or event, and to the last drug."""
        return reading(document, self._claims(document))

    def _claims(self, document: Document) -> Iterator[tuple[Claim, int, int]]:
        from quantulum3 import parser

        for start, end, found in self._sentences(document.text):
            named = [(self._entries[key].concept, place) for key, place in found]
            for quantity in parser.parse(document.text[start:end]):
                first, last = quantity.span
                yield from nearest(trial_of(document), quantity, start + first, start + last, named)


class MedspaCy(MatcherAndQuantities):
    """The same with names from medspaCy, in another interpreter."""

    def __init__(self, python: str) -> None:
        code = str(Path(__file__).with_name("medspacy_names.py"))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen([python, code], text=True, env={}, **pipes)
        super().__init__()

    def _prepare(self, names: dict[str, list[str]]) -> None:
        print(json.dumps(names), file=self._process.stdin, flush=True)

    def _sentences(self, text: str) -> Iterator[Sentence]:
        print(json.dumps(text), file=self._process.stdin, flush=True)
        yield from json.loads(self._process.stdout.readline())


def nearest(
    trial: Trial, quantity: object, start: int, end: int, named: list[tuple[Concept, int]]
) -> Iterator[tuple[Claim, int, int]]:
    """Tie one quantity to what is nearest."""
    unit = {"month": "months", "percentage": "percent"}.get(quantity.unit.name)  # type: ignore[attr-defined]
    measured = [(abs(place - start), concept) for concept, place in named if concept.kind != "Drug"]
    drugs = [(abs(place - start), concept) for concept, place in named if concept.kind == "Drug"]
    if unit is None or not measured:
        return
    try:
        value = Decimal(str(quantity.value))  # type: ignore[attr-defined]
    except InvalidOperation:
        return
    arm = arm_of(trial, [min(drugs)[1]]) if drugs else None
    concept = min(measured)[1]
    if concept.kind == "AdverseEvent":
        yield AdverseEventResult(trial=trial, arm=arm, event=concept, value=value), start, end
    else:
        measure = "median" if unit == "months" else "proportion"
        yield (
            OutcomeResult(trial=trial, arm=arm, endpoint=concept, measure=measure, value=value, unit=unit),
            start,
            end,
        )


def arm_of(trial: Trial, drugs: list[Concept]) -> Arm:
    """An arm of a trial that gets these drugs."""
    return Arm(trial, Regimen(tuple(drugs)))


@cache
def trial_of(document: Document) -> Trial:
    """The trial that a document reports, as our reader finds it."""
    return find_trials(load_pipeline("")(document.text), document).main


def reading(document: Document, claims: Iterable[tuple[Claim, int, int]]) -> Reading:
    """Turn claims and their places into facts of the document's own trial."""
    facts = {
        claim: Fact(claim, Evidence(start=start, end=end, quote=document.text[start:end]))
        for claim, start, end in claims
    }
    return Reading(tuple(facts.values()))


def no_arms(page: object, trials: Trials, names: object) -> Arms:
    """Find no arm."""
    return Arms(trials.main, {})


def without(*components: str) -> AbstractContextManager[object]:
    """Switch components of our pipeline off."""
    return load_pipeline("").select_pipes(disable=list(components))


WAYS: dict[str, tuple[Callable[[], score.Reader], Callable[[], AbstractContextManager[object]]]] = {
    "trialgraph": (Extractor, nullcontext),
    "regular expressions": (RegularExpressions, nullcontext),
    "matcher and quantities": (MatcherAndQuantities, nullcontext),
    "without abbreviations": (Extractor, lambda: without("trialgraph_abbreviations")),
    "without the entity model": (Extractor, lambda: without("trialgraph_entities")),
    "without the registry of arms": (Extractor, lambda: patch("trialgraph.extract.context.find_arms", no_arms)),
    "without tables": (Extractor, lambda: patch("trialgraph.extract.extractor.read_tables", lambda *_: ())),
}
"""Each way of reading: what makes the reader, and what is switched off while it reads."""


def main() -> int:
    """Score every way on every set, and write the table."""
    parser = arguments(__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "GOLD", "TEXTS"))
    parser.add_argument("--medspacy", metavar="PYTHON")
    args = parser.parse_args()
    heads = "reading|documents|precision|recall|F1|outcomes, core F1|outcomes, F1|events, F1|a second".split("|")
    ways = WAYS | ({"medspaCy": (partial(MedspaCy, args.medspacy), nullcontext)} if args.medspacy else {})
    rows: list[list[object]] = []
    results: dict[str, dict[str, object]] = {}
    for name, gold, texts in args.set:
        for way, (make, switched_off) in ways.items():
            with switched_off():
                results[f"{name}, {way}"] = result = score.score(args.scorer, Path(gold), Path(texts), make())
            kinds = result["kinds"]
            nothing = {"core": [0, 0, 0], "strict": [0, 0, 0]}
            outcome, event = (kinds.get(kind, nothing) for kind in ("outcome", "adverse_event"))
            figures = [*kinds["all"]["strict"], outcome["core"][2], outcome["strict"][2], event["strict"][2]]
            speed = "" if way == "medspaCy" else result["documents_per_second"]
            rows.append([way, name, *(f"{x:.3f}" for x in figures), speed])
    report(table(heads, rows), results, args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
