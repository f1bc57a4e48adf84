"""What the pages of a topic and of a claimant have in common: claims gathered, with the stories they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factreport.pages.site import Site
    from factreport.report.records import Gathering


def gathered(site: Site, gathering: Gathering) -> dict[str, Any]:
    """Give the values of a page about gathered claims; no score, neither for topics nor for persons."""
    stories = {claim.story.slug for claim in gathering.claims if claim.story is not None}
    return {
        "gathering": gathering,
        "stories": [report for report in site.report.stories if report.story.slug in stories],
        "differences": sum(finding.differs for claim in gathering.claims for finding in claim.findings),
    }
