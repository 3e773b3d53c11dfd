"""How drugs work: `hasMechanism`, `mediatedBy`, `expressedOn`, `interferesWith`, `enhances`."""

from .rules import rule

_ACTION = r"(?:inhibition|blockade|suppression|depletion|antagonism|degradation|activation|agonism)$"
_HELPS = r"(?:enhanc|increas|improv|potentiat|augment)\w+"
RULES = (
    rule(
        "mechanism", "hasMechanism",
        r"{s:DCP}(?:,(?= (?:an?|the|which) ))? ~(?:(?<![-–])(?:induc|mediat)\w+|"
        r"trigger\w*|promot\w+|stimulat\w+|activat\w+|exert\w*|enhanc\w+|"
        r"(?:increas|augment|potentiat|restor)(?:es?|ing)|elicit\w*|exploit\w*|caus(?:es?|ing)|"
        r"(?:lead|result)(?:s|ing)? (?:to|in)|(?:results?|aris\w+|stems?|deriv\w+) from|"
        r"(?:acts?|works?) (?:via|through|by)|(?:kills?|eliminat\w+|destroy\w*|lys\w+|deplet\w+)~(?:via|through|by)|"
        r"(?:reli|depend|rest)\w* (?:(?:in part|partly|mainly|largely|chiefly|primarily) )?(?:up)?on|via|"
        r"through(?! which)) "
        r"~(?P<o>⟨M\d+⟩(?:(?: of ⟨L\d+⟩)?[^⟨⟩.;]{0,60}⟨M\d+⟩)*)(?! (?:of|induced by|mediated by|by) ⟨D)"
        r"(?! (?:enzymes?|proteins?|genes?|machinery|defects?|deficien\w+|mutations?)\b)",
    ),
    rule(
        "mechanism of action", "hasMechanism",
        r"(?:[Mm]echanisms?|functions?|[Aa]ctivit(?:y|ies)) ~of {s:DCP} ~(?:is|are|includ\w+|involv\w+) "
        r"...(?P<o>⟨M\d+⟩(?:[^⟨⟩.;]{0,60}⟨M\d+⟩)*)",
    ),
    rule(
        "its mechanisms", "hasMechanism",
        r"{s:DCP}(?:['’]s? | (?:is|are|has|have) )(?:[\w-]+ ){0,4}?mechanisms? ~(?:is|are|includ\w+|involv\w+|of) "
        r"...(?P<o>⟨M\d+⟩(?:[^⟨⟩.;]{0,60}⟨M\d+⟩)*)",
    ),
    rule(
        "made for", "hasMechanism",
        r"{s=D} (?:(?:is|are|was|were|has been) )?~(?:with|characteri[sz]ed by|(?:engineered|optimi[sz]ed|designed) "
        r"(?:to|for)) (?:[\w-]+ ){0,3}?(?:enhanc|increas|improv|augment|potent|maximi[sz])\w* (?:[\w-]+ ){0,2}?{o:M}",
    ),
    rule(
        "effects mediated by", "hasMechanism",
        r"{s:DCP}['’]s (?:[\w-]+ ){0,3}?(?:effects?|activity|efficacy|action) (?:is|are) (?:[\w-]+ )?"
        r"(?:mediated|exerted|achieved) (?:by|through|via) ...(?P<o>⟨M\d+⟩(?:[^⟨⟩.;]{0,60}⟨M\d+⟩)*)",
    ),
    rule("mechanisms for", "hasMechanism", r"{o:M} (?:is|are) ...mechanisms? (?:for|of|by|by which|whereby|"
        r"through which) {s:DCP}"),
    rule(
        "shown mechanism", "hasMechanism",
        r"{s:DCP} (?:(?:has|have|had) )?(?:demonstrated?|shown?|showed|exhibit\w*|possess\w*|display\w*|has|have) "
        r"...{o:M}",
    ),
    rule(
        "its mechanism", "hasMechanism",
        r"{s:DCP}~(?:because of|owing to|due to|through|via|by) (?:its|their) ...{o:M}",
    ),
    rule("mechanism of what drug does", "hasMechanism", r"{o=M} by {s=D}"),
    rule("mechanism with drug", "hasMechanism", r"{o=M} (?:with|using) {s:D}", object_named=_ACTION),
    rule("mechanism by drug", "hasMechanism", r"{o:M} ...(?:induced|mediated|triggered) by {s:DCP}"),
    rule("drug-induced mechanism", "hasMechanism", r"{s=D}[- –](?:induced|mediated|dependent) {o:M}"),
    rule(
        "mediated by", "mediatedBy",
        r"{s:M} ...(?:mediated|carried out|executed|effected|exerted|performed) (?:by|through|via) ...{o:LT}",
    ),
    rule("effectors of", "mediatedBy", r"{o:L} (?:is|are) (?:[\w-]+ ){0,3}(?:effectors?(?: cells?)?|mediators?) "
    r"(?:of|in"
        r"|for) ...{s:M}"),
    rule("cell-mediated", "mediatedBy", r"{o=L}(?: cells?)?[- –]mediated {s=M}"),
    rule(
        "depends on cells", "mediatedBy",
        r"{s:M} (?:[\w-]+ ){0,2}?(?:depends (?:up)?on|relies on|requires) (?:[\w-]+ ){0,3}?{o:L}",
    ),
    rule("mechanism by cells", "mediatedBy", r"{s:M} (?:by|via|through) (?:[\w-]+ ){0,3}{o:L}"),
    rule("cells mediate", "mediatedBy", r"(?:^|[,:] |\b(?:that|because|as|while|whereas|where|by which) "
        r")(?:(?:the|these|such|activated|effector|immune) ){0,3}"
        r"{o:L} (?:(?!and\b)[\w-]+ ){0,4}?(?:mediat\w+|perform\w*|exert\w*|effect|carry out|carries out) ...{s:M}"),
    rule(
        "expressed on", "expressedOn",
        r"{s:T}(?:, (?:an?|the) (?:[^⟨⟩.;:,]|⟨[TLC]\d+⟩){3,80},)? (?:is|are|was) (?:[\w,-]+ "
        r"){0,8}?(?:(?:over)?expressed|carried|borne) ...(?:on|in|by) (?:(?!patients with)[^⟨⟩.;:]){0,60}?{o:LS}",
    ),
    rule(
        "one expressed on", "expressedOn",
        r"{s=T},? (?:which is )?(?:(?!and|or)[\w-]+ ){0,2}?(?:over)?expressed (?:on|in|by) "
        r"(?:(?!patients with)[^⟨⟩.;:]){0,40}?{o:LS}",
    ),
    rule(
        "expression on", "expressedOn",
        r"{s:T} (?:over)?expression (?:occurs|is|was|has|on|in) (?:(?!patients with)[^⟨⟩.;:]){0,60}?{o:LS}",
    ),
    rule(
        "expression of", "expressedOn",
        r"expression of {s:T}(?:(?!at least|≥|patients with)[^⟨⟩.;:]){0,40}? (?:on|in|by) (?:[\w-]+ ){0,4}?{o:LS}",
    ),
    rule(
        "cells express", "expressedOn",
        r"{o:LS} (?:[\w,-]+ ){0,5}?(?:express(?:es)?|bears?|carry|carries|express\w* (?:high|\w+) levels of|"
        r"characteri[sz]ed by (?:the )?(?:over)?expression of) (?:[\w,-]+ ){0,6}?{s:T}",
    ),
    rule(
        "expressed at two levels", "expressedOn",
        r"{s:T}(?:[^⟨⟩.;:]|⟨L\d+⟩){0,160}? expressed at (?:[^⟨⟩.;:]|⟨L\d+⟩){0,160}? (?:at|to) (?:[\w-]+ ){1,4}?"
        r"(?:on|in|by) (?:(?!patients with)[^⟨⟩.;:]){0,40}?{o:LS}",
    ),
    rule(
        "it is expressed", "expressedOn",
        r"{s=T}[^.⟨⟩]{0,150}?[;,] (?:and |as |because )?(?:it|which|an? [^⟨⟩.;]{3,60}? that) is "
        r"[^⟨⟩.;]{0,40}?(?:expressed|present|found) [^⟨⟩.;]{0,40}?(?:on|in|by) (?:[\w-]+ ){0,4}?{o:LS}",
    ),
    rule(
        "found on", "expressedOn",
        r"{s=T}(?:,? (?:an?|the|which|that) (?:[^⟨⟩.;:]|⟨[TL]\d+⟩){0,60}?| (?:is|are) (?:[\w-]+ ){0,3}?)(?:found|"
        r"present|displayed|abundant|(?:over)?expressed) (?:on|in) "
        r"(?:the surface of )?(?:[\w-]+ ){0,3}?{o:L}",
    ),
    rule(
        "found in disease", "expressedOn",
        r"{s=T} (?:is|are) (?:[\w-]+ ){0,3}?(?:found|present|detected) (?:on|in) "
        r"(?:(?!patients|adults|people)[\w%-]+ ){0,4}?{o:S}",
    ),
    rule("with expression", "expressedOn", r"{s=T}[^⟨⟩.;:]{0,60}? with (?:[\w-]+ ){0,3}expression (?:on|in) "
        r"(?:[\w-]+ ){0,3}?{o:LS}"),
    rule(
        "bound on", "expressedOn",
        r"(?:bind|engag|target|recogni[sz]|block|attach|redirect|link|bridg|up-?regulat|down-?regulat"
        r"|express)\w*(?:[^⟨⟩.;:]|⟨[TL]\d+⟩){0,90}?{s=T} on (?:the surface of )?(?:[\w-]+ ){0,2}?{o=L}",
    ),
    rule("and on", "expressedOn", r"⟨T\d+⟩ on (?:[\w-]+ ){0,2}?⟨L\d+⟩,? (?:and|to) {s=T} on (?:[\w-]+ ){0,2}?{o=L}"),
    rule("positive cells", "expressedOn", r"{s=T}(?:\+|-positive|-expressing) {o=L}"),
    rule("interferes", "interferesWith", r"{s:DC} ~interfer\w+ with ~{o:X}"),
    rule("masks", "interferesWith", r"{s:DC} (?:can |may |might )?(?:masks?|confounds?|distorts?) (?:the "
        r")?(?:results? of )?...{o:X}"),
    rule("interference", "interferesWith", r"interference (?:of|by|from) {s:D} ~(?:with|in) ...{o:X}"),
    rule("interfered", "interferesWith", r"{o:X} ...(?:interfer\w+|affected|confounded|disturbed|masked) "
        r"...(?:by|from) {s:D}"),
    rule("false positive", "interferesWith", r"{s:DC} ~(?:false(?:ly)?[- ]positive|caus\w+ (?:an? )?positive|"
        r"panagglutination|panreactivity) ...{o:X}"),
    rule(
        "falsely positive", "interferesWith",
        r"{o:X} ...false(?:ly)?[- ](?:positive|negative) ...(?:with|by|after|during|due to|receiving|given|on) {s:D}",
    ),
    rule("detected on", "interferesWith", r"{s:D} ~detected (?:on|in|by) ...{o:X}"),
    rule(
        "enhanced when combined", "enhances",
        r"(?:effects?|activity|killing|cytotoxicity) of {o=D} ...(?:enhanced|increased|potentiated|augmented) "
        r"...(?:combined with|by) {s:DCP}",
    ),
    rule(
        "its activity enhanced", "enhances",
        r"{o=D}'s (?:[\w-]+ ){0,3}?(?:effects?|activity|cytotoxicity|⟨M\d+⟩) (?:[\w-]+ ){0,2}(?:enhanced|increased|"
        r"potentiated) (?:by|when combined with) {s:DCP}",
    ),
    rule(
        "increases activity", "enhances",
        r"{s=DCP}(?:,[^⟨⟩.;]{3,70},| (?:[^⟨⟩.;]|⟨[TLM]\d+⟩){5,80}? and (?:thereby|thus|so))? (?:(?:can|could|may"
        r"|might|has been shown to|was shown to|significantly) )*"
        rf"{_HELPS} (?:the )?(?:[\w-]+ ){{0,3}}(?:activity|effects?|efficacy|cytotoxicity|potency|⟨M\d+⟩) (?:of"
        rf"|induced by|mediated by|exerted by) {{o=DCP}}",
    ),
    rule(
        "increases what drug does", "enhances",
        rf"{{s=DC}} (?:\w+ly )?{_HELPS} (?:the )?{{o=DC}}[- ](?:induced|mediated) (?:[\w-]+ )?"
        r"(?:cytotoxicity|killing|apoptosis|(?:cell )?death|⟨M\d+⟩)",
    ),
    rule(
        "sensitizes", "enhances",
        r"{s=DC} (?:\w+ly )?(?:re)?sensiti[sz]e[sd]? (?:[^.;⟨⟩]|⟨[LS]\d+⟩){0,60}? to {o=DC}",
    ),
    rule(
        "synergy with", "enhances",
        r"{s:DCP} ~(?:synerg\w+|additive|potentiat\w+|enhanc\w+ the (?!release|secretion|production)) ~(?:with|of) "
        r"...{o:DCP}",
    ),
    rule("synergy between", "enhances", r"(?:[Ss]ynerg\w+|additive) ~between {s=DCP} and {o=DCP}"),
    rule(
        "synergy by combining", "enhances",
        r"\b[Cc]ombin(?:ing|ations? of) {s=DCP} (?:with|and|plus) {o=DCP} ~(?:synerg\w+|additive)",
    ),
    rule(
        "synergy of two", "enhances",
        r"{s=D} (?:and|plus|with|combined with|in combination with) {o=D}[^.]{0,160}?\b(?:synerg(?:y|istic(?:ally)?)|"
        r"additive|enhanced [^.;⟨⟩]{0,20}(?:activity|killing|effects?|cytotoxicity))\b",
    ),
    rule(
        "additive when combined", "enhances",
        r"(?:synerg\w+|additive) ...when (?:either )?{s:DCP} (?:was|were|is|are) combined with {o:DCP}",
    ),
)  # fmt: skip
