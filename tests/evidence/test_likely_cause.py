"""What editors add to a source's words, so that they are not found in it."""

from __future__ import annotations

import pytest

from factreport.evidence.likely_cause import likely_cause

TEXT = "The council said it would spend £12.5 million on a new bridge. The mayor's office declined to comment."
MARKS = "The quotation marks at its ends are taken for the source's. Write it in straight ones, or without."
LEFT_OUT = "Words left out are written “ … ”, with a space on each side and without brackets: "
BRACKETS = "What stands in brackets is not the source's: leave it out, and explain it in `note`: "


@pytest.mark.parametrize(
    ("quotation", "hint"),
    [
        ("“it would spend £12.5 million”", MARKS),
        ('it would spend £12.5 million"', MARKS),
        ("«it would spend £12.5 million»", MARKS),
        ("it would spend... on a new bridge", f"{LEFT_OUT}it would spend … on a new bridge"),
        ("it would spend… on a new bridge", f"{LEFT_OUT}it would spend … on a new bridge"),
        ("it would spend [...] on a new bridge", f"{LEFT_OUT}it would spend … on a new bridge"),
        ("it would spend (…) on a new bridge", f"{LEFT_OUT}it would spend … on a new bridge"),
        ("...would spend £12.5 million", f"{LEFT_OUT}would spend £12.5 million"),
        ("[the council] would spend £12.5 million", f"{BRACKETS}would spend £12.5 million"),
        ("it [the council] would spend £12.5 million", f"{BRACKETS}it would spend £12.5 million"),
        ("would spend [much money] on a new bridge", f"{BRACKETS}would spend … on a new bridge"),
        ("“[The council] would spend... on a new bridge”", f"{BRACKETS}would spend … on a new bridge"),
        ("it would spend £13 million", ""),
        ("“it would spend £13 million”", ""),
        ("[the town] would spend £13 million", ""),
        ("“”", ""),
        ("…", ""),
    ],
)
def test_what_was_added_is_named(quotation: str, hint: str) -> None:
    assert likely_cause(TEXT, quotation) == hint


@pytest.mark.parametrize("piece", [" ", "\t ", "“ ", "[", "[ ", "( ", ".. ", "… "])
def test_a_long_quotation_is_read_once(piece: str) -> None:
    """What is read again from each of its blanks would take hours: that this ends is the test."""
    assert likely_cause(TEXT, f"it would{piece * 200_000}spend £13 million") == ""
