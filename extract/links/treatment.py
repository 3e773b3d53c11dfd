"""What drugs are a treatment of: `treats`."""

from .rules import rule

_PATIENTS = r"(?:(?:the )?(?:patients|women|men|adults|people|children|pts|those)~(?:with|who have) )?"
_GIVEN = r"(?:treated with|receiving|undergoing|who (?:have |had )?received)"
RULES = (
    rule(
        "approved", "treats",
        r"{s:DRCP}~\b(?:approved(?! in combination)|cleared|licen[sc]ed|indicated|registered|authori[sz]ed|available"
        r"|recommended)\b(?: (?:after|following|before) (?:[\w-]+ )?⟨[DRCP]\d+⟩)?~ (?:for|in) ≈{o:SA}",
    ),
    rule(
        "also approved", "treats",
        r"{s:DRCP}(?:[^⟨⟩.;:]|⟨[TBLOEXCPS]\d+⟩){0,160}? and (?:is|are|was|has been|have been) (?:also |now )?"
        r"(?:approved|licen[sc]ed|indicated|recommended|used) (?:for|in) ≈{o:S}",
    ),
    rule(
        "approval", "treats",
        r"{s:DRCP}~ (?:(?:received|gained|won|obtained|granted|has|have|holds?) (?:[\w-]+ |⟨O\d+⟩ ){0,4}?|['’]s )"
        r"(?:(?:approval|authori[sz]ation)s?|licen[cs]es?)\b~ (?:for|in) ≈{o:SA}",
    ),
    rule(
        "as option", "treats",
        r"{s:DRCP}~ as (?:the |an? )?(?:[\w-]+,? ){0,4}?(?:options?|standards?(?: of care)?|choice)"
        r"(?: [\w-]+){0,3}? (?:of|for|in) " + _PATIENTS + r"≈{o=SA}",
    ),
    rule(
        "standard", "treats",
        r"{s:DRCP}~\b(?:is|are|was|be|been|represents?(?:ing)?|remains?|offers?|provides?|became|become)\b "
        r"(?:(?!from|than|different)[\w-]+,? ){0,7}?(?:standards?|treatments?|therap(?:y|ies)|options?|choices?|"
        r"alternatives?|mainstays?|cornerstones?|backbones?|advances?|breakthroughs?|milestones?|"
        r"(?:active|effective|reference|preferred|recommended|new|first-line|second-line|feasible|promising|suitable) "
        r"regimens?|agents?|drugs?|medications?|medicines?)\b(?: to (?:[\w-]+ ){0,2}⟨[DRC]\d+⟩|(?: [\w-]+){0,3}?) "
        r"(?:for|in|of) ≈{o:SA}",
    ),
    rule(
        "as treatment", "treats",
        r"{s|DRCP}~ as (?:the |an? )?(?:[\w-]+,? ){0,4}?(?:treatments?|therap(?:y|ies)|chemotherapy)"
        r"(?: [\w-]+){0,3}? (?:of|for|in) " + _PATIENTS + r"≈{o=S}", studied=True,
    ),
    rule(
        "is for", "treats", r"{s=DC} (?:of|for|in) " + _PATIENTS + r"≈{o=S}", studied=True,
        named=r"^(?!.*[Cc]hemo).*(?:therapy|treatment)$",
    ),
    rule(
        "for treatment", "treats",
        r"{s:DRCP} for (?:the )?(?:[\w-]+ ){0,3}?(?:treatment|therapy) (?:of|for|in) " + _PATIENTS + r"≈{o=SA}",
    ),
    rule(
        "class with", "treats",
        r"(?:(?:standard|effective) ⟨[CPDR]\d+⟩|approved ⟨[CP]\d+⟩) (?:with|of) {s:D} (?:alone )?(?:for|in) ≈{o=SA}",
    ),
    rule(
        "therapy for", "treats",
        r"{s:DRCP}(?:-based)? (?:therapy|treatment|chemotherapy|monotherapy|injections?|infusions?|tablets?|cream|gel|"
        r"ointment|patch(?:es)?) (?:of|for|in) ≈{o=S}", studied=True,
    ),
    rule(
        "therapy with", "treats",
        r"(?<!between\s)\b(?:[Tt]reatment|[Tt]herapy|[Cc]hemotherapy) with (?:either )?{s|DRCP} (?:in|for|of) ≈{o=S}",
        studied=True,
    ),
    rule(
        "responses", "treats",
        r"{s:DRCP}~ (?:produced|achieved?|yielded|induce[sd]?|gave) [^.;⟨]{0,40}?(?:⟨E\d+⟩|responses?|remissions?)"
        r"[^.;⟨]{0,40}? (?:in|for|among) ≈{o=S}", deniable=False,
    ),
    rule(
        "considered", "treats",
        r"{s:DRCP}(?: therapy| treatment)? (?:can|should|may|might|could) (?:still |also )?be considered "
        r"...(?:for|in) ≈{o=SA}",
    ),
    rule(
        "benefits patients", "treats",
        r"{s:DRCP}~ (?:benefits?|benefited|helps?|helped) (?:[\w-]+ ){0,4}?(?:patients|women|men|adults|people|"
        r"children)~ (?:with|who have) ≈{o:SA}",
    ),
    rule(
        "benefit from", "treats",
        r"{o=SA}(?:[^⟨⟩.;:]|⟨[BTE]\d+⟩){0,70}? (?:benefit|gain|profit)(?:s|t?ed)? (?:[\w-]+ |⟨E\d+⟩ ){0,3}?from ..."
        r"(?:⟨C\d+⟩ )?{s:DRCP}",
    ),
    rule(
        "activity seen with", "treats",
        r"(?:[Aa]ctivity|[Ee]fficacy) (?:in|against) ≈{o=SA} (?:has|have|was|were|is) (?:been )?(?:seen|"
        r"reported|shown|observed|demonstrated) (?:both )?(?:with|for) ...{s:DRCP}",
    ),
    rule(
        "cured by", "treats",
        r"{o=SA}(?: patients)? (?:can be|is|are|was|were) (?:[\w-]+ )?(?:cured|controlled|managed) (?:by|with) "
        r"...{s:DRCP}",
    ),
    rule(
        "against", "treats",
        r"{s:DRCP}~ \b(?:active|effective|efficacious|activity|efficacy|works?) against (?:[\w-]+ ){0,3}?{o=A}"
        r"(?![- ](?:induced|related|associated))",
    ),
    rule(
        "drugs for", "treats",
        r"(?:activity|active|effective|efficacy|drugs|agents|treatments?|options?) (?:(?:are )?(?:approved|licen[sc]ed|"
        r"available|used) )?(?:for|in|against) ≈{o=SA},? (?:including|such as|among (?:them|these)|namely"
        r"|notably) {s:DRCP}",
    ),
    rule(
        "benefit of", "treats",
        r"\b(?!and |or )[a-z]\w+ (?:the |an? )?(?:[\w⟨⟩-]+ (?:and|or) )?"
        r"(?:benefit|advantage|superiority|efficacy|effectiveness|activity) (?:for|of|from|with) "
        r"(?:an? |the )?{s:DRCP} (?:treatment |therapy )?(?:for|in) ≈{o=SA}",
    ),
    rule(
        "standard with", "treats",
        r"(?:standard|approved|effective) ...(?:treatment|therapy|option)s? (?:with|of|:|is|being) {s:DRCP} "
        r"(?:alone )?(?:for|in) ≈{o=SA}",
    ),
    rule(
        "active in", "treats",
        r"{s:DRCP}~ \b(?:active|effective|efficacious|useful|activity|efficacy"
        r"|(?:show[ns]?|showed|holds?|has) (?:(?:great|considerable|clinical) )?promise|of "
        r"(?:[\w-]+ )?(?:value|benefit|use)|beneficial|helpful)\b(?! (?:\w+ )?prophyla| effects? on)"
        r"(?: (?:comparable|similar|equivalent|"
        r"equal) to [^.;⟨⟩]{0,20}⟨[DRC]\d+⟩)?"
        r"(?! (?:in|for|at|to) (?!treat|control|manag|prolong|improv|(?:the|these|those|some)\b)\w+(?:ing|e|se)\b) "
        r"(?:[^⟨⟩.;:]|⟨E\d+⟩){0,70}?(?:in|against|for) "
        r"(?:(?!but |and (?:is|was) |associated )[^⟨⟩.;:]|⟨[TBLOEXCP]\d+⟩){0,160}?{o:SA}",
    ),
    rule(
        "treated with", "treats",
        rf"(?<!⟩\sand\s){{o=S}}(?: patients)?,? (?:(?:who|that) )?(?:are |is )?{_GIVEN} (?:[\w-]+ "
        r"){0,4}?{s|DRCP}(?![^.;]{0,40} prevent| during (?:⟨D|[A-Z]{3}))", studied=True,
    ),
    rule("to treat", "treats", r"{s:DRCP}~ (?:to treat|(?:for|of|in) treating) ~{o:SA}"),
    rule("drug for disease", "treats", r"{o=S} (?:drugs?|therapy|treatment|medicine|medication|pill) {s=D}"),
    rule(
        "class for", "treats",
        r"{s:DRCP} (?:is|are) (?:(?:an? |the )?(?:[\w-]+ ){0,4}?⟨[CP]\d+⟩|an? (?:(?!with|to|of)[\w-]+ ){0,4}?⟨D\d+⟩) "
        r"(?:used |given )?for (?:the treatment of )?≈{o:S}",
    ),
    rule(
        "treatment is", "treats",
        r"(?:[Tt]reatments?|[Tt]herapy|[Ss]tandards?(?: of care)?|[Oo]ptions?) (?:for|of|in) ~{o=SA}(?:(?!which|who|"
        r"that)[^⟨⟩.;:]){0,30} (?:is|are|"
        r"includes?|remains|consists of) ...{s:DRCP}",
    ),
    rule(
        "its therapy", "treats",
        r"\b(?:[Ff]or|[Ii]n) " + _PATIENTS + r"{o=S}, (?:[\w-]+ ){0,3}?"
        r"(?:treatment|therapy|regimens?|management) (?:\w+ )?"
        r"(?:includes?|consists? of|comprises?|relies on|is based on) ...{s:DRC}",
    ),
    rule(
        "role", "treats",
        r"{s:DRCP}~ (?:has|have|had|plays?) (?:an? |no |little )?(?:[\w-]+ )?(?:role|place) in (?:the )?(?:[\w-]+ )?"
        r"(?:treatment|management|therapy|care) of ≈{o:SA}",
    ),
    rule(
        "role of", "treats",
        r"(?<!to\s)(?:establish|support|confirm|demonstrat)\w* (?:the|an?) (?:[\w-]+ )?(?:role|place|value|use) "
        r"(?:of|for) {s:DRCP} "
        r"(?:compared (?:to|with) ⟨[DRC]\d+⟩ )?in (?:treating|managing|(?:the )?(?:[\w-]+ )?(?:treatment|management|"
        r"therapy|care) of) ≈{o:SA}",
    ),
    rule(
        "changed treatment", "treats",
        r"{s:DRCP}~ (?:revolutioni[sz]|transform|chang|improv|advanc|reshap)(?:e[sd]?|ing) (?:the )?(?:adjuvant |"
        r"initial |first-line )?(?:treatment|management|therapy|therapeutic|care|outlook|prognosis|outcomes?)(?: "
        r"landscape| paradigm| outcomes)? (?:of|for|in) ≈{o:SA}",
    ),
    rule(
        "since introduction", "treats",
        r"(?:[Ii]ntroduction|[Aa]dvent|[Aa]vailability|[Aa]pproval) of {s:DRCP},? (?:the )?(?:[\w-]+ |⟨E\d+⟩ ){1,4}?"
        r"(?:of|in|for) (?:patients with |people with )?{o=S} (?:has|have) "
        r"(?:[\w-]+ ){0,2}?(?:improved|changed|increased|doubled|prolonged)\b",
    ),
    rule(
        "given for", "treats",
        rf"{_GIVEN} (?:[\w-]+ ){{0,2}}?{{s|DRCP}} for (?:the treatment of )?(?:[\w-]+ ){{0,2}}?{{o=S}}", studied=True,
    ),
    rule(
        "use of", "treats",
        r"(?:supports? the (?:[\w-]+ ){0,2}?use of|(?:approval|authori[sz]ation) (?:of|to|for)|"
        r"(?:⟨O\d+⟩|\bFDA|\bEMA|\bNICE|Commission|Agency|Administration|Health Canada|"
        r"authorities|regulators) (?:has |have )?(?:\w+ly )?(?:approve[sd]|licen[sc]e[sd]|authori[sz]e[sd]|clear(?:s|"
        r"ed)|expand(?:s|ed) (?:the )?(?:approval|indications?|use) (?:of|for))) (?:the combination of "
        r"|(?:the )?(?:[\w-]+ ){0,2}⟨C\d+⟩,? (?=⟨D)|the )?{s:DRCP}~ (?:for|in) ≈{o:SA}",
    ),
    rule(
        "usually treated", "treats",
        r"{o=SA} (?:is|are) (?:usually|generally|commonly|often|typically|mainly|now|currently|routinely|best) "
        r"(?:(?:treated|managed) (?:with|by)|given|offered|prescribed) ...{s:DRCP}",
    ),
    rule(
        "can be treated", "treats",
        r"{o=SA} (?:can|may|should|could|must) (?:also |often |usually )?be (?:treated|managed) (?:with|by) (?:either "
        r")?{s:DRCP}",
    ),
    rule("event treated with", "treats", r"{o=A} (?:is|are) (?:treated|managed) (?:with|by) {s:DRCP}"),
    rule(
        "for patients", "treats",
        r"\b(?:[Ff]or|[Ii]n) " + _PATIENTS + r"{o=SA}, {s:DRCP} (?:is|are|remains?|represents?|offers?|became|"
        r"(?:has|have) become|was|were|(?:has|have) been) (?:[\w-]+ ){0,5}?"
        r"(?:treatments?|therapy|options?|standard|choice|approved|licen[sc]ed|indicated|recommended)\b",
    ),
    rule("works against", "treats", r"{s:DRCP}~ works? (?:\w+ly )?(?:in|against) ≈{o:SA}"),
    rule(
        "treatment with", "treats",
        r"(?:[Tt]reatment|[Tt]herapy|[Mm]anagement) (?:of|for) ~{o=SA} (?:with|by) {s:DRCP}",
    ),
    rule("use in", "treats", r"{s:DRCP}~ used ~(?:in|by|for|against) ...(?:patients ...with )?{o:S}"),
    rule(
        "used for", "treats",
        r"{s:DRCP}~ used (?:[\w-]+ ){0,3}?(?:in|for|against|by) (?:(?:the|most|all|many|patients|adults|"
        r"children|with|treatment|of|acute|"
        r"chronic|severe|refractory) ){0,5}{o:A}",
    ),
    rule(
        "commonly given", "treats",
        r"{s:DRCP}(?:, [^,.;]{3,40},)? (?:is|are|(?:has|have) been|(?:could|can|should|may) be) (?:\w+ly )?"
        r"(?:administered|used|given|prescribed|offered|reserved|employed) ~(?:to|in|for) ≈{o=SA}",
    ),
    rule(
        "could be given", "treats",
        r"{o=SA} who [^.;]{3,60} (?:could|can|should) be (?:given|offered|treated with) {s:DRCP}", "affirmed",
    ),
    rule(
        "respond to", "treats",
        r"{o=SA} (?:[\w-]+ ){0,3}?(?:respond(?:s|ed)?|(?:is|are) sensitive) (?:\w+ )?to (?!previous|"
        r"prior)(?:[\w-]+ ){0,2}{s:DRCP}",
        deniable=False,
    ),
    rule(
        "inclusion of", "treats",
        r"(?:inclusion|incorporation) of {s:DRCP} ...(?:⟨D\d+⟩ )?(?:of|for|in) ≈{o=SA} (?:[\w-]+ ){0,2}"
        r"(?:yielded|gave|produced|showed|provided|improved)\b",
    ),
    rule("guidelines", "treats", r"\brecommend(?:s|ed)? (?:the use of )?{s:DRCP} (?:for|in) ≈{o=SA}"),
    rule(
        "drugs against", "treats",
        r"\b[Aa]nti[- ]{o=SA} (?:agents?|drugs?|therap(?:y|ies)|treatments?),? [(\[]?"
        r"(?:such as|including|like|e\.g\.,?) {s:DRCP}",
    ),
    rule(
        "shows activity", "treats",
        r"(?:showed|shown|demonstrated|confirmed) ...(?:activity|efficacy|effectiveness|benefit) of {s:DRCP} ..."
        r"(?:versus ⟨[DCR]\d+⟩ )?...(?:in|for|on|against) ≈{o=SA}",
    ),
    rule(
        "better among", "treats",
        r"(?:[Ii]n|[Ff]or|[Aa]mong) (?:patients|women|men|adults) with {o=S}[^.;]{0,160}?\b(?:longer|lower|higher|"
        r"greater|superior|improved|better)\b[^.;⟨]{0,40}? (?:with|for|in|among) (?:those (?:who )?(?:received|"
        r"receiving|given) |the )?{s:DR}", deniable=False,
    ),
)  # fmt: skip
IN_APPOSITION = (
    rule(
        "approved in apposition", "treats",
        r"{s:DR}, (?:(?:(?:an?|the) (?:(?!and|or|plus|with)[\w-]+ |⟨[CD]\d+⟩ ){1,6}?)?(?:which|that) (?:is|was|has "
        r"been) )?(?:(?:first|recently|already|currently|widely|also) )*(?:approved|licen[sc]ed|indicated|"
        r"registered|authori[sz]ed|used|given) (?:(?!alone|in combination)[^⟨⟩.;:,]){0,60}?(?:for|in|to treat) ≈{o:SA}",
    ),
    rule(
        "is drug for disease", "treats",
        r"{s=D},? (?:(?:is|are) )?(?:an?|the|its) (?:[\w-]+ ){0,3}{o=S} (?:drug|therapy|treatment|medicine|"
        r"medication|pill)\b",
    ),
    rule(
        "apposition for", "treats",
        r"{s:DRCP}, (?:(?:an?|the) (?:[\w-]+ ){0,4}?|(?!and|or|plus|with|in|as)[\w-]+ (?:[\w-]+ ){0,2}?)"
        r"(?:⟨[CD]\d+⟩|therapy|treatment|agent|drug|option) (?:for|of) ≈{o=S}",
    ),
)  # fmt: skip
"""Wordings of what stands between a drug and its verb."""
