import csv
from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, ISA_KD, KD, NEUTROPENIA, hazard_ratio, read
from trialgraph.ontology.facts import AdverseEventResult, TrialArm

ROLES = TrialArm(arm=ISA_KD, role="experimental"), TrialArm(arm=KD, role="control")
EVENT, CONTROL_EVENT = (
    AdverseEventResult(trial=IKEMA, arm=arm, event=NEUTROPENIA, count=count, total=total, grade=">=3")
    for arm, count, total in ((ISA_KD, 34, 177), (KD, 0, 122))
)
RATIO = hazard_ratio(ci_low=Decimal("0.32"), ci_high=Decimal("0.89"), ci_level=Decimal(99))


@pytest.fixture
def effects(tmp_path, make_graph):
    def rows(*documents):
        make_graph(*documents).export("csv", tmp_path / "graph.csv")
        with (tmp_path / "graph_effects.csv").open(encoding="utf-8", newline="") as lines:
            return [*csv.DictReader(lines, strict=True)]

    return rows


def test_a_ratio_is_on_the_logarithmic_scale(effects):
    (row,) = effects(read("a", RATIO))
    assert {name: text for name, text in row.items() if text and name != "claims"} == {
        "studlab": "IKEMA", "registry_id": "NCT03275285", "outcome": "progression-free survival", "sm": "HR",
        "treat.e": "carfilzomib + dexamethasone + isatuximab", "treat.c": "carfilzomib + dexamethasone",
        "TE": "-0.634878", "seTE": "0.198558", "lower": "-1.139434", "upper": "-0.116534", "superseded": "false",
    }  # fmt: skip


def test_events_are_paired_where_the_control_is_known(effects):
    (row,) = effects(read("a", EVENT, CONTROL_EVENT), read("b", *ROLES))
    assert [row[name] for name in ("outcome", "grade", "event.e", "n.e", "event.c", "n.c", "TE")] == [
        "neutropenia", ">=3", "34", "177", "0", "122", "",
    ]  # fmt: skip
    assert len(row["claims"].split()) == 2


@pytest.mark.parametrize(
    "claims",
    [
        (EVENT, CONTROL_EVENT),
        (EVENT, CONTROL_EVENT, *ROLES, TrialArm(arm=KD, role="experimental")),
        (EVENT, replace(CONTROL_EVENT, grade="any"), *ROLES),
        (EVENT, replace(CONTROL_EVENT, total=None), *ROLES),
        (EVENT, CONTROL_EVENT, replace(CONTROL_EVENT, count=1), *ROLES),
        (EVENT, replace(CONTROL_EVENT, value_relation="<"), *ROLES),
        (replace(RATIO, ci_level=None),),
        (replace(RATIO, ci_high="notReached"),),
    ],
)
def test_what_can_not_be_told_for_sure_is_left_out(effects, claims):
    assert effects(read("a", *claims)) == []


def test_kinds_of_one_event_are_told_apart(effects):
    kinds = [{}, {"serious": True}, {"treatment_related": True}, {"consequence": "fatal"}]
    rows = effects(read("a", *ROLES, *(replace(one, **kind) for kind in kinds for one in (EVENT, CONTROL_EVENT))))
    told = {(row["serious"], row["treatment_related"], row["consequence"]) for row in rows}
    assert told == {("", "", ""), ("true", "", ""), ("", "true", ""), ("", "", "fatal")}


def test_what_is_denied_is_no_effect(effects):
    assert effects(read("a", RATIO, assertion="negated")) == []
