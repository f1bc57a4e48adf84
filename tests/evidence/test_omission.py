"""Words searched for in a text, whatever their capitals, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.evidence.omission import FoundTerm, _lowered, find_terms

ODD = "\u0130\u0131\u03a3\u03c2\u03c3\u01c5\u0149\u0307ßẞ"
"""Letters whose lower case is several, or depends on where they stand."""


@given(st.text(f"abzABZ {ODD}", max_size=30) | st.text(max_size=30))
def test_lower_case_is_that_of_each_character_where_it_is_one(text: str) -> None:
    lowered = [character.lower() for character in text]
    plain = [low if len(low) == 1 else character for low, character in zip(lowered, text, strict=True)]
    assert _lowered(text) == "".join(plain)


@pytest.mark.parametrize(
    ("text", "term", "start"),
    [
        ("In \u0130zmir", "\u0130ZMIR", 3),
        ("ΛΔ\u03a3 on", "λδ\u03c3", 0),
        ("In ÄRGER", "ärger", 3),
        ("Road", "oad", None),
    ],
)
def test_a_term_is_found_as_a_whole_word(text: str, term: str, start: int | None) -> None:
    assert find_terms(text, (term,)) == (() if start is None else (FoundTerm(term, start),))
