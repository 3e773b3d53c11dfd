"""How drugs work: `hasMechanism`, `mediatedBy`, `expressedOn`, `interferesWith`, `enhances`."""

from .rules import rule

_ACTION = r"(?:inhibition|blockade|suppression|depletion|antagonism|degradation|activation|agonism)$"
_HELPS = r"(?:enhanc|increas|improv|potentiat|augment)\w+"
RULES = (
    rule(
        "mechanism", "hasMechanism",
        r"{s:DCP} ~(?:induc\w+|trigger\w*|promot\w+|stimulat\w+|activat\w+|exert\w*|enhanc\w+|mediat\w+|acts? "
        r"(?:via|through|by)|works? (?:via|through|by)|kills?~(?:via|through|by)|via|through) "
        r"~(?P<o>⟨M\d+⟩(?:[^⟨⟩.;]{0,60}⟨M\d+⟩)*)",
    ),
    rule(
        "mechanism of action", "hasMechanism",
        r"mechanisms? ~of {s:DCP} ~(?:is|are|includ\w+|involv\w+) ...(?P<o>⟨M\d+⟩(?:[^⟨⟩.;]{0,60}⟨M\d+⟩)*)",
    ),
    rule("mechanisms for", "hasMechanism", r"{o:M} (?:is|are) ...mechanisms? (?:for|of|by) {s:DCP}"),
    rule(
        "shown mechanism", "hasMechanism",
        r"{s:DCP} (?:(?:has|have|had) )?(?:demonstrated|shown|showed|exhibit\w*|possess\w*|has|have) ...{o:M}",
    ),
    rule(
        "its mechanism", "hasMechanism",
        r"{s:DCP}~(?:because of|owing to|due to|through|via|by) (?:its|their) ...{o:M}",
    ),
    rule("mechanism of what drug does", "hasMechanism", r"{o=M} by {s=D}"),
    rule("mechanism with drug", "hasMechanism", r"{o=M} (?:with|using) {s:D}", object_named=_ACTION),
    rule("mechanism by drug", "hasMechanism", r"{o:M} ...(?:induced|mediated|triggered) by {s:DCP}"),
    rule("drug-induced mechanism", "hasMechanism", r"{s=D}[- –](?:induced|mediated|dependent) {o:M}"),
    rule("mediated by", "mediatedBy", r"{s:M} ...mediated (?:by|through|via) ...{o:LT}"),
    rule("cell-mediated", "mediatedBy", r"{o=L}(?: cells?)?[- –]mediated {s=M}"),
    rule("mechanism by cells", "mediatedBy", r"{s:M} (?:by|via|through) (?:[\w-]+ ){0,3}{o:L}"),
    rule("cells mediate", "mediatedBy", r"{o:L} ...(?:mediat\w+|perform\w*|exert\w*|effect) ...{s:M}"),
    rule(
        "expressed on", "expressedOn",
        r"{s:T} (?:is|are|was)? ?(?:[\w,-]+ ){0,8}?(?:over)?expressed ...(?:on|in|by) (?:(?!patients "
        r"with)[^⟨⟩.;:]){0,60}?{o:LS}",
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
        r"{o:LS} (?:[\w,-]+ ){0,5}?(?:express(?:es)?|express\w* (?:high|\w+) levels of|characteri[sz]ed by (?:the "
        r")?(?:over)?expression of) (?:[\w,-]+ ){0,6}?{s:T}",
    ),
    rule(
        "it is expressed", "expressedOn",
        r"{s=T}[^.⟨⟩]{0,150}?[;,] (?:and |as |because )?(?:it|which) is [^⟨⟩.;]{0,40}?expressed "
        r"[^⟨⟩.;]{0,40}?(?:on|in|by) "
        r"(?:[\w-]+ ){0,4}?{o:LS}",
    ),
    rule("positive cells", "expressedOn", r"{s=T}(?:\+|-positive|-expressing) {o=L}"),
    rule("interferes", "interferesWith", r"{s:DC} ~interfer\w+ with ~{o:X}"),
    rule("interference", "interferesWith", r"interference (?:of|by|from) {s:D} ~(?:with|in) ...{o:X}"),
    rule("interfered", "interferesWith", r"{o:X} ...(?:interfer\w+|affected) ...(?:by|from) {s:D}"),
    rule("false positive", "interferesWith", r"{s:D} ~false[- ]positive ...{o:X}"),
    rule("detected on", "interferesWith", r"{s:D} ~detected (?:on|in|by) ...{o:X}"),
    rule(
        "enhanced when combined", "enhances",
        r"(?:effects?|activity|killing|cytotoxicity) of {o=D} ...(?:enhanced|increased|potentiated) "
        r"...(?:combined with|by) {s:DCP}",
    ),
    rule(
        "increases activity", "enhances",
        r"{s=DC}(?:,[^⟨⟩.;]{3,70},)? (?:(?:can|could|may|might|has been shown to|was shown to|significantly) )*"
        rf"{_HELPS} (?:the )?(?:[\w-]+ ){{0,3}}(?:activity|effects?|efficacy|cytotoxicity|potency) of {{o=DC}}",
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
        r"{s:DCP} ~(?:synerg\w+|additive|potentiat\w+|enhanc\w+ the) ~(?:with|of) ...{o:DCP}",
    ),
    rule("synergy between", "enhances", r"(?:synerg\w+|additive) ~between {s=DCP} and {o=DCP}"),
    rule(
        "synergy of two", "enhances",
        r"{s=D} (?:and|plus|with|combined with|in combination with) {o=D}[^.]{0,160}?\b(?:synerg(?:y|istic)|"
        r"additive|enhanced [^.;⟨⟩]{0,20}(?:activity|killing|effects?|cytotoxicity))\b",
    ),
    rule(
        "additive when combined", "enhances",
        r"(?:synerg\w+|additive) ...when (?:either )?{s:DCP} (?:was|were|is|are) combined with {o:DCP}",
    ),
)  # fmt: skip
