"""What a drug is, and what it acts on: `inClass`, `targets`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from ...ontology.facts import Claim, Concept, Link, Regimen
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..passages import Mention, Sentence
from .described import targets_of
from .rules import apply, rule
from .template import Template

_DEPENDENT = re.compile(r"-dependent (?:\w+ )?kinases?\b")
_NO_ONE_TARGET = frozenset({"proteasome", "multikinase", "multitargeted kinase"})
_ADJECTIVES = (
    r"(?:(?!with|when|as|by|in|than|to|for|of|not|who|have|has|received|used|given)[\w/α-]+,? |"
    r"(?:⟨[TBSL]\d+⟩[-–×/\w]*){1,3},? ){0,7}?"
)
_SOME = r"[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Vv]arious|[Mm]any|[Mm]ultiple|[Dd]ifferent|[Oo]ther"
_DIRECTED_AT = r"(?:directed (?:at|against|to)|targeting|against|that (?:target|inhibit|block|bind)) (?:the )?"
_ARE = r"(?=(?:are|have|were|can|may|both)\b)"
_SUCH_AS = r"(?:such as|including|like|namely|e\.g\.,?|i\.e\.,?|eg,?|ie,?)"
_CLASS = (
    rule("class before", "inClass", r"{o=C} (?:agent |drug )?{s=D}", "affirmed"),
    rule(
        "the class, drug",
        "inClass",
        r"(?:\b(?:[Tt]he|[Aa]nother|of|[Ii]ts|[Oo]ur)|['’]s) [^⟨⟩,.;:]{0,60}?{o=C}, {s=D},?",
        "affirmed",
    ),
    rule("as a class", "inClass", rf"\b[Aa]s an? {_ADJECTIVES}{{o=C}}, {{s=D}}", "affirmed"),
    rule("drug class", "inClass", r"\b[Tt]he {s=D} {o=C}", "affirmed"),
    rule(
        "classes, drugs",
        "inClass",
        rf"{{o=P}}(?: {_DIRECTED_AT}⟨T\d+⟩)?, {{s:D}}, {_ARE}",
        "affirmed",
    ),
    rule(
        "classes counted",
        "inClass",
        rf"\b(?:{_SOME}) (?:[\w-]+ ){{0,3}}?{{o=CP}}"
        r"(?:(?!\b(?:with|plus|after|than|versus)\b)[^⟨⟩.;:]|⟨[STLBEX]\d+⟩){0,120}?"
        rf"(?::|, {_SUCH_AS}) {{s:D}}(?=[.,;]|$| (?:is|are|have|has|were|can|may)\b)",
        "affirmed",
    ),
    rule("classes: drugs", "inClass", r"{o=P}\s?[-–—:]\s?{s:D}(?![-–]⟨)", "affirmed"),
    rule("drug - class", "inClass", rf"{{s=D}}\s?[-–—]\s?an? {_ADJECTIVES}{{o=C}}", "affirmed"),
    rule("of the classes", "inClass", r"\b(?:(?:[Oo]f|[Aa]mong) (?:the|these)|[Aa]mong) {o=P}, {s:D}", "affirmed"),
    rule("classes before", "inClass", r"{o=P} (?:agents |drugs )?{s:D}", "affirmed"),
    rule("class such as", "inClass", rf"{{o=CP}},? \(?{_SUCH_AS} {{s:D}}", "affirmed"),
    rule(
        "class with examples",
        "inClass",
        rf"{{o=CP}} [(\[](?:⟨[CP]\d+⟩[;,] )?(?:{_SUCH_AS} )?{{s:D}}[)\],;]",
        "affirmed",
    ),
    rule(
        "class in brackets",
        "inClass",
        rf"{{s=D}} [(\[](?:an? |the |[\w-]+[;,] |⟨D\d+⟩[;,] )?{_ADJECTIVES}{{o=C}}",
        "affirmed",
    ),
    rule("treatment with", "inClass", r"{o=C} (?:treatment|therapy|treatments) with {s:D}", "affirmed"),
    rule("class of choice", "inClass", r"{s=D} (?:[\w-]+ ){1,3}the {o=C} of choice", "affirmed"),
    rule(
        "apposition",
        "inClass",
        rf"(?<!⟩,\s){{s=D}}[,:] (?:an?|the|another) {_ADJECTIVES}{{o=C}}(?! (?:and|or)\b(?! ⟨D\d+⟩, an? )|,? ⟨[DR])",
        "affirmed",
    ),
    rule(
        "class of",
        "inClass",
        rf"{{s:D}},? (?:is|are|was|were) (?:(?:an?|the) |"
        rf"(?=(?:[\w-]+ |⟨[TBS]\d+⟩[-–\w]* ){{0,2}}⟨P)){_ADJECTIVES}{{o=CP}}(?! "
        r"(?:therapy|treatment|regimen)|[-–]\w)",
        "affirmed",
    ),
    rule(
        "called",
        "inClass",
        r"{s:D}~ (?:called|termed|known as|(?:acts?|acting|works?|functions?) as|classified as|categori[sz]ed as|"
        r"referred to as) (?:an? |the )?"
        rf"{_ADJECTIVES}{{o=CP}}",
        "affirmed",
    ),
    rule("other class", "inClass", r"{s:D},? ...(?:and|or|with) other (?:[\w-]+ ){0,3}{o=P}", "affirmed"),
    rule("both classes", "inClass", rf"{{s:D}}, (?:both|all|two|three) (?:of them )?{_ADJECTIVES}{{o=P}}", "affirmed"),
    rule(
        "belongs to",
        "inClass",
        r"{s:D}(?:,? which)? (?:belongs? to|(?:is|are) (?:an? )?(?:members?|part) of|(?:is|are|represents?) the "
        r"(?:first|newest|latest) (?:of|in)) (?:the |an? )?(?:[\w-]+ ){0,3}?"
        rf"(?:of )?(?:the )?{_ADJECTIVES}{{o=CP}}",
        "affirmed",
    ),
    rule(
        "belonging to",
        "inClass",
        r"\b[Bb]elonging to the (?:[\w-]+ ){0,3}?{o=CP}(?: (?:class|family))?, {s=D}",
        "affirmed",
    ),
)
_SAID_PLAINLY = "link.class of"
"""`A is a C`: what is known of A may be less than what it is."""
_ACTS_ON = (
    r"(?:not (?:target|bind(?: to)?|block)|targets?|targeting|targeted (?:to|at|against)|binds?(?: \w+ly(?: and "
    r"\w+ly)?)?(?: to| with)?|binding(?: to)?|blocks?|engages?|bridges?|degrades?|"
    r"redirects? (?:⟨L\d+⟩|[\w-]+) (?:to|against|towards)|blocking|neutrali[sz](?:es?|ing)|antagoni[sz]es?|traps?|"
    r"reduc(?:es?|ing) the activity of|"
    r"(?<=⟩\s)(?:of|at|to)(?=\s(?:(?:the|both|native|human|mutant|wild-type|(?:un)?mutated|and)\s){0,4}⟨T\d+⟩(?!-))|"
    r"inhibiting|"
    r"inhibits?|inhibited|blocked|[Ii]nhibitors? of|specific (?:to|for)(?= (?:the )?⟨T)|"
    r"directed (?:against|at|towards?|to)|against|antibod(?:y|ies) to|acts? (?:\w+ly )?(?:on|at)(?= (?:the )?⟨T)|"
    r"(?:(?:prevent|stop|keep)s?|preventing)(?= (?:the )?⟨T\d+⟩ from (?:binding|attaching))|"
    r"(?:blunts?|dampens?|attenuates?|interrupts?)|agonists? of|modulators? of|antagonist of|recogni[sz]es?)"
)
_DOING = r"[Ii]nhibition|[Bb]lockade|[Nn]eutrali[sz]ation|[Aa]ntagonism"
_ACTING = (
    r"{s:DCP}(?:,? (?:⟨[CPS]\d+⟩|⟨L\d+⟩(?:[-–]\w+| (?:by|through))|"
    r"\w+ and (?:selective|specific|potent|\w*reversible|\w+ly|oral)|(?!(?:and|including|such|like)\b)[\w/-]+))"
    rf"{{0,9}}?,? {_ACTS_ON} (?:the |an? )?"
)
_OF_IT = (
    r"(?:(?!is |are |was |were |which |that |release|secretion|production|expression|synthesis|formation|"
    r"levels?)[\w-]+ ){0,5}?"
)
"""Words before a target that leave it what is acted on: no `release of TNF`."""
_SEVERAL = (
    r"(?:[\w-]+ ){0,6}?(?:⟨T\d+⟩|kinases|receptors|targets|proteins|enzymes|pathways|RTKs),? [(]?"
    r"(?:including|such as|namely|like|particularly|comprising)(?: the)? "
)
_TARGET = (
    rule(
        "classes acting on, drugs",
        "targets",
        rf"⟨P\d+⟩ {_DIRECTED_AT}{{o=T}}, {{s:D}}, {_ARE}",
        "affirmed",
    ),
    rule(
        "is target of",
        "targets",
        r"{o=T}(?:, (?:an?|the) (?:[^⟨⟩.;:]|⟨[TL]\d+⟩){3,90},)? (?:is|are|was|were|(?:has|have) been) "
        r"(?:identified |recogni[sz]ed )?"
        r"(?:as )?(?:the |an? )?(?:[\w-]+ ){0,3}?targets? (?:of|for) (?:all |the |these )?{s:DCP}",
        "affirmed",
    ),
    rule(
        "by acting on",
        "targets",
        r"\b(?:[Bb]y|[Uu]pon|[Aa]fter|[Oo]n) (?:binding(?: to)?|blocking|inhibiting|targeting|"
        r"neutrali[sz]ing|engaging) (?:the )?{o:T}(?: on ⟨L\d+⟩)?, (?:the )?(?:⟨C\d+⟩ )?{s=D}",
        "affirmed",
    ),
    rule(
        "activates receptor",
        "targets",
        r"{s:D} (?:[^⟨⟩.;:]{0,60} )?(?:activates?|stimulates?) (?:the )?{o=T}",
        object_named="receptor",
    ),
    rule("target of", "targets", r"\b[Tt]argets? of {s:DCP} (?:is|are|was|were) ...{o:T}", "affirmed"),
    rule(
        "joining targets",
        "targets",
        r"{s=D} (?:links|bridges|connects|joins|redirects|brings) (?P<o>⟨T\d+⟩(?:[^⟨⟩.;:]|⟨L\d+⟩){0,60}⟨T\d+⟩)",
    ),
    rule(
        "acting on target",
        "targets",
        rf"(?:{_DOING}|[Bb]locking|[Tt]argeting) of (?:the )?{{o:T}} (?:by|with|using) {{s=D}}",
        "affirmed",
    ),
    rule(
        "target inhibition", "targets", rf"{{o=T}}[- ](?:[Ss]ignal(?:l)?ing )?(?:{_DOING}) [Ww]ith {{s=D}}", "affirmed"
    ),
    rule("target", "targets", _ACTING + _OF_IT + r"(?:\w+/)?{o:T}"),
    rule(
        "by acting on it",
        "targets",
        r"{s:DCP}(?:[^⟨⟩.;:]|⟨[MLTBCE]\d+⟩){0,120}? by (?:\w+ly )?(?:neutrali[sz]|inhibit|block|target|engag|"
        r"antagoni[sz]|"
        rf"bind|recogni[sz])ing (?:to )?(?:the )?{_OF_IT}{{o:T}}",
    ),
    rule("one of several targets", "targets", _ACTING + _SEVERAL + "{o:T}"),
    rule("inhibitor of several", "targets", rf"{{s=D}}[^⟨⟩.;:]{{0,60}}?(?:⟨C\d+⟩|inhibitor) of {_SEVERAL}{{o:T}}"),
    rule(
        "target in brackets",
        "targets",
        _ACTING + r"(?:⟨T\d+⟩(?: on (?:[\w-]+ ){0,2}⟨L\d+⟩)?,? and (?:the )?)?"
        r"(?=[\w-]+ )[^⟨⟩.;:]{3,70}? [(]{o=T}[)]",
    ),
    rule(
        "and another target",
        "targets",
        _ACTING + _OF_IT + r"⟨T\d+⟩(?: (?:(?:over)?expressed|found|present))? (?:on|in) "
        r"(?:the surface of )?(?:[\w-]+ ){0,2}⟨L\d+⟩,? (?:and|to) (?:the )?{o=T}",
    ),
    rule(
        "against target",
        "targets",
        r"(?:against|targeting|directed at|antibod(?:y|ies) to|inhibitors? of)[^.;]{0,80}?{o=T} [(\[]{s:D}",
        "affirmed",
    ),
    rule(
        "and target",
        "targets",
        r"(?:against|targeting|directed at|antibod(?:y|ies) to|(?:inhibitor|blocker|antagonist)s?(?: of)?)[^.;]{0,160}?"
        r"[)\]],? (?:and|or) {o=T} [(\[]{s:D}",
        "affirmed",
    ),
    rule(
        "is target-directed",
        "targets",
        r"{s:D} (?:is|are) (?:an? |the )?(?:[\w-]+ ){0,3}{o:T}[- –](?:targeted|targeting|directed|specific) "
        r"(?:[\w-]+ ){0,3}⟨[CP]\d+⟩",
        "affirmed",
    ),
    rule(
        "target-directed",
        "targets",
        r"{o=T}[- –](?:targeted|targeting|directed|specific|blocking|binding) (?:[\w-]+ ){0,3}?(?:⟨[CP]\d+⟩ )?{s=D}",
        "affirmed",
    ),
)


_MADE_OF = (
    rule(
        "made of",
        "inClass",
        r"{s=D},? (?:(?:is|are) )?(?:an? (?:[\w-]+ ){0,3}⟨C\d+⟩ )?(?:compos(?:ed|ing) of|made up of|consist(?:s|"
        r"ing)? of|"
        rf"compris(?:es?|ed of|ing)|couples?|links?|combines?|fuses?) (?:an? |the )?{_ADJECTIVES}{{o=C}}",
        "affirmed",
    ),
)
"""A part that a drug has, whose name tells a target: `A couples an anti-B antibody to C`."""


def classes_and_targets(sentence: Sentence, template: Template, plain: Template) -> Iterator[Candidate]:
    """Read class memberships and targets, with brackets and without; `anti-CD38 antibody isatuximab` states both."""
    for candidate in chain(apply(_CLASS, template), apply(_CLASS, plain)):
        if candidate.rule != _SAID_PLAINLY and not _belongs(candidate.claim):
            continue
        yield candidate
        yield from _targets_in_name(sentence, candidate)
    for part in apply(_MADE_OF, template):
        yield from _targets_in_name(sentence, part)
    yield from apply(_TARGET, template)


def _belongs(claim: Claim) -> bool:
    """Check that nothing known of a drug's classes speaks against one that a wording seems to give it."""
    if not isinstance(claim, Link) or not isinstance(claim.subject, Concept):
        return True
    if claim.subject.name.endswith(("therapy", "surgery", "care", "treatment")):
        return False
    if claim.object.name == "small molecule":
        return not claim.subject.name.endswith("mab")
    known, given = _above(claim.subject), {claim.object, *_above(claim.object)}
    if claim.object.name.endswith("monoclonal antibody") and claim.subject.name.endswith("mab"):
        return True
    return not known or load_lexicon().entry(claim.object) is None or bool(known & given)


