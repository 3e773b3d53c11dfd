"""What of the catalogue's answers goes into which plot."""

from trialgraph.app.plots import comparisons, drug_matrix, endpoint_forests, trial_forests

ISA_KD, KD = "carfilzomib + dexamethasone + isatuximab", "carfilzomib + dexamethasone"


def address(claim: str) -> str:
    return f"/fact/{claim}"


def ratio(trial: str, value: str, **more: str) -> dict[str, str]:
    about: dict[str, str] = {"trialName": trial, "endpointName": "progression-free survival", "hazardRatio": value}
    return {**about, "armDrugs": ISA_KD, "comparatorDrugs": KD, "claim": trial, **more}


def share(event: str, arm: str, percent: str, **more: str) -> dict[str, str]:
    role = "control" if arm == KD else "experimental"
    about: dict[str, str] = {
        "trialName": "IKEMA",
        "eventName": event,
        "grade": "any",
        "armDrugs": arm,
        "roleName": role,
    }
    return {**about, "percent": percent, "claim": f"{event} {percent}", **more}


def test_rows_of_a_trial_are_all_patients_then_subgroups() -> None:
    found = trial_forests([ratio("IKEMA", "0.6", subgroup="age 65 or older"), ratio("IKEMA", "0.53")], address)
    [forest] = found
    assert [effect.label for effect in forest.effects] == ["all patients", "age 65 or older"]
    assert forest.sides == (f"favours {ISA_KD}", f"favours {KD}")


def test_a_trial_without_a_ratio_stays_in() -> None:
    [forest] = endpoint_forests([ratio("IKEMA", "0.53")], address, ["IKEMA", "NEMO"])
    assert [(effect.label, effect.figures) for effect in forest.effects] == [
        ("IKEMA", "0.53"),
        ("NEMO", "not reported"),
    ]


def test_what_a_lower_hazard_favours_is_said_only_of_bad_events() -> None:
    [forest] = endpoint_forests([ratio("IKEMA", "2", endpointName="time to response")], address)
    assert forest.sides == (f"lower hazard with {ISA_KD}", "higher hazard")


def test_words_of_limits_and_sides_of_p() -> None:
    row = ratio("IKEMA", "0.5", ciLow="0.3", ciHigh="notReached", ciLevel="95", p="< 0.001", pSides="1")
    [[effect]] = [forest.effects for forest in endpoint_forests([row], address)]
    assert effect.figures == "0.5 (0.3–not reached)"
    assert effect.small_print == "95% CI · p < 0.001, one-sided"


def test_arms_stand_side_by_side() -> None:
    [comparison] = comparisons([share("nausea", ISA_KD, "20"), share("nausea", KD, "12")], address)
    [row] = comparison.rows
    assert (comparison.arm, comparison.control, row.difference) == (ISA_KD, KD, 8)


def test_several_figures_are_not_compared_but_the_same_one_is() -> None:
    rows = share("nausea", ISA_KD, "20"), share("nausea", ISA_KD, "33"), share("nausea", KD, "12")
    [comparison] = comparisons(rows, address)
    assert [row.difference for row in comparison.rows] == [None, None, None]
    [comparison] = comparisons([rows[0], share("nausea", ISA_KD, "20.3"), rows[2]], address)
    assert [str(row.arm) for row in comparison.rows] == ["20.3%"]


def test_figures_of_other_things_are_other_rows() -> None:
    rows = (
        share("nausea", ISA_KD, "20"),
        share("nausea", KD, "12", grade=">=3"),
        share("nausea", KD, "9", serious="true"),
    )
    [comparison] = comparisons(rows, address)
    assert [(row.grade, row.detail, row.difference) for row in comparison.rows] == [
        ("any", "", None), ("any", "serious", None), ("≥3", "", None),
    ]  # fmt: skip


def test_one_arm_and_all_patients_stand_alone() -> None:
    found = comparisons([share("nausea", ISA_KD, "20"), share("nausea", "all patients", "12")], address)
    assert [(comparison.arm, comparison.control) for comparison in found] == [(ISA_KD, ""), ("all patients", "")]


def test_a_matrix_shows_the_span_of_what_arms_with_a_drug_had() -> None:
    rows = share("nausea", ISA_KD, "20"), share("nausea", KD, "12"), share("nausea", KD, "50", serious="true")
    matrix = drug_matrix(rows, address)
    assert matrix.cells["carfilzomib", "nausea"].shown == "12–20"
    assert matrix.cells["isatuximab", "nausea"].shown == "20"
