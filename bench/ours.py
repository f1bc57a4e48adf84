"""Our own rows: the generated site as it is, built by this checkout, with more or less of what a build can make."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bench import corpus
from bench.generated.numbering import SEED
from bench.generators import PEERS
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_EXTRAS = {"leave_out": [str(extra) for extra in Extra]}
"""Options of a site that goes without everything that a site can go without."""
ONE_PAGE_PROGRAM = Path(__file__).with_name("ours_claims.py")
"""Makes one page for each claim and nothing else."""


@dataclass(frozen=True)
class OurSite:
    """The generated project with its configuration changed for one row."""

    key: str
    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    templates: str = ""
    """Folder below `peers/` whose templates come first."""
    one_page: str = ""
    """The one page for each claim that is made, as `ours_claims.py` names it; empty: every page of the site."""
    output: str = "site"
    caches: tuple[str, ...] = (".factreport", ".cache", ".site-building", ".site-previous")

    def prepare(self, project: Path, claims: int, seed: int = SEED) -> None:
        """Write a project with so many claims."""
        corpus.write(project, claims, seed)
        configuration = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
        configuration["plugins"][0]["factreport"] |= self.options
        if self.templates:
            shutil.copytree(PEERS / self.templates, project / "theme", dirs_exist_ok=True)
            configuration["theme"]["custom_dir"] = "theme"
        text = yaml.safe_dump(configuration, sort_keys=False, allow_unicode=True)
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")

    def command(self, _: object, project: Path) -> Sequence[str]:
        mkdocs = [str(Path(sys.executable).with_name("mkdocs"))]
        # Without -P the modules beside the program would hide others of the same name.
        claims = [sys.executable, "-P", str(ONE_PAGE_PROGRAM), self.one_page]
        program = claims if self.one_page else mkdocs
        return [*program, "build", "--quiet", "--config-file", str(project / "mkdocs.yml")]

    def is_there(self, _: object) -> bool:
        return True


OURS = (
    OurSite("plain", "factreport, the same page: one for each claim", NO_EXTRAS, "ours/theme", one_page="plain"),
    OurSite("page", "factreport, its own page: one for each claim", NO_EXTRAS, one_page="page"),
    OurSite("pages", "factreport, all pages", NO_EXTRAS),
    OurSite("all", "factreport, the whole site"),
)
