"""Exchange rates as sources print them."""

from __future__ import annotations

import pytest

from factreport.figures.exact import fraction_of
from factreport.figures.stated_rate import parse_rate


@pytest.mark.parametrize(
    ("written", "many", "one"),
    [
        ("7.2712 yuan per dollar", "CNY", "USD"),
        ("7.2712  yuan \n per\tdollar", "CNY", "USD"),
        ("$1 = 7.2712 yuan", "CNY", "USD"),
        ("($1=7.2712 yuan)", "CNY", "USD"),
    ],
)
def test_a_rate_is_read_however_it_is_spaced(written: str, many: str, one: str) -> None:
    rate = parse_rate(written)
    assert (rate.value, rate.unit, rate.per, rate.text) == (fraction_of("7.2712"), many, one, written)


@pytest.mark.parametrize("written", [f"1{' ' * 200_000}x", f"1{' =' * 100_000}\n", f"1{' a' * 100_000}"])
def test_what_is_no_rate_is_read_once(written: str) -> None:
    """Read again from each blank it would take hours: that this ends is the test."""
    with pytest.raises(ValueError, match="exchange rate"):
        parse_rate(written)
