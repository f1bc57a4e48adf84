"""What an import could not carry over, or had to guess: values with a place and a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from factreport.claimreview.problem import Key

NOTES = {
    "no-claim": "A review has no `claimReviewed`; it is left out.",
    "repeated": "A review was met before, on another page or in a feed; it is imported once.",
    "withdrawn": "An element of a feed is withdrawn; it is left out.",
    "no-claimant": "The markup names no claimant: the file says so in its place.",
    "several-claimants": "The markup names several claimants: they stand in one field.",
    "no-check-date": "The markup does not tell when it was checked: the day of the import stands there.",
    "unclear-date": "A date is none: it is left out or unknown.",
    "no-verdict": "The rating has no words: the draft has the verdict `not-rated`.",
    "no-scale": "The scale is made of the verdicts that were met; what each means and how it looks is for you to say.",
    "verdict-not-on-scale": "The scale in the folder has no such verdict: add it, or choose another.",
    "rating-not-kept": "Numbers of the rating do not fit the scale; the words are kept.",
    "no-answer": "There is no `ratingExplanation`: the answer is for you to write.",
    "long-answer": "`ratingExplanation` is longer than an answer may be: the whole stands in the text below.",
    "correction-in-part": "A correction says less than ours do: what it was before, or why, is for you to write.",
    "no-correction-date": "A correction has no date: it stands in the text below.",
    "source-in-part": "Of a source the markup tells little: its kind, and what was read of it, are for you to say.",
    "no-address": "Something is named as an appearance or citation without address and publisher: it is left out.",
    "not-carried": "Properties that have no place in a claim file.",
}
"""What each code is about, for the published list; the codes are never renamed."""


class Say(Protocol):
    """Notes something that could not be carried over from one review."""

    def __call__(self, code: str, message: str, *keys: Key) -> None:
        """Note it at the value that `keys` lead to within the review."""


class Note(Struct, frozen=True, order=True):
    """One thing that could not be carried, in its place in the markup."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code}: {self.message}"
