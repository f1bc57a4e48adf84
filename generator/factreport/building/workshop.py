"""Where a family is made: judged, its pages written, and what others show of it taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building.facts import facts_of
from factreport.building.families import tied_to
from factreport.building.made import FamilyBuilt, FamilyMade, Ground
from factreport.building.output import put_file, put_page
from factreport.building.problems import paths_of
from factreport.exports.catalogue import claim_files, claim_parts
from factreport.pages.site import claim_pages, story_pages
from factreport.report.build import by_path, gather
from factreport.report.claims import claim_reports
from factreport.report.extract import extract, story_card
from factreport.report.stories import story_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from factreport.building.families import Family, Member
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.pages.site import Site
    from factreport.pipeline import Desk
    from factreport.report.records import ClaimReport, StoryReport

STORIES = ""
"""Under this name are the files of a family's stories, beside those of its claims by slug."""


class Before(Struct, frozen=True):
    """A family as the last build left it, and what of it has changed since."""

    made: FamilyMade
    """Without details and parts."""
    changed: frozenset[Member]
    problems: Mapping[str, tuple[Problem, ...]]
    """Those that the last build showed, by file; a preview shows them in pages."""


class Workshop(Struct, frozen=True):
    """What all families are made with."""

    site: Site
    desk: Desk
    part: Callable[[Family], Content]
    """Gives a family's own content."""
    complete: bool
    """Whether no record of the site was left out for an error."""
    folder: Path
    """Where files are written."""
    own: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Problems met on reading, by file."""

    def make(self, family: Family, before: Before | None = None) -> FamilyMade:
        """Judge a family and write its pages; of one that was made before, those that may differ."""
        part = self.part(family)
        judged = pipeline.judge(self.desk, part, complete=self.complete)
        problems = pipeline.acknowledge((*self._met_in(family, part), *judged.problems), part)
        of_file = by_path(problems)
        claims = claim_reports(part, judged.evidence, judged.judgement, of_file, self.desk.conventions)
        stories = story_reports(part, claims, judged.evidence.origins, of_file)
        again = self._again(claims, part, before)
        chosen = [claim for claim in claims if claim.claim.slug in again]
        taken = {one.claim.slug: extract(one, part.source_by_slug) for one in chosen}
        extracts = {one.card.slug: one for one in before.made.built.extracts} if before else {}
        extracts |= {slug: one for slug, (one, _details) in taken.items()}
        built = FamilyBuilt(
            family=family,
            extracts=tuple(extracts[claim.claim.slug] for claim in claims),
            stories=tuple(story_card(story) for story in stories),
            unlocked=judged.evidence.unlocked,
        )
        return FamilyMade(
            built=built,
            ground=Ground(tuple(part.source_by_slug), facts_of(part), judged.problems),
            shown={slug: details for slug, (_extract, details) in taken.items()},
            parts={one.claim.slug: claim_parts(one, part.scale, self.site.settings) for one in chosen},
            files=(dict(before.made.files) if before else {}) | self._written(built, part, claims, chosen, stories),
        )

    def look(self, family: Family) -> FamilyMade:
        """Judge a family and write nothing; give no more than what is found in it and who it is to the rest."""
        part = self.part(family)
        judged = pipeline.judge(self.desk, part, complete=self.complete)
        claims = claim_reports(part, judged.evidence, judged.judgement, {}, self.desk.conventions)
        stories = story_reports(part, claims, judged.evidence.origins, {})
        built = FamilyBuilt(
            family=family,
            extracts=tuple(extract(one, part.source_by_slug)[0] for one in claims),
            stories=tuple(story_card(story) for story in stories),
            unlocked=judged.evidence.unlocked,
        )
        return FamilyMade(built, Ground(tuple(part.source_by_slug), facts_of(part), judged.problems))

    def _met_in(self, family: Family, part: Content) -> Iterator[Problem]:
        """Give the problems met on reading a family's own files."""
        for path in paths_of(family, part):
            yield from self.own.get(path, ())

    def _again(self, claims: tuple[ClaimReport, ...], part: Content, before: Before | None) -> frozenset[str]:
        if before is None:
            return frozenset(part.claim_by_slug)
        again = tied_to(before.changed, part)
        if not self.site.settings.preview:
            return again
        shown = before.problems
        return again | {one.claim.slug for one in claims if one.problems != shown.get(one.claim.written.path, ())}

    def _written(
        self,
        built: FamilyBuilt,
        part: Content,
        claims: tuple[ClaimReport, ...],
        chosen: list[ClaimReport],
        stories: tuple[StoryReport, ...],
    ) -> dict[str, tuple[str, ...]]:
        """Write the files of some claims and all stories, and give their paths."""
        report = gather(part, built.extracts, built.stories, (), claims=claims, stories=stories)
        site = with_exports(replace(self.site, report=report))
        files = {one.claim.slug: tuple(self._claim_files(site, one)) for one in chosen}
        return files | {STORIES: tuple(put_page(self.folder, page) for page in story_pages(site))}

    def _claim_files(self, site: Site, report: ClaimReport) -> Iterator[str]:
        for page in claim_pages(site, report):
            yield put_page(self.folder, page)
        for file in claim_files(report, site.settings):
            yield put_file(self.folder, file)
