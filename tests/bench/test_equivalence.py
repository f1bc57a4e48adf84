"""Every generator that is measured shows the same words for the same claim."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bench.generated.claim import Claim
from bench.generated.numbering import source_slug
from bench.generators import PEER_GENERATORS, Generator, Tools
from bench.ours import OURS, OurSite
from bench.plain_words import plain_words

CLAIMS = 12
CITING = Claim(12)
"""The first claim that quotes a source of which there is a snapshot."""
ROOT = Path(__file__).parents[2]
TOOLS = Tools(ROOT / ".cache" / "bench-tools")
OWN_ENVIRONMENT = Tools(Path(sys.prefix).parent, python_folder=Path(sys.prefix).name)
"""MkDocs is installed beside us."""
ROWS = {row.key: row for row in OURS}
MKDOCS = next(peer for peer in PEER_GENERATORS if peer.key == "mkdocs")
OTHERS = [peer for peer in PEER_GENERATORS if peer is not MKDOCS]


def files_of(generator: Generator | OurSite, tools: Tools) -> dict[str, bytes]:
    """Build a small site and give its files by their paths."""
    with TemporaryDirectory() as folder:
        project = Path(folder)
        generator.prepare(project, CLAIMS)
        subprocess.run(generator.command(tools, project), cwd=project, check=True, capture_output=True)
        site = project / generator.output
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def claims_of(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give the pages of claims among files."""
    return {path: files[path] for path in files if re.fullmatch(r"claims/claim-\d+/index.html", path)}


def words_of(generator: Generator | OurSite, tools: Tools) -> dict[str, str]:
    """Build a small site and give the words of each claim's page by its path."""
    return {path: plain_words(page.decode()) for path, page in claims_of(files_of(generator, tools)).items()}


@cache
def our_files(key: str) -> dict[str, bytes]:
    return files_of(ROWS[key], TOOLS)


@cache
def mkdocs_words() -> dict[str, str]:
    return words_of(MKDOCS, OWN_ENVIRONMENT)


def test_our_plain_page_has_the_words_of_plain_mkdocs() -> None:
    ours = {path: plain_words(page.decode()) for path, page in claims_of(our_files("plain")).items()}
    assert len(ours) == CLAIMS
    assert ours == mkdocs_words()


@pytest.mark.parametrize("key", ["plain", "page"])
def test_a_row_of_claims_has_one_page_for_each_and_those_that_editors_wrote(key: str) -> None:
    pages = {path for path in our_files(key) if path.endswith((".html", ".md", ".json", ".csv"))}
    written = {"index.html", "method/index.html", "corrections/index.html", "about/index.html"}
    assert pages == claims_of(our_files(key)).keys() | written
    assert len(claims_of(our_files(key))) == CLAIMS


def test_our_own_page_is_that_of_the_whole_site() -> None:
    assert claims_of(our_files("page")) == claims_of(our_files("pages"))


def test_all_pages_are_those_of_the_site_with_everything_but_what_can_be_left_out() -> None:
    pages, everything = our_files("pages"), our_files("all")
    assert pages.keys() < everything.keys()
    left_out = {path.split("/")[0] for path in everything.keys() - pages.keys() if path.endswith(".html")}
    assert left_out == {"data", "embed", "search"}


def test_a_row_of_claims_proves_what_it_does_not_show(tmp_path: Path) -> None:
    row = ROWS["plain"]
    row.prepare(tmp_path, CITING.number + 1)
    (snapshot,) = (tmp_path / "evidence").iterdir()
    claim = tmp_path / "content" / "claims" / f"{CITING.slug}.md"
    words = next(words for source, words in CITING.quotations() if source_slug(source) == snapshot.stem)
    said = claim.read_text(encoding="utf-8")
    claim.write_text(said.replace(words, f"{words} or so"), encoding="utf-8")
    done = subprocess.run(row.command(TOOLS, tmp_path), cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"content/claims/{CITING.slug}.md" in done.stderr
    assert "quotation-not-found" in done.stderr


@pytest.mark.audit
@pytest.mark.parametrize("peer", OTHERS, ids=lambda peer: peer.key)
def test_a_peer_has_the_words_of_plain_mkdocs(peer: Generator) -> None:
    if not peer.is_there(TOOLS):
        pytest.skip(f"{peer.name} is not installed: make bench installs it")
    assert words_of(peer, TOOLS) == mkdocs_words()


def test_words_leave_out_what_is_not_text() -> None:
    page = "<title>No</title><main>A <b>b</b>c<br>d<script>no</script><h2>H <a class='permalink'>#</a></h2></main>no"
    assert plain_words(page) == "A bc d H"


def test_words_tell_table_cells_apart() -> None:
    assert plain_words("<main><td>1</td><td>2</td></main>") == "1 2"
