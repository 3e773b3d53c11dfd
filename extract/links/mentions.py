"""What a sentence mentions, as relations need it: classes named by targets, regimens by the document's own names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ...ontology.facts import Concept, Regimen
from ...ontology.lexicon import load_lexicon
from ..arms.treatments.named import Names
from ..passages import Mention, Sentence
from ..wordings import Wording
from .described import described

NO_NAMES: Final[Names] = {}
_CLASSES_GIVEN: Final = frozenset({"anthracycline", "aromatase inhibitor", "taxane"})
_ANTI: Final = re.compile(r"\b[Aa]nti[-–\s]$")
_AGENT: Final = re.compile(r"[\s-]+(?:agents?|(?:directed\s+)?therap(?:y|ies)|drugs?)\b")
_NUMBERS: Final = re.compile(r"(?:,\s*\d)*,?\s*and\s*\d\b(?!\.?\d|%)")
_EXAMPLES: Final = re.compile(r"\s*[(\[][a-z][\w-]{3,}(?:(?:,\s+|\s+or\s+|,\s+or\s+)[a-z][\w-]{3,}){1,9}[)\]]")
_COUNTED: Final = re.compile(r"(?i)(?:incidence|risk|rate|frequency|occurrence)s? of ")
_AGAINST_IT: Final = re.compile(r"\b[Aa]nti[-–]?$")
_DOES_SO: Final = re.compile(r"\s(?:activity|effects?|efficacy|properties|responses?|immunity|potential)\b")
_ITS_RISK: Final = re.compile(r" (?:risk|incidence)")
_LEVEL: Final = re.compile(
    r"\s(?:levels?|concentrations?|sensitivity|resistance|secretion|deficiency|suppression|signal(?:l)?ing|pathways?|"
    r"(?:bio)?synthesis|production)\b"
    r"|-(?:mediated|dependent|driven|stimulated)\b"
)
_CAUSES_ANOTHER: Final = re.compile(r"-(?:associated|related|induced)\s")
_OF_CELLS: Final = re.compile(r"[-–](?:positive|negative|expressing|bearing)\b|\+")
_IN_BLOOD: Final = Wording(
    r"\b(?:serum|plasma|circulating|endogenous|fasting|higher|lower|elevated|low|high)\s$", re.IGNORECASE
)
_HEAD: Final = re.compile(
    r"[\s-]*(?:(?:monoclonal|tyrosine[\s-]kinase|kinase|receptor|directed|targeted|targeting|specific|blocking)"
    r"[\s-]+){0,2}"
    r"(?:antibod(?:y|ies)(?:[-–\s]drug\sconjugates?)?|inhibitors?|antagonists?|blockers?|agonists?|TKIs?|ADCs?)\b"
)
_INHIBITED: Final = re.compile(r"\b(?:inhibitors? of|inhibit(?:s|ing)?|target(?:s|ing)?|against) (?:the )?$")


def mentions_of(sentence: Sentence, names: Names) -> tuple[Mention, ...]:
    """Give the mentions of a sentence in order; `names` are the document's own names of regimens."""
    classes = tuple(_as_class(mention) for mention in _with_classes(sentence) if not _is_measured(sentence, mention))
    return _with_regimens(sentence, _instead(classes, described(sentence)), names)


def _is_measured(sentence: Sentence, mention: Mention) -> bool:
    """Whether a drug is only spoken of as what is in the blood: `higher insulin`, `testosterone levels`.

    Likewise a disease as what another comes from, `obesity-associated cancers`, and what is done to cells that have
    something, and not to it: `depletion of CD38-positive cells`.
    """
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if mention.kind == "Mechanism":
        return _OF_CELLS.match(sentence.text, end) is not None
    if mention.kind in {"Disease", "AdverseEvent"}:
        if _AGAINST_IT.search(sentence.text, 0, start) and _DOES_SO.match(sentence.text, end):
            return True  # `anti-myeloma activity`
        return _CAUSES_ANOTHER.match(sentence.text, end) is not None
    level = _LEVEL.match(sentence.text, end)
    if level and level[0] == "-mediated" and mention.text.endswith("mab"):
        return False  # `rituximab-mediated ADCC`
    level = level or _IN_BLOOD.search(sentence.text, max(0, start - 20), start)
    return mention.kind in ("Drug", "DrugClass") and level is not None


def _as_class(mention: Mention) -> Mention:
    """Take `taxane`, which an arm may be called by as if it were a drug, for the class that it is."""
    concept = mention.concept
    if isinstance(concept, Concept) and concept.kind == "Drug" and concept.name in _CLASSES_GIVEN:
        return replace(mention, concept=Concept("DrugClass", concept.name))
    return mention


def _instead(mentions: tuple[Mention, ...], others: Iterable[Mention]) -> tuple[Mention, ...]:
    """Put mentions in the place of those that they touch."""
    new = tuple(others)
    kept = (m for m in mentions if not any(n.start < m.end and m.start < n.end for n in new))
    return tuple(sorted((*kept, *new), key=lambda m: m.start))


