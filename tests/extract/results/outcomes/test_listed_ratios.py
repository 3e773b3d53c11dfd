"""Each ratio of a list is of what the list names it for."""

ARMS = "In this trial, women were randomly assigned to raloxifene or placebo to prevent fractures. "


def test_each_ratio_is_of_its_own_endpoint(results_of):
    text = (
        "The hazard ratios were as follows: for death from cancer (40 deaths), 0.83 (95% CI, 0.67 to 1.02); for breast "
    )
    text += "cancer, 0.56 (95% CI, 0.38 to 0.83); for lung cancer, 1.1 (95% CI, 0.7 to 1.6); and for stroke, 1.10 (95% "
    assert results_of(f"{ARMS}{text}CI, 0.92 to 1.32).") == [
        "raloxifene vs placebo: cancer mortality hazardRatio 0.83 [0.67, 1.02] 95%",
        "raloxifene vs placebo: breast cancer hazardRatio 0.56 [0.38, 0.83] 95%",
        "raloxifene vs placebo: lung cancer hazardRatio 1.1 [0.7, 1.6] 95%",
        "raloxifene vs placebo: stroke hazardRatio 1.10 [0.92, 1.32] 95%",
    ]


def test_a_list_of_groups_names_no_endpoints(results_of):
    text = (
        "The hazard ratios for death were as follows: for older women, 0.83 (95% CI, 0.67 to 1.02); for patients with "
    )
    told = results_of(f"{ARMS}{text}breast cancer, 1.02 (95% CI, 0.79 to 1.31).")
    assert all(": overall survival " in line for line in told)
