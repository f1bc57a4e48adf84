"""A site made of its content: claims and stories family by family, by several workers."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building import log
from factreport.building.families import families
from factreport.building.intake import take_in
from factreport.building.kept import family_pieces
from factreport.building.kept_desk import desk_pieces
from factreport.building.kept_families import at_hand
from factreport.building.parts import KeptParts
from factreport.building.problems import Problems, problems_piece, sorted_by_family
from factreport.building.progress import Progress
from factreport.building.readings import reading_pieces, source_piece
from factreport.building.shown import KeptShown
from factreport.building.workers import each
from factreport.building.workshop import Workshop
from factreport.evidence.cycles import find_cycles
from factreport.language import gettext as _
from factreport.model.content import Content
from factreport.model.problem import Problem
from factreport.pages.names import names_in
from factreport.pages.site import Site
from factreport.report.build import by_path, gather, showing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factreport.building.families import Family
    from factreport.building.intake import Intake
    from factreport.building.kept_claims import KeptClaims
    from factreport.building.kept_families import KeptFamilies
    from factreport.building.shelf import Shelf
    from factreport.building.store import Piece, Store
    from factreport.pages.page import Crumb, Detail
    from factreport.pipeline import Desk
    from factreport.reading.overview import Overview
    from factreport.settings import Settings

InFamily = tuple[tuple[Problem, ...], int]
"""Problems found in a family after reading, none acknowledged yet, and proofs that the lock does not hold."""
SLOWEST = 3
"""So many families are named that took longest."""


class Beginning(Struct, frozen=True):
    """What a build begins with."""

    desk: Desk
    intake: Intake
    draft: Site
    """The site as far as it is known before a claim is judged."""


class Build(Struct, frozen=True):
    """A site with the pages of all claims and stories written, ready for those that gather them."""

    site: Site
    """With its report: cards of all claims, and none in full."""
    families: KeptFamilies
    problems: Problems
    parts: KeptParts
    """What exports keep of each claim, in the order of the report's cards."""
    shown: KeptShown
    """What lists show of claims, for the report: to be opened where they are written."""
    fresh: frozenset[Detail] = frozenset()
    """Where the build goes on from the last one: what lists show otherwise than there."""
    complete: bool = True
    """Whether no record was left out for an error."""

    def settled(self, store: Store) -> Build:
        """Give the same build once all that is kept of claims is in a store; the site stays the one that it was."""
        self.shown.settle(store)
        return replace(self, parts=KeptParts(self.parts.slugs, store=store))


@pipeline.collecting_no_circles()
def begin(settings: Settings, workers: int = 1) -> Beginning:
    """Read all content. Raises OSError where it cannot be laid aside."""
    desk = pipeline.open_desk(settings)
    intake = take_in(settings, workers)
    seen = intake.overview
    draft = Site(gather(rest_of(seen), (), (), seen.problems), settings, known=names_in(seen))
    return Beginning(desk, intake, draft)


def rest_of(seen: Overview) -> Content:
    """Give what is held in full."""
    return Content((), seen.sources, (), seen.scale, seen.problems)


def build_claims(beginning: Beginning, written: tuple[Crumb, ...], folder: Path, workers: int, shelf: Shelf) -> Build:
    """Judge all claims, write their pages and those of stories, and give the site with all that was found.

    `written` are the pages that editors wrote. What is kept of families goes to the `shelf`; raises OSError where that
    cannot be written.
    """
    seen = beginning.intake.overview
    if not seen.is_complete and not beginning.draft.settings.preview:
        return _stopped(beginning, workers)
    # Compiled here, templates are there for all workers.
    site = replace(beginning.draft, written=written).with_templates()
    workshop = Workshop(site, beginning.desk, beginning.intake.part, seen.is_complete, folder, by_path(seen.problems))
    groups = families(seen)
    progress = Progress(_("Stories and claims"), len(groups))
    seconds: dict[Family, float] = {}
    made = progress.over(each(groups, partial(_make, workshop), workers))
    for family, (pieces, took) in zip(groups, made, strict=True):
        shelf.put(pieces)
        shelf.put(_readings(beginning.intake, family))
        seconds[family] = took
    shelf.put(desk_pieces(beginning.desk))
    shelf.put(source_piece(one.slug, one.written.path, beginning.intake.alone) for one in seen.sources)
    _tell_slowest(seconds)
    return _put_together_anew(beginning, site, shelf)


