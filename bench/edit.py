"""One edit as editors make it: another figure in a claim. Each edit changes what is built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bench.generated.numbering import is_retired

if TYPE_CHECKING:
    from pathlib import Path

_AMOUNT = re.compile(r"(\d+\.\d)(?= (?:million|billion))")


def edit(project: Path, claims: int, step: int) -> Path:
    """Change the figure of a claim, another one for each step, and give the file."""
    number = claims * (step % 7 + 1) // 9
    while is_retired(number):
        number += 1
    path = project / "content/claims" / f"claim-{number:06}.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    for index, line in enumerate(lines):
        if line.startswith(("claim: ", "    claimed: ")):
            lines[index] = _AMOUNT.sub(lambda found: f"{float(found[1]) + 0.1:.1f}", line, count=1)
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return path
