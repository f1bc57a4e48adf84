"""A build that goes on from the last one gives the site that a build from the content alone gives, byte for byte."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import closing
from random import Random
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest
from tests.building.both_ways import DATA, hold_to_whole, without
from tests.building.edits import EDITS, Project, contents, edit, identities, small_edit, wide_edit

from factreport.building import session
from factreport.building.build import begin
from factreport.model.problem import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.building.build import Beginning
    from factreport.settings import Settings

QUICK = 5
"""Chains of edits in the quick tests, of ten each."""
ALL = 52
EDITS_IN_CHAIN = 10


AMONG_RECORDS = ("content/sources/captured", "content/sources/.captured")
"""Folders in which snapshots may lie, though nobody asks for it."""
LONG = [pytest.param(seed, marks=pytest.mark.audit) for seed in range(QUICK, ALL)]


@pytest.mark.parametrize("seed", [*range(QUICK), *LONG])
def test_any_edits(seed: int, tmp_path: Path) -> None:
    random, project = Random(seed), Project.made(tmp_path)
    project.remembers, project.plain = seed % 2 == 1, seed % 3 == 1
    if seed % 5 == 4:
        project.capture_in(random.choice(AMONG_RECORDS))
    project.build()
    for _ in range(EDITS_IN_CHAIN):
        project.kinds.clear()
        for _ in range(1 + random.randrange(2)):
            edit(project, random)
        hold_to_whole(project)


@pytest.mark.parametrize("seed", [1000, *(pytest.param(n, marks=pytest.mark.audit) for n in range(1001, 1006))])
def test_small_edits_write_what_differs_and_nothing_else(seed: int, tmp_path: Path) -> None:
    random, project = Random(seed), Project.made(tmp_path)
    project.build()
    before, numbers = contents(project.site), identities(project.site)
    went_on = 0
    for _ in range(EDITS_IN_CHAIN):
        project.kinds.clear()
        small_edit(project, random)
        built = project.build()
        if not built.is_published:
            # A figure that its quotation does not bear out, for one.
            project.undo()
            built = project.build()
        after, new_numbers = contents(project.site), identities(project.site)
        if not built.session.is_whole:
            went_on += 1
            written = {path for path in after if new_numbers[path] != numbers.get(path)}
            assert written == {path for path in after if after[path] != before.get(path)}, project.kinds
        before, numbers = after, new_numbers
    # Some of these edits change nothing, and a few concern more than their family.
    assert went_on > EDITS_IN_CHAIN // 2


@pytest.mark.parametrize("seed", [2000, 2001, *(pytest.param(n, marks=pytest.mark.audit) for n in range(2002, 2040))])
def test_wide_edits_go_on_and_write_what_differs(seed: int, tmp_path: Path) -> None:
    random, project = Random(seed), Project.made(tmp_path)
    project.remembers = seed % 2 == 1
    project.build()
    before, numbers = contents(project.site), identities(project.site)
    went_on = 0
    for _ in range(EDITS_IN_CHAIN):
        project.kinds.clear()
        project.save()
        wide_edit(project, random)
        built = hold_to_whole(project)
        went_on += not built.session.is_whole
        if not built.is_published:
            # Most of these mistakes would stand in the way of all that comes after.
            project.go_back()
            built = project.build()
        after, new_numbers = contents(project.site), identities(project.site)
        if not built.session.is_whole:
            written = {path for path in after if new_numbers[path] != numbers.get(path)}
            assert written == {path for path in after if after[path] != before.get(path)}, project.kinds
        before, numbers = after, new_numbers
    # What is published for the first time is held against everything, and nothing is kept beside errors.
    assert went_on > EDITS_IN_CHAIN // 2


def test_a_story_without_claims_comes_to_the_map_of_the_site_and_goes_from_it(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.build()
    story, head = tmp_path / "content/stories/lone.md", "---\ntitle: Lone\nsummary: Told.\n"
    for text, is_there in ((f"{head}draft: yes\n---\n", False), (f"{head}---\n", True), ("", False)):
        if text:
            story.write_text(text, encoding="utf-8")
        else:
            story.unlink()
        assert not hold_to_whole(project).session.is_whole
        assert (b"stories/lone/" in (project.site / "sitemap.xml").read_bytes()) is is_there


@pytest.mark.parametrize("number", [1, 10])
def test_a_name_in_a_text_becomes_a_mistake_when_its_record_comes(number: int, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    first, second = project.records("claims")[:2]
    project.change(first, lambda text: f"{text}\nSee [added-0:amount].\n")
    assert project.build().is_published
    for count in range(number):
        path = project.folder / f"content/sources/added-{count}.md"
        shutil.copy(project.records("sources")[0], path)
    project.change(second, lambda text: f"{text}\nAnother word.\n")
    built = hold_to_whole(project)
    assert not built.session.is_whole, built.session.anew
    told = [str(one.place) for one in built.problems if one.code == "not-a-link"]
    assert [place.split(":")[0] for place in told] == [f"content/claims/{first.name}"]


@pytest.mark.parametrize("folder", AMONG_RECORDS)
def test_a_snapshot_among_records_comes_changes_and_goes(folder: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.capture_in(folder)
    project.build()
    snapshot = min(project.evidence.iterdir())
    text = snapshot.read_bytes()
    snapshot.unlink()
    assert not hold_to_whole(project).session.is_whole
    for content in (text, b"Other words.", text):
        snapshot.write_bytes(content)
        assert not hold_to_whole(project).session.is_whole


def test_a_hidden_snapshot_is_no_record_whatever_its_name(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.capture_in("content/sources/.captured")
    (project.evidence / "added.md").write_text("Captured.", encoding="utf-8")
    project.change(project.records("claims")[0], lambda text: f"{text}\nSee [added:amount].\n")
    project.build()
    shutil.copy(project.folder / "content/sources/source-00000.md", project.folder / "content/sources/added.md")
    built = hold_to_whole(project)
    assert not built.session.is_whole, built.session.anew
    assert "not-a-link" in {one.code for one in built.problems}
    project.change(project.evidence / "added.md", lambda text: f"{text}\nAnother word.\n")
    hold_to_whole(project)


def test_a_file_whose_name_is_no_text_is_told_as_ever(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.build()
    claim = project.records("claims")[0]
    shutil.copy(claim, claim.with_name(os.fsdecode(b"caf\xe9.md")))
    built = hold_to_whole(project)
    assert [one.code for one in built.problems if one.severity is Severity.ERROR] == ["bad-slug"]


@pytest.mark.parametrize("path", ["content/{}", "content/drawer/{}", "evidence/{}", "templates/{}"])
def test_a_file_that_is_no_record_may_have_a_name_that_is_no_text(path: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.build()
    stray = tmp_path / path.format(os.fsdecode(b"caf\xe9.txt"))
    stray.parent.mkdir(exist_ok=True)
    stray.write_text("A note", encoding="utf-8")
    assert hold_to_whole(project).is_published
    EDITS["title"](project, Random(1))
    assert hold_to_whole(project).is_published


def test_what_is_known_to_texts_of_editors_leaves_drafts_out(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    draft, claim = project.records("claims")[:2]
    project.change(draft, lambda text: text.replace("\nverdict:", "\ndraft: yes\nverdict:", 1))
    for _ in range(2):
        project.change(claim, lambda text: f"{text}\nAnother word.\n")
        known = project.build().session.known
        assert draft.stem not in known.claims
        assert claim.stem in known.claims


def test_a_mistake_is_told_without_making_everything_again(tmp_path: Path) -> None:
    random, project = Random(3), Project.made(tmp_path)
    project.build()
    for _ in range(3):
        EDITS["mistake"](project, random)
        broken, anew = project.build(), project.build_anew()
        assert not broken.session.is_whole
        assert not broken.is_published
        assert list(map(str, broken.problems)) == list(map(str, anew.problems))
        EDITS["mistake"](project, random)
        mended = project.build()
        assert not mended.session.is_whole
        assert mended.is_published


@pytest.mark.parametrize("searched", [0, 100])
def test_a_preview_goes_on_with_all_but_the_data_of_the_whole_site(
    searched: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "MOST_SEARCHED", searched)
    random, project = Random(7), Project.made(tmp_path)
    project.preview = True
    project.build()
    for name in ("answer", "title", "body", "story text", "checked"):
        project.prices += 1
        EDITS[name](project, random)
        assert not project.build().session.is_whole, name
        project.build_anew()
        left = DATA if searched else (*DATA, "search/index")
        ours, theirs = without(left, project.site), without(left, project.folder / "anew")
        assert sorted(ours) == sorted(theirs), name
        assert [path for path in ours if ours[path] != theirs[path]] == [], name


@pytest.mark.parametrize("kind", ["build", "preview"])
def test_an_edit_that_lists_do_not_show_leaves_them_alone(kind: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.preview = kind == "preview"
    project.change(project.records("sources")[0], lambda text: text.replace("\npublisher:", f"\n{IDLE}publisher:", 1))
    elsewhere = [one.place.path for one in project.build().problems if "/claims/" not in one.place.path]
    assert elsewhere[0] == "content/evidence.lock" != elsewhere[-1]
    EDITS["body"](project, Random(1))
    built = project.build()
    assert not built.session.is_whole
    assert built.session.has_same_lists
    hold_to_whole(project)


def test_an_edit_that_nothing_else_shows_reads_nothing_else(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.plain = True
    project.build()
    with closing(connect(project.store)) as kept, kept:
        damaged = kept.execute(
            "UPDATE piece SET data = data || ' ' WHERE name = 'sources' OR "
            "name LIKE 'family/%' AND CAST(data AS TEXT) NOT LIKE '%claim-000003%'"
        ).rowcount
    assert damaged > 1
    project.change(project.folder / "content/claims/claim-000003.md", lambda text: f"{text}\nThis is new.\n")
    built = project.build()
    assert not built.session.is_whole, built.session.anew
    assert "This is new." in (project.site / "claims/claim-000003/index.html").read_text(encoding="utf-8")
    EDITS["title"](project, Random(1))
    hold_to_whole(project)


@pytest.mark.parametrize("name", ["basis", "note", "stray"])
def test_what_only_data_or_a_stray_file_show(name: str, tmp_path: Path) -> None:
    random, project = Random(4), Project.made(tmp_path)
    project.build()
    for _ in range(4):
        project.prices += 1
        EDITS[name](project, random)
        hold_to_whole(project)


def test_a_preview_that_leaves_a_record_out_says_of_others_what_a_whole_build_says(tmp_path: Path) -> None:
    random, project = Random(5), Project.made(tmp_path)
    project.preview = project.remembers = True
    project.build()
    EDITS["broken"](project, random)
    for name in ("body", "note", "title", "body"):
        project.prices += 1
        EDITS[name](project, random)
        went_on, anew = project.build(), project.build_anew()
        assert list(map(str, went_on.problems)) == list(map(str, anew.problems)), name


BEGINNINGS = (
    *("family", "ground", "files", "problems", "families", "names", "sources", "document"),
    *("differences", "statements", "words", "part", "read", "lock", "published", "desk"),
)


@pytest.mark.parametrize("how", ["data = data || ' '", pytest.param("name = 'lost/' || name", marks=pytest.mark.audit)])
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_whatever_is_damaged_or_lost_everything_is_made_anew(beginning: str, how: str, tmp_path: Path) -> None:
    random, project = Random(2), Project.made(tmp_path)
    project.build()
    with closing(connect(project.store)) as kept, kept:
        changed = kept.execute(f"UPDATE piece SET {how} WHERE name LIKE ?", (f"{beginning}%",)).rowcount  # noqa: S608
    assert changed
    EDITS["title"](project, random)
    EDITS["topics"](project, random)
    hold_to_whole(project)


@pytest.mark.parametrize("noun", ["claim", "source", "story"])
def test_what_was_read_of_one_record_is_lost(noun: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.build()
    with closing(connect(project.store)) as kept, kept:
        lost = "DELETE FROM piece WHERE name = (SELECT max(name) FROM piece WHERE name LIKE ?)"
        assert kept.execute(lost, (f"read/{noun}/%",)).rowcount == 1
    EDITS["topics"](project, Random(1))
    assert hold_to_whole(project).session.is_whole


def test_a_claim_that_is_saved_while_a_build_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.made(tmp_path)
    claim = project.records("claims")[0]

    def meanwhile(settings: Settings, workers: int) -> Beginning:
        shutil.copy(claim, claim.with_name("late.md"))
        return begin(settings, workers)

    with monkeypatch.context() as patched:
        patched.setattr(session, "begin", meanwhile)
        project.build()
    hold_to_whole(project)


@pytest.mark.parametrize("noun", ["claims", "stories"])
def test_a_new_link_to_a_draft_stops_a_build(noun: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    old, claim = project.records(noun)[1], project.records("claims")[0]
    first = "verdict:" if noun == "claims" else "title:"
    text = old.read_text(encoding="utf-8").replace(f"\n{first}", f"\ndraft: yes\n{first}", 1)
    old.with_name("a-draft.md").write_text(text, encoding="utf-8")
    project.build()
    kind = {"claims": "claim", "stories": "story"}[noun]
    project.change(claim, lambda text: f"{text}\nSee [this]({kind}:a-draft).\n")
    assert not hold_to_whole(project).is_published


def test_an_accepted_warning_of_the_whole_stays_accepted(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    withdrawn, claim = project.records("claims")[:2]
    project.change(withdrawn, lambda text: text.replace("\nverdict:", f"\n{WITHDRAWN}verdict:", 1))
    other = f"relations:\n  with-other:\n    label: Both\n    sum: [amount, {withdrawn.stem}.amount]\n"
    project.change(claim, lambda text: text.replace("relations:\n", other, 1))
    project.change(claim, lambda text: text.replace("\nverdict:", f"\n{ACCEPTED}verdict:", 1))
    hold_to_whole(project)
    project.change(claim, lambda text: f"{text}\nAnother word.\n")
    assert not [one for one in hold_to_whole(project).problems if one.code == "idle-acceptance"]


IDLE = "accept:\n  - code: raw-html\n    because: So\n"
WITHDRAWN = "retired: {date: 2026-01-02, why: Withdrawn}\n"
ACCEPTED = "accept:\n  - code: refers-to-retired\n    because: It is known\n"


def test_a_problem_of_a_source_that_is_not_read_again_keeps_its_place(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    source = project.records("sources")[0]
    project.change(source, lambda text: text.replace("\npublisher:", f"\n{IDLE}publisher:", 1))
    project.build()
    EDITS["topics"](project, Random(1))
    built = hold_to_whole(project)
    assert not built.session.is_whole
    assert [one.place.line for one in built.problems if one.code == "idle-acceptance"] > [1]


def test_what_was_published_under_a_former_address_is_held_against_the_claim(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    claim = project.records("claims")[3]
    EDITS["published"](project, Random(1))
    for path in (*project.records("claims"), *project.records("sources"), *project.records("stories")):
        project.change(path, lambda text: text.replace(claim.stem, "another-name"))
    renamed = claim.rename(claim.with_name("another-name.md"))
    first = f"former_slugs: [{claim.stem}]\nverdict:"
    project.change(renamed, lambda text: text.replace("verdict:", first, 1))
    hold_to_whole(project)
    path = project.folder / "content/published.json"
    published = json.loads(path.read_text(encoding="utf-8"))
    published["claims"][claim.stem]["answer"] = "Another answer"
    path.write_text(json.dumps(published), encoding="utf-8")
    built = hold_to_whole(project)
    assert not built.session.is_whole, built.session.anew
    assert "changed-without-correction" in {one.code for one in built.problems}


@pytest.mark.parametrize("name", ["linked", "__pycache__", ".hidden", "folder.md"])
@pytest.mark.parametrize("below", ["content/claims", "evidence"])
def test_folders_are_the_same_to_every_build(name: str, below: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / below / name
    folder.mkdir()
    if name == "linked":
        folder.rename(elsewhere)
        folder.symlink_to(elsewhere)
        (elsewhere / "round").symlink_to(folder.parent)
    moved = min(path for path in (tmp_path / below).iterdir() if path.is_file())
    moved.rename(folder / moved.name)
    claims = [path for path in project.records("claims") if path.is_file()]
    path = next((one for one in claims if moved.stem in {one.stem, *_cited(one)}), claims[0])
    project.build()
    project.change(path, lambda text: f"{text}\nAnother word.\n")
    hold_to_whole(project)
    project.change(path, lambda text: re.sub(r"(?m)^topics: .*$", "topics: [quite-new]", text))
    hold_to_whole(project)


def _cited(claim: Path) -> list[str]:
    return re.findall(r"(?m)^  - source: (.*)$", claim.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "seeds"), [("figure", (44, 44, 44)), ("locked", (1, 2, 3))])
def test_a_running_preview_shows_each_of_several_edits_of_one_thing(
    kind: str, seeds: tuple[int, ...], tmp_path: Path
) -> None:
    project = Project.made(tmp_path)
    project.remembers = True
    project.build()
    for seed in seeds:
        project.prices += 1
        EDITS[kind](project, Random(seed))
        assert not hold_to_whole(project).session.is_whole


def test_a_draft_beside_a_mistake_is_told_as_a_build_of_the_whole_tells_it(tmp_path: Path) -> None:
    random, project = Random(44), Project.made(tmp_path)
    project.build()
    EDITS["mistake"](project, random)
    assert not project.build().is_published
    for path in project.records("claims"):
        project.change(path, lambda text: text.replace("\nverdict:", "\ndraft: yes\nverdict:", 1))
        hold_to_whole(project)


def test_the_fingerprint_of_a_file_that_is_another_text_is_the_one_that_it_has_now(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    copy = min((tmp_path / "evidence").iterdir())
    source = tmp_path / f"content/sources/{copy.stem}.md"
    project.change(source, lambda text: re.sub(r"(?m)^snapshot: .*$", f"snapshot: sha256:{'0' * 64}", text))
    project.build()
    for _ in range(2):
        project.change(copy, lambda text: f"{text}One more word.\n")
        hold_to_whole(project)
        assert [one.code for one in project.build().problems].count("snapshot-differs") == 1
