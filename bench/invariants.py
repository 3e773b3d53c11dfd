"""The promises at length: `python bench/invariants.py [--examples 300] [--kills 30] [--disk MEGABYTES]`.

Runs the tests of the promises with more random documents and kills than CI has time for, and, as root on Linux, the
full disk once more on a small file system of its own.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1] / "tests"


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=300)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--disk", type=int, default=0, help="size of the small file system, 0: none")
    asked = parser.parse_args()
    os.environ.update(TRIALGRAPH_EXAMPLES=str(asked.examples), TRIALGRAPH_KILLS=str(asked.kills))
    failed = pytest.main(["-q", "--durations=0", *map(str, TESTS.glob("*/test_promises*.py"))])
    return failed or (fill_disk(asked.disk) if asked.disk else 0)


def fill_disk(megabytes: int) -> int:
    """Write to a file system of so many megabytes until it is full, then open what is there, and go on elsewhere."""
    sys.path.insert(0, str(TESTS / "graph"))
    from test_promises import check_stored, write_until

    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder]
        subprocess.run(mount, check=True)
        try:
            reported, code, errors, _ = write_until(Path(folder, "store"))
            print(f"{len(reported)} documents reported as stored, exit code {code}: {errors.strip()}")
            subprocess.run(["mount", "-o", f"remount,size={10 * megabytes}m", folder], check=True)
            print(f"after more space: {check_stored(Path(folder, 'store'), reported)} documents, all that was reported")
            return 0 if code == 1 and "Traceback" not in errors else 1
        finally:
            subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    sys.exit(main())
