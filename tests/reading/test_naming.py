"""Files that name a record anywhere: what a build asks of files that it does not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.reading.naming import FEW, naming

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SLUGS = st.from_regex(r"[ab](-?[ab0]){0,3}", fullmatch=True, alphabet="ab0-")
OTHERS = [f"nobody-{number}" for number in range(FEW)]


@pytest.mark.parametrize("others", [[], OTHERS])
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("credits: [first-paper, wire]\n", True),
        ("as [first-paper] says", True),
        ("as [[first-paper]] says", True),
        ("„first-paper“", True),
        ("first-paper", True),
        ("first-papers", False),
        ("the-first-paper", False),
        ("first-paper-2", False),
        ("first_paper", False),
        ("First-paper", False),
        ("", False),
    ],
)
def test_a_name_is_a_word_of_its_own(text: str, names: bool, others: list[str], tmp_path: Path) -> None:  # noqa: FBT001
    assert _naming(tmp_path, [text], ["first-paper", *others]) == (["0"] if names else [])


@given(texts=st.lists(st.lists(SLUGS | st.sampled_from([" ", "[", "]", "é", "\n"])).map("".join)), name=SLUGS)
def test_few_names_and_many_are_found_in_the_same_files(
    texts: list[str], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("files")
    assert _naming(folder, texts, [name]) == _naming(folder, texts, [name, *OTHERS])


def test_no_name_is_in_no_file_and_no_file_is_opened(tmp_path: Path) -> None:
    assert list(naming({"gone": tmp_path / "gone.md"}, [])) == []


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(naming({"gone": tmp_path / "gone.md"}, ["name"]))


def _naming(folder: Path, texts: Sequence[str], names: list[str]) -> list[str]:
    files = {str(number): folder / f"{number}.md" for number in range(len(texts))}
    for path, text in zip(files.values(), texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return list(naming(files, names))
