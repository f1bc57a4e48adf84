"""A mistake in a template that a project lays over ours is told with its line, and the site stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.host.test_serve import serving

if TYPE_CHECKING:
    from tests.host.conftest import Project

OPEN_IF = '{% extends "base.html" %}\n{% block content %}\n{% if view.title %}<p>Ours</p>\n{% endblock %}\n'
FAILING = {
    "unknown name": ("claim.html", "{{ nobody }}", "'nobody' is undefined."),
    "unknown attribute": ("claim.html", "{{ claim.nothing }}", "has no attribute 'nothing'."),
    "in a list": ("source_index.html", "{{ nobody.name }}", "'nobody' is undefined."),
    "in prose": ("prose.html", "{{ view.titel }}", "has no attribute 'titel'."),
    "another error": ("claim.html", "{{ 1 / 0 }}", "ZeroDivisionError: division by zero."),
    "a macro of ours": ("claim.html", "{{ parts.size(none) }}", "AttributeError: 'NoneType' object has no attribute"),
}


def lay_over(project: Project, name: str, text: str) -> None:
    project.write(f"looks/{name}", text)
    project.replace("mkdocs.yml", "  name: factreport\n", "  name: factreport\n  custom_dir: looks\n")


def test_a_template_that_cannot_be_read(built: Project) -> None:
    before = built.fingerprint()
    lay_over(built, "claim.html", OPEN_IF)
    built.write("content/pages/about.md", "# About\n\n[Nobody](claim:nobody)\n")
    run = built.build()
    assert run.code == 1
    assert "looks/claim.html:4:1: broken-template: This template cannot be read: " in run.output
    assert "content/pages/about.md:3:10: unknown-claim: " in run.output, "all problems at once"
    assert "Aborted with 2 errors in 2 files; the site is as it was." in run.output
    assert "Traceback" not in run.output
    assert built.fingerprint() == before


@pytest.mark.parametrize(("name", "text", "reason"), FAILING.values(), ids=FAILING)
@pytest.mark.parametrize("options", ["", "      fast: false\n"], ids=["fast", "through MkDocs"])
def test_a_template_that_cannot_be_filled(project: Project, name: str, text: str, reason: str, options: str) -> None:
    lay_over(project, name, f'{{% extends "base.html" %}}\n{{% block content %}}\n{text}\n{{% endblock %}}\n')
    project.replace("mkdocs.yml", "      version: 1\n", f"      version: 1\n{options}")
    run = project.build()
    assert run.code == 1
    assert f"looks/{name}:3:1: broken-template: This template cannot be filled: " in run.output, run.output
    assert reason in run.output
    assert "    hint: " in run.output
    assert "Traceback" not in run.output
    assert not project.site.exists()


def test_a_template_of_the_host_may_use_the_filters_of_the_host(project: Project) -> None:
    lay_over(project, "main.html", "{{ document }}<!-- {{ 'css/ours.css' | url }} -->\n")
    assert project.build("--strict").code == 0
    assert "<!-- ../css/ours.css -->" in project.page("about")


def test_a_preview_goes_on_with_our_templates(project: Project) -> None:
    lay_over(project, "claim.html", OPEN_IF)
    with serving(project) as preview:
        assert "looks/claim.html:4:1: broken-template: " in preview.log
        assert "<p>Ours</p>" not in (preview.get("claims/chips/") or "")
        project.write("looks/claim.html", OPEN_IF.replace("</p>", "</p>{% endif %}"))
        preview.wait_for_text("claims/chips/", "<p>Ours</p>")
