"""What a build leaves for the next one, read from where it is kept or still in memory."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport import pipeline
from factreport.building.build import put_together
from factreport.building.input_files import content_files, folder_identity
from factreport.building.inputs import state
from factreport.building.kept import read_frame, read_kept
from factreport.building.kept_claims import KeptClaims
from factreport.building.store import UnusableError
from factreport.building.workers import beside
from factreport.model.content import Content
from factreport.model.problem import Severity
from factreport.pages.names import names_of_cards
from factreport.pages.site import Site
from factreport.reading.content import read_portion
from factreport.reading.portions import Portion
from factreport.reading.settings import ReadingSettings
from factreport.report.build import gather

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.building.build import Build
    from factreport.building.kept import Kept
    from factreport.building.store import Store
    from factreport.reading.files import ContentFiles
    from factreport.settings import Settings


class Left(Struct):
    """What a build leaves for the next one, in memory if both are of one process."""

    settings: Settings
    kept: Kept
    files: ContentFiles
    draft: Site
    """The site as far as it is known before a claim is judged."""
    store: Store
    made: Build | None = None
    """The last build, where it is at hand."""

    @property
    def build(self) -> Build:
        """The last build; put together again where it has to be. UnusableError if what is kept is damaged."""
        if self.made is None:
            kept, claims = self.kept, KeptClaims(store=self.store)
            self.made = put_together(self.draft, self.draft.report.content, kept.families, kept.problems, claims)
        return self.made


@pipeline.collecting_no_circles()
def read_left(settings: Settings, store: Store, site: Path, key: str, workers: int) -> Left:
    """Read what is kept in the store; the site is looked at meanwhile. UnusableError if nothing can go on from it."""
    look = beside(partial(state, site), workers)
    try:
        with store.read() as reader:
            frame = read_frame(reader)
            if frame.key != key or frame.site != folder_identity(site):
                raise UnusableError("it belongs to another site, program or configuration")
            kept = read_kept(reader, frame)
            if any(problem.severity is Severity.ERROR for problem in kept.problems.all()):
                raise UnusableError("there were errors")
    finally:
        now = look()
    if kept.site != tuple(now):
        raise UnusableError("somebody else changed the site")
    files = content_files(settings, kept.inputs)
    return Left(settings, kept, files, _draft(settings, kept, files), store)


def _draft(settings: Settings, kept: Kept, files: ContentFiles) -> Site:
    """Give the site as the last build knew it before it judged a claim."""
    scale = read_part(settings, Portion(*[frozenset()] * 3), files).scale
    content = Content((), kept.sources, (), scale, ())
    cards = (extract.card for one in kept.families for extract in one.extracts)
    stories = (card for one in kept.families for card in one.stories)
    return Site(gather(content, (), (), ()), settings, known=names_of_cards(cards, stories, content))


def read_part(settings: Settings, portion: Portion, files: ContentFiles) -> Content:
    """Read some records of a content whose files are known."""
    reading = ReadingSettings(quotation_words=settings.quotation_words)
    return read_portion(
        settings.content, portion, files, root=settings.project, settings=reading, drafts=settings.preview
    )
