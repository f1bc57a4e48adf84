"""Small content folders made from the fields of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from factreport.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SCALE = """verdicts:
  open: {word: Open, look: cannot-be-settled, means: Not known.}
  supported: {word: Supported, look: supported, means: Evidence agrees with it.}
"""


def content_of(case: dict[str, Any], folder: Path) -> Settings:
    """Write the files of a case (its sources and what each is cited for) below `folder`, and give settings for them."""
    content = folder / "content"
    for slug, fields in case["sources"].items():
        defaults = {"publisher": slug, "kind": "news", "read": "whole", "snapshot": "none"}
        _write(content / "sources" / f"{slug}.md", {**defaults, **fields})
    _write(content / "claims" / "case.md", _claim(case))
    (content / "scale.yml").write_text(SCALE, "utf-8")
    return Settings(project=folder, content=content)


def _claim(case: dict[str, Any]) -> dict[str, Any]:
    figure = {"label": "The amount", "kind": case.get("kind", "quantity")}
    citations = [cite if "states" in cite else {**cite, "figure": "amount"} for cite in case["cites"]]
    return {
        "claim": "The amount is so much",
        "claimant": "Somebody",
        "claimed": "2025-01-21",
        "checked": "2025-02-01",
        "verdict": "open",
        "answer": "Not known.",
        "figures": {"amount": {**figure, **case.get("figure", {})}},
        "citations": citations,
        **case.get("claim", {}),
    }


def _write(path: Path, fields: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\nText.\n", "utf-8")
