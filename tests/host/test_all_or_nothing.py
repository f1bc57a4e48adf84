"""A build that fails, for whatever reason and however late, leaves the site of the last good build as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from factreport.building.workers import can_fork, processors

if TYPE_CHECKING:
    from tests.host.conftest import Project

HOOKS = {
    "another plugin warns": (
        "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs.plugins.other').warning('so late')\n"
    ),
    "another plugin raises": "def on_post_build(config):\n    raise RuntimeError('so late')\n",
    "another plugin gives up": "import sys\ndef on_post_build(config):\n    sys.exit('so late')\n",
    "an interrupt": "def on_post_build(config):\n    raise KeyboardInterrupt\n",
    "another plugin aborts": (
        "from mkdocs.exceptions import PluginError\ndef on_post_build(config):\n    raise PluginError('so late')\n"
    ),
    "another plugin raises last of all": (
        "from mkdocs.plugins import event_priority\n@event_priority(-1000)\ndef on_post_build(config):\n"
        "    raise RuntimeError('so late')\n"
    ),
    "another plugin raises early": "def on_config(config):\n    raise RuntimeError('so early')\n",
}
EDITS = {
    "an unknown verdict": ("content/claims/chips.md", "verdict: cannot-be-settled", "verdict: cannot-be-setled"),
    "a quotation that is not in its source": (
        "content/claims/sample-budget.md",
        "is over $12 billion",
        "is over £12 billion",
    ),
    "broken YAML of a prose page": ("content/pages/method.md", "title: Method", 'title: "Method'),
    "a prose link to nowhere": ("content/pages/about.md", "(method.md)", "(methods.md)"),
}


def assert_untouched(project: Project, *options: str, environment: dict[str, str] | None = None) -> str:
    before = project.fingerprint()
    run = project.build(*options, environment=environment)
    assert run.code != 0, run.output
    assert project.fingerprint() == before
    assert project.leftovers() == []
    return run.output


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_site_survives_other_plugins(built: Project, hook: str) -> None:
    built.write("hook.py", hook)
    built.configure("hooks: [hook.py]\n")
    output = assert_untouched(built, "--strict")
    assert "so late" in output or "so early" in output or "KeyboardInterrupt" in output or "Aborted!" in output


@pytest.mark.parametrize(("path", "old", "new"), EDITS.values(), ids=EDITS)
def test_site_survives_mistakes(built: Project, path: str, old: str, new: str) -> None:
    built.replace(path, old, new)
    assert f"{path}:" in assert_untouched(built, "--strict")


@pytest.mark.parametrize("option", ["--quiet", "--verbose", "--dirty"])
def test_errors_stop_every_build(built: Project, option: str) -> None:
    built.replace(*EDITS["an unknown verdict"])
    assert "content/claims/chips.md:9:10: unknown-verdict: " in assert_untouched(built, option)


def test_warnings_stop_a_strict_build_that_is_quiet(built: Project) -> None:
    built.replace("content/claims/chips.md", "would_settle:", "in_short: [one, two, three, four]\nwould_settle:")
    assert_untouched(built, "--strict", "--quiet")
    assert built.build("--quiet").code == 0


FULL_DISK = """
from factreport.building.drawer import Drawer

def put(self, data):
    raise OSError(28, "No space left on device")

Drawer.put = put
"""
KILLED = """
import os, signal
from factreport.building.workshop import Workshop

def make(self, family):
    os.kill(os.getpid(), signal.SIGKILL)

Workshop.make = make
"""
FAILING_SYSTEM = {
    "a full disk": (FULL_DISK, "[Errno 28] No space left on device"),
    "a killed process": (KILLED, "a process that shared the work was killed, perhaps for want of memory"),
}


@pytest.mark.parametrize("name", FAILING_SYSTEM)
def test_a_system_that_fails_us_is_told_in_one_line(built: Project, name: str) -> None:
    if name == "a killed process" and (processors() < 2 or not can_fork()):
        pytest.skip("with one process for everything, it is the build itself that would be killed")
    hook, reason = FAILING_SYSTEM[name]
    built.write("hook.py", hook)
    built.configure("hooks: [hook.py]\n")
    output = assert_untouched(built)
    assert f"The site cannot be built: {reason}" in output
    assert "Traceback" not in output


def test_good_build_replaces_the_site(built: Project) -> None:
    before = built.fingerprint()
    (built.site / "stale.html").write_text("stale", encoding="utf-8")
    (built.site / ".nojekyll").touch()
    run = built.build("--strict")
    assert run.code == 0
    assert built.fingerprint() != before
    assert "A changed sentence" in built.page("claims/chips")
    assert not (built.site / "stale.html").exists()
    assert (built.site / ".nojekyll").exists()
    assert built.leftovers() == []


def test_build_says_where_the_site_is_and_what_it_found(built: Project) -> None:
    output = built.build("--strict").output
    assert "site/index.html" in output
    assert "3 claims, 5 sources, 2 of 2 quotations verified" in output


def test_dirty_build_is_whole_too(built: Project) -> None:
    assert built.build("--strict").code == 0
    before = built.fingerprint()
    assert built.build("--dirty").code == 0
    assert built.fingerprint() == before


def test_other_site_folder(built: Project) -> None:
    run = built.build("--strict", "--site-dir", "public/site")
    assert run.code == 0, run.output
    assert (built.folder / "public" / "site" / "claims" / "chips" / "index.html").exists()
    assert list((built.folder / "public").iterdir()) == [built.folder / "public" / "site"]


def test_clone_without_snapshots_builds_from_the_lock(built: Project) -> None:
    shutil.rmtree(built.folder / "snapshots")
    run = built.build("--strict")
    assert run.code == 0, run.output
    assert "2 of 2 quotations verified" in run.output
    built.replace("content/claims/sample-budget.md", "is over $12 billion", "is over $12 billions")
    output = assert_untouched(built, "--strict")
    assert "content/claims/sample-budget.md:13:12: " in output
    assert "factreport verify" in output


def test_two_builds_give_the_same_bytes(built: Project) -> None:
    assert built.build("--strict").code == 0
    first = built.fingerprint()
    assert built.build("--strict").code == 0
    assert built.fingerprint() == first


def test_thirty_mistakes_in_ten_files_give_thirty_messages(built: Project) -> None:
    for number in range(10):
        built.write(
            f"content/claims/broken-{number}.md",
            "---\nclaim: Broken on purpose\nclaimant: A test\nclaimed: 2025-01-21\nchecked: 2025-02-30\n"
            "verdict: perhaps\nanswer: It is broken, 3 times.\ncolour: red\n---\n",
        )
    output = assert_untouched(built)
    for number in range(10):
        path = f"content/claims/broken-{number}.md"
        assert f"{path}:5:10: not-a-date: " in output
        assert f"{path}:6:10: unknown-verdict: " in output
        assert f"{path}:8:1: unknown-field: " in output
    assert output.count("content/claims/broken-") == 30


def test_a_name_that_is_no_text_stops_nothing(built: Project) -> None:
    (built.folder / "evidence").mkdir(exist_ok=True)
    name = os.fsencode(built.folder / "evidence") + b"/caf\xe9.txt"
    with contextlib.suppress(OSError), open(name, "wb"):  # noqa: PTH123 - some systems know no such names
        pass
    run = built.build("--strict")
    assert run.code == 0, run.output
    assert "Traceback" not in run.output
    assert built.leftovers() == []
    assert not [*(built.folder / ".factreport").glob("*.open")]
