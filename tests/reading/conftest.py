"""A small content folder to read from, and the claim that most tests change a little."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from factreport.reading.content import read_content

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.model.claim import Claim
    from factreport.model.content import Content

SCALE = """verdicts:
  supported: {word: Supported, look: supported, rating: 5, means: Evidence agrees with it.}
reporting:
  repeated-right: {word: Repeated right, look: supported, means: Reports say what their origin says.}
ratings: {worst: 1, best: 5}
"""
SOURCE = """---
publisher: Gazette
published: 2025-01-20
kind: news
knows: own
read: whole
snapshot: none
---
"""
CLAIM = """claim: The bridge costs $12 million
claimant: Town council
claimed: 2025-01-20
checked: 2025-02-01
verdict: supported
answer: The council announced $12 million.
"""


@dataclass
class Desk:
    """A content folder to write in and read from."""

    root: Path

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file below `content/`."""
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def read(self, *, drafts: bool = False) -> Content:
        """Read the folder."""
        return read_content(self.root / "content", root=self.root, drafts=drafts)

    def claim(self, fields: str = "", body: str = "", slug: str = "bridge") -> None:
        """Write a claim with the fields that all need, and these."""
        self.write(f"claims/{slug}.md", f"---\n{CLAIM}{fields}---\n{body}")

    def read_claim(self, fields: str = "", body: str = "") -> Claim:
        """Write a claim, read it, and be sure that it has no error."""
        self.claim(fields, body)
        content = self.read()
        assert "bridge" in content.claim_by_slug, content.problems
        return content.claim_by_slug["bridge"]

    def codes(self, *, drafts: bool = False) -> list[str]:
        """Give the codes of all problems, without notices that every small site has."""
        usual = {"unused-source", "claim-without-story", "answer-without-number"}
        return [problem.code for problem in self.read(drafts=drafts).problems if problem.code not in usual]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a content folder with a scale and two sources."""
    desk = Desk(tmp_path)
    desk.write("scale.yml", SCALE)
    desk.write("sources/gazette.md", SOURCE)
    desk.write("sources/courier.md", SOURCE.replace("Gazette", "Courier"))
    return desk
