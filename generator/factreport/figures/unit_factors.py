"""Units of one kind that may be compared with each other, by exact factors.

The international foot, pound and mile are exact by definition (BIPM SI Brochure, NIST SP 811 appendix B), and what is
made of them is worked out here: an acre-foot is 43,560 cubic feet, a barrel of oil 42 US gallons of 231 cubic inches, a
pound-force a pound at 9.80665 m/s². The troy ounce (31.1034768 g), the imperial gallon (4.54609 l), the conventional
millimetre of mercury (13.5951 g/cm³ at that gravity), the light-year (365.25 days of light) and the metric horsepower
(75 kgf m/s, DIN 66036) are exact as well.

A month and a day, per cent and percentage points, and two currencies have no fixed factor and are not here. Nor are
units of two sizes under one name: gallons, pints and fluid ounces (US, imperial), bushels, horsepower (mechanical,
metric), calories against joules (thermochemical, international table), British thermal units, barrels of equivalent.
"""

from __future__ import annotations

from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.per_so_many import RATES

_PREFIXES = {"n": -9, "µ": -6, "m": -3, "c": -2, "": 0, "h": 2, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}


def _prefixed(symbol: str, prefixes: str, kind: str, power: int = 1) -> dict[str, tuple[str, Fraction]]:
    names = [*prefixes, ""]
    return {prefix + symbol: (kind, Fraction(10) ** (_PREFIXES[prefix] * power)) for prefix in names}


_FOOT, _INCH, _POUND_FORCE = fraction_of("0.3048"), fraction_of("0.0254"), fraction_of("4.4482216152605")
_MERCURY = fraction_of("133.322387415")
"""Pascals of a millimetre of mercury."""


def _of(kind: str, **factors: str) -> dict[str, tuple[str, Fraction]]:
    return {unit: (kind, fraction_of(factor)) for unit, factor in factors.items()}


FACTORS: dict[str, tuple[str, Fraction]] = {
    **_prefixed("W", "mkMGT", "power"),
    **_prefixed("J", "kMGTPE", "energy"),
    **{unit: ("energy", 3600 * factor) for unit, (_kind, factor) in _prefixed("Wh", "kMGTP", "").items()},
    **_prefixed("m", "nµcmk", "length"),
    **_of("length", ft="0.3048", yd="0.9144", mi="1609.344", nmi="1852", fathom="1.8288", furlong="201.168"),
    **_of("length", ly="9460730472580800"),
    "in": ("length", fraction_of("0.0254")),
    **_prefixed("g", "nµmk", "mass"),
    **_of("mass", t="1000000", kt="1000000000", Mt="1000000000000", Gt="1000000000000000"),
    **_of("mass", **{"short ton": "907184.74", "long ton": "1016046.9088"}),
    **_of("mass", lb="453.59237", oz="28.349523125", ozt="31.1034768", st="6350.29318"),
    **_prefixed("m2", "ck", "area", 2),
    **_of("area", ha="10000", acre="4046.8564224", ft2="0.09290304", yd2="0.83612736", mi2="2589988.110336"),
    **_of("area", dunam="1000", rai="1600"),
    "in2": ("area", fraction_of("0.00064516")),
    **_prefixed("m3", "ck", "volume", 3),
    **_of("volume", l="0.001", dl="0.0001", cl="0.00001", ml="0.000001", hl="0.1", kl="1", Ml="1000", Gl="1000000"),
    "ft3": ("volume", _FOOT**3),
    "yd3": ("volume", (3 * _FOOT) ** 3),
    "in3": ("volume", _INCH**3),
    "mi3": ("volume", (5280 * _FOOT) ** 3),
    "acre-foot": ("volume", 43560 * _FOOT**3),
    "US gal": ("volume", 231 * _INCH**3),
    "imp gal": ("volume", fraction_of("0.00454609")),
    "bbl": ("volume", 42 * 231 * _INCH**3),
    "m3/s": ("flow", Fraction(1)),
    "ft3/s": ("flow", _FOOT**3),
    **_prefixed("Hz", "kMGT", "frequency"),
    **_prefixed("B", "kMGTPE", "data"),
    **_prefixed("bit", "kMG", "data, in bits"),
    **_prefixed("bps", "kMGT", "data rate"),
    **_prefixed("V", "k", "voltage"),
    **_prefixed("Pa", "hkM", "pressure"),
    "psi": ("pressure", _POUND_FORCE / _INCH**2),
    **_of("pressure", mbar="100", atm="101325"),
    "mmHg": ("pressure", _MERCURY),
    "inHg": ("pressure", _MERCURY * fraction_of("25.4")),
    "Nm": ("torque", Fraction(1)),
    "lb ft": ("torque", _POUND_FORCE * _FOOT),
    **_prefixed("Sv", "µm", "dose"),
    "PS": ("power", fraction_of("735.49875")),
    **_of(
        "time", ns="1/1000000000", ms="1/1000", s="1", min="60", h="3600", d="86400", wk="604800", fortnight="1209600"
    ),
    **_of("calendar", mo="1", yr="12", decade="120", century="1200"),
    "m/s": ("speed", Fraction(1)),
    "km/h": ("speed", Fraction(1000, 3600)),
    **_of("speed", mph="0.44704", kn="1852/3600"),
    **_of("points", bp="1", pp="100"),
    **_of("share", **{"%": "1/100"}),
    **{unit: ("share", Fraction(1, whole)) for whole, unit in RATES.items()},
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