def _stopped(beginning: Beginning, workers: int) -> Build:
    """Give the site as far as it is known with all its problems: errors stop it, so that no page need be written."""
    seen, desk = beginning.intake.overview, beginning.desk
    judged = each(families(seen), partial(_judge, desk, beginning.intake), workers)
    problems = problems_where_stopped(desk, seen, judged)
    report = replace(beginning.draft.report, problems=problems.all())
    return Build(replace(beginning.draft, report=report), at_hand(()), problems, KeptParts(()), KeptShown())


def problems_where_stopped(desk: Desk, seen: Overview, judged: Iterable[InFamily]) -> Problems:
    """Give the problems of all files of a content of which some could not be read, from those of its families."""
    every = list(judged)
    found = (problem for problems, _unlocked in every for problem in problems)
    return Problems({}, problems_of_all(desk, seen, found, sum(unlocked for _problems, unlocked in every)))


def problems_of_all(desk: Desk, seen: Overview, found: Iterable[Problem], unlocked: int) -> tuple[Problem, ...]:
    """Give the problems of all files that are left after acknowledging, of what was `found` in families, and sorted.

    So many proofs are not in the lock yet.
    """
    # Circles among sources that no claim cites are met in no family, others in several.
    once = dict.fromkeys((*found, *find_cycles(seen.sources)))
    of_all = pipeline.problems_of_all(desk, seen, unlocked)
    return pipeline.acknowledge((*seen.problems, *once, *of_all), seen)


def _judge(desk: Desk, intake: Intake, family: Family) -> InFamily:
    """Judge a family beside which some record could not be read."""
    judged = pipeline.judge(desk, intake.part(family), complete=False)
    return judged.problems, judged.evidence.unlocked


def _make(workshop: Workshop, family: Family) -> tuple[tuple[Piece, ...], float]:
    begun = time.perf_counter()
    return tuple(family_pieces(workshop.make(family))), time.perf_counter() - begun


def _readings(intake: Intake, family: Family) -> Iterator[Piece]:
    seen = intake.overview
    claims = (seen.claim_by_slug[slug] for slug in family.claims)
    stories = (seen.story_by_slug[slug] for slug in family.stories)
    return reading_pieces(claims, stories, intake.alone)


def _tell_slowest(seconds: Mapping[Family, float]) -> None:
    for family in sorted(seconds, key=seconds.__getitem__, reverse=True)[:SLOWEST]:
        log.debug("%.2f s for %s, %d claims", seconds[family], family.name, len(family.claims))


@pipeline.collecting_no_circles()
def _put_together_anew(beginning: Beginning, site: Site, shelf: Shelf) -> Build:
    content, desk = beginning.intake.overview, beginning.desk
    built = shelf.families()
    every = problems_of_all(desk, content, shelf.problems(), built.unlocked)
    problems = sorted_by_family(every, content, built.index)
    shelf.put(problems_piece(name, of_family) for name, of_family in problems.at_hand.items())
    shelf.finish()
    return replace(put_together(site, rest_of(content), built, problems, shelf.claims), complete=content.is_complete)


@pipeline.collecting_no_circles()
def put_together(
    site: Site,
    content: Content,
    families_now: KeptFamilies,
    problems: Problems,
    claims: KeptClaims,
    fresh: frozenset[Detail] = frozenset(),
) -> Build:
    """Give the site of all its families; `content` has at least the sources and the scale.

    What is kept of `claims` is read when pages and exports are written. `fresh` is what lists show otherwise than in
    the build before. UnusableError if what is kept is damaged.
    """
    families_now, is_preview = families_now.read(), site.settings.preview
    # Only a preview shows problems in pages, and its next build finds them at hand.
    problems = problems.read() if is_preview else problems
    shown_in_pages = problems.all() if is_preview else ()
    built = tuple(families_now.all())
    stories = tuple(sorted((card for one in built for card in one.stories), key=lambda card: card.slug))
    # Claims and stories in full are most of what is in memory, and no longer needed.
    rest = replace(content, claims=(), stories=())
    shown = claims.shown()
    report = gather(rest, (extract for one in built for extract in one.extracts), stories, shown_in_pages)
    with shown.opened():
        report = showing(report, shown)
    parts = claims.parts(tuple(card.slug for card in report.cards))
    return Build(with_exports(replace(site, report=report)), families_now, problems, parts, shown, fresh)


def site_of(settings: Settings, seen: Overview, built: KeptFamilies, problems: tuple[Problem, ...]) -> Site:
    """Give a site that knows which pages there are, and not what they show; all families are at hand."""
    every = tuple(built.all())
    stories = sorted((story for one in every for story in one.stories), key=lambda card: card.slug)
    extracts = (extract for one in every for extract in one.extracts)
    return with_exports(Site(gather(rest_of(seen), extracts, tuple(stories), problems), settings))
