"""Words are measured, broken into lines and cut by their width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.pages.drawing.text_width import ELLIPSIS, shortened, text_width, wrapped

TEXTS = st.text(st.sampled_from("ail mW\u0301中.-"), max_size=40)


@given(TEXTS, st.integers(0, 200))
def test_as_much_is_kept_as_fits(text: str, width: int) -> None:
    cut = shortened(text, width, 12)
    if text_width(text, 12) <= width:
        assert cut == text
        return
    fitting = [text[:end] for end in range(len(text) + 1) if text_width(text[:end] + ELLIPSIS, 12) <= width]
    assert cut == (fitting[-1].rstrip() if fitting else "") + ELLIPSIS


@given(TEXTS, st.integers(40, 200))
def test_lines_hold_the_whole_text_and_fit(text: str, width: int) -> None:
    lines = wrapped(text, width, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 12) <= width for line in lines)


@pytest.mark.parametrize("piece", ["a", "a ", "W", "\u0301", "中"])
def test_a_text_of_any_length_is_measured_once(piece: str) -> None:
    """Measured again for each of its characters it would take hours: that this ends is the test."""
    assert len(shortened(piece * 300_000 + "W" * 100, 200, 12)) < 300_101
    assert wrapped(piece * 100_000, 200, 12)
