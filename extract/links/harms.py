"""What drugs may do to patients: `mayCause`."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept, Link
from ..candidates import Candidate
from ..passages import Sentence
from .rules import parts, rule

_CAUSED: Final = re.compile(r"[- –](?:induced|related|associated)\b")

_EVENTS = r"(?:side effects?|adverse (?:events?|effects?|reactions?)|toxicit(?:y|ies)|events|ARs?|AEs?|TEAEs?|⟨A\d+⟩)"
_HARMS = (
    r"(?:side|adverse|toxic|unwanted|undesirable) effects?|side[- ]effects?|adverse (?:events?|reactions?)|"
    r"toxicit(?:y|ies)|(?:complication|consequence|reaction|harm|concern|risk|hazard|problem|issue|drawback|effect)s?"
)
_NEAR = (
    r"(?:(?!patients|subgroup|responses?|survival|than|improve|deaths?|fewer|less|lower|reduc|decreas|no )"
    r"[^⟨⟩.;:]){0,60}?"
)
_SEEN = r"(?:observed|seen|noted|reported|found)"
_NO_DRUG = r"(?:[^.;⟨]|⟨(?![DRCP])\w+⟩)"
_LISTED = (
    r"(?:were|are|was|is|includ\w+|comprised|consisted of|such as|namely) "
    r"(?:(?!useful|effective|efficacious|beneficial|active|superior|better)[^⟨⟩.;:]){0,70}?{o:A}"
)
RULES = (
    rule(
        "associated with", "mayCause",
        r"{s:DRCP}(?: for (?:[\w-]+ ){0,3}?⟨S\d+⟩)?(?:[^⟨⟩.;:]|⟨[TBLOEXCP]\d+⟩|⟨S\d+⟩(?= and increas)){0,160}? "
        r"(?:(?:was|were|is|are|(?:has|have) been) (?:[\w-]+ ){0,2}?(?:associated with|linked to)|caus\w+|"
        r"induc\w+|led to|leads? to|result(?:s|ed)? in|predispos\w+ to|"
        r"(?:(?<!at\s)(?<!at\san\s)increas\w+|rais\w+|doubl\w+|elevat\w+|carr(?:y|ies)|confers?|poses?) (?:the |an? )?"
        r"(?:[\w-]+ )?(?:risk|incidence|rate|frequency|warning)s? (?:of|for)) " + _NEAR
        + r"(?=(?:⟨S\d+⟩,? (?:and )?)*⟨A){o:AS}",
    ),
    rule(
        "more with than", "mayCause",
        r"{s:DRCP}~ (?:was|were|is|are) (?:[\w-]+ ){0,2}?associated with (?:[^.;:]{0,160}?) but (?:with |had )?(?:more|"
        r"higher|increased|greater|a higher|an increased) ...{o:A}",
    ),
    rule(
        "more often with", "mayCause",
        r"{o:A} (?:was|were|occurred|developed|is|are) (?:significantly |also )?more (?:often|frequent(?:ly)?|"
        r"common(?:ly)?) (?:with|after|in|on|during|for|among) (?:the |patients (?:on|receiving|treated with) )?"
        r"{s:DRCP}(?! (?:arm|group)\b)",
        figures=False,
    ),
    rule(
        "events of drug", "mayCause",
        _EVENTS + r" [^.;]{0,60}?(?:of|with|in|for|to|during|receiving) {s:DRCP} ..." + _LISTED, figures=False,
    ),
    rule(
        "kinds of events", "mayCause",
        r"{s:DRCP}~ (?:associated with|causes?|caused|ha[sd]|have) (?:[\w-]+ ){0,5}?" + _EVENTS +
        r",? (?:particularly|especially|notably|mainly|chiefly|including|such as) "
        r"(?:(?:an?|the|increased|higher|risks?|rates?|of|for) )*{o:AS}",
        figures=False,
    ),
    rule(
        "drug's events", "mayCause",
        rf"{{s:DRCP}}{_NO_DRUG}{{0,80}}? {_EVENTS}{_NO_DRUG}{{0,60}}? {_LISTED}", figures=False,
    ),
    rule(
        "during drug", "mayCause",
        r"{o:A} occurr?(?:s|ed)? (?:(?!patients|of|less|fewer|lower|later|never|not)[^⟨⟩.;:\d]){0,50}?(?:during|with|"
        r"after|in patients (?:treated with|receiving|taking|given)) {s:DRCP}",
    ),
    rule(
        "main events", "mayCause",
        r"{o:AS},? (?:is|are|was|were|remains?|can be|may be|(?:has|have) been)(?: the| an?| one of the)? "
        r"(?:(?!not|never|only)[\w-]+ |⟨[AE]\d+⟩ ){0,8}?(?:⟨A\d+⟩|" + _HARMS + r") "
        r"(?:to expect )?(?:of|(?:associated |reported |seen |observed )?with|caused by|related "
        r"to|to|from|during|under) (?:the )?(?:[\w-]+ )?(?:(?:treatment|therapy) with )?{s:DRCP}",
        figures=False,
    ),
    rule(
        "limits drug", "mayCause",
        r"{o:A} (?:limits?|precludes?|restricts?|prohibits?) (?:(?:the )?(?:[\w-]+ ){0,3}?(?:of|with) )?{s:DRCP}",
    ),
    rule(
        "watched for", "mayCause",
        r"\b(?:monitor(?:ed|ing)?|watched|screened|checked|warned|informed|told) (?:for|of|about) (?:[\w-]+ "
        r"){0,3}?{o:A}(?: (?:[\w-]+ ){0,4}?| in "
        r"patients )(?:while|when|during|before|after|on|receiving|taking|given|treated with) (?:[\w-]+ ){0,2}?{s:DRC}",
    ),
    rule(
        "raises risk", "mayCause",
        r"{s:DRCP}~ (?:(?<!at\s)(?<!at\san\s)increas\w+|rais\w+|doubl\w+|elevat\w+|heighten\w+|carr(?:y|ies)|"
        r"pos(?:es?|ed)|(?:is|are|was|were) (?:[\w-]+ )?associated with|ha[ds]|have) (?:the |an? |no )?"
        r"(?:(?!decreas|reduc|lower|less)[\w-]+ ){0,3}?(?:risk|incidence|rate)s? (?:of|for) (?:developing "
        r")?(?:(?!activity|efficacy|respon|remission|in )[\w-]+ ){0,2}?{o:SA}"
        r"(?! (?:recurrence|progression|relapse|death|mortality))",
    ),
    rule(
        "present on drug", "mayCause",
        r"(?:on|receiving|taking|take|treated with|given) {s:DRC} "
        r"(?:(?:often|commonly|frequently|sometimes|typically|usually|may|can) )?"
        r"(?:develops?|experiences?|suffers?(?: from)?|complains? of|reports?) (?:[\w-]+ ){0,3}?{o:A}",
        figures=False,
    ),
    rule(
        "risk increased by", "mayCause",
        r"\brisks? (?:of|for) (?:[\w-]+ ){0,2}?{o:AS} (?:is|was|(?:has|have|may|can) be(?:en)?) (?:[\w-]+ "
        r")?(?:increased|raised|elevated|doubled|heightened) (?:by|with|under|during) (?:the use of )?{s:DRCP}",
    ),
    rule(
        "prone to", "mayCause",
        r"(?:on|receiving|taking|given|treated with) (?:[\w-]+ )?{s:DRC}(?: for (?:[\w-]+ ){0,3}?⟨S\d+⟩)? (?:are|is) "
        r"(?:at (?:an? )?(?:[\w-]+ )?|more |especially |particularly )?"
        r"(?:prone|susceptible|predisposed|at risk|risk) (?:to|of|for) (?:[\w-]+ ){0,3}?{o:AS}",
    ),
    rule(
        "not seen with", "mayCause",
        r"{o:A} (?:is|are|was|were|has been|have been) (?:not|never) (?:been )?(?:seen|observed|reported|found|noted) "
        r"(?:with|during|after|in patients (?:receiving|on|treated with|taking)) {s:DRC}", "negated", figures=False,
    ),
    rule(
        "less common than", "mayCause",
        r"{o:A} (?:is|are|occurs?|develops?) (?:(?!not)[\w-]+ )?(?:less|more) (?:often|frequent(?:ly)?|"
        r"common(?:ly)?|likely)(?: seen| observed)? "
        r"(?:with|on|after|under|during) (?P<s>⟨[DRC]\d+⟩ than (?:with |on |after |under |during )?⟨[DRC]\d+⟩)",
        figures=False,
    ),
    rule("event of drug", "mayCause", r"{o=A} of {s=DP}", object_named="^(?!anti-drug antibody)"),
    rule(
        "side effect of", "mayCause",
        r"{o:A}(?:,| (?:is|are|was|were|can be|may be))(?: an?| one of the)? (?:[\w-]+ ){0,3}?"
        r"(?:⟨A\d+⟩|side effects?|adverse effects?|complications?|toxicit(?:y|ies)|risks?|hazards?) of {s:DRCP}",
    ),
    rule(
        "higher rate with", "mayCause",
        r"(?:higher|increased|greater) (?:rates?|incidence|risks?|frequency) of (?:[\w≥/-]+ ){0,4}?{o:A} (?:was|were) "
        + _SEEN + r" (?:with|in|for|among) (?:the |patients (?:on|receiving|treated with) )?{s:DRCP}",
        figures=False,
    ),
    rule(
        "no increase with", "mayCause",
        r"\b[Nn]o (?:[\w-]+ ){0,2}(?:increase|excess|increased (?:risk|rate|incidence)) (?:in|of) (?:the )?"
        r"(?:[\w-]+ ){0,3}?{o:A} (?:(?:was|were) " + _SEEN + r" )?(?:with|in|for|among) (?:patients )?"
        r"(?:receiving |treated with )?{s:DRCP}",
        "negated", figures=False,
    ),
    rule(
        "without increasing", "mayCause",
        r"{s:DRCP} (?:[^.;:⟨⟩]|⟨[ABES]\d+⟩){3,120}? without (?:(?:significantly )?increasing|(?:an? )?(?:increased?|"
        r"excess|additional)(?: in)?) (?:the )?(?:(?:risk|incidence|rate|frequency) of )?(?:[\w-]+ ){0,2}?{o:A}",
        "negated", figures=False,
    ),
    rule(
        "patients had more", "mayCause",
        r"(?:treated with|receiving|given|on) {s:DRCP} (?:experienced|had|developed|reported) (?:significantly )?"
        r"(?:more|higher rates? of|an increased (?:risk|rate|incidence) of|increased) (?:[\w-]+ ){0,3}?{o:A}",
        figures=False,
    ),
    rule(
        "patients may develop", "mayCause",
        r"(?:treated with|receiving|given|on|taking) {s:DRCP} (?:may|can|might|could) (?:[\w-]+ )?"
        r"(?:develop|experience|suffer(?: from)?) ...{o:A}",
    ),
    rule(
        "reported with", "mayCause",
        r"{o:A},? (?:including [^⟨⟩.;,]{3,40}, )?(?:has|have) (?:[\w-]+ )?been (?:[\w-]+ )?(?:reported|described|"
        r"observed|seen|noted) "
        r"(?:with|after|during|in (?:(?:an?|some|rare|the) )?(?:[\w-]+ ){0,2}?(?:of )?patients (?:receiving|treated "
        r"with|on|taking)) {s:DRCP}", figures=False,
    ),
    rule(
        "risk with", "mayCause",
        r"\b(?:increased|elevated|excess|added|additional|potential|known|substantial|considerable|high) (?:risks?|"
        r"incidence) of (?:[\w-]+ ){0,3}?{o:A} (?:(?:seen|observed|reported|associated) )?(?:(?:with|from|during|in|"
        r"among|for) )(?:(?:the|patients|women|men|adults|those|people|children|(?:who )?receiv(?:ed|ing)|treated|with|"
        r"taking|given|on|use|of) )*{s:DRCP}(?! (?:than|compared|versus|or placebo)| (?:arm|group)\b)",
        figures=False,
    ),
    rule(
        "common with", "mayCause",
        r"{o:AS},? (?:is|are) (?:(?!less|not|rare|never|more)[\w-]+ ){0,2}?(?:common|frequent|typical|characteristic|"
        r"seen|observed|reported|described|known|encountered)(?:ly seen)? "
        r"(?:with|of|during|in patients (?:receiving|treated with|on)) {s:DRCP}", figures=False,
    ),
    rule(
        "but not with", "mayCause",
        r"{o:A} (?:is|are) (?:[\w-]+ )?(?:common|frequent|typical|characteristic|seen|known) (?:with|of) "
        r"⟨[DRC]\d+⟩,? but not (?:with|of) {s:DRC}", "negated",
    ),
    rule(
        "limited by", "mayCause",
        r"{s:DRCP}(?:'s use)? (?:therapy |treatment )?(?:is|are|was|were|(?:has|have|may|can) be(?:en)?) (?:[\w-]+ )?"
        r"(?:limited|restricted|hampered|compromised|curtailed|complicated|accompanied) by ...{o:AS}",
    ),
    rule(
        "are its events", "mayCause",
        rf"{{o:A}} (?:is|are|was|were) {{s:DRCP}}'s (?:[\w-]+ ){{0,4}}?"
        rf"(?:risks?|complications?|(?:class )?effects|{_EVENTS})",
        figures=False,
    ),
    rule(
        "known for", "mayCause",
        r"{s:DRCP} (?:[\w-]+ ){0,3}(?:known|notorious) for (?:(?:its|their|causing|⟨D\d+⟩'s) )?...{o:A}",
    ),
    rule(
        "can occur with", "mayCause",
        r"{o:A},? (?:can|may|might|could) (?:[\w-]+ )?(?:occur|develop|arise|be (?:seen|observed)) "
        r"(?:with|during|after|in patients (?:receiving|treated with|on|taking)) {s:DRCP}",
    ),
    rule(
        "follows drug", "mayCause",
        r"{o:A} (?:can |may |might |could |often |sometimes )*(?:follows?|accompan(?:y|ies)|complicates?) "
        r"(?:[\w-]+ ){0,4}?(?:(?:of|with|by) )?{s:DRC}",
    ),
    rule(
        "stopped for", "mayCause",
        r"{s:DRC} (?:should|must|needs? to|has to|have to) be (?:permanently |immediately |temporarily )?(?:stopped|"
        r"discontinued|withheld|interrupted|withdrawn) (?:[\w-]+ ){0,5}?(?:signs?|if|case|event|onset|suspicion|for) "
        r"(?:of )?(?:[\w-]+ ){0,3}?{o:A}",
    ),
    rule(
        "because of its risk", "mayCause",
        r"\b(?:risk|danger|possibility) of (?:[\w-]+ )?{o:A}, [^.;⟨⟩]{3,80} (?:during|with|on|receiving|before|"
        r"after|of) {s:DRC}",
    ),
    rule(
        "common under", "mayCause",
        r"{o:A}, (?:both |all |which are |which is )?(?:[\w-]+ )?(?:common|frequent|typical|known|seen|observed) "
        r"(?:under|with|during|on) {s:DRC}", figures=False,
    ),
    rule(
        "most common event", "mayCause",
        r"{o:A} (?:was|were) (?:(?!\b(?:less|no|not|never|equally|as)\b)[^⟨⟩.;:]){0,30}?\b(?:common|frequent) "
        r"(?:(?!while\b|whereas\b|but\b)(?:[^⟨⟩.;]|⟨[ABEST]\d+⟩)){0,60}?(?:in|with|for|receiving) {s:DRCP}",
        figures=False,
    ),
    rule(
        "event increased", "mayCause",
        r"{o:A} (?:was|were|is|are|may be) (?:increased|more (?:common|frequent)|higher) ...(?:with|receiving) "
        r"{s:DRCP}",
        figures=False,
    ),
    rule(
        "drug-related events", "mayCause",
        r"{s=DRC}[- –](?:related )?(?:(?:grades?|serious|severe|treatment-emergent|\d+(?:[-–]\d)?|≥|or|higher|worse) "
        r"?)*" + _EVENTS + r" (?:were|was|included?|are|comprised) {o:A}",
    ),
    rule(
        "but may cause", "mayCause",
        r"{s:DRCP}(?:[^.;⟨⟩]|⟨[ASCPET]\d+⟩){0,120}?,? (?:but|and) (?:it )?(?:(?:may|can|could|also|does|do) "
        r")*(?:causes?|(?:increases?|raises?|carr(?:y|ies)|poses?) (?:the |an? )?(?:[\w-]+ )?risk of|"
        r"(?:is|are|was|were) associated with|(?:increase[sd]|worsen(?:s|ed)|raise[sd])(?= (?:[\w-]+ ){0,2}⟨A)) "
        r"" + _NEAR + "{o:A}",
    ),
    rule("event after drug", "mayCause", r"{o:A},? experienced by [^⟨⟩.;]{3,60} (?:after|during|with) ...{s:DRCP}"),
    rule("its events", "mayCause", r"(?:[Dd]ue to|[Bb]ecause of) its ...{o:A}, {s=D}"),
    rule("warning", "mayCause", r"{o:A}:[^⟨⟩.;]{3,100}? (?:during|with|after|of) {s=D}"),
    rule(
        "less than", "mayCause",
        r"\b(?:fewer|less) (?P<o>⟨A\d+⟩(?:,? (?:and |or )?(?:fewer |less )?⟨A\d+⟩)*) than (?:with |after |in "
        r")?{s:DRCP}",
        studied=True,
    ),
)  # fmt: skip
IN_BRACKETS = (
    rule("related in brackets", "mayCause", r"[(\[;,]\s*{o=A} (?:related|due|attributed) to {s=D}", "affirmed"),
    rule(
        "suspected to be related", "mayCause",
        r"(?:treatment|drug|medication|therapy)[- –]related [^().;⟨⟩]{0,40}[(\[]{s=D}: {o:A}",
    ),
)  # fmt: skip
"""Wordings whose brackets hold what the relation is about."""


def named_by_cause(sentence: Sentence) -> Iterator[Candidate]:
    """Read events whose name tells what causes them: `chemotherapy-induced nausea and vomiting`."""
    causes = {
        cause.start: cause.concept for cause in sentence.nested
        if cause.kind in ("Drug", "DrugClass") and _CAUSED.match(sentence.text, cause.end - sentence.start)
    }  # fmt: skip
    for event in sentence.of("AdverseEvent"):
        cause = causes.get(event.start)
        if isinstance(cause, Concept) and isinstance(event.concept, Concept):
            for part in parts(event.concept):
                link = Link(subject=cause, predicate="mayCause", object=part)
                yield Candidate(claim=link, start=event.start, end=event.end, rule="link.named by cause")
