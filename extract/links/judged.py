"""What drugs are judged to be: better than others or as good, of no use, advised against: `treats`."""

from .rules import rule

RULES = (
    rule(
        "as good as", "treats",
        r"{s:DRCP} (?:is|are|was|were|proved)(?: to be)? (?:non-?inferior|equivalent|comparable|as (?:effective|"
        r"efficacious|good) as)(?: to| with)? (?:the )?⟨[DRCP]\d+⟩ (?:[\w-]+ ){0,6}?(?:for|in) ≈{o:SA}", deniable=False,
    ),
    rule(
        "not inferior", "treats",
        r"{s:DRCP} (?:is|are|was|were) not (?:significantly )?inferior to (?:the )?⟨[DRCP]\d+⟩ (?:[\w-]+ ){0,6}?"
        r"(?:for|in) ≈{o:SA}", "affirmed",
    ),
    rule(
        "not supported", "treats",
        r"\b(?:(?:not|cannot) (?:support|recommend|justify|warrant|endorse|advocate)|(?:argues?|advise|recommend) "
        r"against) (?:(?:the|an?) )?(?:(?:[\w-]+ ){0,2}(?:use of|role (?:of|for)) |routine |adjuvant )?{s:DRCP}"
        r"(?: use| therapy| treatment)? (?:as (?:[\w-]+ ){1,5}?)?(?:for|in) ≈{o=SA}", "negated",
    ),
    rule(
        "not indicated", "treats",
        r"(?<!study\sof\s)(?<!studies\sof\s)(?<!trials\sof\s){s:DRCP}(?: use| therapy| treatment| prescription)? "
        r"(?:in|for) ≈{o=SA}(?: patients)? (?:is|are|was|should) not (?:be )?(?:\w+ly )?"
        r"(?:indicated|recommended|warranted|justified|advised)\b", "negated",
    ),
    rule(
        "higher efficacy than", "treats",
        r"{s:DRCP}~ (?:(?:higher|greater|better|superior) (?:\w+ )?(?:efficacy|effectiveness|activity)|superiority) "
        r"(?:than|over|to|compared (?:with|to)) [^.;⟨⟩]{0,20}⟨[DRC]\d+⟩ (?:[^.;⟨⟩]|⟨E\d+⟩){0,60}?"
        r"(?:in|for|against) ≈{o:SA}", deniable=False,
    ),
    rule(
        "lower risk with", "treats",
        r"{s:DRCP}(?: use| therapy| treatment)? (?:is|are|was|were|(?:has|have) been|may be) (?:\w+ly )?associated "
        r"with (?:an? )?(?:\w+ly )?(?:lower|reduced|decreased) (?:the )?(?:[\w-]+ )?(?:risks?|incidence|odds) of {o=S}"
        r"(?![- ](?:recurrence|progression|relapse|death|mortality|metasta|specific|related))", deniable=False,
    ),
    rule(
        "replaces", "treats",
        r"{s:DRCP} (?:(?:should|could|can|may|might|has|have) )?(?:now )?replace[sd]? ⟨[DRCP]\d+⟩ as (?:[\w-]+ ){0,4}?"
        r"(?:treatment|therapy|regimen|option|standard|choice)\b~ (?:for|in) ≈{o:SA}",
    ),
    rule(
        "preferred", "treats",
        r"{s:DRCP} (?:is|are|was|were) (?:[\w-]+ )?(?:preferred|preferable) (?:to|over) (?:the )?⟨[DRCP]\d+⟩ "
        r"(?:for|in) ≈{o:SA}",
    ),
    rule(
        "better at", "treats",
        r"{s:DRCP}~ (?:superior|non-?inferior|better|preferable|(?:more|as) effective) (?:to|than|as) (?:the )?"
        r"[^.;:]{3,60}? (?:in|for|at) (?:(?:the )?(?:control|prevention|treatment|management|relief) of|preventing|"
        r"treating|controlling|relieving|delaying|reducing) (?:[\w-]+ |⟨[DC]\d+⟩-induced ){0,3}?{o:SA}",
        deniable=False,
    ),
    rule(
        "recommended before", "treats",
        r"\brecommend(?:s|ed|ing)? (?:the use of )?{s:DRCP} (?:over|rather than|instead of|in preference to) "
        r"⟨[DRC]\d+⟩ (?:for|in) ≈{o=SA}",
    ),
    rule(
        "failed in", "treats",
        r"{s:DRCP} (?:has |have )?failed in (?:patients with |the treatment of )?{o=SA}", "negated",
    ),
    rule(
        "ineffective", "treats",
        r"{s:DRCP}~ (?:ineffective|inactive|of no benefit) ...(?:in|against|for) ~{o=SA}", "negated",
    ),
)  # fmt: skip
