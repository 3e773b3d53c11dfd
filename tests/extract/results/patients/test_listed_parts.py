"""Parts of the patients that are listed with a ratio each."""

import pytest

ARMS = "Patients were randomly assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nivolumab prolonged overall survival in lung cancer (HR 0.59), sarcoma (HR 0.71) and melanoma (HR 0.42).",
         {"0.59": "lung cancer", "0.71": "sarcoma", "0.42": "melanoma"}),
        ("Nivolumab prolonged overall survival for women (hazard ratio 0.59), for men (hazard ratio 0.71) and for "
         "smokers (hazard ratio 0.42).", {"0.59": "women", "0.71": "men", "0.42": "smokers"}),
        ("Nivolumab prolonged overall survival in patients with a PD-L1 level of at least 1% (HR 0.59), 5% (HR 0.43) "
         "and 10% (HR 0.40).",
         {"0.59": "a PD-L1 level of at least 1%", "0.43": "a PD-L1 level of at least 5%",
          "0.40": "a PD-L1 level of at least 10%"}),
    ],
)  # fmt: skip
def test_each_ratio_is_of_the_part_before_its_bracket(results_of, text, parts):
    told = [f"nivolumab vs docetaxel: overall survival hazardRatio {v} ({p})" for v, p in parts.items()]
    assert results_of(ARMS + text) == told


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Nivolumab prolonged overall survival in women (HR 0.59) and progression-free survival (HR 0.71).",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.59",
          "nivolumab vs docetaxel: progression-free survival hazardRatio 0.71"]),
        ("Overall survival was longer in the nivolumab group (HR 0.59) and docetaxel group (HR 0.71).", []),
    ],
)  # fmt: skip
def test_endpoints_and_arms_are_no_parts(results_of, text, results):
    assert results_of(ARMS + text) == results


ONE_ARM = "Patients with solid tumors were treated with olaparib. "


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Responses were seen in patients with melanoma (28%), kidney cancer (27%), and sarcoma (18%).",
         {"28%": "melanoma", "27%": "kidney cancer", "18%": "sarcoma"}),
        ("Response rates by histology were as follows: serous 60%, mucinous 53%, and clear cell 19%.",
         {"60%": "serous", "53%": "mucinous", "19%": "clear cell"}),
        ("Responses were observed in each subtype: serous (5 of 26; 19%), and mucinous (3 of 5; 60%).",
         {"19% n=5/26": "serous", "60% n=3/5": "mucinous"}),
    ],
)  # fmt: skip
def test_each_share_is_of_the_part_before_it(results_of, text, parts):
    told = [f"olaparib: objective response rate proportion {v} ({p})" for v, p in parts.items()]
    assert results_of(ONE_ARM + text) == told


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Responses by grade were as follows: complete response (12%), and stable disease (40%).",
         ["olaparib: complete response proportion 12%", "olaparib: stable disease proportion 40%"]),
        ("The response rate by independent review was 30%, and common events were rash (9%) and odd taste (8%).",
         ["olaparib: objective response rate proportion 30%", "olaparib: rash 9%"]),
        ("Relapses were seen in 30 patients (15%), 12 (12%) with and 18 (18%) without resection.",
         ["olaparib: relapse proportion 15% n=30"]),
    ],
)  # fmt: skip
def test_names_of_results_and_counts_are_no_parts(results_of, text, results):
    assert results_of(ONE_ARM + text) == results
