"""The site works below any path, and says its own address only where it knows it."""

from __future__ import annotations

import re
from posixpath import join, normpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.host.conftest import Project

LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
ELSEWHERE = re.compile(r"[a-z]+:|//", re.IGNORECASE)


def links(site: Path) -> dict[str, set[str]]:
    """Give the links of each page of HTML, by its address."""
    return {
        f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./"): {
            link for link in LINK.findall(path.read_text(encoding="utf-8")) if not ELSEWHERE.match(link)
        }
        for path in site.rglob("index.html")
    }


def test_every_link_is_relative_and_leads_to_a_page(project: Project) -> None:
    assert project.build("--strict").code == 0
    dead = set()
    for address, targets in links(project.site).items():
        for target in targets:
            assert not target.startswith("/"), (address, target)
            path, _, anchor = target.partition("#")
            file = project.site / normpath(join(address, path.partition("?")[0]))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (anchor and f'id="{anchor}"' not in file.read_text(encoding="utf-8")):
                dead.add((address, target))
    assert dead == set()


def test_site_without_an_address_of_its_own(project: Project) -> None:
    run = project.build("--strict")
    assert "mkdocs.yml:1:1: no-site-url: " in run.output
    assert not (project.site / "sitemap.xml").exists()
    assert 'rel="canonical"' not in project.page("claims/chips")


def test_site_below_a_path(project: Project) -> None:
    project.configure("site_url: https://example.org/desk/\n")
    run = project.build("--strict")
    assert run.code == 0
    assert "no-site-url" not in run.output
    listed = re.findall(r"<loc>(.*?)</loc>", (project.site / "sitemap.xml").read_text(encoding="utf-8"))
    assert {
        "https://example.org/desk/",
        "https://example.org/desk/about/",
        "https://example.org/desk/claims/chips/",
    } <= set(listed)
    assert listed == sorted(set(listed))
    assert not any("404" in address or "/embed/" in address for address in listed)
    assert 'href="https://example.org/desk/claims/chips/"' in project.page("claims/chips")
    missing = (project.site / "404.html").read_text(encoding="utf-8")
    assert all(link.startswith(("/desk/", "#")) for link in LINK.findall(missing) if not ELSEWHERE.match(link))
