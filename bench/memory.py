"""The most memory that a process had."""

import resource
from pathlib import Path


def peak_mb() -> int:
    """Give the most memory, in MB, that was resident in this process so far.

    Linux tells it of the program that runs; elsewhere it may be that of the program which started this one, if larger.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("ascii", "replace").partition("VmHWM:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
