"""The files of a new site, which builds as it is. In English: nothing tells another language yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EVIDENCE = "evidence"
"""The folder of captured texts, where the configuration names no other."""

_CONFIGURATION = """\
# The name that readers see.
site_name: Fact checks
docs_dir: content/pages
theme:
  name: factreport
plugins:
  - factreport:
      version: 1
      # Where readers report errors: a mail address or a link.
      report_errors:
"""
_HOME = """\
---
title: Fact checks
---
Who claimed what, what each source printed, and what holds.
"""
_SCALE = """\
# Your verdicts: change the words, and what each means. `look` is one of six drawings; `rating`, for search engines, is
# left out where a number would pretend to know.
verdicts:
  supported:
    word: Supported
    look: supported
    rating: 5
    means: Evidence that does not rest on the claim itself agrees with it.
  partly-supported:
    word: Partly supported
    look: partly-supported
    rating: 3
    means: A part of it holds, or it holds on a condition that it leaves out.
  disputed:
    word: Disputed
    look: disputed
    means: Those who should know contradict each other, and nothing decides between them.
  not-supported:
    word: Not supported
    look: not-supported
    rating: 2
    means: We looked for evidence and found none.
  contradicted:
    word: Contradicted
    look: contradicted
    rating: 1
    means: Evidence shows that it is not so.
  cannot-be-settled:
    word: Cannot be settled yet
    look: cannot-be-settled
    means: What would decide it is not public.
ratings:
  worst: 1
  best: 5
"""
_IGNORED = f"""\
# Builds make these.
/site/
/.site*
/.factreport/
# Captured texts stay private.
/{EVIDENCE}/
"""

SITE: Mapping[str, str] = {
    "mkdocs.yml": _CONFIGURATION,
    "content/scale.yml": _SCALE,
    "content/pages/index.md": _HOME,
    ".gitignore": _IGNORED,
}
"""The text of each file by its path in the folder of the site, with forward slashes."""
