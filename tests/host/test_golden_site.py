"""The example site says what it said: every page's words and ids, compared with `tests/example_site/golden/`.

`pytest tests/host/test_golden_site.py --update-golden` writes them anew; the diff is what readers see changed.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tests.host.conftest import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.host.conftest import Project

GOLDEN = EXAMPLE / "golden"
PAGES = (
    "",
    "about",
    "claims",
    "claims/chips",
    "claims/overseas",
    "claims/sample-budget",
    "corrections",
    "discrepancies",
    "sources",
    "sources/computing",
    "sources/test-text-one",
    "stories/bytedance",
    "topics/ai-chips",
)
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "button",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
}
SILENT = {"script", "style", "head"}


class Words(HTMLParser):
    """Gathers the visible words of a page, one block on a line, with the ids of its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag not in INLINE:
            self.lines.append("")
        identity = dict(attrs).get("id")
        if identity:
            self.lines[-1] += f"{{#{identity}}}"

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        if tag not in INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data

    def text(self) -> str:
        lines = (" ".join(line.split()) for line in self.lines)
        return "\n".join(line for line in lines if line) + "\n"


def words_of(page: str) -> str:
    words = Words()
    words.feed(page)
    return words.text()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    from tests.host.conftest import copy_of_example  # noqa: PLC0415

    project = copy_of_example(tmp_path_factory.mktemp("golden"))
    run = project.build("--strict")
    assert run.code == 0, run.output
    return project


def golden_file(name: str) -> Path:
    return GOLDEN / f"{name.replace('/', '.') or 'home'}.txt"


@pytest.mark.parametrize("address", PAGES)
def test_page_says_what_it_said(site: Project, address: str, *, update_golden: bool) -> None:
    # Which data a claim's page was made of is tested where it is cited, not here.
    words = re.sub(r"data\.json sha256 [0-9a-f]{16}", "data.json sha256 …", words_of(site.page(address)))
    if update_golden:
        golden_file(address).parent.mkdir(exist_ok=True)
        golden_file(address).write_text(words, encoding="utf-8")
    assert words == golden_file(address).read_text(encoding="utf-8")


def test_site_has_the_files_that_it_had(site: Project, *, update_golden: bool) -> None:
    files = sorted(path.relative_to(site.site).as_posix() for path in site.site.rglob("*") if path.is_file())
    # The folder of the search's index is named by what it holds.
    text = re.sub("(?m)^search/index/[0-9a-f]{12}/", "search/index/…/", "\n".join([*files, ""]))
    if update_golden:
        (GOLDEN / "files.txt").write_text(text, encoding="utf-8")
    assert text == (GOLDEN / "files.txt").read_text(encoding="utf-8")
