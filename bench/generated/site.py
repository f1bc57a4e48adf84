"""What a generated site has once: scale, configuration and pages of prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.generated import words

if TYPE_CHECKING:
    from collections.abc import Iterator


def page_texts() -> Iterator[tuple[str, str]]:
    """Give file name and text of the prose pages."""
    prose = "\n\n".join(one.format(company="a company", place="the region") for one in words.SENTENCES)
    for name, title in (
        ("index", "Figures checked"),
        ("method", "Method"),
        ("corrections", "Corrections"),
        ("about", "About"),
    ):
        yield f"{name}.md", f"---\ntitle: {title}\ndescription: A generated page.\n---\n{prose}\n"


SCALE = """verdicts:
  supported: {word: Supported, look: supported, rating: 5, means: Independent evidence agrees.}
  partly-supported: {word: Partly supported, look: partly-supported, rating: 3, means: One part of it holds.}
  disputed: {word: Disputed, look: disputed, means: Sources with knowledge of their own contradict each other.}
  not-supported: {word: Not supported, look: not-supported, rating: 2, means: We found no evidence for it.}
  contradicted: {word: Contradicted, look: contradicted, rating: 1, means: Evidence shows that it is not so.}
  cannot-be-settled: {word: Cannot be settled yet, look: cannot-be-settled, means: What would decide it is not public.}
reporting:
  repeated-right: {word: Repeated right, look: supported, means: The reports say what their origin says.}
  mostly-right: {word: Mostly repeated right, look: partly-supported, means: Most reports keep the figure.}
  differs: {word: Repeated differently, look: disputed, means: Reports of one origin give different things.}
  changed: {word: Changed in repetition, look: contradicted, means: A report says what its origin does not.}
  one-report: {word: One report only, look: cannot-be-settled, means: We found no repetition to judge.}
ratings: {worst: 1, best: 5}
topics: {chips-jobs: Jobs in chip making}
"""

CONFIGURATION = """site_name: Figures checked
site_description: A generated site.
site_url: https://figures.example.org/
docs_dir: content/pages
theme:
  name: factreport
plugins:
  - factreport:
      version: 1
      report_errors: desk@example.org
      license: Creative Commons Attribution 4.0
      license_url: https://creativecommons.org/licenses/by/4.0/
nav:
  - index.md
  - Method: method.md
  - Corrections: corrections.md
  - About: about.md
"""
