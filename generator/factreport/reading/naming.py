"""Which files name a record anywhere: in their fields, in links of their text, or in what was meant as one.

Asked of the bytes of files that are not read otherwise, of thousands at a time.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

FEW = 8
"""Up to so many names are looked for in a file one by one; of more, each word of it is looked up."""
_WORD = re.compile(rb"[\w-]+")


def naming(files: Mapping[str, Path], names: Collection[str]) -> Iterator[str]:
    """Give the slugs of the `files` in which one of these slugs stands as a word. Raises OSError."""
    wanted = frozenset(map(os.fsencode, names))
    has_any = _has_one_of_few(wanted) if len(wanted) <= FEW else _has_one_of_many(wanted)
    return (slug for slug, path in files.items() if has_any(_bytes(path))) if wanted else iter(())


def _has_one_of_few(names: frozenset[bytes]) -> Callable[[bytes], bool]:
    words = [re.compile(rb"(?<![\w-])" + re.escape(name) + rb"(?![\w-])") for name in names]
    # Most files have not even the letters.
    return lambda text: any(name in text and word.search(text) for name, word in zip(names, words, strict=True))


def _has_one_of_many(names: frozenset[bytes]) -> Callable[[bytes], bool]:
    return lambda text: not names.isdisjoint(_WORD.findall(text))


def _bytes(path: Path) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of thousands of files, so every step counts
        return file.read()
