"""Sets up the peers in an environment of their own: Python packages in one folder, those of Node.js beside it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.generators import Generator, Tools

PYTHON_PACKAGES = ("hugo", "mkdocs>=1.6,<2", "mkdocs-material", "zensical")
NODE_PACKAGES = ("@11ty/eleventy", "@11ty/eleventy@3.1.6")
"""The newest; where a part of it cannot be had, the last one that could."""


def install(tools: Tools) -> None:
    """Install what is missing; a peer that cannot be installed is left out with a note."""
    tools.folder.mkdir(parents=True, exist_ok=True)
    if not tools.script("pip").exists():
        _try([sys.executable, "-m", "venv", str(tools.python)], tools)
    for package in PYTHON_PACKAGES:
        name = package.partition(">")[0]
        if not any(tools.python.glob(f"lib/python*/site-packages/{name.replace('-', '_')}-*.dist-info")):
            _try([str(tools.script("pip")), "install", "--quiet", "--disable-pip-version-check", package], tools)
    if tools.eleventy().exists() or shutil.which("npm") is None:
        return
    (tools.folder / "package.json").write_text(json.dumps({"name": "bench-tools", "private": True}), encoding="utf-8")
    for package in NODE_PACKAGES:
        if _try(["npm", "install", "--silent", "--no-fund", "--no-audit", package], tools):
            return


def _try(command: list[str], tools: Tools) -> bool:
    """Run a command in the folder of the tools; if it fails, say so and go on."""
    done = subprocess.run(command, cwd=tools.folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{' '.join(command)} failed: {done.stderr.strip()[-300:]}", file=sys.stderr)
    return not done.returncode


def version(generator: Generator, tools: Tools) -> str:
    """Give the version number that a generator prints."""
    done = subprocess.run(generator.version(tools), capture_output=True, text=True, check=False)
    words = done.stdout.replace(",", " ").split()
    return next((word.lstrip("v") for word in words if word.lstrip("v")[:1].isdecimal() and "." in word), "unknown")
