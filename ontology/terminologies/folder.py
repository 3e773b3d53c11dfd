"""Where an index lies when nobody says otherwise."""

import os
from pathlib import Path

VARIABLE = "TRIALGRAPH_TERMINOLOGIES"


def default_folder() -> Path:
    """Give the folder named by the environment variable TRIALGRAPH_TERMINOLOGIES, else the user's data folder."""
    from platformdirs import user_data_path

    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_data_path("trialgraph", appauthor=False) / "terminologies"
