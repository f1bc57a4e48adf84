"""What is left of a build: of each family when its own pages are written, and of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from factreport.building.facts import Facts
from factreport.building.families import Family
from factreport.building.key import Key
from factreport.building.told import Told
from factreport.model.kept_record import KeptRecord
from factreport.model.problem import Problem
from factreport.report.cards import Extract, StoryCard
from factreport.report.records import Summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.report.cards import Details


class FamilyBuilt(KeptRecord, frozen=True):
    """What the rest of the site needs of a family; what lists show of it lies elsewhere."""

    family: Family
    extracts: tuple[Extract, ...]
    stories: tuple[StoryCard, ...]
    unlocked: int
    """Proofs that the lock does not hold yet."""


class Ground(KeptRecord, frozen=True):
    """What a family was made from, and found on the way: by this it is known whether it can be made again by itself."""

    sources: tuple[str, ...]
    """Slugs of the sources that it rests on, directly or through others; sorted."""
    facts: Facts
    """What more than the family has to know of its records."""
    problems: tuple[Problem, ...]
    """Found after reading, none acknowledged yet."""


class FamilyMade(Struct, frozen=True):
    """A family with its pages written."""

    built: FamilyBuilt
    ground: Ground
    shown: Mapping[str, Details] = field(default_factory=dict)
    """What lists show of each claim that was made, by slug."""
    parts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What exports keep of each claim that was made, by slug and name."""
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths of the files of each of its claims below the site's folder, by slug, and of its stories by ""."""


class Document(KeptRecord, frozen=True):
    """A page that editors wrote, finished."""

    print: str
    """Fingerprint of what they wrote."""
    text: str


class Frame(KeptRecord, frozen=True):
    """What holds for a build as a whole."""

    key: Key
    """Everything but the content that pages depend on."""
    site: tuple[int, int]
    """Device and number of the folder in which the finished site stands."""
    written: tuple[tuple[str, str], ...]
    """Title and address of the pages that editors wrote."""
    problems: tuple[Problem, ...]
    """Of files that belong to no family, those that are left after acknowledging."""
    complete: bool
    """Whether no record was left out for an error."""
    told: Told
    """What was told of the problems of all files."""
    unlocked: int
    """Proofs that the lock does not hold yet, of all families."""
    summary: Summary
