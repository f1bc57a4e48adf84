"""Structured data that breaks the published rules stops a strict build, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.host.conftest import Project


def _with_own_theme(project: Project) -> None:
    """Put a review without its fields into the head of every page."""
    block = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ClaimReview"}</script>'
    project.write("theme/head_data.html", block)
    project.replace("mkdocs.yml", "name: factreport", "name: factreport\n  custom_dir: theme")
    project.configure("\nsite_url: https://facts.example/desk/\n")


def test_broken_markup_stops_a_strict_build(project: Project) -> None:
    assert project.build("--strict").code == 0
    before = project.fingerprint()
    _with_own_theme(project)
    run = project.build("--strict")
    assert run.code == 1
    assert "structured data; the site is as it was" in run.output
    assert project.fingerprint() == before
    assert project.leftovers() == []


def test_without_strict_it_is_published(project: Project) -> None:
    _with_own_theme(project)
    assert project.build().code == 0
