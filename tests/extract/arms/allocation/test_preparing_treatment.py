"""What patients are given before or after the treatment that a trial is of is no arm."""

import pytest
from telling import drugs

PATIENTS = "We enrolled 40 patients with relapsed lymphoma. "


@pytest.mark.parametrize(
    "text",
    [
        "Patients received lymphodepleting chemotherapy with fludarabine and cyclophosphamide before the infusion.",
        "Patients were given the cells after a conditioning chemotherapy regimen of fludarabine and cyclophosphamide.",
        "After lymphodepletion with fludarabine and cyclophosphamide, patients received their own cells.",
    ],
)
def test_what_prepares_is_no_arm(arms_of, text):
    assert arms_of(PATIENTS + text) == []


def test_what_is_studied_is_one(arms_of):
    text = "After lymphodepletion with fludarabine and cyclophosphamide, patients received tisagenlecleucel."
    assert [drugs(a.arm) for a in arms_of(PATIENTS + text)] == ["tisagenlecleucel"]
    text = "Patients were randomly assigned to conditioning with busulfan plus fludarabine or with melphalan."
    assert [drugs(a.arm) for a in arms_of(text)] == ["busulfan+fludarabine", "melphalan"]


def test_what_follows_is_no_arm(arms_of):
    text = "Patients received induction, an infusion of their own cells, and lenalidomide maintenance."
    assert arms_of(PATIENTS + text) == []
    title = "A phase 2 trial of lenalidomide maintenance. "
    text = "Patients were given lenalidomide maintenance until progression."
    assert [drugs(a.arm) for a in arms_of(title + PATIENTS + text)] == ["lenalidomide"]


def test_codes_of_two_makers_are_one_drug(arms_of):
    text = "A phase 1 study of AMG-70123/HPN-21734. We treated 40 patients with lymphoma with AMG-70123."
    assert [drugs(a.arm) for a in arms_of(text)] == ["AMG-70123"]
    text = "A phase 1 study of AMG-70123 plus HPN-21734. We treated 40 patients with lymphoma."
    assert [drugs(a.arm) for a in arms_of(text)] == ["AMG-70123+HPN-21734"]
