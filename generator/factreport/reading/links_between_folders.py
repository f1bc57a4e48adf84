"""Links from a folder to another, which are followed wherever files are looked for: everybody has to see the same."""

from __future__ import annotations

import os


def leads_round(folder: str) -> bool:
    """Tell whether a folder is a link to one in which it lies: whoever follows it comes to it again, without end."""
    if not os.path.islink(folder):  # noqa: PTH114 - of all folders, as text
        return False
    target, here = os.path.realpath(folder), os.path.realpath(os.path.dirname(folder))  # noqa: PTH120
    return here == target or here.startswith(os.path.join(target, ""))  # noqa: PTH118
