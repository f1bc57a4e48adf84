"""Pages that editors write as text, in MkDocs' places and by our Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.host.conftest import Project


def built(project: Project, *options: str) -> str:
    run = project.build(*options)
    assert run.code == 0, run.output
    return run.output


def test_links_between_pages_lead_to_pages(project: Project) -> None:
    project.write("content/pages/more/deep.md", "# Deep\n\n[up](../about.md) ![drawing](drawing.svg)\n")
    project.write("content/pages/more/drawing.svg", "<svg/>")
    built(project)
    assert 'href="../method/"' in project.page("about")
    assert 'href="./method/#what-we-compare"' in project.page("") or 'href="method/#what-we-compare"' in project.page(
        ""
    )
    assert 'href="../../about/"' in project.page("more/deep")
    assert 'src="../drawing.svg"' in project.page("more/deep")
    assert (project.site / "more" / "drawing.svg").exists()


def test_links_to_claims_lead_to_claims(project: Project) -> None:
    built(project)
    assert 'href="../claims/chips/"' in project.page("method")


def test_headings_have_permalinks(project: Project) -> None:
    built(project)
    page = project.page("method")
    assert 'id="what-we-compare"' in page
    assert 'href="#what-we-compare"' in page


def test_raw_html_stays_text(project: Project) -> None:
    project.write("content/pages/about.md", "# About\n\n<script>alert(1)</script> <b>bold</b>\n")
    output = built(project)
    assert "content/pages/about.md:3:1: raw-html: " in output
    page = project.page("about")
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_link_to_a_heading_that_is_not_there(project: Project) -> None:
    project.configure("validation:\n  links:\n    anchors: warn\n")
    built(project, "--strict")
    project.write("content/pages/about.md", "# About\n\n[Method](method.md#nowhere)\n")
    run = project.build("--strict")
    assert run.code == 1
    assert "does not contain an anchor '#nowhere'" in run.output


def test_prose_cannot_stand_where_the_site_has_a_page(project: Project) -> None:
    project.write("content/pages/sources.md", "# Sources\n")
    run = project.build()
    assert run.code == 1
    assert "content/pages/sources.md:1:1: address-taken: " in run.output


def test_prose_cannot_stand_where_a_story_goes_on(project: Project) -> None:
    (story,) = (project.folder / "content" / "stories").glob("*.md")
    project.write(f"content/pages/stories/{story.stem}/page/2.md", "# More\n")
    project.write(f"content/pages/stories/{story.stem}/page/more.md", "# More\n")
    run = project.build()
    assert run.code == 1
    assert f"content/pages/stories/{story.stem}/page/2.md:1:1: address-taken: " in run.output
    assert "more.md:1:1: address-taken" not in run.output


def test_page_that_is_not_utf8(project: Project) -> None:
    (project.folder / "content/pages/about.md").write_bytes(b"# Caf\xe9\n")
    run = project.build()
    assert run.code == 1
    assert "content/pages/about.md:1:6: not-utf8: " in run.output
