"""What a name of several meanings means here, by the words around it."""

from collections.abc import Sequence

from .dictionary import Name, Words

WINDOW = 6
"""Tokens on either side."""
PREFERENCE = (
    "Drug", "Regimen", "DrugClass", "Target", "Mechanism", "AdverseEvent", "Endpoint", "Disease", "Biomarker", "Test",
    "CellType", "Organization",
)  # fmt: skip
"""Which kind is meant where nothing else decides."""
PEOPLE = frozenset(
    "patients outpatients inpatients adults adolescents children infants boys girls women men people persons subjects "
    "participants individuals".split()
)
WEIGHT = 2
"""What `patients with` before a name counts, in clues."""
CLUES: dict[str, frozenset[str]] = {
    "Drug": frozenset(
        "mg dose doses dosed plus received receiving treated arm group combination orally given iv".split()
    ),
    "Regimen": frozenset("arm group received regimen cycles plus treated".split()),
    "Endpoint": frozenset(
        "rate rates median achieved response responses best months endpoint outcome survival hazard or better "
        "vgpr cr pr orr pfs os assessed proportion".split()
    ),
    "AdverseEvent": frozenset(
        "grade grades adverse event events toxicity toxicities teae teaes common incidence occurred observed reported "
        "experienced safety tolerability severe serious related".split()
    ),
    "Disease": frozenset("diagnosed diagnosis history treatment treating indicated approved refractory newly".split()),
    "Target": frozenset(
        "expression receptor expressing positive negative mutation mutations inhibitor inhibitors anti binding targets "
        "targeting status overexpression amplification".split()
    ),
    "Test": frozenset("test testing assay measured results detected interference".split()),
    "Biomarker": frozenset("status positive negative negativity levels expression".split()),
    "Mechanism": frozenset("via through mediated induces activity mechanism mechanisms".split()),
    "CellType": frozenset("count counts malignant surface expressed killing".split()),
}
OF_NAME: dict[str, frozenset[str]] = {
    "volume of distribution": frozenset(
        "volume distribution clearance auc cmax tmax pharmacokinetic pharmacokinetics half-life l kg".split()
    ),
}
"""Clues to one meaning, where those to its kind would stand by any other: `7.2 months with Vd`."""


def _is_cased(name: Name) -> bool:
    return name.cased


def choose(names: Sequence[Name], words: Words, start: int, end: int) -> tuple[Name, ...]:
    """Order the meanings of a name, the likeliest first, each once."""
    names = list({(name.kind, name.preferred): name for name in sorted(names, key=_is_cased)}.values())
    if len(names) < 2:
        return tuple(names)
    around = [*words.texts[max(0, start - WINDOW) : start], *words.texts[end : end + WINDOW]]
    lower = [word.lower() for word in around]

    ill = words.texts[start - 1].lower() == "with" and words.texts[start - 2].lower() in PEOPLE if start > 1 else False

    def rank(name: Name) -> tuple[bool, int, int]:
        clues = OF_NAME.get(name.preferred) or CLUES.get(name.kind, frozenset())
        weight = sum(word in clues for word in lower) + (WEIGHT if ill and name.kind == "Disease" else 0)
        return not name.cased, -weight, PREFERENCE.index(name.kind)

    return tuple(sorted(names, key=rank))
