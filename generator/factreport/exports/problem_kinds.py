"""Every sort of problem that exports can report: code, severity, and what it is about.

The codes are published and never renamed. Each has an example in `tests/errors/<code>/`.
"""

from __future__ import annotations

from factreport.model.problem import ProblemKind, Severity

NO_SITE_URL = ProblemKind("no-site-url", Severity.NOTICE, "The site's own address is not known.")
SITE_URL_NOT_HTTPS = ProblemKind(
    "site-url-not-https", Severity.NOTICE, "The site's own address does not begin with https://."
)

KINDS: tuple[ProblemKind, ...] = tuple(kind for kind in list(globals().values()) if isinstance(kind, ProblemKind))
