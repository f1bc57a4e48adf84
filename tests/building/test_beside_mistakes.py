"""What a build that goes on tells beside a mistake is what a build from the content alone tells beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.building.both_ways import hold_to_whole
from tests.building.edits import Project

from factreport.building.checking import check
from factreport.pages.site import generated_addresses

if TYPE_CHECKING:
    from pathlib import Path

IDLE = "accept:\n  - code: unused-figure\n    because: So\n"
"""Accepts a warning that does not come up."""
QUOTED = re.compile(r"(?m)^    quote: .*\n(?:    .*\n)*?      amount: ")
"""A quotation with the figure that it bears out."""


@pytest.mark.parametrize("kind", ["build", "preview"])
def test_no_acceptance_is_idle_beside_an_error_found_in_judging(kind: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.preview = project.remembers = kind == "preview"
    claim = next(one for one in project.records("claims") if QUOTED.search(one.read_text(encoding="utf-8")))
    story = next(one for one in project.records("stories") if one.stem not in claim.read_text(encoding="utf-8"))
    project.change(story, lambda text: text.replace("\ntitle:", f"\n{IDLE}title:", 1))
    project.build()
    project.change(claim, lambda text: re.sub(r"(?m)^(      amount: ).*\d.*$", r"\g<1>$18 billion", text, count=1))
    told = {one.code for one in hold_to_whole(project).problems}
    assert "idle-acceptance" not in told
    project.undo()
    mended = hold_to_whole(project)
    assert "idle-acceptance" in {one.code for one in mended.problems}
    project.change(claim, lambda text: f"{text}\nAnother word.\n")
    assert not hold_to_whole(project).session.is_whole


def test_a_check_knows_the_addresses_that_come_and_go_beside_a_mistake(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    claim, story = project.records("claims")[0], tmp_path / "content/stories/lone.md"
    story.write_text("---\ntitle: Lone\nsummary: Told.\n---\n", encoding="utf-8")
    project.build()
    told = story.rename(story.with_name("other.md"))
    project.change(claim, lambda text: text.replace("\ncitations:", "\nnonsense: 1\ncitations:", 1))
    hold_to_whole(project)
    taken = {
        f"{folder}/{slug}/" for folder, slug in (("claims", claim.stem), ("stories", "lone"), ("stories", "other"))
    }
    assert taken & set(generated_addresses(check(project.settings(), 1).site)) == {"stories/other/"}
    told.unlink()
    project.undo()
    hold_to_whole(project)
