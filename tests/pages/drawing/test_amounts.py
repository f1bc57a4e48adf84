"""Numbers on charts are written as Babel writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from factreport.figures.exact import Fraction
from factreport.pages.drawing.amounts import Amounts

LOCALES = (
    "ar",
    "bg",
    "de",
    "de_AT",
    "de_CH",
    "en_GB",
    "en_IN",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "ja",
    "pl",
    "pt_PT",
    "sv",
)


@pytest.mark.parametrize("code", LOCALES)
@given(st.integers(-(10**15), 10**15), st.integers(0, 6))
@example(1234, 0)
@example(1234567, 2)
@example(-5, 1)
def test_numbers_are_written_as_the_locale_has_it(code: str, scaled: int, decimals: int) -> None:
    locale, value = Locale.parse(code), Decimal(scaled).scaleb(-decimals)
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    text = format_decimal(abs(value), format=pattern, locale=locale, decimal_quantization=False)
    written = Amounts("count", locale).number(Fraction(value), decimals)
    assert written == (f"\N{MINUS SIGN}{text}" if scaled < 0 else text)
