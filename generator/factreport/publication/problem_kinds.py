"""Every sort of problem with what was published before: code, severity, and what it is about.

The codes are published and never renamed. Each has an example in `tests/errors/<code>/`.
"""

from __future__ import annotations

from factreport.model.problem import ProblemKind, Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

DAMAGED_PUBLICATION = ProblemKind("damaged-publication", _ERROR, "The record of what was published cannot be read.")
CHANGED_WITHOUT_CORRECTION = ProblemKind(
    "changed-without-correction", _WARNING, "A published verdict or answer changed, and no correction says so."
)
CORRECTION_REMOVED = ProblemKind("correction-removed", _WARNING, "A published correction is gone from its claim.")
VANISHED_PAGE = ProblemKind("vanished-page", _ERROR, "A published page is gone, and nothing leads on from its address.")
VANISHED_ID = ProblemKind(
    "vanished-id", _WARNING, "A published figure or citation is gone, and links to it lead nowhere."
)
VANISHED_FINDING = ProblemKind("vanished-finding", _NOTICE, "A published difference is no longer found.")

KINDS: tuple[ProblemKind, ...] = tuple(kind for kind in list(globals().values()) if isinstance(kind, ProblemKind))
