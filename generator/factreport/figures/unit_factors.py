"""Units of one kind that may be compared with each other, by exact factors.

The international foot, pound and mile are exact by definition (BIPM SI Brochure, NIST SP 811 appendix B). A month and a
day, per cent and percentage points, and two currencies have no fixed factor and are not here.
"""

from __future__ import annotations

from fractions import Fraction

_PREFIXES = {"p": -12, "n": -9, "µ": -6, "u": -6, "m": -3, "c": -2, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15}


def _prefixed(symbol: str, prefixes: str, kind: str, power: int = 1) -> dict[str, tuple[str, Fraction]]:
    names = [*prefixes, ""]
    return {prefix + symbol: (kind, Fraction(10) ** (_PREFIXES[prefix] * power)) for prefix in names}


def _of(kind: str, **factors: str) -> dict[str, tuple[str, Fraction]]:
    return {unit: (kind, Fraction(factor)) for unit, factor in factors.items()}


FACTORS: dict[str, tuple[str, Fraction]] = {
    **_prefixed("W", "mkMGT", "power"),
    **_prefixed("Wh", "kMGTP", "energy"),
    **_prefixed("m", "nµumck", "length"),
    **_of("length", ft="0.3048", yd="0.9144", mi="1609.344", nmi="1852"),
    "in": ("length", Fraction("0.0254")),
    **_prefixed("g", "nµumk", "mass"),
    **_of("mass", t="1000000", kt="1000000000", Mt="1000000000000", Gt="1000000000000000"),
    **_of("mass", lb="453.59237", oz="28.349523125"),
    **_prefixed("m2", "ck", "area", 2),
    **_of("area", ha="10000", acre="4046.8564224", ft2="0.09290304", mi2="2589988.110336"),
    **_of("volume", m3="1", l="0.001", L="0.001", bbl="0.158987294928", gal="0.003785411784"),
    **_of("time", s="1", min="60", h="3600", d="86400", wk="604800"),
    **_of("calendar", mo="1", yr="12"),
    **_prefixed("Hz", "kMGT", "frequency"),
    **_prefixed("B", "kMGTP", "data"),
    **_of("points", bp="1", pp="100"),
}
"""For each unit the kind of thing it measures, and how many of that kind's base unit it is."""


def factor_between(unit: str, other: str) -> Fraction | None:
    """Give how many of `other` one `unit` is, or None where they measure different things or one is not known."""
    if unit == other:
        return Fraction(1)
    if unit not in FACTORS or other not in FACTORS:
        return None
    (kind, factor), (other_kind, other_factor) = FACTORS[unit], FACTORS[other]
    return factor / other_factor if kind == other_kind else None
