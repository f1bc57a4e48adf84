"""What all builds have in common that go on from the last one, however much has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport import pipeline
from factreport.building.inputs import again
from factreport.building.kept import read_files, read_ground
from factreport.building.kept_desk import kept_desk, prints_of
from factreport.building.kept_families import read_built
from factreport.building.left import known_to
from factreport.building.made import FamilyMade
from factreport.building.store import UnusableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factreport.building.build import Build
    from factreport.building.families import Family
    from factreport.building.inputs import Inputs, Seen
    from factreport.building.kept import Kept, KeptNames
    from factreport.building.kept_desk import DeskPrints
    from factreport.building.kept_families import KeptFamilies
    from factreport.building.left import Left
    from factreport.building.problems import Problems
    from factreport.building.store import Piece, Reader
    from factreport.building.told import Told
    from factreport.pages.page import Crumb
    from factreport.pages.site import Site
    from factreport.pipeline import Desk
    from factreport.reading.files import ContentFiles
    from factreport.reading.known import Known
    from factreport.report.records import Summary
    from factreport.settings import Settings


class Now(Struct, frozen=True):
    """The files that a build reads, as they were when it began."""

    inputs: Inputs
    prints: DeskPrints
    """Of the lock and of what was published."""
    changed: frozenset[str] = frozenset()
    """Paths of the inputs that changed, came or went since the last build."""


def now_after(left: Left, seen: Seen) -> Now:
    """Give the files as they were seen just now, and what changed since a build left this."""
    inputs, changed = again(left.kept.inputs, seen)
    return Now(inputs, prints_of(left.settings), changed)


class Again(Struct, frozen=True):
    """A site with those families made again that may differ."""

    families: KeptFamilies
    problems: Problems
    told: Told
    summary: Summary
    build: Callable[[], Build]
    """Puts the site together. UnusableError if what is kept is damaged; where nothing gathers claims anew, that need
    not be asked."""
    made: tuple[FamilyMade, ...] = ()
    same_lists: bool = True
    """Whether everything that gathers claims shows what it showed before."""
    same_parts: bool = True
    """Whether exports keep of all claims what they kept before."""
    pieces: tuple[Piece, ...] = ()
    """What the next build has to find otherwise, beside the families that were made."""
    gone: tuple[str, ...] = ()
    """Names of pieces that it must not find any more."""
    gone_beginnings: tuple[str, ...] = ()
    """Beginnings of further such names."""


class GoingOn(Struct, frozen=True):
    """What is known of a build that can go on from the last one; each way of doing that has a class of its own."""

    settings: Settings
    left: Left
    """By the last build."""
    now: Now
    old: tuple[FamilyMade, ...]
    """The families that are made again or are gone, as the last build made them; without details and parts."""
    files: ContentFiles
    """The files of all records, as they are now."""
    draft: Site
    """The site as far as it is known before a claim is judged."""

    @property
    def kept(self) -> Kept:
        """What the last build kept."""
        return self.left.kept

    @property
    def before(self) -> Build:
        """The last build."""
        return self.left.build

    def desk(self) -> Desk:
        """Give what claims are judged with. UnusableError if what is kept of it is damaged."""
        if self.now.prints == self.kept.desk:
            return kept_desk(self.settings, self.left.store, self.now.inputs)
        return pipeline.open_desk(self.settings)

    @property
    def names(self) -> KeptNames:
        """What claims may name besides each other."""
        return self.kept.names

    @property
    def known(self) -> Known:
        """The names of all records, for texts that lead to them."""
        return known_to(self.draft)

    def hold_to(self, written: tuple[Crumb, ...]) -> None:
        """Hold the pages that editors wrote to those of the last build; UnusableError where every page shows others."""
        if tuple((crumb.text, crumb.address) for crumb in written) != self.kept.frame.written:
            raise UnusableError("pages of text came, went or have another title")


def made_before(reader: Reader, family: Family) -> FamilyMade:
    """Give a family as the last build made it, without details and parts; UnusableError if it is damaged."""
    name = family.name
    return FamilyMade(read_built(reader, name), read_ground(reader, name), files=read_files(reader, name))