def _above(concept: Concept) -> set[Concept]:
    """All broader classes of a concept."""
    entry = load_lexicon().entry(concept)
    parents = set(entry.broader) if entry else set[Concept]()
    return parents.union(*(_above(parent) for parent in parents))


def _targets_in_name(sentence: Sentence, candidate: Candidate) -> Iterator[Candidate]:
    """Tell the target by which a class is named."""
    link = candidate.claim
    if not isinstance(link, Link):
        return
    inside = [
        t for t in (*sentence.nested, *sentence.mentions) if candidate.start <= t.start and t.end <= candidate.end
    ]
    targets = [t for t in inside if t.kind == "Target"]
    held = [_whole(sentence, t) for t in targets if not any(_within(t, other) for other in targets)]
    for target in held or targets_of(link.object.name):
        if isinstance(target, Concept) and target.name not in _NO_ONE_TARGET:
            claim = Link(subject=link.subject, predicate="targets", object=target)
            yield replace(candidate, claim=claim, rule="link.target in class")


def _within(mention: Mention, other: Mention) -> bool:
    return other.start <= mention.start and mention.end <= other.end and mention is not other and mention != other


def _whole(sentence: Sentence, target: Mention) -> Concept | Regimen:
    """Take `DNA-dependent protein kinase` for the target, not the DNA on which it depends."""
    rest = _DEPENDENT.match(sentence.text, target.end - sentence.start)
    return Concept("Target", target.text + rest[0]) if rest else target.concept
