"""What a printed number says: value, step, unit and qualifier, exactly as far as its digits go."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from factreport.figures.exact import Fraction


class Qualifier(StrEnum):
    """How the words around a number limit it. The values are the published vocabulary."""

    NONE = "none"
    OVER = "over"
    AT_LEAST = "at-least"
    UNDER = "under"
    AT_MOST = "at-most"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"


FIRST_WITHOUT_SPACES = "\u3000"
"""Letters from here on are of languages that set no spaces between words."""
BEHIND = frozenset(
    ["以上", "이상", "未満", "미만", "以下", "以内", "以內", "이하", "左右", "上下", "前後", "程度", "ほど", "가량"]
)
"""Words of these languages that limit the figure before them; 超 ("over") may stand on either side."""


class Numeral(Struct, frozen=True):
    """One number as its digits give it."""

    value: Fraction
    """Exact value in base units: scale words multiplied out, pence and cents in pounds and dollars."""
    step: Fraction
    """Place value of the last significant digit, times the scale ("$5.50 billion": 10,000,000); greater than 0."""
    digits: int | None
    """Digits written, from the first that is not zero to the last ("4,000": 4); None for a fraction in words."""

    def __hash__(self) -> int:
        # The hash of a fraction takes a modular inverse.
        return hash((self.value.as_integer_ratio(), self.digits))


class Figure(Struct, frozen=True):
    """A printed figure: a number, or a range of two, with its unit, its qualifier and its place in the text."""

    numeral: Numeral
    """The number; of a range, the lower end."""
    upper: Numeral | None
    """The upper end, set exactly when the qualifier is `between`; never less than `numeral`."""
    units: tuple[str, ...]
    """Candidate units, sorted; one unless the symbol is ambiguous (a bare ¥: CNY, JPY)."""
    qualifier: Qualifier
    text: str
    """The characters of the figure as printed, unit included, qualifier not."""
    start: int
    """First code point of `text` in the text that was read."""
    end: int
    """Code point after the last of `text`."""
    qualifier_text: str = ""
    """The qualifying words as printed ("more than", "or so"); empty for none and for a bare range.

    They stand beside `text`, or within it before the unit ("20-plus years").
    """
    conversion_of: int | None = None
    """`start` of the figure directly before, where this one stands in brackets (or after "or") as its conversion."""
    per: str = ""
    """Unit of time for which it is told ("$500 a month": mo); empty where the words after it say none."""
    of_change: bool | None = None
    """Of degrees: whether the words say that it is a change ("rose by 1.5C") or none; None where they don't say."""

    def __hash__(self) -> int:
        return hash((self.text, self.qualifier_text, self.units, self.start))

    @property
    def unit(self) -> str:
        """The unit; where it is ambiguous, the sorted candidates joined by `|` ("CNY|JPY")."""
        return "|".join(self.units)

    @property
    def said(self) -> str:
        """The figure with its qualifying words, before or after it as they are said ("$10bn or more", "sub-2%")."""
        words = self.qualifier_text
        if words and words in self.text:
            # "20-plus years"
            return self.text
        if words.startswith(("-", "+", "plus")) or words.endswith("-"):
            return f"{words}{self.text}" if words.endswith("-") else f"{self.text}{words}"
        if words.lower().startswith(("or ", "and ")):
            return f"{self.text} {words}"
        if words >= FIRST_WITHOUT_SPACES:
            return f"{self.text}{words}" if words in BEHIND else f"{words}{self.text}"
        return f"{words} {self.text}".strip()

    @property
    def anywhere(self) -> Figure:
        """The same print without its place in a text: what it says does not depend on that."""
        return Figure(
            *(self.numeral, self.upper, self.units, self.qualifier, self.text, 0, 0, self.qualifier_text),
            per=self.per,
            of_change=self.of_change,
        )

    @property
    def value(self) -> Fraction | None:
        """The number, or None for a range."""
        return None if self.upper else self.numeral.value
