"""Every sort of problem that pages can report: code, severity, and what it is about.

The codes are published and never renamed. Each has an example in `tests/errors/<code>/`.
"""

from __future__ import annotations

from factreport.model.problem import ProblemKind, Severity

ADDRESS_TAKEN = ProblemKind(
    "address-taken", Severity.ERROR, "A page of prose stands where the site has one of its own."
)
BROKEN_TEMPLATE = ProblemKind(
    "broken-template", Severity.ERROR, "A template that the project lays over ours cannot be read or filled."
)

KINDS: tuple[ProblemKind, ...] = tuple(kind for kind in list(globals().values()) if isinstance(kind, ProblemKind))
