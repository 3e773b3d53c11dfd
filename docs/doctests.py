"""Shows the examples of docstrings as code on the pages of the Python interface."""

import re
from typing import Any

import griffe

EXAMPLE = re.compile(r"(?:^>>> .*\n?(?:^(?!>>>).+\n?)*)+", re.MULTILINE)


class Examples(griffe.Extension):
    """Puts each run of `>>>` lines, with what they print, into a block of code."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite a docstring as it is collected."""
        if obj.docstring:
            obj.docstring.value = EXAMPLE.sub(lambda run: f"```pycon\n{run[0].rstrip()}\n```\n", obj.docstring.value)
