"""What is said to cause a harm: `drug-induced hepatitis`, `rash due to the drug`, `a cause of neuropathy`.

A disease may be what is caused here (`induced lupus`), where the wording leaves nothing else that it could be.
"""

from typing import Final

from .rules import rule

_ADJECTIVES: Final = r"(?:(?!and |or |by |with |for |in )[a-z-]+ ){0,3}?"
_COURSE: Final = (
    r"(?:the |an? )?(?:(?:prolonged|long-term|high-dose|low-dose|oral|intravenous|concomitant|concurrent|topical) )*"
    r"(?:(?:use|administration|intake|injections?|infusion|introduction|initiation|(?:high |low )?doses?|treatment|"
    r"therapy|combination) (?:of|with) )?(?:an? |the )?(?:(?:high-dose|low-dose|oral|intravenous|intravitreal) )?"
)
_ONSET: Final = r"(?:the )?(?:(?:onset|development|occurrence|appearance|emergence|exacerbation|induction) of )?"
_TIE: Final = (
    r"(?:(?:causal|possible|probable|potential|strong|clear|temporal) )*(?:association|relationship|connection|link)"
)

RULES = (
    rule(
        "due to drug", "mayCause",
        r"{o:A}[^⟨⟩.;]{0,140}? (?:attributed to|attributable to|due to|caused by|induced by|related to|side "
        r"effects? of|associated with|linked to|secondary to|triggered by|precipitated by|provoked by|resulting from|"
        r"as a result of|produced by) ...{s:DRCP}(?! (?:withdrawal|discontinuation|cessation|deficiency|failure|"
        r"resistance)\b)",
    ),
    rule(
        "disease due to drug", "mayCause",
        r"{o:S} (?:(?:was|were|is|are) )?(?:(?:probably|possibly|likely) )?(?:caused|induced|triggered|precipitated|"
        rf"provoked) by {_COURSE}{{s:DRCP}}",
    ),
    rule(
        "caused", "mayCause",
        r"{s:DRCP}~ (?:caused|causes|produced|produces|provok(?:es?|ed)|trigger(?:s|ed)?|precipitat(?:es?|ed)|"
        r"elicit(?:s|ed)?|giv(?:es?|ing) rise to|exposes? (?:[\w-]+ )?to) ...{o:A}",
    ),
    rule(
        "causes disease", "mayCause",
        r"{s:DRCP}(?: treatment| therapy| administration| use)? (?:(?:may|can|could|might|to|also|rarely) )*"
        rf"(?:cause|trigger|precipitate|provoke|exacerbate|aggravate|worsen)(?:s|e?d)? (?:an? |the "
        rf")?{_ADJECTIVES}{{o:AS}}",
    ),
    rule("raises symptoms", "mayCause", r"{s:DRCP} (?:[\w-]+ ){0,3}?(?:increases|worsens|aggravates) {o:A}"),
    rule("drug-induced", "mayCause", rf"{{s=DC}}[- –](?:induced|related|associated) {_ADJECTIVES}{{o:AS}}", "affirmed"),
    rule("risk from drug", "mayCause", r"\brisks? of (?:developing )?{o:AS} (?:from|posed by) {s:DRCP}", "affirmed"),
    rule(
        "cause of", "mayCause",
        r"{s:DRCP} (?:[\w-]+ ){0,3}?(?:an? |the )(?:[\w-]+ ){0,3}?(?:causes?|risk factor|culprit) (?:of|for) "
        rf"{_ONSET}(?:an? |the )?{_ADJECTIVES}{{o:AS}}",
    ),
    rule(
        "responsible for", "mayCause",
        rf"{{s:DRCP}} (?:[\w-]+ ){{0,4}}?(?:responsible for|implicated in|incriminated in) {_ONSET}(?:an? |the )?"
        rf"{_ADJECTIVES}{{o:AS}}",
    ),
    rule(
        "tied to", "mayCause",
        rf"\b{_TIE} between (?:the )?(?:(?:use|administration) of )?{{s:DRCP}}(?: treatment| therapy| use| "
        rf"administration)? and {_ONSET}{_ADJECTIVES}{{o:AS}}",
    ),
    rule("induction by", "mayCause", rf"\b[Ii]nduction of {_ADJECTIVES}{{o:AS}} (?:by|with) {_COURSE}{{s:DRCP}}"),
    rule(
        "as a harm of", "mayCause",
        r"{o:AS} as an? (?:[\w-]+ ){0,3}?(?:complication|side effect|adverse effect|consequence|toxicity|⟨A\d+⟩) of "
        rf"{_COURSE}{{s:DRCP}}",
    ),
    rule("drug's toxicity", "mayCause", r"{s=D} {o=A}", object_named="toxicity$|^hypersensitivity"),
)  # fmt: skip
