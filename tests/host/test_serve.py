"""The preview: an edit shows by itself, and a broken item is left out while the rest goes on."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.host.conftest import Project

PATIENCE = 20.0
"""Seconds after which an edit has to be seen; a rebuild of the example takes about one."""


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        self._log = log

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str) -> str | None:
        """Give the page; None where there is none."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:  # noqa: S310 - our own
                return str(answer.read().decode())
        except urllib.error.HTTPError:
            return None

    def wait(self, seen: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if seen():
                return
            time.sleep(0.1)
        pytest.fail(f"Not seen within {PATIENCE} seconds.\n{self.log}")

    def wait_for_text(self, path: str, text: str) -> None:
        self.wait(lambda: text in (self.get(path) or ""))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(project: Project, *options: str) -> Iterator[Preview]:
    port, log = free_port(), project.folder / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *options]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            command,
            cwd=project.folder,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        preview = Preview(f"http://127.0.0.1:{port}/", log)
        preview.wait(lambda: "Serving on" in preview.log or process.poll() is not None)
        assert process.poll() is None, preview.log
        yield preview
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def test_edits_of_claim_source_and_template_show(project: Project) -> None:
    project.write("theme/parts/nothing.html", "")
    project.replace("mkdocs.yml", "  name: factreport\n", "  name: factreport\n  custom_dir: theme\n")
    with serving(project) as preview:
        project.replace("content/claims/chips.md", "The sum is in yuan;", "An edited claim;")
        preview.wait_for_text("claims/chips/", "An edited claim;")
        project.replace("content/sources/computing.md", "A British trade title", "An edited source")
        preview.wait_for_text("sources/computing/", "An edited source")
        project.replace("content/pages/about.md", "About this example", "An edited page")
        preview.wait_for_text("about/", "An edited page")
        project.write(
            "theme/prose.html", "{% extends 'base.html' %}{% block head %}<!-- an edited template -->{% endblock %}"
        )
        preview.wait_for_text("about/", "an edited template")
        assert re.search(r"livereload\(\d+, ", preview.get("claims/chips/") or "")
    assert not project.site.exists()


def test_a_second_preview_is_told_that_the_address_is_taken(project: Project) -> None:
    with serving(project) as preview:
        port = int(preview.address.rpartition(":")[2].strip("/"))
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        second = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)
        printed = second.stdout + second.stderr
        told = f"Another program, such as a preview, serves 127.0.0.1:{port} already."
        assert (second.returncode, told in printed, "Traceback" in printed) == (1, True, False)
        assert f"mkdocs serve -a 127.0.0.1:{port + 1}" in printed
        assert preview.get("claims/chips/")


def test_broken_claim_shows_its_problem_and_comes_back(project: Project) -> None:
    with serving(project, "--strict") as preview:
        assert preview.get("claims/overseas/") is not None
        project.replace("content/claims/overseas.md", "verdict: cannot-be-settled", "verdict: perhaps")
        preview.wait(lambda: preview.get("claims/overseas/") is None)
        assert "content/claims/overseas.md:8:10: unknown-verdict: " in preview.log
        assert "unknown-verdict" in (preview.get("") or "")
        # What the server gives at the claim's address.
        nothing = preview.get("404.html") or ""
        assert "unknown-verdict" in nothing
        assert "may be mistyped" not in nothing
        assert preview.get("claims/chips/") is not None
        project.replace("content/claims/overseas.md", "verdict: perhaps", "verdict: cannot-be-settled")
        preview.wait(lambda: preview.get("claims/overseas/") is not None)
        assert "unknown-verdict" not in (preview.get("") or "")
        assert "may be mistyped" in (preview.get("404.html") or "")


def test_drafts_are_shown_in_the_preview_only(project: Project) -> None:
    project.replace("content/claims/sample-budget.md", "verdict: supported", "draft: yes\nverdict: supported")
    assert project.build("--strict").code == 0
    assert not (project.site / "claims" / "sample-budget").exists()
    with serving(project) as preview:
        assert preview.get("claims/sample-budget/") is not None


def test_clean_preview_serves_what_a_build_makes(project: Project) -> None:
    with serving(project, "--clean") as preview:
        assert "40 billion yuan" in (preview.get("claims/chips/") or "")
        project.replace("content/claims/chips.md", "The sum is in yuan;", "An edited claim;")
        preview.wait_for_text("claims/chips/", "An edited claim;")


def test_nobody_is_told_of_an_address_that_the_host_gave(project: Project) -> None:
    with serving(project) as preview:
        assert "no-site-url" in preview.log
        assert "site-url-not-https" not in preview.log
        assert preview.get("feeds/claims.xml") is None
    project.replace("mkdocs.yml", "site_name:", "site_url: https://facts.example/desk/\nsite_name:")
    with serving(project) as preview:
        assert preview.get("desk/claims/chips/") is not None
        assert "site-url" not in preview.log
