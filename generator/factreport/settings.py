"""What the configuration of a site says, as values: the same whichever host or command read it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from factreport.language import gettext as _
from factreport.language import locale_of

FORMAT_VERSION = 1
"""Version of the content format that this program reads."""
TRANSLATIONS = "locale"
"""Folder of a project's own translations, beside its configuration."""
EVIDENCE_VARIABLE = "FACTREPORT_EVIDENCE"
"""Environment variable that names the folder of the snapshots; it wins over the configuration."""

_PER_CENT = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%")
_MAIL = re.compile(r"[^@\s:/]+@[^@\s:/]+\.[^@\s:/]+")


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
    translations: tuple[Path, ...] = ()
    """Folders searched for `<code>.po` before the program's own."""
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
    link_previews: bool = True
    """Whether each claim gets a picture for links to it on other sites."""
    preview: bool = False
    """Whether drafts are shown and broken items are left out instead of stopping the build."""

    @property
    def license_text(self) -> str:
        """The licence's name with its address, whichever is known; empty where nothing is said of it."""
        name, address = self.license, self.license_url
        return f"{name} ({address})" if name and address else name or address


def parse_share(text: str) -> Fraction:
    """Give a share of one from per cent as written; ValueError if it is not between 0% and 100%.

    >>> parse_share("2.5%")
    Fraction(1, 40)
    """
    match = _PER_CENT.fullmatch(text.strip())
    if match is None or Fraction(match[1]) > 100:
        raise ValueError(
            _("Write a share in per cent, like 5%, between 0% and 100%; this is '{text}'.").format(text=text)
        )
    return Fraction(match[1]) / 100


def parse_language(text: str) -> str:
    """Give the BCP 47 code of a language; ValueError where it is none.

    >>> parse_language("de-AT")
    'de-AT'
    """
    locale_of(text)
    return text


def parse_address(text: str) -> str:
    """Give the address behind a link for readers: a mail address becomes `mailto:`; ValueError for anything else.

    >>> parse_address("desk@example.org")
    'mailto:desk@example.org'
    """
    if text.startswith(("https://", "http://", "mailto:")):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    raise ValueError(_("Write a mail address or one that begins with https://; this is '{text}'.").format(text=text))


def evidence_folder(project: Path, configured: str | None) -> Path | None:
    """Give the folder of the snapshots, or None if there is none on this machine.

    `FACTREPORT_EVIDENCE` wins and must name a folder, or ValueError; without it the configured folder counts (relative
    to the project; `evidence` if nothing is configured), which may be missing, as in a clone without snapshots.
    """
    if named := os.environ.get(EVIDENCE_VARIABLE):
        folder = Path(named).resolve()
        if not folder.is_dir():
            message = _("{variable} names a folder that is not there: {folder}")
            raise ValueError(message.format(variable=EVIDENCE_VARIABLE, folder=named))
        return folder
    folder = project / (configured or "evidence")
    return folder if folder.is_dir() else None
