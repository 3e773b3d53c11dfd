"""How it is worded that a drug did patients good, or did not; read by `efficacy`."""

from typing import Final

from .rules import rule

_GOOD = (
    r"(?:⟨E\d+⟩|[Ss]urvival|responses?|remissions?|outcomes?|efficacy|quality of life|benefits?|"
    r"(?:disease|tumou?r|local|glyc(?:a)?emic) control|(?:cognitive|functional|clinical|neurologic(?:al)?|motor|"
    r"physical) "
    r"(?:status|functions?|recovery)|(?:control|relief|management)(?= of (?:[\w-]+ ){0,3}⟨[AS]))(?! of (?:[\w-]+ "
    r")?⟨[DRC])"
)
_GAP = r"(?:(?!\b(?:than|versus|vs|compared|who|whether|those)\b)[^⟨⟩.;:]|⟨[TBLOEXCPAS]\d+⟩){0,110}?"
_LITTLE = r"(?:[^⟨⟩.;:]|⟨E\d+⟩){0,60}?"
_OF_THEM = r"(?:(?!\b(?:than|versus|vs|compared)\b)[^.;:⟨⟩]|⟨[ES]\d+⟩){0,60}?"
_BETTER = (
    r"(?:significant\w*|higher|longer|improv\w+|better|superior|increased|greater|favou?rable|promising|encouraging|"
    r"durable|meaningful|clear|substantial|good|high)"
)
_BURDEN = (
    r"(?:exacerbations?(?: rates?)?|flares?|attacks?|seizures?|relapses?|recurrences?|hospitali[sz]ations?|"
    r"symptoms?|pain|"
    r"disease (?:activity|progression|severity)|tumou?r (?:growth|size|volume|burden)|viral load|lesions?)"
)
"""What patients have less of when a drug works."""
_EASED = (
    r"(?:reduc|decreas|reliev|alleviat|eas|lessen|improv|controll|suppress|shorten|slow|delay|lower|clear|"
    r"prolong|extend|lengthen|increas|induc|heal|cur)ed|less (?:frequent|severe|common)"
)
_EASES = (
    r"(?:reduc|decreas|improv|halv)(?:es?|ed|ing)|(?:lessen|controll?|suppress|shorten|delay|curb)(?:s|es|ed|ing)?|"
    r"lower(?:s|ed|ing)|cuts?"
)
_HEALS = (
    r"(?:(?:reliev|alleviat|ameliorat|eas|cur|eradicat|resolv|halv)(?:es?|ed|ing)|(?:slow|heal|halt|clear)(?:s|ed|"
    r"ing)?|shr(?:inks?|ank|unk))"
)
"""What is only done to something bad."""
_LENGTHENS = r"(?:(?:improv|doubl|tripl|enhanc)(?:es?|ed|ing)|(?:prolong|extend|lengthen)(?:s|ed|ing)?)"
_LESS_RISK = (
    r"(?:cuts?|(?:reduc|decreas)(?:es?|ed|ing)|lower(?:s|ed|ing)?) (?:the |a )?(?:[\w-]+ ){0,3}?(?:risks?|rates?|"
    r"incidence|"
    r"hazard|odds|number|frequency) of (?:[\w-]+ ){0,4}?(?:recurrences?|relapses?|deaths?|mortality|progression|"
    r"events?|⟨E\d+⟩)"
)
_GIVES = (
    r"(?:show(?:s|ed|n)?|(?:demonstrat|indicat)(?:es?|ed)|produc(?:es?|ed)|achiev(?:es?|ed)|yield(?:s|ed)?|"
    r"provid(?:es?|ed)|gave|"
    r"given|confer(?:s|red)?|offer(?:s|ed)?|le(?:d|ads?) to|result(?:s|ed)? in|associated with|ha[sd]|have)"
)
_DOES = (
    rf"(?:{_LENGTHENS} {_LITTLE}{_GOOD}|increas(?:es?|ed|ing) (?!with|in|from|by){_LITTLE}(?:⟨E\d+⟩|survival|"
    rf"responses?|remissions?)|{_LESS_RISK}|{_GIVES} (?:an? |the )?{_LITTLE}(?:{_BETTER} {_LITTLE}{_GOOD}|promising "
    r"results)|"
    rf"(?:show(?:s|ed)|provid(?:es?|ed)|confer(?:s|red)?|offer(?:s|ed)?|gave) {_LITTLE}(?:benefits?|advantages?)\b|"
    r"with (?:good|promising|encouraging|high|significant) (?:[\w-]+ |⟨E\d+⟩ ){0,3}?(?:efficacy|activity)\b|"
    rf"ha(?:s|d|ve) (?:[\w-]+ ){{0,2}}(?:efficacy|activity|benefits?)\b|"
    r"(?:(?:slow|delay|halt|alter)(?:s|ed|ing)?|modif(?:y|ies|ied)) (?:the |disease |tumou?r )*(?:(?:progression|"
    r"growth)\b|⟨E\d+⟩)|"
    r"(?:exert|show|produc|ha)(?:s|d|es|ed|ve|wed)? (?:an? )?(?:[\w-]+ ){0,3}?(?:therapeutic|anti-?tumou?r|beneficial|"
    r"favou?rable|protective) effects?\b|"
    rf"(?:{_EASES}) (?:the |their )?(?:[\w-]+ ){{0,4}}?{_BURDEN}|"
    r"(?:(?:reduc|decreas)(?:es?|ed|ing)|lower(?:s|ed|ing)?) (?:the |their )?(?:[\w-]+ ){0,4}?⟨E\d+⟩|"
    rf"{_GIVES} (?:an? |the )?{_LITTLE}(?:reductions?|decreases?|improvements?) (?:in|of) (?:the )?(?:[\w-]+ ){{0,4}}?"
    rf"(?:{_BURDEN}|{_GOOD}|⟨S\d+⟩ symptoms)|"
    rf"(?:provid(?:es?|ed)|br(?:ings?|ought)(?: about)?|gave|gives|offer(?:s|ed)?|achiev(?:es?|ed)) {_LITTLE}(?:relief|"
    r"clearance|control|healing|recovery|cure)\b|"
    rf"{_HEALS} (?:[\w%.-]+ |⟨[AE]\d+⟩ ){{1,6}}?(?=in |of )|"
    rf"(?:led to|achieved|induced|produced|resulted in) {_LITTLE}(?:⟨E\d+⟩|remissions?|responses?|clearance) in "
    r"(?:\w+ )?(?:more|most|many) (?:patients|women|men|adults|children|people)\b|"
    rf"(?:had|have|has) (?:fewer|less) (?:[\w-]+ ){{0,3}}?{_BURDEN}|"
    r"(?:liv|surviv)ed (?:\w+ ){0,3}?longer\b)"
)
_WITH = (
    r"(?:with|in|for|by|on|among|after|from|of) (?:(?:the|those|patients|who|received|receiving|treated|with) ){0,5}"
)
RULES: Final = (
    rule("gain", "treats", rf"{{s:DRCP}}{_GAP} {_DOES}"),
    rule(
        "gain with", "treats",
        rf"{_GOOD} {_OF_THEM}(?:(?:significantly|is|are|was|were) (?:[\w-]+ )?(?:longer|higher|better|superior|"
        rf"increased|greater)|{_LENGTHENS}) {_OF_THEM}{_WITH}{{s:DRCP}}",
    ),
    rule(
        "gain by", "treats",
        rf"(?:{_GOOD}|{_BURDEN}|[Dd]isease activity|[Pp]rogression) {_OF_THEM}"
        rf"(?:is|are|was|were|be|been|became) (?:\w+ ){{0,2}}?(?:{_EASED}) (?:[\w-]+ ){{0,4}}?(?:by|with|under|on) "
        r"(?:either )?(?:adding: )?{s:DRCP}",
    ),
    rule(
        "more patients", "treats",
        rf"\b[Mm]ore (?:of the )?(?:[\w-]+ )?(?:patients|women|men|adults|children|people)\b{_OF_THEM}"
        rf"(?:respon|remission|⟨E\d+⟩|improve|alive|cured|surviv)\w*{_OF_THEM} (?:with|on|after|receiving|"
        rf"given) {{s:DR}} than\b",
    ),
    rule(
        "live longer", "treats",
        rf"\b(?:[Pp]atients|[Ww]omen|[Mm]en|[Aa]dults|[Cc]hildren|[Pp]eople)\b{_OF_THEM}(?:live|survive|fare|"
        rf"feel)[sd]? "
        r"(?:longer|better) (?:[\w-]+ ){0,4}?(?:with|on|receive|receiving|given|after|under) {s:DR}",
    ),
    rule(
        "better than", "treats",
        rf"{{s:DRCP}}{_GAP} (?:is|are|was|were|be|been|works?|worked|proved|fared) (?:[\w-]+ ){{0,3}}?"
        r"(?:(?:better|superior|more effective) (?:than|to)|as well(?= in| for))\b",
    ),
    rule(
        "missed endpoint", "treats",
        rf"{{s:DRCP}}{_GAP} (?:(?:did not|failed to) (?:meet|reach)|missed) (?:its|the) (?:co-)?primary (?:end-?point|"
        rf"objective)s?",
        "negated",
    ),
    rule("outperforms", "treats", rf"{{s:DRCP}}{_GAP} (?:outperform|surpass)(?:s|ed|es)\b", deniable=False),
    rule(
        "gain in", "treats",
        rf"(?:improvements?|gains?|benefits?|advantages?|prolongation) (?:in|of) {_LITTLE}{_GOOD} {_LITTLE}{_WITH}"
        r"(?:adding: )?{s:DRCP}",
    ),
    rule(
        "improvements seen with", "treats",
        r"\b[Ii]mprovements? in (?:[^.;:⟨⟩]|⟨[EA]\d+⟩){2,80}? (?:was|were|(?:has|have) been) (?:\w+ly )?"
        r"(?:seen|observed|noted|reported|shown|found|achieved) (?:with|after|under) {s=DRCP}(?!,? (?:and|or) ⟨)",
    ),
    rule(
        "no gain from", "treats",
        r"\b(?:[Nn]o|not [^.;⟨⟩]{0,20}any) (?:[\w-]+ |⟨E\d+⟩ ){0,3}?(?:advantage|benefit|gain|improvement)s? "
        rf"{_LITTLE}(?:for|from|with|of|when|by) (?:[\w-]+ ){{0,3}}?(?:adding: )?{{s:DRC}}",
    ),
    rule(
        "effective", "treats",
        rf"{{s:DRCP}}{_GAP} (?:is|are|was|were|be|being|as|remains?|represents?|offers?|provides?) (?:[\w,-]+ ){{0,6}}?"
        r"(?:effective|efficacious|beneficial|superior)\b(?! (?:to|in|at) (?!treat|control|manag|prolong|improv)"
        r"(?:prevent|reduc|induc|rais|\w+ing\b))",
    ),
    rule(
        "unaffected", "treats",
        rf"(?:{_GOOD}|{_BURDEN}|[Mm]ortality|[Pp]rogression) {_OF_THEM}(?:is|are|was|were) (?:unaffected|unchanged|not "
        r"(?:affected|changed|influenced)) (?:by|with) {s:DRC}", "negated",
    ),
    rule(
        "no effect", "treats",
        r"{s:DRCP}(?:(?!\b(?:than|versus|vs|compared|who|whether)\b)[^⟨⟩.;:]|⟨[TBLOEXCPAS]\d+⟩){0,60}? "
        r"(?:had|has|have|showed|demonstrated|provided) no (?:[\w-]+ ){0,2}?(?:effects?|impact|influence) on "
        rf"{_LITTLE}{_GOOD}",
    ),
    rule(
        "option", "treats",
        rf"{{s:DRCP}}{_GAP} (?:is|are|was|were|be|remains?|represents?|offers?|provides?) "
        r"(?:(?!to |than )[\w,-]+ ){0,7}?(?:standards? of care|standard (?:[\w-]+ ){0,2}?(?:treatment|therapy|regimen|"
        r"chemotherapy)|options?|treatments? of choice)\b",
    ),
)  # fmt: skip
