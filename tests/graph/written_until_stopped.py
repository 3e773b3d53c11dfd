"""A program that writes documents until something stops it, and tells after each write what is stored.

`python written_until_stopped.py STORE COUNT [LIMIT]`; LIMIT: bytes that a file may have from then on.
"""

import random
import sys
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from graph_samples import IKEMA, ISA_KD, FewWords, hazard_ratio, read, targets
from trialgraph.graph import store as oxigraph
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Trial, TrialArm, TrialAttribute


def document(number):
    """Give a document that shares claims, contradicts others, and may name a trial by its number only."""
    chance = random.Random(number)
    trial = chance.choice([IKEMA, Trial("", IKEMA.registry_ids), Trial("ICARIA")])
    size = TrialAttribute(trial=trial, attribute="enrolled", value=300 + number % 3)
    ratio = hazard_ratio(value=Decimal(chance.randint(40, 60)) / 100, data_cutoff=f"20{10 + number % 9}-01")
    return read(f"d{number:03}", size, ratio, TrialArm(arm=ISA_KD, size=179), targets())


def batches(count):
    """Give the documents as they are written: one, then two, then up to seven together, and so on."""
    numbers = [*range(count)]
    while numbers:
        together = len(numbers) % 7 + 1
        yield [document(number) for number in numbers[:together]]
        del numbers[:together]


oxigraph._MANY = 120_000  # about half of the lots are longer, so that either way of loading is stopped


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(store, count, limit=""):
    """Write what is missing."""
    with KnowledgeGraph(Path(store), lexicon=FewWords()) as graph:
        say("open")
        if limit:
            import resource
            import signal

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
        for batch in batches(int(count)):
            graph.add_all([(*found, found[0].identifier) for found in batch])
            say(" ".join(found.identifier for found, _ in batch))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except StoreError as error:
        sys.exit(str(error))
