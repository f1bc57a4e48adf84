"""The places that links are held against are those that pages have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.pages.test_markdown import Known

from factreport.pages.markdown import render_markdown
from factreport.reading.anchors import OF_TEMPLATES, places_in

PROJECT = Path(__file__).parents[2]
TEXTS = [path for folder in ("content", "docs") for path in sorted((PROJECT / folder).rglob("*.md"))]
HEADINGS = """# One

## Why “by 2025”?

## Two *words* and `code`

## With a [link](claim:bridge) and a marker [@gazette:cost]

## Again

## Again ##

Below a line
============

> ## In a quotation

- ### In a list

```
## No heading
```
"""


def test_all_headings_are_found() -> None:
    made = {heading.identity for heading in render_markdown(HEADINGS, Known()).headings}
    assert sorted(places_in(HEADINGS) or ()) == sorted(made)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_heading_of_a_real_text_is_missed(path: Path) -> None:
    text = path.read_text("utf-8")
    text = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
    found = places_in(text)
    assert found is None or {heading.identity for heading in render_markdown(text, Known()).headings} <= found


@pytest.mark.parametrize("heading", ["A & B", "A &amp; B", "_One_", "A <b>", "1\\. One"])
def test_what_is_not_certain_is_not_judged(heading: str) -> None:
    assert places_in(f"## One\n\n## {heading}\n") is None


def test_what_templates_have_is_known() -> None:
    fixed = {found for path in (PROJECT / "templates").glob("*.html") for found in _ids(path.read_text("utf-8"))}
    assert fixed - {"query", "found", "results", "nothing"} | {"background"} == OF_TEMPLATES


def _ids(template: str) -> set[str]:
    return {found.removesuffix("-title") for found in re.findall(r'\bid="([a-z-]+)"', template)}
