"""Measure how fast the sites are built, ours and those of other generators: `python -m bench`, or `make bench`.

The first run installs the peers. Big sites take long: choose sizes, generators and parts; see bench/README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bench import corpus, measure, tools
from bench.generators import PEER_GENERATORS, Generator, Tools
from bench.machine import machine, versions
from bench.measure import Bench, as_data
from bench.ours import OURS, OurSite
from bench.pieces import measure as measure_pieces
from bench.real import measure_real
from bench.summary import summary

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
PAGE = ROOT / "docs" / "performance.md"
MEMORY = Path("/dev/shm")  # noqa: S108 - the file system in memory
PARTS = ("full", "edit", "limit", "pieces", "real")
PIECES_CLAIMS = 1_000
ONE_RUN_FROM = 50_000
"""Sites of so many claims are built once for the memory and once for the time."""
INTRODUCTION = """# Performance

Made by `make bench OPTIONS=--write`; `bench/README.md` says how it is measured. Every generator shows the same words
for the same claims, which `tests/bench/` proves; ours reads, checks, proves and compares them as well. One page for
each claim is what the others make; our rows with all pages and with the whole site make more of the same content. Wall
time is the median of timed runs in turns, with the shortest and the longest of them, or a single run where it says so.
Processors is user and system time of all processes together. Memory is the peak of all processes together, shared pages
counted once. A ratio below 1 is in favour of its row.
"""


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Take the command line apart."""
    keys = [one.key for one in (*OURS, *PEER_GENERATORS)]
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", default="100,1000", help="numbers of claims (default: %(default)s)")
    parser.add_argument("--edit-size", type=int, help="number of claims of the edits (default: the largest size)")
    parser.add_argument(
        "--generators", default=",".join(keys), help="name:10000 is built up to so many claims (default: %(default)s)"
    )
    parser.add_argument("--parts", default=",".join(PARTS), help="default: %(default)s")
    parser.add_argument("--runs", type=int, default=5, help="timed runs of each (default: %(default)s)")
    parser.add_argument("--limit", type=float, default=900, help="seconds that one run may take (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where projects are written (default: in memory, if there is room)")
    parser.add_argument("--tools", type=Path, default=ROOT / ".cache" / "bench-tools", help="default: %(default)s")
    parser.add_argument("--write", action="store_true", help="keep the results, and write docs/performance.md")
    parser.add_argument("--from", dest="results", type=Path, help="measure nothing: write the page from these results")
    return parser.parse_args(given)


def most_claims(generators: str) -> dict[str, float]:
    """Give up to how many claims each generator is measured, by its name.

    >>> most_claims("plain,all:10000")
    {'plain': inf, 'all': 10000.0}
    """
    named = (one.partition(":") for one in generators.split(","))
    return {name: float(most or "inf") for name, _colon, most in named}


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def measurements(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Give everything that was asked for, as JSON takes it."""
    chosen = most_claims(options.generators)
    parts = options.parts.split(",")
    found = Tools(options.tools.absolute())
    tools.install(found)
    peers = [one for one in PEER_GENERATORS if one.key in chosen and one.is_there(found)]
    ours = [one for one in OURS if one.key in chosen]
    data: dict[str, Any] = {"machine": machine(folder), "versions": versions(peers, found), "limit": options.limit}
    data["rows"] = [
        as_data(row) for row in _rows(options, Bench(found, folder, options.runs, options.limit, _say), ours, peers)
    ]
    if "pieces" in parts:
        _say("pieces")
        corpus.write(folder / "pieces", PIECES_CLAIMS)
        data["pieces"] = [asdict(piece) for piece in measure_pieces(folder / "pieces")]
    if "real" in parts:
        data["real"] = [as_data(row) for row in measure_real(folder, options.runs, options.limit, _say)]
    return data


def _rows(options: argparse.Namespace, bench: Bench, ours: list[OurSite], peers: list[Generator]) -> list[measure.Row]:
    parts, most = options.parts.split(","), most_claims(options.generators)
    sizes = sorted(int(size) for size in options.sizes.split(","))
    rows: list[measure.Row] = []
    too_slow: set[str] = set()
    for claims in sizes if {"full", "edit", "limit"} & set(parts) else ():
        turns = replace(bench, runs=min(bench.runs, 1)) if claims >= ONE_RUN_FROM else bench
        left_out = too_slow | {key for key, largest in most.items() if claims > largest}
        chosen: list[Generator | OurSite] = [*ours, *peers]
        built = turns.full([one for one in chosen if one.key not in left_out], claims)
        rows += built
        too_slow |= {row.key for row in built if row.failed}
        there = [one for one in ours if one.key not in left_out | too_slow]
        if "limit" in parts:
            rows += [turns.physical_limit(one, claims) for one in there]
        if "edit" in parts and claims == (options.edit_size or sizes[-1]):
            rows += turns.edits(there, _peer("mkdocs"), claims)
            rows += turns.changes(there, claims)
        bench.forget(claims)
    return rows


def _peer(key: str) -> Generator:
    return next(one for one in PEER_GENERATORS if one.key == key)


def page(data: dict[str, Any]) -> str:
    """Give docs/performance.md."""
    about = "\n".join(f"- {name}: {value}" for name, value in {**data["machine"], **data["versions"]}.items())
    return f"{INTRODUCTION}\n{summary(data)}\n## Machine and versions\n\n{about}\n"


def main() -> None:
    options = arguments()
    if options.results:
        data = json.loads(options.results.read_text(encoding="utf-8"))
    else:
        base = options.folder or (MEMORY if MEMORY.is_dir() else None)
        with tempfile.TemporaryDirectory(prefix="bench-", dir=base) as folder:
            data = measurements(options, Path(folder))
    print(summary(data))
    if options.write or options.results:
        PAGE.write_text(page(data), encoding="utf-8")
    if options.write:
        RESULTS.mkdir(exist_ok=True)
        name = data["machine"]["measured"][:10]
        (RESULTS / f"{name}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
