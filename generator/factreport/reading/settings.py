"""What the site's configuration says about reading content."""

from __future__ import annotations

from msgspec import Struct


class ReadingSettings(Struct, frozen=True):
    """Limits that content is held against."""

    quotation_words: int = 25
    """Longest quotation that may be published, in words, this many included."""
    answer_words: int = 30
    """Longest answer, in words, this many included."""
    in_short_points: int = 3
    """Most points in `in_short`, this many included."""
