"""Where the templates and styles lie that come with the program."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def theme_folder() -> Path:
    """Give the folder of the templates and styles that come with the program."""
    spec = find_spec("factreport.templates")
    if spec is None or not spec.submodule_search_locations:
        msg = "the templates are not installed"
        raise FileNotFoundError(msg)
    return Path(next(iter(spec.submodule_search_locations)))
