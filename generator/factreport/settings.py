"""What the configuration of a site says, as values: the same whichever host or command read it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FORMAT_VERSION = 1
"""Version of the content format that this program reads."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a build is told, apart from the content itself."""

    project: Path
    """Folder of the configuration file; the paths of problems are relative to it."""
    content: Path
    evidence: Path | None = None
    """Folder of the snapshots; None: no snapshots here, proofs come from the lock."""
    templates: tuple[Path, ...] = ()
    """Folders of templates and styles, the first that has a file wins."""
    site_name: str = "factreport"
    site_description: str = ""
    site_url: str = ""
    """Address of the published site with a slash at its end; empty where it is not known."""
    language: str = "en"
    """BCP 47 code of the interface."""
    quotation_words: int = 25
    """Longest quotation that may be published, in words, this many included."""
    about_share: Fraction = Fraction(5, 100)
    """How far a figure with "about" can lie from what it says, as a share of it."""
    rate_guard: Fraction = Fraction(1, 100)
    """How far a conversion may lie from the reference rate before it is a finding, as a share of it."""
    report_errors: str = ""
    """Address (`mailto:` or `https:`) for readers who found an error; empty: no link."""
    license: str = ""
    """Name of the licence of the published texts; empty: not said."""
    license_url: str = ""
    preview: bool = False
    """Whether drafts are shown and broken items are left out instead of stopping the build."""
