"""Whatever the bytes of a file: a content and problems come back, never an exception."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factreport.model.problem import Severity
from factreport.reading.known import Known
from factreport.reading.prose import read_prose
from factreport.reading.uses import uses_of_claim, uses_of_source, uses_of_story

if TYPE_CHECKING:
    from tests.reading.conftest import Desk

    from factreport.model.content import Content

SITE = Path(__file__).parents[1] / "example_site" / "content"
FILES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.suffix in {".md", ".yml"})
RECORDS = [name for name in FILES if not name.startswith("pages/")]
PIECES = st.sampled_from(
    [*"\n\t :-[]{}#&*!|>'\"%@`~?,…", "---\n", "\n  - ", ": ", "\ufeff", "null", "\x00", "claim.figure"]
)
QUICK = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("path", ["claims/any.md", "sources/any.md", "stories/any.md", "scale.yml"])
@QUICK
@given(data=st.binary(max_size=200))
@example(data=b"---\n" + b"[" * 5000 + b"\n---\n")
def test_any_bytes(desk: Desk, path: str, data: bytes) -> None:
    desk.write(path, data)
    assert_whole(desk.read())


@pytest.mark.parametrize("path", RECORDS)
@QUICK
@given(data=st.data())
def test_a_good_file_with_a_slip(desk: Desk, path: str, data: st.DataObject) -> None:
    text = (SITE / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    slip = data.draw(PIECES)
    for name in RECORDS:
        desk.write(name, (SITE / name).read_bytes())
    desk.write(path, text[:start] + slip + text[end:])
    assert_whole(desk.read())


@pytest.mark.parametrize("path", RECORDS)
def test_a_site_without_one_of_its_files_has_no_loose_ends(desk: Desk, path: str) -> None:
    for name in RECORDS:
        desk.write(name, (SITE / name).read_bytes())
    desk.write(path, "broken")
    content = desk.read()
    assert_whole(content)
    assert {problem.place.path for problem in content.problems if problem.severity is Severity.ERROR} == {
        f"content/{path}"
    }


@QUICK
@given(data=st.binary(max_size=200))
@example(data=b"---\ntitle: a: b\n---\n")
def test_any_prose(data: bytes) -> None:
    assert read_prose(data, "index.md", Known()).path == "index.md"


def assert_whole(content: Content) -> None:
    """Every reference leads to something, and every problem has a place that can be."""
    for problem in content.problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert "\n" not in str(problem).replace("\n    hint: ", "")
    there = {"claim": content.claim_by_slug, "source": content.source_by_slug, "story": content.story_by_slug}
    uses = [use for claim in content.claims for use in uses_of_claim(claim)]
    uses += [use for source in content.sources for use in uses_of_source(source)]
    uses += [use for story in content.stories for use in uses_of_story(story)]
    assert [use for use in uses if use.slug not in there[use.noun]] == []
    for claim in content.claims:
        content.scale.verdict(claim.verdict)
