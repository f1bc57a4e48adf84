"""A site built family by family is the site that all content makes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.building.edits import contents
from tests.exports.all_files import all_files
from tests.pages.sites import own_report, settings

from factreport.assembly import with_exports
from factreport.building.build import begin, build_claims
from factreport.building.families import families, part_of
from factreport.building.gatherings import Wanted, build_gatherings
from factreport.building.kept import FILES, read_files
from factreport.building.shelf import Shelf
from factreport.building.store import Store
from factreport.pages.site import Site, pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def built(folder: Path, workers: int) -> Mapping[str, bytes]:
    """Give every file of the project's site, by path."""
    store = Store(folder / "kept.sqlite")
    build = build_claims(begin(settings()), (), folder / "site", workers, Shelf(store))
    gathered = build_gatherings(build, folder / "site", workers, Wanted())
    with store.read(uncommitted=True) as reader:
        families = [name for name, _data in reader.pieces(FILES)]
        made = [path for name in families for paths in read_files(reader, name).values() for path in paths]
    made += [*gathered.pages, *gathered.others]
    files = contents(folder / "site")
    assert sorted(made) == sorted(files)
    return files


@pytest.fixture(scope="module")
def at_once() -> Mapping[str, bytes]:
    site = with_exports(Site(own_report(), settings()))
    files = {page.path: page.text.encode() for page in pages(site)}
    return files | {file.path: file.content for file in all_files(site.report, site.settings)}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_a_site_of_families_is_the_site_of_all(at_once: Mapping[str, bytes], tmp_path: Path, workers: int) -> None:
    files = built(tmp_path, workers)
    assert sorted(files) == sorted(at_once)
    assert [path for path in files if files[path] != at_once[path]] == []


def test_problems_are_the_same(tmp_path: Path) -> None:
    assert build_claims(begin(settings()), (), tmp_path, 1, Shelf(None)).problems.all() == own_report().problems


def test_every_claim_and_story_is_in_one_family() -> None:
    content = own_report().content
    found = families(content)
    assert sorted(slug for one in found for slug in one.claims) == [claim.slug for claim in content.claims]
    assert sorted(slug for one in found for slug in one.stories) == [story.slug for story in content.stories]


def test_a_family_has_the_sources_behind_its_sources() -> None:
    content = own_report().content
    for family in families(content):
        part = part_of(content, family)
        for source in part.sources:
            assert {*source.credits, *source.probably_used} <= set(part.source_by_slug)


def test_a_story_alone_is_a_family() -> None:
    content = own_report().content
    story = replace(content.stories[0], slug="alone", claims=())
    found = families(replace(content, stories=(*content.stories, story)))
    assert [one.name for one in found if "alone" in one.stories] == ["stories/alone"]
