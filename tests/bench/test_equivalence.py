"""Every generator that is measured shows the same words for the same claim."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bench.generators import PEER_GENERATORS, Generator, Tools
from bench.ours import OURS, OurSite
from bench.plain_words import plain_words

CLAIMS = 12
ROOT = Path(__file__).parents[2]
TOOLS = Tools(ROOT / ".cache" / "bench-tools")
OWN_ENVIRONMENT = Tools(Path(sys.prefix).parent, python_folder=Path(sys.prefix).name)
"""MkDocs is installed beside us."""
PLAIN = next(row for row in OURS if row.key == "plain")
MKDOCS = next(peer for peer in PEER_GENERATORS if peer.key == "mkdocs")
OTHERS = [peer for peer in PEER_GENERATORS if peer is not MKDOCS]


def words_of(generator: Generator | OurSite, tools: Tools) -> dict[str, str]:
    """Build a small site and give the words of each claim's page by the claim's name."""
    with TemporaryDirectory() as folder:
        project = Path(folder)
        generator.prepare(project, CLAIMS)
        subprocess.run(generator.command(tools, project), cwd=project, check=True, capture_output=True)
        pages = (project / generator.output / "claims").glob("claim-*/index.html")
        return {page.parent.name: plain_words(page.read_text(encoding="utf-8")) for page in pages}


@cache
def mkdocs_words() -> dict[str, str]:
    return words_of(MKDOCS, OWN_ENVIRONMENT)


def test_our_plain_page_has_the_words_of_plain_mkdocs() -> None:
    ours = words_of(PLAIN, TOOLS)
    assert len(ours) == CLAIMS
    assert ours == mkdocs_words()


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
