"""Small readings for the tests of the graph, and strategies that make many."""

from decimal import Decimal

from hypothesis import strategies as st
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Concept,
    Dosage,
    Evidence,
    Fact,
    Link,
    NameUse,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)
from trialgraph.ontology.lexicon import Entry, Mapping

ISA, CFZ, DEX = (Concept("Drug", name) for name in ("isatuximab", "carfilzomib", "dexamethasone"))
CD38 = Concept("Target", "CD38")
PFS = Concept("Endpoint", "progression-free survival")
NEUTROPENIA = Concept("AdverseEvent", "neutropenia")
IKEMA = Trial("IKEMA", ("NCT03275285",))
ISA_KD, KD = Arm(IKEMA, Regimen.of(ISA, CFZ, DEX)), Arm(IKEMA, Regimen.of(CFZ, DEX))
HOSTILE = 'a "b" } <x> \\u0022 \\ \n\x00 \u202e &amp; \' #?'


def hazard_ratio(**details):
    details = {"value": Decimal("0.53"), "unit": "ratio", **details}
    return OutcomeResult(trial=IKEMA, arm=ISA_KD, comparator=KD, endpoint=PFS, measure="hazardRatio", **details)


def targets(subject=ISA, goal=CD38):
    return Link(subject=subject, predicate="targets", object=goal)


def read(identifier, *claims, names=(), text="", **evidence):
    """Make a document whose text says each claim in a line of its own, and the reading of it."""
    facts = []
    for number, claim in enumerate(claims):
        line = f"Statement {number} of {identifier}."
        facts.append(Fact(claim, Evidence(start=len(text), end=len(text) + len(line), quote=line, **evidence)))
        text += f"{line}\n"
    return Document(identifier=identifier, source=f"{identifier}.txt", text=text), Reading(tuple(facts), tuple(names))


class FewWords:
    """A lexicon of one drug, its class, and one trial."""

    anti_cd38 = Concept("DrugClass", "anti-CD38 antibody")
    entries = {  # noqa: RUF012
        ISA: Entry(
            ISA, ("Sarclisa",), (Mapping("UNII:R30772KCU0", "exact", "http://example.org/R30772KCU0"),), (anti_cd38,)
        ),
        anti_cd38: Entry(anti_cd38),
    }

    def entry(self, concept):
        return self.entries.get(concept)

    def trial(self, name):
        return Trial("TOPAZ-1", ("NCT03875235",)) if name == "NCT03875235" else None


names = st.sampled_from(["isatuximab", "carfilzomib", "x", "a/b", "..", HOSTILE]) | st.text(max_size=6)
drugs = st.builds(Concept, st.just("Drug"), names)
endpoints = st.builds(Concept, st.just("Endpoint"), names)
events = st.builds(Concept, st.just("AdverseEvent"), names)
trials = st.builds(
    Trial,
    st.sampled_from(["IKEMA", "Ikema", "ICARIA", "", HOSTILE]),
    st.sampled_from([(), ("NCT03275285",), ("NCT02990338",), ("2017-001940-37", "NCT03275285")]),
)
arms = st.builds(Arm, trials, st.builds(lambda found: Regimen.of(*found), st.lists(drugs, min_size=1, max_size=3)))
numbers = st.none() | st.decimals(0, 100, places=2) | st.sampled_from([Decimal("77.0"), Decimal("77"), Decimal(0)])
counts = st.none() | st.integers(0, 50)
claims = st.one_of(
    st.builds(Link, subject=drugs, predicate=st.just("enhances"), object=drugs),
    st.builds(TrialAttribute, trial=trials, attribute=st.just("phase"), value=st.sampled_from(["2", "3"]) | names),
    st.builds(TrialAttribute, trial=trials, attribute=st.just("enrolled"), value=st.integers(0, 400)),
    st.builds(TrialArm, arm=arms, size=counts, role=st.sampled_from(["experimental", "control", None]), label=names),
    st.builds(
        OutcomeResult,
        trial=trials,
        arm=st.none() | arms,
        endpoint=endpoints,
        measure=st.sampled_from(["median", "hazardRatio"]),
        comparator=st.none() | arms,
        value=numbers,
        ci_low=numbers,
        ci_high=numbers | st.just("notReached"),
        data_cutoff=st.sampled_from(["", "2020-02-07", "2021-01-01"]),
        population=st.just("") | names,
    ),
    st.builds(AdverseEventResult, trial=trials, arm=arms, event=events, value=numbers, count=counts, total=counts),
    st.builds(Dosage, drug=drugs, amount=st.decimals(0, 20, places=1), unit=st.just("mg/kg"), trial=st.none() | trials),
)
assertions = st.sampled_from(["affirmed", "affirmed", "negated", "speculative"])
name_uses = st.builds(NameUse, drugs, names)


@st.composite
def documents(draw):
    """Draw a document and its reading; quotes are cut out of its text."""
    text = draw(st.text(min_size=3, max_size=40))
    facts = []
    for claim in draw(st.lists(claims, max_size=5)):
        start = draw(st.integers(0, len(text) - 2))
        end = draw(st.integers(start + 1, len(text)))
        evidence = Evidence(start=start, end=end, quote=text[start:end], assertion=draw(assertions), rule="drawn")
        facts.append(Fact(claim, evidence))
    identifier = draw(st.sampled_from(["a", "b", "c", "d"]))
    document = Document(identifier=identifier, source=f"{identifier}.txt", text=text, title=draw(names))
    return document, Reading(tuple(facts), tuple(draw(st.lists(name_uses, max_size=2))))
