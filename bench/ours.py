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

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OPTIONS: dict[str, dict[str, Any]] = {
    "plain": {"leave_out": ["link_previews"]},
    "page": {"leave_out": ["link_previews"]},
    "all": {},
}
"""Options of the plugin by row: which types of page and which exports are made. Empty: everything that there is."""


@dataclass(frozen=True)
class OurSite:
    """The generated project with its configuration changed for one row."""

    key: str
    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    templates: str = ""
    """Folder below `peers/` whose templates come first."""
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
        mkdocs = Path(sys.executable).with_name("mkdocs")
        return [str(mkdocs), "build", "--quiet", "--config-file", str(project / "mkdocs.yml")]

    def is_there(self, _: object) -> bool:
        return True


OURS = (
    OurSite("plain", "factreport, the same plain page", OPTIONS["plain"], "ours/theme"),
    OurSite("page", "factreport, its own page", OPTIONS["page"]),
    OurSite("all", "factreport with data files, feeds and search", OPTIONS["all"]),
)
