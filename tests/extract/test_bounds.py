"""Bad input: whatever stands in a document, it is read in time that grows with its length, and the rest is read."""

import random
import signal
from itertools import pairwise

import pytest
from trialgraph.extract.language.sentences import LONGEST, WIDEST, sentence_starts
from trialgraph.extract.readers import read_documents
from trialgraph.ontology.facts import Dosage

HANG = 120
"""Seconds after which a document that takes about one second hangs."""
REST = "\n\nIn this trial isatuximab was given at 10 mg/kg weekly.\n"
TABLE = "| Event | Isatuximab (n = 154) | Placebo (n = 153) |\n| --- | --- | --- |\n"
UNITS = {
    "no spaces": "isatuximab",
    "digits": "1234567890",
    "numbers": "12.5%, ",
    "tabs after a dose": "isatuximab 10 mg" + "\t" * 500,
    "blanks that take no room": " \u200b",
    "brackets": "( ",
    "full stops": ". ",
    "hyphens": "a-",
    "a word over many lines": "ab-\n",
    "right to left": "המטופלים קיבלו \u202eisatuximab\u202c 10 mg العربية ",
    "many scripts": "患者 пациенты ασθενείς मरीज isatuximab 12 (8%) ",
    "marks on one letter": "\u0301",
    "joined signs": "\U0001f468\u200d",
    "control characters": "a\x01 " + "good and long line of words, which holds little else than words; " * 2,
    "halves of characters": "a\ud800 \udfff",
    "no sentence": "patients were well and ",
    "results on one line": "Nausea occurred in 12 (8%) patients with isatuximab and in 5 (3%) with placebo. ",
    "drugs": "isatuximab plus ",
    "names like trials": "Aaaa-1-Aa",
    "lists": "neutropenia, anemia, nausea and fatigue in 12%, 13%, 14% and 15%; ",
    "diseases": "In patients with multiple myeloma the response rate was 3%. Patients had breast cancer. ",
}
NUMBERED = {
    "registry numbers": "NCT{0:08} ",
    "trials": "the KEYNOTE-{0} trial ",
    "short forms": "progression free survival {0} (PFS{0}) ",
    "arms": "Patients received isatuximab (n = {0}) or drug{0}mab. ",
    "events": "nausea ({0}%), ",
}


@pytest.fixture(autouse=True)
def hang_guard():
    def stop(*_):
        raise TimeoutError(f"read for more than {HANG} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def the_rest_is_read(extractor, path):
    readings = [(document, extractor.read(document)) for document in read_documents(path)]
    doses = [f for _, r in readings for f in r.facts if isinstance(f.claim, Dosage) and f.claim.schedule == "weekly"]
    return len(doses) == 1 and all(
        f.evidence.quote == d.text[f.evidence.start : f.evidence.end] for d, r in readings for f in r.facts
    )


def written(path, text):
    path.write_bytes(text.encode(errors="surrogatepass"))
    return path


@pytest.mark.parametrize("name", UNITS)
def test_a_long_line(extractor, tmp_path, name):
    line = UNITS[name] * (20_000 // len(UNITS[name]))
    assert the_rest_is_read(extractor, written(tmp_path / "a.txt", line + REST))


@pytest.mark.parametrize("name", NUMBERED)
def test_many_different_names(extractor, tmp_path, name):
    line = "".join(NUMBERED[name].format(i) for i in range(700))
    assert the_rest_is_read(extractor, written(tmp_path / "a.txt", line + REST))


def test_a_sentence_with_400_numbers(extractor, tmp_path):
    numbers = ", ".join(f"{i} ({i % 100}%)" for i in range(400))
    text = f"Nausea occurred in {numbers} patients with isatuximab.{REST}"
    assert the_rest_is_read(extractor, written(tmp_path / "a.txt", text))


def test_any_mixture(extractor, tmp_path):
    chance = random.Random(7)
    text = "".join(chance.choices([*UNITS.values(), "\n", "Table 1. ", "| "], k=800))
    assert the_rest_is_read(extractor, written(tmp_path / "a.txt", text[:20_000] + REST))


def test_a_table_with_10000_rows(extractor, tmp_path):
    rows = "".join(f"| Event {i} | {i % 150} ({i % 100}%) | {i % 140} ({i % 99}%) |\n" for i in range(10_000))
    assert the_rest_is_read(extractor, written(tmp_path / "a.md", TABLE + rows + REST))


def test_no_sentence_is_endless():
    words = ["word"] * 10 * LONGEST + ["w" * 300] * 100
    starts = [*sorted(sentence_starts(words, [True] * len(words))), len(words)]
    for start, end in pairwise(starts):
        assert end - start <= LONGEST
        assert sum(map(len, words[start:end])) <= WIDEST + 300