def _with_regimens(sentence: Sentence, mentions: tuple[Mention, ...], names: Names) -> tuple[Mention, ...]:
    if not names:
        return mentions
    names = {**{name[:1].upper() + name[1:]: drugs for name, drugs in names.items()}, **names}
    spelled = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = [
        Mention(sentence.start + m.start(), sentence.start + m.end(), m[0], Regimen.of(*names[m[0]]))
        for m in re.finditer(rf"(?<![\w+/-])(?:{spelled})(?![\w+]|-\w|\s+of\b)", sentence.text)
    ]
    new = [f for f in found if not any(m.start <= f.start and f.end <= m.end for m in mentions)]
    kept = [m for m in mentions if not any(f.start < m.end and m.start < f.end for f in new)]
    return tuple(sorted([*kept, *new], key=lambda m: m.start))


def _with_classes(sentence: Sentence) -> tuple[Mention, ...]:
    """Make classes of targets that `inhibitor` or the like follows, where they are not already."""
    found: list[Mention] = []
    for named in sentence.mentions:
        mention = _target_within(sentence, _test_within(sentence, _disease_within(sentence, named)))
        start, end = mention.start - sentence.start, mention.end - sentence.start
        head = _HEAD.match(sentence.text, end) if mention.kind == "Target" else None
        if head is None and mention.kind == "Target" and _ANTI.search(sentence.text[:start]):
            head = _AGENT.match(sentence.text, end)
        found.append(_class_of(sentence, start, end, head) if head else _with_examples(sentence, mention))
        found += [] if head else _numbered(sentence, mention)
    return tuple(found)


def _with_examples(sentence: Sentence, mention: Mention) -> Mention:
    """Take chemotherapy for a class where a bracket lists its drugs: `chemotherapy (docetaxel or paclitaxel)`."""
    follows = _EXAMPLES.match(sentence.text, mention.end - sentence.start)
    named = isinstance(mention.concept, Concept) and mention.concept.name.endswith("chemotherapy")
    if not follows or not named or not isinstance(mention.concept, Concept):
        return mention
    return Mention(mention.start, mention.end, mention.text, Concept("DrugClass", mention.concept.name))


def _numbered(sentence: Sentence, mention: Mention) -> Iterator[Mention]:
    """Find the targets that only numbers name after the first: `VEGF receptors 1, 2 and 3`."""
    name = mention.concept.name if isinstance(mention.concept, Concept) else ""
    numbers = _NUMBERS.match(sentence.text, mention.end - sentence.start)
    if mention.kind == "Target" and name[-1:].isdigit() and mention.text[-1:].isdigit() and numbers:
        for number in re.finditer(r"\d", numbers[0]):
            start = mention.end + number.start()
            for entry in load_lexicon().named(f"{name[:-1]}{number[0]}"):
                if entry.concept.kind == "Target":
                    yield Mention(start, start + 1, number[0], entry.concept)


def _target_within(sentence: Sentence, mention: Mention) -> Mention:
    """Take the target out of a marker that is its expression or that is inhibited: `an inhibitor of mutant IDH1`."""
    targets = [n for n in sentence.nested if n.kind == "Target" and mention.start == n.start and n.end < mention.end]
    if mention.kind != "Biomarker":
        return mention
    if mention.text.endswith("expression"):
        return targets[0] if targets else mention
    mutant = [n for n in sentence.nested if n.kind == "Target" and n.end == mention.end]
    before = sentence.text[max(0, mention.start - sentence.start - 20) : mention.start - sentence.start]
    return mutant[0] if mutant and _INHIBITED.search(before) else mention


def _disease_within(sentence: Sentence, mention: Mention) -> Mention:
    """Take the disease out of an endpoint that counts it: `the incidence of breast cancer`, `breast cancer risk`."""
    if mention.kind != "Endpoint":
        return mention
    ill = [n for n in sentence.nested if n.kind == "Disease" and mention.start <= n.start]
    if _COUNTED.match(mention.text):
        return next((n for n in ill if n.end == mention.end), mention)
    return next((n for n in ill if _ITS_RISK.fullmatch(mention.text, n.end - mention.start)), mention)


def _test_within(sentence: Sentence, mention: Mention) -> Mention:
    """Take the test out of an event that is named by it: `a false positive antiglobulin test`."""
    tests = [n for n in sentence.nested if n.kind == "Test" and mention.start <= n.start and n.end <= mention.end]
    return tests[0] if tests and mention.kind == "AdverseEvent" else mention


def _class_of(sentence: Sentence, start: int, end: int, head: re.Match[str]) -> Mention:
    before = _ANTI.search(sentence.text[:start])
    start = before.start() if before else start
    text = sentence.text[start : head.end()]
    name = re.sub(r"ies$", "y", text) if text.endswith("ies") else text.removesuffix("s")
    entries = load_lexicon().named(text) + load_lexicon().named(name)
    known = [entry.concept for entry in entries if entry.concept.kind == "DrugClass"]
    concept = known[0] if known else Concept("DrugClass", " ".join(name.split()))
    return Mention(sentence.start + start, sentence.start + head.end(), text, concept)
