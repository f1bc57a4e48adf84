"""The structured data of a finished site, held against the published rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.building.workers import each

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.claimreview.problem import Problem
    from factreport.pages.site import Site


def markup_errors(folder: Path, site: Site, workers: int) -> tuple[Problem, ...]:
    """Give the errors in the structured data of all pages in a folder; none where the site has no public address."""
    if not site.settings.site_url.startswith("https://"):
        return ()
    # Only strict builds need them, and every build would wait for them.
    from factreport.claimreview.lint import lint  # noqa: PLC0415
    from factreport.claimreview.problem import Profile, Severity  # noqa: PLC0415
    from factreport.claimreview.subjects import Options  # noqa: PLC0415

    labels = tuple(grade.word for grade in site.report.content.scale.verdicts)
    options = Options(site_url=site.settings.site_url, labels=labels)
    profiles = (Profile.GOOGLE, Profile.STRICT)
    found = lint([str(folder)], profiles, options, sharing=lambda work, pieces: each(pieces, work, workers))
    return tuple(problem for problem in found.problems if problem.severity is Severity.ERROR)
