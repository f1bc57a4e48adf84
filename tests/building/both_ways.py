"""Builds of a project both ways, going on from the last one and from the content alone, held to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.building.edits import contents

from factreport.building.checking import check
from factreport.pages.site import generated_addresses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.building.edits import Built, Project

    from factreport.building.checking import Checked
    from factreport.pages.site import Site

DATA = ("data/", "feeds/", "llms.txt")
"""Where the data of the whole site lie; later builds of a preview leave them as they are."""


def without(beginnings: tuple[str, ...], site: Path) -> Mapping[str, bytes]:
    """Give the files of a site whose paths do not begin so."""
    return {path: content for path, content in contents(site).items() if not path.startswith(beginnings)}


def hold_to_whole(project: Project) -> Built:
    """Build both ways and compare problems and files; give the build that went on from the last one if it could.

    The problems are those that a check tells, which goes on from the last build too. Its site has the same addresses.
    """
    checked = check(project.settings(), 1)
    went_on, anew = project.build(), project.build_anew()
    whole = anew.session.site if anew.is_published else _checked_anew(project).site
    assert _taken(checked.site) == _taken(whole), project.kinds
    assert list(map(str, checked.problems)) == list(map(str, anew.problems)), project.kinds
    assert list(map(str, went_on.problems)) == list(map(str, anew.problems)), project.kinds
    assert went_on.is_published == anew.is_published, project.kinds
    if anew.is_published:
        assert went_on.session.summary == anew.session.summary, project.kinds
        left = DATA if project.preview else ()
        ours, theirs = without(left, project.site), without(left, project.folder / "anew")
        assert sorted(ours) == sorted(theirs), project.kinds
        assert [path for path in ours if ours[path] != theirs[path]] == [], project.kinds
    return went_on


def _checked_anew(project: Project) -> Checked:
    """Check without what builds keep."""
    kept, aside = project.store.parent, project.folder / "aside"
    there = kept.is_dir()
    if there:
        kept.rename(aside)
    found = check(project.settings(), 1)
    if there:
        aside.rename(kept)
    return found


def _taken(site: Site) -> tuple[set[str], set[str]]:
    """Give the addresses at which no text of the editors may stand, and those of stories, which have further parts."""
    return set(generated_addresses(site)), {card.address for card in site.report.story_cards}
