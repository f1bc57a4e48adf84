"""How well and how fast figures are read: F1 on the labelled cases, and texts per second on one core.

Run from the repository: `python bench/figures.py`. Of the untouched half, only sums are printed.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.figures.cases import Case, Item, load, read

from factreport.figures import read as reading

LEVELS = ("value", "+unit", "+qualifier", "+digits")
SECONDS = 3


def f1(cases: tuple[Case, ...]) -> list[float]:
    """F1 over all figures: by value alone, then with the unit, the qualifier and the digits right too."""
    right, read_count, expected_count = [0] * len(LEVELS), 0, 0
    for case in cases:
        found = read(case.text)
        read_count += len(found)
        expected_count += len(case.expected)
        for level in range(len(LEVELS)):
            right[level] += sum((_first(found, level) & _first(case.expected, level)).values())
    return [2 * count / (read_count + expected_count) for count in right]


def _first(items: tuple[Item, ...], level: int) -> Counter[tuple[object, ...]]:
    return Counter(tuple(item[: level + 1]) for item in items)


def texts_per_second(texts: list[str]) -> float:
    """Give how many texts are read in a second of a processor; each anew, though builds keep what they have read."""
    read_anew = reading._read  # noqa: SLF001 - without the cache in front of it
    for text in texts:
        read_anew(text)
    start, count = time.process_time(), 0
    while time.process_time() - start < SECONDS:
        for text in texts:
            read_anew(text)
        count += len(texts)
    return count / (time.process_time() - start)


def main() -> None:
    for name in ("labelled", "tuning", "untouched"):
        cases = load(name)
        whole = sum(Counter(read(case.text)) == Counter(case.expected) for case in cases)
        traps = sum(len(read(case.text)) for case in cases if not case.expected)
        scores = ", ".join(f"{level} {score:.3f}" for level, score in zip(LEVELS, f1(cases), strict=True))
        print(f"{name}: {len(cases)} texts, {whole} wholly right, {traps} figures in traps; F1 {scores}")
    texts = [case.text for name in ("labelled", "tuning", "untouched") for case in load(name)]
    average = sum(map(len, texts)) / len(texts)
    print(f"{texts_per_second(texts):,.0f} texts a second, of {average:.0f} characters on average")


if __name__ == "__main__":
    main()
