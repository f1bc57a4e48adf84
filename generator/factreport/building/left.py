"""What a build leaves for the next one, read from where it is kept or still in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport import pipeline
from factreport.building.build import put_together
from factreport.building.input_files import content_files, folder_identity
from factreport.building.kept import read_documents, read_frame, read_kept, read_sources
from factreport.building.kept_claims import KeptClaims
from factreport.building.kept_families import KeptFamilies
from factreport.building.key import frame_key
from factreport.building.store import UnusableError
from factreport.model.content import Content
from factreport.pages.names import Names, named_topics
from factreport.pages.site import Site
from factreport.reading.content import read_portion
from factreport.reading.known import Known
from factreport.reading.portions import Portion
from factreport.reading.settings import ReadingSettings
from factreport.report.build import gather

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.building.build import Build
    from factreport.building.kept import Kept
    from factreport.building.key import Key
    from factreport.building.lookout import Lookout
    from factreport.building.made import Document, Frame
    from factreport.building.store import Reader, Store
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.reading.files import ContentFiles
    from factreport.settings import Settings


Whole = tuple[Content, KeptFamilies]
"""What is held in full of a content, and all its families."""


class Left(Struct):
    """What a build leaves for the next one, in memory if both are of one process."""

    settings: Settings
    kept: Kept
    files: ContentFiles
    draft: Site
    """The site as far as it is known before a claim is judged."""
    store: Store
    documents: Mapping[str, Document]
    """The finished pages that editors wrote, by address."""
    made: Build | None = None
    """The last build, where it is at hand."""
    _whole: Whole | None = None

    @property
    def build(self) -> Build:
        """The last build; put together again where it has to be. UnusableError if what is kept is damaged."""
        if self.made is None:
            claims = KeptClaims(store=self.store)
            self.made = put_together(self.draft, *self.whole, self.kept.problems, claims)
        return self.made

    @property
    def known(self) -> Known:
        """The names of all records, for texts that lead to them."""
        return known_to(self.draft)

    @property
    def whole(self) -> Whole:
        """What is held in full of the content, and all families; UnusableError if what is kept is damaged.

        Read once: where records of two builds are the same ones, nobody has to compare their fields.
        """
        if self._whole is None:
            self._whole = self._read_whole()
        return self._whole

    @pipeline.collecting_no_circles()
    def _read_whole(self) -> Whole:
        scale = self.draft.report.content.scale
        return Content((), self._sources, (), scale, ()), self.kept.families.read()

    @property
    def _sources(self) -> tuple[Source, ...]:
        if self.made is not None:
            return self.made.site.report.content.sources
        with self.store.read() as reader:
            return read_sources(reader)


@pipeline.collecting_no_circles()
def read_left(settings: Settings, store: Store, key: Key, lookout: Lookout) -> Left:
    """Read what is kept in the store. UnusableError if no build can go on from it."""
    with store.read() as reader:
        frame = read_frame(reader)
        if frame.key != key or frame.site != folder_identity(lookout.site_folder):
            raise UnusableError("it belongs to another site, program or configuration")
        left = _left(settings, store, frame, reader)
    if left.kept.site != lookout.site:
        raise UnusableError("somebody else changed the site")
    return left


@pipeline.collecting_no_circles()
def read_left_of_content(settings: Settings, store: Store) -> Left:
    """Read what is kept, to tell of the content alone: whatever site it was. UnusableError if nothing can be told."""
    with store.read() as reader:
        frame = read_frame(reader)
        if frame.key.program != frame_key(settings).program:
            raise UnusableError("it belongs to another program or configuration")
        return _left(settings, store, frame, reader)


def _left(settings: Settings, store: Store, frame: Frame, reader: Reader) -> Left:
    if frame.told.has_errors:
        raise UnusableError("there were errors")
    if not frame.complete:
        raise UnusableError("a record was left out")
    kept = read_kept(reader, frame, store)
    files = content_files(settings, kept.inputs)
    return Left(settings, kept, files, _draft(settings, kept, files), store, read_documents(reader))


def known_to(site: Site) -> Known:
    """Give the names of all records of a site."""
    names = site.names
    return Known(names.claims, frozenset(names.publishers), names.stories)


def _draft(settings: Settings, kept: Kept, files: ContentFiles) -> Site:
    """Give the site as the last build knew it before it judged a claim."""
    nothing, _alone = read_part(settings, Portion(*[frozenset()] * 3), files)
    content = Content((), (), (), nothing.scale, ())
    names = Names(
        claims=frozenset(slug for family in kept.families.index for slug in family.claims),
        stories=frozenset(slug for family in kept.families.index for slug in family.stories),
        publishers=kept.names.publishers,
        topics=named_topics(kept.names.topics, content),
    )
    return Site(gather(content, (), (), ()), settings, known=names)


def read_part(settings: Settings, portion: Portion, files: ContentFiles) -> tuple[Content, tuple[Problem, ...]]:
    """Read some records of a content whose files are known; their problems, and those that files show alone."""
    reading = ReadingSettings(quotation_words=settings.quotation_words)
    return read_portion(
        settings.content, portion, files, root=settings.project, settings=reading, drafts=settings.preview
    )
