"""Edits as editors make them: another figure in a claim, a claim that comes or goes, a source under another name.

Each changes what is built.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bench.generated.numbering import is_retired, source_count, source_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_AMOUNT = re.compile(r"(\d+\.\d)(?= (?:million|billion))")


def edit(project: Path, claims: int, step: int) -> Path:
    """Change the figure of a claim, another one for each step, and give the file."""
    path = _claim(project, claims, step)
    lines = path.read_text(encoding="utf-8").split("\n")
    for index, line in enumerate(lines):
        if line.startswith(("claim: ", "    claimed: ")):
            lines[index] = _AMOUNT.sub(lambda found: f"{float(found[1]) + 0.1:.1f}", line, count=1)
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return path


def _claim(project: Path, claims: int, step: int) -> Path:
    number = claims * (step % 7 + 1) // 9
    while is_retired(number):
        number += 1
    return project / "content/claims" / f"claim-{number:06}.md"


def come(project: Path, claims: int, step: int) -> Path:
    """Write a claim as a copy of another, without the addresses that this one had before."""
    text = _claim(project, claims, step).read_text(encoding="utf-8")
    path = project / "content/claims/a-new-claim.md"
    path.write_text(re.sub(r"(?m)^former_slugs: .*\n", "", text), encoding="utf-8", newline="\n")
    return path


def go(project: Path, claims: int, step: int) -> Path:  # noqa: ARG001 - the signature of changes
    """Take that claim away again."""
    path = project / "content/claims/a-new-claim.md"
    path.unlink()
    return path


def rename(project: Path, claims: int, step: int) -> Path:
    """Let a source be called otherwise, another one for each step; the claims that cite it show that."""
    path = project / "content/sources" / f"{source_slug(source_count(claims) * (step % 7 + 1) // 9)}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"(?m)^publisher: .*$", f"publisher: The Paper of {step}", text), encoding="utf-8", newline="\n"
    )
    return path


CHANGES: Mapping[str, Callable[[Path, int, int], Path]] = {
    "a claim comes": come,
    "it goes again": go,
    "a source is called otherwise": rename,
}
"""By what is said of them, in their order."""
