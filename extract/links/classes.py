"""What a drug is, and what it acts on: `inClass`, `targets`."""

from collections.abc import Iterator
from dataclasses import replace

from ...ontology.facts import Concept, Link
from ..candidates import Candidate
from ..passages import Sentence
from .rules import apply, rule
from .template import Template

_ADJECTIVES = r"(?:[\w,/α-]+,? ){0,7}?"
_SUCH_AS = r"(?:such as|including|like|namely|e\.g\.,?|i\.e\.,?|eg,?|ie,?)"
_CLASS = (
    rule("class before", "inClass", r"{o=C},? (?:agent |drug )?{s=D}", "affirmed"),
    rule("classes before", "inClass", r"{o=P} (?:agents |drugs )?{s:D}", "affirmed"),
    rule("class such as", "inClass", rf"{{o=CP}},? \(?{_SUCH_AS} {{s:D}}", "affirmed"),
    rule("class with examples", "inClass", rf"{{o=CP}} [(\[](?:{_SUCH_AS} )?{{s:D}}[)\],;]", "affirmed"),
    rule("class in brackets", "inClass", rf"{{s=D}} [(\[](?:an? |the )?{_ADJECTIVES}{{o=C}}", "affirmed"),
    rule("apposition", "inClass", rf"{{s=D}}, (?:an?|the) {_ADJECTIVES}{{o=C}}", "affirmed"),
    rule("class of", "inClass", rf"{{s:D}} (?:is|are|was|were) (?:an? |the )?{_ADJECTIVES}{{o=CP}}(?! (?:therapy|treatment|regimen))", "affirmed"),
    rule("other class", "inClass", r"{s=D},? ...(?:and|or|with) other {o=P}", "affirmed"),
)
_ACTS_ON = (
    r"(?:targets|targeting|targeted (?:to|at|against)|binds(?: \w+ly)?(?: to| with)?|binding(?: to)?|blocks|blocking|inhibits|"
    r"inhibiting|inhibits?|inhibitor of|inhibitors of|directed (?:against|at|to)|against|antagonist of|recogni[sz]es)"
)
_TARGET = (
    rule("target", "targets", rf"{{s:DC}}(?:,| \w+)?(?: (?:is|are|was)(?:,? [\w/,-]+){{0,6}}?)?(?: ⟨[CP]\d+⟩)?(?: (?:that|which))?(?: [\w-]+){{0,3}}? {_ACTS_ON} (?:the |an? )?(?:[\w-]+ ){{0,4}}?{{o:T}}", "affirmed"),
)


def classes_and_targets(sentence: Sentence, template: Template) -> Iterator[Candidate]:
    """Read class memberships and targets; `anti-CD38 antibody isatuximab` states both."""
    for candidate in apply(_CLASS, template):
        yield candidate
        yield from _targets_in_name(sentence, candidate)
    yield from apply(_TARGET, template)


def _targets_in_name(sentence: Sentence, candidate: Candidate) -> Iterator[Candidate]:
    """A class that is named by its target."""
    link = candidate.claim
    if not isinstance(link, Link):
        return
    for target in (*sentence.nested, *sentence.mentions):
        inside = candidate.start <= target.start and target.end <= candidate.end and target.kind == "Target"
        if inside and isinstance(target.concept, Concept) and target.concept.name != "proteasome":
            claim = Link(subject=link.subject, predicate="targets", object=target.concept)
            yield replace(candidate, claim=claim, rule="link.target in class")
