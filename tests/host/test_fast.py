"""`fast: false`: other plugins of the host see every generated page and change it; without such, nothing differs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.building.edits import contents
from tests.host.conftest import EXAMPLE, Project, copy_of_example
from tests.host.test_serve import serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

REPOSITORY = Path(__file__).parents[2]
MARK = "<!-- seen by another plugin -->"
OTHER_PLUGIN = f"""
def on_files(files, config):
    for file in files.documentation_pages():
        if file.url == "corrections/":
            files.remove(file)
    return files

def on_nav(nav, config, files):
    assert [page.url for page in nav.pages] == ["", "about/", "method/"]

def on_page_content(html, page, config, files):
    return html.replace("yuan", "renminbi")

def on_page_context(context, page, config, nav):
    with open("seen.txt", "a", encoding="utf-8") as seen:
        print(page.url, page.title, bool(page.meta.get("description")), sep="|", file=seen)

def on_post_page(output, page, config):
    return "" if page.url == "stories/" else output.replace("</body>", "{MARK}</body>")
"""
"""Hooks are plugins in a file: they get the same events, in the same order."""


@pytest.fixture
def slow(project: Project) -> Project:
    """Give a project whose pages go through MkDocs, with its address."""
    project.configure("\nsite_url: https://facts.example/desk/\n")
    set_options(project, "fast: false")
    return project


@pytest.fixture
def changed(slow: Project) -> Project:
    """Give the same with another plugin, and with a navigation that the host makes of all pages it has."""
    slow.replace("mkdocs.yml", "nav:\n  - index.md\n  - Method: method.md\n  - About: about.md\n", "")
    slow.write("hook.py", OTHER_PLUGIN)
    slow.configure("hooks: [hook.py]\n")
    return slow


def set_options(project: Project, *options: str) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "".join(f"      {one}\n" for one in ("version: 1", *options)))


def html_of(site: Path) -> set[str]:
    return {path for path in contents(site) if path.endswith(".html")}


def seen_by_other(project: Project) -> Mapping[str, tuple[str, str]]:
    """Give title and "True" for a page with a description, by address."""
    lines = (project.folder / "seen.txt").read_text(encoding="utf-8").splitlines()
    seen = [line.split("|") for line in lines]
    assert len(seen) == len({url for url, *_rest in seen})
    return {url: (title, described) for url, title, described in seen}


def addresses(paths: Iterable[str]) -> set[str]:
    return {path.removesuffix("index.html") for path in paths}


@pytest.mark.parametrize("of", [EXAMPLE, REPOSITORY], ids=["example", "repository"])
def test_the_site_is_the_same_byte_for_byte(of: Path, tmp_path: Path) -> None:
    sites = []
    for fast in ("true", "false"):
        project = Project(tmp_path / fast)
        project.folder.mkdir()
        shutil.copy(of / "mkdocs.yml", project.folder)
        for name in ("content", "snapshots"):
            if (of / name).is_dir():
                shutil.copytree(of / name, project.folder / name)
        set_options(project, f"fast: {fast}")
        if of == EXAMPLE:
            project.configure("\nsite_url: https://facts.example/desk/\n")
        run = project.build("--strict")
        assert run.code == 0, run.output
        sites.append(contents(project.site))
        assert (project.folder / ".factreport").exists() == (fast == "true")
    assert {path for path in sites[0] if sites[0].get(path) != sites[1].get(path)} == set()
    assert sites[0].keys() == sites[1].keys()


def test_another_plugin_sees_every_page_and_changes_it(changed: Project, built_once: Path) -> None:
    run = changed.build("--strict")
    assert run.code == 0, run.output
    made, whole = html_of(changed.site), html_of(built_once / "site")
    assert whole - made == {"stories/index.html", "corrections/index.html"}, "what the other plugin took away"
    assert made <= whole
    assert not [path for path in made if MARK not in (changed.site / path).read_text(encoding="utf-8")]
    seen = seen_by_other(changed)
    assert seen.keys() == addresses(whole - {"corrections/index.html"})
    assert seen["claims/chips/"] == ("ByteDance plans to spend 40 billion yuan on AI chips in China in 2025", "True")
    assert "40 billion renminbi" in changed.page("claims/chips")


def test_what_is_left_out_is_no_page(changed: Project) -> None:
    set_options(changed, "leave_out: [embeds, search, data]")
    run = changed.build("--strict")
    assert run.code == 0, run.output
    seen = seen_by_other(changed)
    assert {"claims/chips/", "claims/overseas/", "404.html"} <= seen.keys()
    assert not [address for address in seen if address.startswith(("embed/", "search/", "data/"))]


def test_the_next_build_begins_anew(changed: Project) -> None:
    assert changed.build("--strict").code == 0
    before = changed.fingerprint()
    (changed.folder / "seen.txt").unlink()
    assert changed.build("--strict").code == 0
    assert changed.fingerprint() == before
    assert "claims/chips/" in seen_by_other(changed)


def test_an_error_leaves_the_site(slow: Project) -> None:
    assert slow.build("--strict").code == 0
    before = slow.fingerprint()
    slow.replace("content/claims/overseas.md", "verdict: cannot-be-settled", "verdict: perhaps")
    run = slow.build("--strict")
    assert run.code == 1
    assert run.output.count("content/claims/overseas.md:8:10: unknown-verdict: ") == 1
    assert slow.fingerprint() == before
    assert slow.leftovers() == []


def test_another_plugin_that_fails_at_a_page_leaves_the_site(changed: Project) -> None:
    assert changed.build("--strict").code == 0
    before = changed.fingerprint()
    changed.replace("hook.py", "return html.replace", "assert page.url != 'claims/chips/'; return html.replace")
    run = changed.build("--strict")
    assert run.code != 0
    assert "Error reading page 'claims/chips/index.md'" in run.output
    assert changed.fingerprint() == before
    assert changed.leftovers() == []


def test_the_preview_shows_edits_as_the_other_plugin_leaves_them(changed: Project) -> None:
    with serving(changed) as preview:
        assert MARK in (preview.get("desk/claims/chips/") or "")
        changed.replace("content/claims/chips.md", "The sum is in yuan;", "An edited claim in yuan;")
        preview.wait_for_text("desk/claims/chips/", "An edited claim in renminbi;")
        assert MARK in (preview.get("desk/claims/chips/") or "")
        changed.replace("content/claims/overseas.md", "verdict: cannot-be-settled", "verdict: perhaps")
        preview.wait(lambda: preview.get("desk/claims/overseas/") is None)
        assert MARK in (preview.get("desk/claims/chips/") or "")


def test_properdocs_builds_the_same_bytes(slow: Project, tmp_path: Path) -> None:
    assert slow.build("--strict").code == 0
    other = copy_of_example(tmp_path / "other")
    shutil.copy(slow.folder / "mkdocs.yml", other.folder)
    run = other.build("--strict", "-f", "mkdocs.yml", host="properdocs")
    assert run.code == 0, run.output
    assert other.fingerprint() == slow.fingerprint()
