"""Figures of two assessors of the same patients, averages of a percentage, and other slashes."""

import pytest

INTRO = "Patients with lung cancer were randomly assigned to gefitinib or docetaxel. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The objective response rate was 46.1%/38.1% with gefitinib and 16.5%/19.7% with docetaxel (INV/ICR).",
         ["gefitinib: objective response rate proportion 46.1% (INV)",
          "gefitinib: objective response rate proportion 38.1% (ICR)",
          "docetaxel: objective response rate proportion 16.5% (INV)",
          "docetaxel: objective response rate proportion 19.7% (ICR)"]),
        ("With gefitinib, the response rate was 45% and 38% by investigator and independent central review, "
         "respectively.",
         ["gefitinib: objective response rate proportion 45% (investigator)",
          "gefitinib: objective response rate proportion 38% (independent central review)"]),
        ("The mean tumor shrinkage by investigator/BICR was 24%/20% with gefitinib and 12%/10% with docetaxel.",
         ["gefitinib: tumor shrinkage mean 24% (investigator)", "gefitinib: tumor shrinkage mean 20% (BICR)",
          "docetaxel: tumor shrinkage mean 12% (investigator)", "docetaxel: tumor shrinkage mean 10% (BICR)"]),
        ("The objective response rate was 46%/38% with gefitinib and 16%/19% with docetaxel (ITT/PP).", []),
        ("The objective response rate was 46%/38% (INV/ICR) in these groups of gefitinib and docetaxel.", []),
        ("The objective response rate by central review was 46% with gefitinib and 16% with docetaxel.",
         ["gefitinib: objective response rate proportion 46%", "docetaxel: objective response rate proportion 16%"]),
    ],
)  # fmt: skip
def test_assessors(results_of, text, told):
    assert results_of(INTRO + text) == told
